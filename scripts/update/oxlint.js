import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * oxlint reads no configs of a plugin, so each is written down for its `extends`. Rules that work
 * in data files alone are left out: oxlint does not read those.
 *
 * @param {string} root with what was built
 * @returns {Promise<Map<string, string>>} file (relative to the root) -> what it should hold
 */
export async function derivedOxlint(root) {
  const { default: plugin } = await import(pathToFileURL(path.join(root, 'dist/index.js')).href);
  const names = Object.keys(plugin.configs).filter((name) => name !== 'report');
  return new Map(names.map((name) => [`oxlint/${name}.json`, textOf(plugin, name)]));
}

function textOf(plugin, name) {
  const rules = Object.assign({}, ...plugin.configs[name].map((config) => config.rules ?? {}));
  const own = Object.entries(rules).filter(([id]) => worksInScripts(plugin, id));
  const config = { jsPlugins: ['../dist/index.js'], rules: Object.fromEntries(own.sort()) };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function worksInScripts(plugin, id) {
  const rule = plugin.rules[id.replace(/^go-live\//, '')];
  return rule?.meta.docs.languages.includes('js') ?? false;
}
