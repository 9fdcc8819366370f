import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { install, run } from './installed.ts';
import { layOut, packInto } from './packed.ts';

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-installed-')));
const project = path.join(scratch, 'shop');
const { tarball } = packInto(scratch);
const eslint = `eslint@${packageJson.devDependencies.eslint}`;
afterAll(() => rmSync(scratch, { recursive: true }));

layOut(project, {
  'package.json': '{ "name": "shop", "type": "module", "private": true }\n',
  'eslint.config.js': `import { defineConfig } from 'eslint/config';
import goLive from 'eslint-plugin-go-live';

export default defineConfig([
  { plugins: { 'go-live': goLive }, extends: ['go-live/recommended', 'go-live/octopus'] },
]);
`,
  'orders.js': "export const order = () => fetch('https://api.partner.io/orders');\n",
});

/** What takes room in a folder, in bytes. */
const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
const modules = path.join(project, 'node_modules');

/** Folders of every installed package of a name, at any depth. */
function copiesOf(name: string): string[] {
  const lock = JSON.parse(readFileSync(path.join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>;
  };
  return Object.entries(lock.packages).flatMap(([folder, { version }]) =>
    folder.endsWith(`node_modules/${name}`) ? [version] : [],
  );
}

const lint = () => run(project, 'npx', ['eslint', '.']);

const hasEslint = install(project, [eslint]);
describe.runIf(hasEslint)('installed from the registry', () => {
  test('a JavaScript project gets no TypeScript, and at most 8 MB beside ESLint', () => {
    const before = sizeOf(modules);
    install(project, [tarball]);
    expect(sizeOf(modules) - before).toBeLessThan(8 * 2 ** 20);
    expect(copiesOf('typescript')).toEqual([]);
    expect(copiesOf('eslint')).toEqual([packageJson.devDependencies.eslint]);
    expect(lint().stdout).toContain('go-live/require-request-timeout');
  });

  test('a project with TypeScript 7 gets no second TypeScript, and the types hold there', () => {
    install(project, ['typescript@7']);
    expect(copiesOf('typescript').map((version) => version.split('.')[0])).toEqual(['7']);
    writeFileSync(
      path.join(project, 'typed.ts'),
      `import goLive from 'eslint-plugin-go-live';
import { configFor, defineApi } from 'eslint-plugin-go-live/api';
const parcels = defineApi({ name: 'parcels', title: 'Parcels', hosts: ['api.parcels.example'], checklist: [] });
export default [...(goLive.configs['recommended'] ?? []), configFor(parcels)];
// @ts-expect-error -- a host list, not a host
defineApi({ ...parcels, hosts: 'api.parcels.example' });
`,
    );
    const strict = ['--strict', '--skipLibCheck', 'false', '--noEmit', '--types', ''];
    const target = ['--module', 'nodenext', '--target', 'es2022'];
    const compiled = run(project, 'npx', ['tsc', ...strict, ...target, 'typed.ts']);
    expect(compiled.stdout).toBe('');
    expect(compiled.code).toBe(0);
    expect(lint().stdout).toContain('go-live/require-request-timeout');
  });
});
