// The derived parts of the pages: each rule page's head and option table, the README's rule table,
// the checklists, the keys of an API profile.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { derivedChecklists } from './checklists.js';
import { optionTable } from './option-table.js';
import { betweenMarkers } from './markers.js';
import { languagesOf, pageHead, headEnd } from './page-head.js';
import { profileKeys } from './profile-keys.js';

/** @typedef {import('./page-head.js').BuiltRule} BuiltRule */

/**
 * @param {string} root
 * @param {string} module relative to dist/
 * @returns {Promise<Record<string, any>>} its exports, none where it is not built
 */
async function built(root, module) {
  const file = path.join(root, 'dist', module);
  return existsSync(file) ? await import(pathToFileURL(file).href) : {};
}

/**
 * @param {string} page the page as it stands
 * @param {string} name
 * @param {BuiltRule} rule
 * @param {Record<string, import('./page-head.js').Checklist>} checklists
 */
function updatedPage(page, name, rule, checklists) {
  const end = page.indexOf(headEnd);
  const body = end === -1 ? `\n\n${page.trimStart()}` : page.slice(end + headEnd.length);
  const whole = `${pageHead(name, rule, checklists)}${body.trimEnd()}\n`;
  return betweenMarkers(whole, 'options', optionTable(rule), '## Options');
}

/** @param {Record<string, BuiltRule>} rules */
function ruleTable(rules) {
  const rows = Object.keys(rules)
    .sort()
    .map((name) => {
      const { docs = {}, fixable, hasSuggestions } = rules[name].meta;
      const mends = `${fixable ? '🔧' : ''}${hasSuggestions ? '💡' : ''}`;
      const configs = (docs.configs ?? []).map((config) => `\`${config}\``).join(' ');
      const cells = [`[${name}](docs/rules/${name}.md)`, docs.description, mends, configs];
      return `| ${[...cells, languagesOf(docs)].join(' | ')} |`;
    });
  const head = ['| Rule | What it does | | Configs | Languages |', '|---|---|---|---|---|'];
  return [...head, ...rows].join('\n');
}

/**
 * @param {string} root
 * @param {(file: string) => string} read a file's text, empty where there is none
 * @returns {Promise<Map<string, string>>} file -> text; empty where nothing is built
 */
export async function derivedDocs(root, read) {
  const { default: plugin } = await built(root, 'index.js');
  const derived = new Map();
  if (!plugin) return derived;
  const { checklists = {} } = await built(root, 'src/api.js');
  for (const [name, rule] of Object.entries(plugin.rules)) {
    const file = `docs/rules/${name}.md`;
    derived.set(file, updatedPage(read(file), name, rule, checklists));
  }
  const readme = read('README.md');
  derived.set('README.md', betweenMarkers(readme, 'rules', ruleTable(plugin.rules)));
  const guide = 'docs/guide/writing-an-api-profile.md';
  const keys = profileKeys(read('src/apis/profile.ts'));
  derived.set(guide, betweenMarkers(read(guide), 'keys', keys));
  return new Map([...derived, ...derivedChecklists(plugin.rules, checklists)]);
}
