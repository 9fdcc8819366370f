// `npm run hostile -- [--every=N] [--one] [--jobs=N] [folder…]`: lints programs made to break
// parsers, those installed here and those of the folders, with all rules. Fails where one crashes,
// takes longer than its size allows, or has an edit that breaks a file. With `--one` each file is
// linted in one of its variants, the next file in the next.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { clearTimeout, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';
import { filesOf, installed } from './files.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    every: { type: 'string', default: '1' },
    one: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '1' },
  },
});
/** Longer than any file may take, in milliseconds. */
const HANGS = 60_000;

const folders = positionals.length > 0 ? positionals : installed.filter((one) => existsSync(one));
const every = Number(values.every);
const files = filesOf(folders).filter((_, index) => index % every === 0);
const totals = { files: 0, read: 0, variants: 0, reports: 0, edits: 0, problems: 0 };
const slowest = [];
const queue = files.entries();

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
console.table([totals]);
slowest.sort((a, b) => b.ms - a.ms);
console.table(slowest.slice(0, 10));
process.exitCode = totals.problems > 0 || totals.read === 0 ? 1 : 0;

/** Sends file after file to a process, and to another one when that is lost. */
async function work() {
  let child = null;
  for (const [turn, file] of queue) {
    child ??= fork(path.join(import.meta.dirname, 'worker.js'));
    const answer = await ask(child, { file, turn: values.one ? turn : null });
    if (typeof answer === 'string') {
      tell(file, answer);
      child.kill('SIGKILL');
      child = null;
    } else count(file, answer.results);
  }
  child?.kill();
}

function ask(child, order) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => settle('hangs'), HANGS);
    const lost = (code) => settle(`ends the process: ${code}`);
    function settle(answer) {
      clearTimeout(timer);
      child.off('exit', lost);
      child.off('message', settle);
      resolve(answer);
    }
    child.once('exit', lost);
    child.once('message', settle);
    child.send(order);
  });
}

function count(file, results) {
  totals.files++;
  totals.read += results.length > 0 ? 1 : 0;
  for (const { parser, variant, problems, reports, edits, ms } of results) {
    totals.variants++;
    totals.reports += reports;
    totals.edits += edits;
    slowest.push({ file: path.relative('.', file), parser, variant, ms: Math.round(ms) });
    for (const problem of problems) tell(`${file} (${parser}, ${variant})`, problem);
  }
  if (slowest.length > 1_000) slowest.sort((a, b) => b.ms - a.ms).splice(10);
}

function tell(where, problem) {
  totals.problems++;
  console.log(`${where}: ${problem}\n`);
}
