// `npm run ruling`: lints real packages and repositories with `recommended` and shows what a change
// adds to, or removes from, the expected findings in expected/. Exit code 1 where they differ.
//   -- --only=NAME[,NAME]       these alone
//   -- --repositories=FOLDER    where the repositories are checked out, as FOLDER/owner+name
//   -- --update                 writes the lists; what is new has no label yet
//   -- --show[=LABEL]           prints every finding with its code, or those with this label
//                               (right, wrong, unsure, none)
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, updated } from './compare.js';
import { expectedOf, writeExpected } from './expected.js';
import { lintSource } from './lint.js';
import { rootOf } from './roots.js';
import { sources } from './sources.js';

const { values: options } = parseArgs({
  args: process.argv.slice(2).map((arg) => (arg === '--show' ? '--show=all' : arg)),
  options: {
    only: { type: 'string' },
    repositories: { type: 'string', default: process.env.GO_LIVE_RULING_REPOSITORIES ?? '' },
    update: { type: 'boolean', default: false },
    show: { type: 'string' },
  },
});

/** @param {string} sign @param {string} root @param {import('./compare.js').Finding & { text?: string, label?: string }} finding */
function print(sign, root, { file, line, rule, message, text, label }) {
  const place = `${file}:${line}`;
  console.log(`  ${sign} ${place} ${rule} (${message})${label ? ` [${label}]` : ''}`);
  if (text) console.log(`      ${text}`);
  const code = readFileSync(path.join(root, file), 'utf8').split('\n')[line - 1] ?? '';
  console.log(`      > ${code.trim().slice(0, 160)}`);
}

/** @param {string} root @param {import('./compare.js').Expected[]} findings @param {import('./lint.js').Report[]} reports */
function show(root, findings, reports) {
  for (const finding of findings) {
    if (options.show !== 'all' && (finding.label || 'none') !== options.show) continue;
    const { file, line, rule, message } = finding;
    const report = reports.find(
      (one) =>
        one.file === file && one.line === line && one.rule === rule && one.message === message,
    );
    print(' ', root, { ...finding, text: report?.text ?? '' });
    if (finding.why) console.log(`      ${finding.why}`);
  }
}

/** @param {import('./sources.js').Source} source @returns {Promise<{ findings: number, differences: number } | null>} */
async function rule(source) {
  const { name, version } = source;
  const root = rootOf(source, options.repositories);
  if (root === '') return null;
  const expected = expectedOf(name);
  const { files, unread, reports } = await lintSource(root, source);
  const comparison = compare(expected?.version === version ? expected.findings : [], reports);
  const { kept, added, removed } = comparison;
  console.log(
    `${name} ${version}: ${files.length} files, ${reports.length} findings, ${added.length} new, ${removed.length} gone`,
  );
  for (const line of unread) console.log(`  not read: ${line}`);
  for (const finding of added) print('+', root, finding);
  for (const finding of removed) print('-', root, finding);
  if (options.show) show(root, kept, reports);
  if (options.update) writeExpected({ name, version, findings: updated(comparison) });
  return { findings: reports.length, differences: added.length + removed.length };
}

const only = options.only?.split(',');
const chosen = sources().filter(({ name }) => !only || only.includes(name));
if (chosen.length === 0) throw new Error(`Nothing of that name: ${options.only}`);
const runs = [];
for (const source of chosen) runs.push(await rule(source));
const done = runs.filter((run) => run !== null);
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, one) => total + one, 0);
const differences = sum(done.map((run) => run.differences));
console.log(
  `${done.length} of ${chosen.length} linted: ${sum(done.map((run) => run.findings))} findings, ${differences} of them new or gone`,
);
process.exitCode = differences > 0 && !options.update ? 1 : 0;
