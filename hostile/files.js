// The files to lint: those of the installed test suites, and of the folders that the user names.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SCRIPT = /\.(?:[cm]?[jt]s|[jt]sx)$/;

/** @param {readonly string[]} named folders or files @returns {string[]} */
export function filesOf(named) {
  return named.flatMap(filesBelow).sort();
}

/** What `npm ci --prefix hostile` installs. */
export const installed = ['pass', 'pass-explicit'].map((folder) =>
  path.join(import.meta.dirname, 'node_modules/test262-parser-tests', folder),
);

/** @param {string} place */
function filesBelow(place) {
  if (statSync(place).isFile()) return [path.resolve(place)];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SCRIPT.test(entry.name))
    .map((entry) => path.resolve(entry.parentPath, entry.name));
}
