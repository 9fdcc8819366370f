// Lints the programs in examples/ with the built plugin, shows what it finds, what its fixes
// change, and the checklists that follow, in the terminal and as a page. `--strict` takes the strict config in place of the recommended one.
// Exit code 0: every good program is clean and every bad one has problems.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { defineConfig } from 'eslint/config';
import goLive from '../dist/index.js';
import {
  collect,
  evidenceConfig,
  formats,
  mergeReports,
  runFacts,
  surfaceOf,
  withoutEvidence,
} from '../dist/src/report/index.js';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const base = process.argv.includes('--strict') ? 'strict' : 'recommended';
const colours = process.stdout.isTTY === true && !process.env.NO_COLOR;

/** @typedef {{ api: string, kind: 'bad' | 'good', results: ESLint.LintResult[], report: object }} Program */

const paint = (style, text) => (colours ? styleText(style, text) : text);
const print = (text = '') => console.log(text);
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;

const apis = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const linterFor = (api, cwd, fix) =>
  new ESLint({
    cwd,
    fix,
    overrideConfigFile: true,
    overrideConfig: defineConfig([
      { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tsParser } },
      { plugins: { 'go-live': goLive }, extends: [`go-live/${base}`, `go-live/${api}`] },
      evidenceConfig(),
    ]),
  });

/** @returns {Promise<Program>} */
async function lintProgram(api, kind) {
  const eslint = linterFor(api, examples, false);
  const all = await eslint.lintFiles([`${api}/${kind}`]);
  const facts = await runFacts(
    eslint,
    all.map(({ filePath }) => filePath),
  );
  const report = collect(all, { cwd: examples, rules: goLive.rules, ...facts });
  return { api, kind, results: withoutEvidence(all), report };
}

const messagesOf = (results) => results.flatMap((result) => result.messages);
const ruleOf = ({ ruleId }) => ruleId ?? 'parse error';

function printMessage(message) {
  const place = `${message.line ?? 1}:${message.column ?? 1}`.padEnd(8);
  const tint = message.severity === 2 ? 'red' : 'yellow';
  const mark = message.fix ? paint('green', ' [fix]') : '';
  print(`    ${paint('dim', place)}${paint(tint, ruleOf(message))}${mark}`);
  print(`            ${message.message.trim().replaceAll(/\s*\n\s*/g, ' ')}`);
}

function printFile(result) {
  if (result.messages.length === 0) return;
  print(`  ${paint('underline', relative(examples, result.filePath).split(sep).join('/'))}`);
  result.messages.forEach(printMessage);
}

/** Most frequent first, then by name. */
function countByRule(messages) {
  const counts = new Map();
  for (const message of messages) {
    counts.set(ruleOf(message), (counts.get(ruleOf(message)) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}

function printProgram({ api, kind, results }) {
  const messages = messagesOf(results);
  const summary = `${plural(messages.length, 'problem')} in ${plural(results.length, 'file')}`;
  print(`\n${paint('bold', `${api}/${kind}`)}: ${summary}`);
  results.forEach(printFile);
}

function printCounts(messages) {
  print(`\n${paint('bold', 'By rule')}`);
  for (const [rule, count] of countByRule(messages))
    print(`  ${String(count).padStart(4)}  ${rule}`);
}

/** `git diff --no-index` answers 1 where the folders differ. */
function diffOf(cwd, before, after) {
  const args = [
    'diff',
    '--no-index',
    '--no-ext-diff',
    `--color=${colours ? 'always' : 'never'}`,
    before,
    after,
  ];
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 26 });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw error;
  }
}

/** Fixes a copy of the examples; the examples themselves stay as they are. */
async function fixesOnACopy() {
  const folder = mkdtempSync(join(tmpdir(), 'go-live-demo-'));
  try {
    for (const name of ['before', 'after']) {
      cpSync(examples, join(folder, name), { recursive: true });
    }
    const fixed = [];
    for (const api of apis) {
      fixed.push(...(await linterFor(api, join(folder, 'after'), true).lintFiles([api])));
    }
    await ESLint.outputFixes(fixed);
    const changed = fixed.filter((result) => result.output !== undefined).length;
    return {
      diff: diffOf(folder, 'before', 'after'),
      changed,
      left: messagesOf(withoutEvidence(fixed)).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The checklists of the programs that have something to mend. */
function printReport() {
  const bad = programs.filter(({ kind }) => kind === 'bad');
  const report = mergeReports(bad.map((program) => program.report));
  const surface = { ...surfaceOf(process.stdout, process.env, goLive.rules), colour: colours };
  print(`\n${paint('bold', 'The checklists')}`);
  print(formats.terminal(report, surface));
  const page = fileURLToPath(new URL('../.scratch/demo-report.html', import.meta.url));
  mkdirSync(fileURLToPath(new URL('../.scratch', import.meta.url)), { recursive: true });
  writeFileSync(page, formats.html(report, surface));
  print(`The same as a page: ${relative(process.cwd(), page)}`);
}

function isAsExpected({ kind, results }) {
  const messages = messagesOf(results);
  if (kind === 'good') return messages.length === 0;
  return messages.length > 0 && !messages.some((message) => message.fatal);
}

const programs = [];
for (const api of apis) {
  for (const kind of ['bad', 'good']) programs.push(await lintProgram(api, kind));
}
programs.forEach(printProgram);
const all = messagesOf(programs.flatMap((program) => program.results));
printCounts(all);

const { diff, changed, left } = await fixesOnACopy();
print(`\n${paint('bold', 'What --fix changes')}\n`);
print(diff.trimEnd() || 'Nothing.');

printReport();

const unexpected = programs.filter((program) => !isAsExpected(program));
const rules = new Set(all.map(ruleOf)).size;
const found = `${plural(all.length, 'problem')} of ${plural(rules, 'rule')}`;
const fixes = `${all.length - left} gone after --fix in ${plural(changed, 'file')}`;
print(`\n${paint('bold', 'Total')}: ${found} in ${plural(programs.length, 'program')}; ${fixes}.`);
for (const { api, kind } of unexpected) {
  const wish = kind === 'good' ? 'should be clean' : 'should have problems, and parse';
  print(paint('red', `${api}/${kind} ${wish}.`));
}
process.exitCode = unexpected.length === 0 ? 0 : 1;
