import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './built-plugin.ts';
import { fences } from './fences.ts';
import type { Ran } from './installed.ts';
import { install, run } from './installed.ts';
import { layOut, packInto } from './packed.ts';

const shown = fences(readFileSync(path.join(root, 'docs/ci.md'), 'utf8'))
  .filter(({ heading, language }) => heading.startsWith('Monorepos') && language === 'json')
  .map(({ text }) => text);

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-monorepo-')));
const repository = path.join(scratch, 'shops');
const { tarball } = packInto(scratch);

const limit = (ms: number): string => `export const timeout = ${String(ms)};\n`;

const config = (name: string): string => `import goLive from 'eslint-plugin-go-live';
export default [...goLive.configs.${name}];
`;
const packageOf = (name: string, dependencies: object): string =>
  JSON.stringify({
    name,
    version: '1.0.0',
    type: 'module',
    scripts: { lint: 'eslint .' },
    dependencies,
  });

/** Two packages with configs of their own; one reads a value from the other. */
const files = {
  'package.json': JSON.stringify({
    name: 'shops',
    private: true,
    workspaces: ['packages/*'],
    packageManager: 'npm@11.0.0',
  }),
  '.gitignore': 'node_modules/\n.turbo/\n.nx/\n',
  'turbo.json': shown[0] ?? '',
  'nx.json': shown[1] ?? '',
  'packages/http/package.json': packageOf('http', {}),
  'packages/http/eslint.config.js': config('strict'),
  'packages/http/limits.js': limit(5000),
  'packages/shop/package.json': packageOf('shop', { http: '1.0.0' }),
  'packages/shop/eslint.config.js': config('recommended'),
  'packages/shop/orders.js': `import axios from 'axios';
import { timeout } from '../http/limits.js';
export const client = axios.create({ baseURL: process.env.ORDERS_URL, timeout });
`,
};
layOut(repository, files);
const eslint = `eslint@${packageJson.devDependencies.eslint}`;
/** Nx takes its time: tried where `GO_LIVE_LONG` is set. */
const isLong = process.env['GO_LIVE_LONG'] !== undefined;
const runners = isLong ? ['turbo@2', 'nx@24'] : ['turbo@2'];
const hasTools = install(repository, [eslint, tarball, ...runners]);
const installed = hasTools ? readFileSync(path.join(repository, 'package.json'), 'utf8') : '';
run(repository, 'git', ['init', '--quiet']);
run(repository, 'git', ['add', '.']);
afterAll(() => rmSync(scratch, { recursive: true }));
beforeEach(() => layOut(repository, { ...files, 'package.json': installed }));

const quiet = { TURBO_TELEMETRY_DISABLED: '1', NX_DAEMON: 'false', DO_NOT_TRACK: '1' };
const setUps = [
  {
    isTried: true,
    runner: 'Turborepo',
    lint: (): Ran =>
      run(repository, 'node_modules/.bin/turbo', ['run', 'lint', '--ui=stream'], quiet),
    kept: (output: string): number => Number(/Cached:\s+(\d+) cached/.exec(output)?.[1] ?? 0),
  },
  {
    isTried: isLong,
    runner: 'Nx',
    lint: (): Ran => run(repository, 'node_modules/.bin/nx', ['run-many', '-t', 'lint'], quiet),
    kept: (output: string): number =>
      Number(/(\d+) out of (\d+) tasks|\[local cache\]/.exec(output)?.[1] ?? 0),
  },
];

const tried = setUps.filter(({ isTried }) => isTried);

describe.runIf(hasTools).each(tried)('$runner, set up as shown', ({ lint, kept }) => {
  test('keeps the answer until something that it depends on changes', () => {
    const first = lint();
    expect(first.code, first.stdout + first.stderr).toBe(0);
    expect(kept(lint().stdout)).toBe(2);

    layOut(repository, { 'packages/shop/orders.js': `${files['packages/shop/orders.js']}\n` });
    expect(kept(lint().stdout)).toBe(1);

    layOut(repository, { 'packages/http/limits.js': limit(900_000) });
    const changed = lint();
    expect(changed.code).toBe(1);
    expect(changed.stdout).toContain('go-live/max-request-timeout');

    layOut(repository, {
      'packages/http/limits.js': limit(5000),
      '.gitignore': `${files['.gitignore']}.env\n`,
    });
    expect(kept(lint().stdout)).toBe(0);
  });
});
