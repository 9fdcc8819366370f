// `npm run test:matrix`: the unit tests on each Node and in each ESLint that package.json allows, from
// the oldest to the newest. Nodes and the oldest ESLint are installed into a scratch folder.
//   --here        this Node alone
//   --node=22     that Node alone
//   -- PATTERN    test files, as vitest takes them
// The exit code is 0 if all combinations pass.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

const root = path.resolve(import.meta.dirname, '..');
const NODES = ['20', '22', '24'];
const OLDEST_ESLINT = '9.38.0';

const { values, positionals } = parseArgs({
  options: { here: { type: 'boolean' }, node: { type: 'string' } },
  allowPositionals: true,
});

const scratch = mkdtempSync(path.join(tmpdir(), 'go-live-matrix-'));
const below = (...names) => path.join(scratch, 'node_modules', ...names);

/** @param {string[]} packages */
function install(packages) {
  writeFileSync(path.join(scratch, 'package.json'), '{ "private": true }');
  const options = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'];
  const { status } = spawnSync('npm', [...options, ...packages], {
    cwd: scratch,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The matrix could not be installed.');
}

const nodes = values.here ? [] : NODES.filter((node) => !values.node || node === values.node);
install([
  `eslint@${OLDEST_ESLINT}`,
  ...nodes.map((node) => `node${node}@npm:node-${process.platform}-${process.arch}@${node}`),
]);

const runtimes = values.here
  ? [process.execPath]
  : nodes.map((node) => below(`node${node}`, 'bin', 'node'));

/** The test projects: ESLint 10 runs every unit test, both versions of 9 what touches ESLint. */
const linters = [
  { eslint: 'eslint', projects: ['eslint10', 'loading'] },
  { eslint: 'eslint-v9', projects: ['eslint9'] },
  { eslint: OLDEST_ESLINT, projects: ['eslint9'], folder: below('eslint') },
];

const versionOf = (eslint) =>
  eslint === OLDEST_ESLINT
    ? eslint
    : createRequire(import.meta.url)(`${eslint}/package.json`).version;

/** @returns the row of one combination in the table */
function run(node, { eslint, projects, folder }) {
  const summary = path.join(scratch, 'summary.json');
  const bin = path.join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${summary}`];
  const start = performance.now();
  const { status } = spawnSync(
    node,
    [bin, 'run', ...projects.flatMap((name) => ['--project', name]), ...reporters, ...positionals],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...(folder ? { GO_LIVE_ESLINT_9: folder } : {}) },
    },
  );
  const seconds = Math.round((performance.now() - start) / 1000);
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
    readFileSync(summary, 'utf8'),
  );
  return { node: stdout.trim(), eslint: versionOf(eslint), passed, failed, seconds, status };
}

const rows = [];
try {
  for (const node of runtimes) for (const linter of linters) rows.push(run(node, linter));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.table(rows);
process.exitCode = rows.every(({ status }) => status === 0) ? 0 : 1;
