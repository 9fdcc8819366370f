import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { run } from '../../src/command/run.ts';

const bare = `await fetch('https://api.octopuscards.io/api/v1/wallets');\n`;
let cwd = '';

beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'go-live-command-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), text);
  }
}

async function goLive(...argv: string[]) {
  const said = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string | Uint8Array) => {
      said[name] += String(text);
      return true;
    },
  });
  const code = await run(argv, {
    cwd,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    env: {},
  });
  return { code, ...said };
}

const link = (name: string): void => {
  const target = path.join(cwd, 'node_modules', name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(path.resolve('node_modules', name), target);
};

test('works without an ESLint configuration, and exits 1 on errors', async () => {
  write({ 'src/a.js': bare });
  const { code, stdout } = await goLive('--api', 'octopus');
  expect(stdout).toContain('src/a.js:1:7  require-request-timeout');
  expect(code).toBe(1);
});

test('exits 0 where nothing is wrong', async () => {
  write({ 'a.js': 'export const a = 1;\n' });
  expect((await goLive('--api', 'octopus')).code).toBe(0);
});

test("lints TypeScript with the project's own parser", async () => {
  write({ 'a.ts': `const url: string = 'https://api.octopuscards.io';\nawait fetch(url);\n` });
  link('@typescript-eslint/parser');
  const { stdout } = await goLive('--api', 'octopus');
  expect(stdout).toContain('a.ts:2:7  require-request-timeout');
});

test('names the TypeScript files that it had to skip, and the package to install', async () => {
  write({ 'a.ts': 'const a: string = 1;', 'b.js': '' });
  const { stdout, stderr, code } = await goLive('--api', 'octopus');
  expect(stderr).toContain('1 TypeScript file not linted');
  expect(stderr).toContain('Install @typescript-eslint/parser:\n  a.ts');
  expect(stdout).toContain('1 file:');
  expect(code).toBe(0);
});

test("uses the project's configuration, with our rules where it has none", async () => {
  write({
    'eslint.config.js': `export default [{ ignores: ['vendor/**'] }];\n`,
    'package.json': '{ "type": "module" }',
    'a.js': bare,
    'vendor/b.js': bare,
  });
  const { stdout } = await goLive('--api', 'octopus');
  expect(stdout).toContain('a.js:1:7  require-request-timeout');
  expect(stdout).not.toContain('vendor/b.js');
});

test('--fix writes the fixes', async () => {
  write({ 'a.js': bare });
  await goLive('--api', 'octopus', '--fix');
  expect(readFileSync(path.join(cwd, 'a.js'), 'utf8')).toContain('AbortSignal.timeout(');
});

test('--output writes a page', async () => {
  write({ 'a.js': bare });
  const { stderr, stdout } = await goLive('--api', 'octopus', '-f', 'html', '-o', 'report.html');
  expect(stderr).toContain('Report written to report.html');
  expect(stdout).toBe('');
  expect(readFileSync(path.join(cwd, 'report.html'), 'utf8')).toMatch(/^<!doctype html>/);
});

test('--merge makes one report of several', async () => {
  write({ 'one/a.js': bare, 'two/b.js': '' });
  await goLive('one', '--api', 'octopus', '-f', 'json', '-o', '1.json');
  await goLive('two', '--api', 'octopus', '-f', 'json', '-o', '2.json');
  const { code, stdout } = await goLive('--merge', '1.json', '2.json');
  expect(stdout).toContain('one/a.js:1:7');
  expect(stdout).toContain('2 files:');
  expect(code).toBe(1);
});

test.each([
  [['--format', 'pdf'], '--format takes terminal, html, markdown, json; got "pdf".'],
  [['--api', 'nobody'], '--api takes aelix, octopus, moncreneau; got "nobody".'],
  [['--colour'], "Unknown option '--colour'"],
  [['--merge'], '--merge takes the paths of reports'],
  [['missing/'], "No files matching 'missing/'"],
])('%j: exits 2 with a message', async (argv, message) => {
  write({ 'a.js': '' });
  const { code, stderr, stdout } = await goLive(...argv);
  expect(stderr).toContain(message);
  expect(stdout).toBe('');
  expect(code).toBe(2);
});

test('--merge refuses what is no report', async () => {
  write({ 'a.json': '{}' });
  expect((await goLive('--merge', 'a.json')).stderr).toContain('a.json is none');
});

test('--help and --version', async () => {
  expect((await goLive('--help')).stdout).toMatch(/^Usage: go-live/);
  expect((await goLive('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
