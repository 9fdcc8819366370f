// What a rule page opens with, all of it from the rule's meta and the checklists.

/**
 * @typedef {{ id: string, section: string, text: string, shows: string }} Item
 * @typedef {{ title: string, items: readonly Item[] }} Checklist
 * @typedef {{ description?: string, url?: string, checklist?: readonly string[],
 *   configs?: readonly string[], languages?: readonly string[], level?: string }} Docs
 * @typedef {{ docs?: Docs, fixable?: string, hasSuggestions?: boolean, schema?: any }} Meta
 * @typedef {{ meta: Meta }} BuiltRule
 */

/** Ends the derived part of a page; what follows is written by hand. */
export const headEnd = '<!-- end of generated header -->';

const languageNames = {
  'js/js': 'JS/TS',
  js: 'JS/TS',
  javascript: 'JS/TS',
  json: 'JSON',
  yaml: 'YAML',
  yml: 'YAML',
  env: '.env',
  dotenv: '.env',
};

/** @param {Docs} docs @returns {string} where the rule works, for readers */
export function languagesOf(docs) {
  const names = (docs.languages ?? ['js']).map((id) => {
    const known = languageNames[id] ?? languageNames[id.split('/')[0].replace('go-live-', '')];
    return known ?? languageNames[id.split('/').at(-1)] ?? id;
  });
  return [...new Set(names)].join(', ');
}

/** @param {Meta} meta */
function mendsOf(meta) {
  if (meta.fixable && meta.hasSuggestions) {
    return '🔧 Fixed by `--fix` where that is safe; 💡 otherwise a suggestion in the editor.';
  }
  if (meta.fixable) return '🔧 Fixed by `--fix`.';
  return meta.hasSuggestions ? '💡 Offers a suggestion in the editor.' : '';
}

/** @param {string} text @returns {string} the same, where `<id>` is no element of HTML */
export function asMarkdown(text) {
  return text.replaceAll('<', '\\<');
}

/** @param {Docs} docs @param {Record<string, Checklist>} checklists */
function itemLines(docs, checklists) {
  return (docs.checklist ?? []).map((id) => {
    for (const { title, items } of Object.values(checklists)) {
      const item = items.find((each) => each.id === id);
      if (item) return `- ${title}, ${item.section}: ${asMarkdown(item.text)} (\`${id}\`)`;
    }
    return `- \`${id}\``;
  });
}

/**
 * @param {string} name
 * @param {BuiltRule} rule
 * @param {Record<string, Checklist>} checklists
 * @returns {string} up to and with the end mark
 */
export function pageHead(name, { meta }, checklists) {
  const docs = meta.docs ?? {};
  const configs = (docs.configs ?? []).map((config) => `\`${config}\``).join(', ');
  const items = itemLines(docs, checklists);
  const paragraphs = [
    `# go-live/${name}`,
    `${docs.description}.`,
    configs && `In the configs ${configs}. Works in ${languagesOf(docs)}.`,
    mendsOf(meta),
    items.length > 0 && `Checks these items:\n\n${items.join('\n')}`,
    headEnd,
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}
