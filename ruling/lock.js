// `node ruling/lock.js`: writes package-lock.json from package.json. Unlike npm's own it lists no
// dependency of a package, so that an install brings the sources that are read and nothing else.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const lockFile = path.join(import.meta.dirname, 'package-lock.json');
const { name, dependencies } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'package.json'), 'utf8'),
);
const before = existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};

/** @param {string} dependency @param {string} version */
function entryOf(dependency, version) {
  const known = before[`node_modules/${dependency}`];
  if (known?.version === version && known.integrity) return known;
  const integrity = execFileSync('npm', ['view', `${dependency}@${version}`, 'dist.integrity'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
  return { version, integrity };
}

const packages = { '': { name, dependencies } };
for (const dependency of Object.keys(dependencies).sort())
  packages[`node_modules/${dependency}`] = entryOf(dependency, dependencies[dependency]);
const lock = { name, lockfileVersion: 3, requires: true, packages };
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`);
