import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './built-plugin.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-secret-'));
/** One for each place, made here so that none stands in the repository. */
const secrets = {
  code: ['sk', 'live', 'Zq81LmT0xR44vWb9KcP2'].join('_'),
  env: ['9f1c77e0', 'b2a4d6c8', '0e5f3a91', '7d6b2c48'].join(''),
  json: ['ghp', 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY1zA3'].join('_'),
  yaml: ['AKIA', 'Q3WE5RT7YU9I', 'O1PA'].join(''),
};

beforeAll(() => {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), text);
  };
  write('package.json', '{ "type": "module" }');
  write('.git/HEAD', 'ref: refs/heads/main\n');
  write(
    'eslint.config.js',
    `import goLive from 'eslint-plugin-go-live';
     import { defineConfig } from 'eslint/config';
     export default defineConfig([
       { plugins: { 'go-live': goLive }, extends: ['go-live/all', 'go-live/octopus'] },
       goLive.configs.report,
     ]);`,
  );
  write('src/client.js', `export const apiKey = '${secrets.code}';\nconsole.log(apiKey);\n`);
  write('.env', `OCTOPUS_API_SECRET=${secrets.env}\n`);
  write('config.json', `{ "github": { "token": "${secrets.json}" } }\n`);
  write('deploy.yml', `env:\n  AWS_ACCESS_KEY_ID: ${secrets.yaml}\n`);
  mkdirSync(path.join(cwd, 'node_modules'));
  symlinkSync(root, path.join(cwd, 'node_modules/eslint-plugin-go-live'));
  symlinkSync(path.join(root, 'node_modules/eslint'), path.join(cwd, 'node_modules/eslint'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

function run(script: string, ...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, DEBUG: '' },
  });
  return `${stdout}${stderr}`;
}

const leaked = (text: string): string[] =>
  Object.entries(secrets).flatMap(([name, secret]) => (text.includes(secret) ? [name] : []));

test('each of them is reported', () => {
  const output = run('node_modules/eslint/bin/eslint.js', '.');
  for (const file of ['client.js', '.env', 'config.json', 'deploy.yml'])
    expect(output).toContain(file);
});

test.each(['stylish', 'html', 'src/command/formatter'])(
  'no output of ESLint shows one: %s',
  (name) => {
    const formatter = name.includes('/') ? path.join(root, `dist/${name}.js`) : name;
    expect(leaked(run('node_modules/eslint/bin/eslint.js', '.', '-f', formatter))).toEqual([]);
  },
);

test.each(['terminal', 'html', 'markdown', 'json'])('no report shows one: %s', (format) => {
  const output = run('dist/src/command/main.js', '.', '--api', 'octopus', '-f', format);
  expect(output.length).toBeGreaterThan(1000);
  expect(leaked(output)).toEqual([]);
});

test('no cache holds one', () => {
  run('node_modules/eslint/bin/eslint.js', '.', '--cache', '--cache-location', '.cache');
  expect(leaked(readFileSync(path.join(cwd, '.cache'), 'utf8'))).toEqual([]);
});
