// Regenerates what is derived: the indices of rules/ and src/clients/, the heads and option tables
// of the rule pages, the README's rule table, the pages of the checklists, the keys of an API
// profile, the tables of docs/precision.md and docs/recall.md, the configs for oxlint. With `--check`
// it writes nothing, names the stale files and exits 1; the docs are then derived from dist/ as it
// stands, so build first.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { derivedIndices } from './update/indices.js';
import { derivedDocs } from './update/docs.js';
import { derivedOxlint } from './update/oxlint.js';
import { derivedPrecision } from './update/precision.js';
import { derivedRecall } from './update/recall.js';

const root = path.resolve(import.meta.dirname, '..');
const check = process.argv.includes('--check');

/** @param {string} file relative to the root */
function read(file) {
  const absolute = path.join(root, file);
  return existsSync(absolute) ? readFileSync(absolute, 'utf8') : '';
}

/**
 * @param {Map<string, string>} derived file (relative to the root) -> what it should hold
 * @returns {string[]} the files that held something else
 */
function settle(derived) {
  const stale = [...derived].filter(([file, text]) => read(file) !== text);
  if (!check) {
    for (const [file, text] of stale) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    }
  }
  return stale.map(([file]) => file);
}

/** @returns {boolean} */
function build() {
  const script = path.join(root, 'scripts/build.js');
  return spawnSync(process.execPath, [script], { stdio: 'inherit' }).status === 0;
}

const stale = settle(derivedIndices(root));
const built = check || build();
stale.push(
  ...settle(await derivedDocs(root, read)),
  ...settle(await derivedOxlint(root)),
  ...settle(derivedPrecision(read)),
  ...settle(derivedRecall(read)),
);

for (const file of stale) console.log(`${check ? 'stale' : 'updated'}: ${file}`);
if (check && stale.length > 0) console.log('Run `npm run update` and commit what it changes.');
if (!built) console.log('The build reported errors: what was derived from it may be incomplete.');
process.exitCode = !built || (check && stale.length > 0) ? 1 : 0;
