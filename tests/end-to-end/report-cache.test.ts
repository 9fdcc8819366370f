import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/report/model.ts';

const root = process.cwd();
const formatter = path.join(root, 'dist/src/command/formatter.js');
let cwd = '';

beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'go-live-cache-'));
  const write = (file: string, text: string): void => {
    writeFileSync(path.join(cwd, file), text);
  };
  mkdirSync(path.join(cwd, 'node_modules'));
  symlinkSync(root, path.join(cwd, 'node_modules/eslint-plugin-go-live'));
  write('package.json', '{ "type": "module" }');
  write(
    'eslint.config.js',
    `import goLive from 'eslint-plugin-go-live';
     export default [...goLive.configs.recommended, ...goLive.configs.octopus, ...goLive.configs.report];`,
  );
  for (const name of ['a', 'b', 'c'])
    write(
      `${name}.js`,
      `await fetch('https://api.octopuscards.io/${name}', { signal: AbortSignal.timeout(5000) });`,
    );
});
afterAll(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** What ESLint's own command prints, with the formatter in JSON. */
function eslint(...options: string[]): Report {
  const bin = path.join(root, 'node_modules/eslint/bin/eslint.js');
  const { stdout, stderr } = spawnSync(process.execPath, [bin, '.', '-f', formatter, ...options], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, GO_LIVE_FORMAT: 'json' },
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Report;
}

const timeouts = (report: Report) =>
  report.apis.flatMap(({ items }) => items).find(({ id }) => id === 'octopus/timeouts');

test('the report is the same from the cache, and from several threads', () => {
  const plain = eslint();
  expect(timeouts(plain)).toMatchObject({ state: 'passed', counts: [{ what: 'calls', seen: 3 }] });
  expect(eslint('--cache')).toEqual(plain);
  expect(eslint('--cache')).toEqual(plain);
  expect(eslint('--concurrency', '2')).toEqual(plain);
});

test('the command is on the path of those who install the package', () => {
  const bin = path.join(root, 'dist/src/command/main.js');
  const help = execFileSync(process.execPath, [bin, '--help'], { cwd, encoding: 'utf8' });
  expect(help).toMatch(/^Usage: go-live/);
});
