import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './built-plugin.ts';
import type { Packed } from './packed.ts';
import { packInto, projectIn } from './packed.ts';

const megabyte = 1024 * 1024;
const scratch = mkdtempSync(path.join(tmpdir(), 'go-live-package-'));

let packed: Packed;

beforeAll(() => {
  packed = packInto(scratch);
});
afterAll(() => rmSync(scratch, { recursive: true }));

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

interface Locked {
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Folders of every package that installing ours brings along, relative to the root; peers are there. */
function productionFolders(): string[] {
  const lock: { packages: Record<string, Locked> } = JSON.parse(
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  );
  const found = new Set(['']);
  for (const folder of found) {
    for (const name of Object.keys(lock.packages[folder]?.dependencies ?? {}))
      found.add(folderOf(name, folder, lock.packages));
  }
  found.delete('');
  return [...found];
}

/** Where Node finds a package that one in `from` asks for. */
function folderOf(name: string, from: string, packages: Readonly<Record<string, Locked>>): string {
  for (
    let outer = from;
    ;
    outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/node_modules/')))
  ) {
    const folder = [...(outer === '' ? [] : [outer]), 'node_modules', name].join('/');
    if (packages[folder] || outer === '') return folder;
  }
}

const config = `import { defineConfig } from 'eslint/config';
import goLive from 'eslint-plugin-go-live';
import * as parser from '@typescript-eslint/parser';

export default defineConfig([
  { files: ['**/*.ts'], languageOptions: { parser } },
  { plugins: { 'go-live': goLive }, extends: ['go-live/recommended', 'go-live/octopus'] },
]);
`;
const typedConfig = `import { defineConfig } from 'eslint/config';
import type { ESLint, Linter } from 'eslint';
import goLive from 'eslint-plugin-go-live';
import { checklists, configFor, defineApi } from 'eslint-plugin-go-live/api';
import type { ApiProfile, ItemId } from 'eslint-plugin-go-live/api';

const parcels: ApiProfile = defineApi({
  name: 'parcels',
  title: 'Parcel Service',
  hosts: ['api.parcels.example'],
  checklist: [{ id: 'parcels/timeouts', text: 'In time', rules: ['require-request-timeout'] }],
});
// @ts-expect-error -- a host list, not a host
defineApi({ ...parcels, hosts: 'api.parcels.example' });

export const plugin: ESLint.Plugin = goLive;
export const recommended: Linter.Config[] | undefined = goLive.configs['recommended'];
export const ids: readonly ItemId[] = checklists.octopus.items.map(({ id }) => id);

export default defineConfig([
  {
    plugins: { 'go-live': goLive },
    extends: ['go-live/recommended', 'go-live/octopus'],
    rules: { 'go-live/max-request-timeout': ['warn', { maxMs: 5000 }] },
    settings: { 'go-live': { apis: { octopus: {} } } },
  },
  configFor(parcels),
]);
`;
const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  module: 'NodeNext',
  target: 'ES2022',
  types: [],
  noEmit: true,
};

describe.each(['eslint-v9', 'eslint'])('the packed plugin beside %s', (eslintFolder) => {
  let project: string;
  beforeAll(() => {
    project = projectIn(scratch, packed, { eslint: eslintFolder });
  });

  test('lints', () => {
    writeFileSync(path.join(project, 'eslint.config.js'), config);
    writeFileSync(path.join(project, 'client.ts'), 'export const answer: number = 42;\n');
    const bin = path.join(project, 'node_modules/eslint/bin/eslint.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, '.'], { cwd: project });
    expect(`${stdout}${stderr}`).toBe('');
    expect(status).toBe(0);
  });

  test('compiles for a strict reader of its types', () => {
    writeFileSync(path.join(project, 'typed.ts'), typedConfig);
    const tsconfig = { compilerOptions, files: ['typed.ts'] };
    writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify(tsconfig));
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], { cwd: project });
    expect(stdout.toString()).toBe('');
  });
});

describe('the package', () => {
  test('exports files that exist', () => {
    const entries: (string | Record<string, string>)[] = Object.values(packageJson.exports);
    const targets = entries.flatMap((entry) =>
      typeof entry === 'string' ? [entry] : Object.values(entry),
    );
    const missing = targets.filter((target) => !existsSync(path.join(packed.unpacked, target)));
    expect(missing).toEqual([]);
  });

  test('holds no test, no script and no source', () => {
    const outer = readdirSync(packed.unpacked).sort();
    expect(outer).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist',
      'oxlint',
      'package.json',
    ]);
  });

  test('is small, with all that it brings along', () => {
    const brought = productionFolders().map((folder) => sizeOf(path.join(root, folder)));
    const total = brought.reduce((sum, size) => sum + size, sizeOf(packed.unpacked));
    expect(total).toBeLessThan(8 * megabyte);
  });

  test('brings no compiler and no linter along', () => {
    const names = productionFolders().map((folder) => folder.split('node_modules/').at(-1));
    for (const heavy of ['typescript', 'eslint', '@typescript-eslint/utils']) {
      expect(names).not.toContain(heavy);
    }
  });

  test('says why it has each dependency', () => {
    const guide = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');
    const reasons = guide.split('\n').filter((line) => line.startsWith('| `'));
    for (const name of Object.keys(packageJson.dependencies)) {
      const reason = reasons.find((line) => line.split('|')[1]?.includes(`\`${name}\``));
      expect(reason?.split('|')[2]?.trim().length, name).toBeGreaterThan(20);
    }
  });
});
