// `npm run fix-safety -- [--every=N] [folder…]`: lints every Nth file of the benchmark's corpus, and
// all of the folders, with all rules. Fails where a file no longer parses after `--fix` or after one
// of the suggestions, where ten passes are not enough or a second run changes more, and where
// TypeScript finds an error more in a package that was fixed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpus } from '../bench/corpus.js';
import { check, fix, wayOf } from './check.js';
import { filesOf } from './files.js';
import { addedTypeErrors } from './types.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { every: { type: 'string', default: '1' } },
});
const every = Number(values.every);
const named = filesOf(positionals).map((file) => ({ file, code: readFileSync(file, 'utf8') }));
const sample = corpus().filter((_, index) => index % every === 0);

/** Where TypeScript can follow what a fix does, in TypeScript or by what it infers of JavaScript. */
const typed = [
  'examples/aelix/bad/src',
  'examples/octopus/bad/src',
  'bench/node_modules/@sendgrid/client/src',
  'bench/node_modules/@supabase/storage-js/src',
  'bench/node_modules/axios/lib',
  'bench/node_modules/node-fetch/src',
  'bench/node_modules/openai/src',
];

const totals = { files: 0, unread: 0, reports: 0, suggestions: 0, fixed: 0, problems: 0 };
/** By file, what `--fix` makes of it. */
const fixed = new Map();

const subjects = new Map([...sample, ...named].map(({ file, code }) => [file, code]));
for (const [file, code] of subjects) look(file, code);
console.table([totals]);
console.table(typed.flatMap(checkTypes));
process.exitCode = totals.problems > 0 || totals.files === 0 ? 1 : 0;

function look(file, code) {
  const read = wayOf(file, code, /\.[cm]?tsx?$/.test(file) ? 'ts' : 'js');
  totals[read ? 'files' : 'unread']++;
  if (!read) return;
  const subject = { file, code, way: read.way };
  const { problems, reports, suggestions } = check(subject);
  totals.reports += reports;
  totals.suggestions += suggestions;
  const { output } = reports > 0 ? fix(subject, code) : { output: code };
  if (output !== code) {
    totals.fixed++;
    fixed.set(path.resolve(file), output);
  }
  for (const problem of problems) tell(file, problem);
}

function checkTypes(name) {
  const folder = path.join(import.meta.dirname, '..', name);
  const texts = new Map([...fixed].filter(([file]) => file.startsWith(folder + path.sep)));
  if (texts.size === 0) return [];
  const { before, added } = addedTypeErrors(folder, texts);
  for (const error of added) tell(folder, `a new type error: ${error}`);
  return [{ folder: name, fixed: texts.size, 'type errors before': before, new: added.length }];
}

function tell(file, problem) {
  totals.problems++;
  console.log(`${file}: ${problem}\n`);
}
