// Where the sources of the ruling are on this disk.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { installedPackages } from './install.js';
import { fileNameOf } from './sources.js';

/**
 * @param {import('./sources.js').Source} source
 * @param {string} repositories the folder of the repositories, empty where none was named
 * @returns {string} empty, and a line, where it is not there
 */
export function rootOf({ name, version, repository }, repositories) {
  if (!repository) return path.join(installedPackages(), name);
  if (repositories === '') return skipped(name, 'no --repositories=FOLDER was given');
  const root = path.resolve(repositories, fileNameOf(name));
  if (!existsSync(root)) return skipped(name, `it is not in ${repositories}`);
  const head = existsSync(path.join(root, '.git')) ? headOf(root) : version;
  return head === version ? root : skipped(name, `it is at ${head}, not at ${version}`);
}

/** @param {string} name @param {string} why */
function skipped(name, why) {
  console.log(`${name}: skipped, ${why}`);
  return '';
}

/** @param {string} root */
const headOf = (root) =>
  spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
