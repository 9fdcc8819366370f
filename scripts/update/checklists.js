// The pages of the checklists: every item of a provider's document, with the rules that check it.
import { asMarkdown } from './page-head.js';

/**
 * @typedef {import('./page-head.js').BuiltRule & { name: string }} NamedRule
 * @typedef {{ id: string, section: string, text: string, shows: string, why?: string }} Item
 * @typedef {{ api: string, title: string, items: readonly Item[] }} Checklist
 */

/** @param {Item} item @param {readonly NamedRule[]} rules */
function checkedBy({ id, shows, why = '' }, rules) {
  if (shows === 'manual') return `☐ For a person: ${asMarkdown(why)}`;
  const own = rules.filter(({ meta }) => meta.docs?.checklist?.includes(id));
  const links = own.map(({ name }) => `[${name}](../rules/${name}.md)`);
  return links.length > 0 ? links.sort().join(', ') : 'No rule looks at it yet.';
}

/** @param {string} text in a cell of a table */
const cell = (text) => asMarkdown(text).replaceAll('|', '\\|');

/** @param {Checklist} checklist @param {readonly NamedRule[]} rules */
export function checklistPage({ api, title, items }, rules) {
  const manual = items.filter(({ shows }) => shows === 'manual').length;
  const sections = [...new Set(items.map(({ section }) => section))];
  const tables = sections.map((section) => {
    const rows = items
      .filter((item) => item.section === section)
      .map((item) => {
        const anchor = `<a id="${item.id.slice(api.length + 1)}"></a>`;
        return `| ${anchor}${cell(item.text)} | ${checkedBy(item, rules)} |`;
      });
    return `## ${section}\n\n| Item | Checked by |\n|---|---|\n${rows.join('\n')}`;
  });
  return `${[
    '---\npageClass: checklist\n---',
    `# ${title}`,
    `The items of the provider's document, in our words and in its order: ${String(items.length)}, of which ${String(items.length - manual)} show in code or configuration and ${String(manual)} are for a person to tick. The config \`go-live/${api}\` switches the rules on; \`npx go-live --api ${api}\` [fills the list in](../report.md).`,
    ...tables,
  ].join('\n\n')}\n`;
}

/**
 * @param {Record<string, NamedRule>} rules
 * @param {Record<string, Checklist>} checklists
 * @returns {Map<string, string>} file -> text
 */
export function derivedChecklists(rules, checklists) {
  const all = Object.entries(rules).map(([name, { meta }]) => ({ name, meta }));
  return new Map(
    Object.values(checklists).map((checklist) => [
      `docs/checklists/${checklist.api}.md`,
      checklistPage(checklist, all),
    ]),
  );
}
