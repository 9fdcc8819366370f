// The committed lists: one file a package or repository, one line a finding, so that several people
// can label at the same time.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileNameOf } from './sources.js';

const folder = path.join(import.meta.dirname, 'expected');
const LABELS = new Set(['right', 'wrong', 'unsure', '']);

/**
 * @typedef {object} ExpectedList
 * @property {string} name a package, or `owner/name` of a repository
 * @property {string} version of a package; of a repository the commit
 * @property {import('./compare.js').Expected[]} findings
 */

/** @param {string} name */
const fileOf = (name) => path.join(folder, `${fileNameOf(name)}.json`);

/** @param {string} file @returns {ExpectedList} */
function read(file) {
  const list = JSON.parse(readFileSync(file, 'utf8'));
  for (const { label, line } of list.findings)
    if (!LABELS.has(label)) throw new Error(`${file}, finding of line ${line}: label "${label}"?`);
  return list;
}

/** @param {string} name @returns {ExpectedList | null} */
export const expectedOf = (name) => (existsSync(fileOf(name)) ? read(fileOf(name)) : null);

/** @returns {ExpectedList[]} */
export const allExpected = () =>
  readdirSync(folder)
    .sort()
    .map((file) => read(path.join(folder, file)));

/** @param {ExpectedList} list */
export function writeExpected({ name, version, findings }) {
  const lines = findings.map(
    ({ file, line, rule, message, label, why }) =>
      `    ${JSON.stringify({ file, line, rule, message, label, why })}`,
  );
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  writeFileSync(
    fileOf(name),
    `{\n  "name": ${JSON.stringify(name)},\n  "version": ${JSON.stringify(version)},\n  "findings": ${list}\n}\n`,
  );
}
