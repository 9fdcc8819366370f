// All checks in order, the same here and in CI. Stops at the first that fails, with its exit code;
// closes with a plain line, `N passed, 0 failed`, counted from the unit tests' own summary.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const scratch = mkdtempSync(path.join(tmpdir(), 'go-live-test-'));
const summary = path.join(scratch, 'summary.json');

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${summary}`];
const checks = [
  ['build'],
  ['types'],
  ['lint'],
  ['format'],
  ['update', '--check'],
  ['unused'],
  ['check:package'],
  ['unit', ...reporters],
];

/** @param {string[]} check an npm script and its arguments @returns {number} exit code */
function run([script, ...args]) {
  console.log(`\n# ${script}`);
  const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  return spawnSync('npm', command, { cwd: root, stdio: 'inherit' }).status ?? 1;
}

/** @returns {string} the closing line; empty where no test ran */
function closingLine() {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(summary, 'utf8'));
    return `${numPassedTests} passed, ${numFailedTests} failed`;
  } catch {
    return '';
  }
}

let failed = '';
let code = 0;
for (const check of checks) {
  code = run(check);
  if (code !== 0) {
    failed = check[0];
    break;
  }
}
const line = closingLine();
rmSync(scratch, { recursive: true, force: true });
if (failed) console.error(`\nThe check \`${failed}\` failed.`);
if (line) console.log(`\n${line}`);
process.exitCode = code;
