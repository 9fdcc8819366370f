import type { Rule } from '../rule/rule.ts';
import type { ApiReport, ItemReport, ItemState, Place, Report } from './model.ts';
import { sectionsOf, tally } from './model.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLE } from './page-style.ts';
import { STATE_MARKS, STATE_NAMES, STATES, evidenceFor, plural, silencedText } from './words.ts';

/** Places of one item that the page holds; the rest is counted. */
const MOST_PLACES = 200;

/** The report as one HTML file that needs nothing else: no request leaves the page. */
export function htmlReport(report: Report, rules: Readonly<Record<string, Rule>>): string {
  const titles = report.apis.map(({ title }) => title).join(', ');
  const all = report.apis.flatMap(({ items }) => items);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Go-live report${titles === '' ? '' : `: ${text(titles)}`}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<h1>Go-live report</h1>
<p>${text(plural(report.files, 'file'))} linted, ${text(plural(all.length, 'item'))} on ${text(plural(report.apis.length, 'checklist'))}.</p>
${filters(all)}
</header>
<main>
${report.apis.map((api) => apiPart(api, rules)).join('\n')}
${unreadPart(report)}
</main>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

function filters(items: readonly ItemReport[]): string {
  const counts = tally(items);
  const boxes = STATES.map(
    (state) =>
      `<label class="filter ${state}"><input type="checkbox" name="state" value="${state}" checked><span aria-hidden="true">${STATE_MARKS[state]}</span> ${STATE_NAMES[state]} <b data-count="${state}">${String(counts[state])}</b></label>`,
  );
  return `<form aria-label="Which items to show"><fieldset><legend>Show</legend>${boxes.join('')}</fieldset></form>
<p role="status" id="shown">${plural(items.length, 'item')} shown</p>`;
}

function apiPart({ api, title, items }: ApiReport, rules: Readonly<Record<string, Rule>>): string {
  const parts = sectionsOf(items).map(
    ([section, own]) =>
      `<section class="group"><h3>${text(section === '' ? 'Items' : section)}</h3>${progress(own)}
<ul>${own.map((item) => itemPart(item, rules)).join('\n')}</ul></section>`,
  );
  return `<section class="api" id="${text(api)}"><h2>${text(title)}</h2>${progress(items)}${parts.join('\n')}</section>`;
}

/** How many of the items that a linter decides are passed. */
function progress(items: readonly ItemReport[]): string {
  const counts = tally(items);
  const decided = items.length - counts.manual;
  const cells = STATES.filter((state) => counts[state] > 0).map(
    (state) => `<span class="${state}" style="flex:${String(counts[state])}"></span>`,
  );
  const label = `${String(counts.passed)} of ${String(decided)} passed, ${String(counts.failed)} failed`;
  return `<p class="progress"><span class="cells" aria-hidden="true">${cells.join('')}</span><span>${label}</span></p>`;
}

function itemPart(item: ItemReport, rules: Readonly<Record<string, Rule>>): string {
  const links = item.rules.map((name) => ruleLink(name, rules));
  const shown = item.places.slice(0, MOST_PLACES);
  const rest = item.places.length - shown.length;
  const places =
    shown.length === 0
      ? ''
      : `<details${shown.length <= 3 ? ' open' : ''}><summary>${plural(item.places.length, 'place')}</summary><ol>${shown.map(placePart).join('')}</ol>${rest > 0 ? `<p>… and ${plural(rest, 'more place')}</p>` : ''}</details>`;
  return `<li class="item ${item.state}" data-state="${item.state}" id="${text(item.id)}">
<p class="what">${stateMark(item.state)} ${text(item.text)}</p>
<p class="why">${text(evidenceFor(item))}</p>
${silencedPart(item)}${places}<p class="rules"><code>${text(item.id)}</code>${links.length > 0 ? ` · ${links.join(', ')}` : ''}</p>
</li>`;
}

const stateMark = (state: ItemState): string =>
  `<span class="mark" aria-hidden="true">${STATE_MARKS[state]}</span> <span class="state">${STATE_NAMES[state]}:</span>`;

function silencedPart({ state, silenced }: ItemReport): string {
  if (state === 'off' || silenced.length === 0) return '';
  const lines = silenced.map((one) => `<li>${text(silencedText(one))}</li>`);
  return `<details><summary>${plural(silenced.length, 'rule or place', 'rules or places')} switched off</summary><ul>${lines.join('')}</ul></details>`;
}

function ruleLink(name: string, rules: Readonly<Record<string, Rule>>): string {
  const rule = rules[name];
  return rule ? `<a href="${text(rule.meta.docs.url)}">${text(name)}</a>` : text(name);
}

function placePart({ file, line, column, rule, message, frame }: Place): string {
  const lines = frame.map(
    (each) =>
      `<span${each.isProblem ? ' class="problem"' : ''}><i>${String(each.line)}</i> ${text(each.text)}</span>`,
  );
  const code =
    lines.length > 0
      ? `<pre tabindex="0" aria-label="Code at line ${String(line)}"><code>${lines.join('')}</code></pre>`
      : '';
  return `<li><p><code>${text(file)}:${String(line)}:${String(column)}</code> ${text(message)} <small>${text(rule)}</small></p>${code}</li>`;
}

function unreadPart({ unread }: Report): string {
  if (unread.length === 0) return '';
  const lines = unread.map(
    ({ file, reason }) => `<li><code>${text(file)}</code> ${text(reason)}</li>`,
  );
  return `<section class="api"><h2>Files that could not be linted</h2><ul>${lines.join('')}</ul></section>`;
}

/** For text and for attributes in double quotes. */
const text = (raw: string): string =>
  raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
