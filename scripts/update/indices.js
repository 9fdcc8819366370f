// The indices: one line a file, so that two branches that each add one merge without a conflict.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const notClients = new Set(['index.ts', 'schema.ts', 'types.ts']);

/**
 * @param {string} root the project
 * @param {string} folder relative to the root
 * @returns {string[]} base names, without extension, of the TypeScript files with a default export
 */
function modulesIn(root, folder) {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('_') && !notClients.has(file))
    .filter((file) => /^export default /m.test(readFileSync(path.join(absolute, file), 'utf8')))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** @param {string} name `axios-retry` @returns {string} `axiosRetry` */
function camelCase(name) {
  return name.replace(/[-.](\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string[]} lines */
function indexOf(lines) {
  return `${(lines.length === 0 ? ['export {};'] : lines).join('\n')}\n`;
}

/**
 * @param {string} root
 * @returns {Map<string, string>} file -> text
 */
export function derivedIndices(root) {
  const rules = modulesIn(root, 'rules').map(
    (name) => `export { default as '${name}' } from './${name}.ts';`,
  );
  const clients = modulesIn(root, 'src/clients').map(
    (name) => `export { default as ${camelCase(name)} } from './${name}.ts';`,
  );
  const derived = new Map([['rules/index.ts', indexOf(rules)]]);
  if (clients.length > 0) derived.set('src/clients/index.ts', indexOf(clients));
  return derived;
}
