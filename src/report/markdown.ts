import type { ApiReport, ItemReport, Place, Report } from './model.ts';
import { sectionsOf, tally } from './model.ts';
import { STATE_NAMES, STATES, evidenceFor, plural } from './words.ts';

/** Pull-request comments hold 65,536 characters. */
const MOST_PLACES = 5;

const SIGNS: Readonly<Record<ItemReport['state'], string>> = {
  failed: '❌',
  passed: '✅',
  'not-seen': '➖',
  off: '⚪',
  manual: '👤',
};

/** The report as GitHub-flavoured Markdown, for a comment or a release note. */
export function markdownReport(report: Report): string {
  const unread = report.unread.map(({ file, reason }) => `- \`${file}\`: ${escaped(reason)}`);
  return [
    ...report.apis.flatMap(apiLines),
    ...(unread.length > 0 ? ['### Files that could not be linted', '', ...unread, ''] : []),
    `${plural(report.files, 'file')} linted.`,
    '',
  ].join('\n');
}

function apiLines({ title, items }: ApiReport): string[] {
  const counts = tally(items);
  const figures = STATES.filter((state) => counts[state] > 0).map(
    (state) => `${SIGNS[state]} ${String(counts[state])} ${STATE_NAMES[state].toLowerCase()}`,
  );
  return [
    `## ${escaped(title)}`,
    '',
    figures.join(' · '),
    '',
    ...sectionsOf(items).flatMap(([section, own]) => [
      ...(section === '' ? [] : [`### ${escaped(section)}`, '']),
      ...own.flatMap(itemLines),
      '',
    ]),
  ];
}

function itemLines(item: ItemReport): string[] {
  const box = item.state === 'passed' ? 'x' : ' ';
  const head = `- [${box}] ${SIGNS[item.state]} ${escaped(item.text)} <sub>${escaped(evidenceFor(item))}</sub>`;
  const rest = item.places.length - MOST_PLACES;
  return [
    head,
    ...item.places.slice(0, MOST_PLACES).map(placeLine),
    ...(rest > 0 ? [`  - … and ${plural(rest, 'more place')}`] : []),
  ];
}

const placeLine = ({ file, line, rule, message }: Place): string =>
  `  - \`${file}:${String(line)}\` ${escaped(message)} (\`${rule}\`)`;

/** So that no text of a project becomes markup, or mentions somebody. */
const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
    .replace(/[\\`*_[\]|]/g, String.raw`\$&`)
    .replace(/</g, '&lt;')
    .replace(/@/g, '&#64;');
