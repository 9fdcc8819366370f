import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diskProject } from '../../src/project/disk.ts';
import { folder } from './files.ts';

const project = diskProject();

describe('resolve', () => {
  it.each([
    ['./a', 'src/a.ts'],
    ['./a.js', 'src/a.ts'],
    ['./a.ts', 'src/a.ts'],
    ['./b', 'src/b/index.js'],
    ['.', 'src/index.ts'],
    ['..', 'index.mjs'],
    ['./c.mjs', 'src/c.mts'],
    ['./d.jsx', 'src/d.tsx'],
    ['./e.service', 'src/e.service.ts'],
    ['./data.json', 'src/data.json'],
    ['../index.mjs', 'index.mjs'],
    ['./missing', null],
    ['axios', null],
    ['@scope/name', null],
    ['node:fs', null],
    ['./style.css', null],
    ['../node_modules/axios/index.js', null],
  ])('%s is %s', (specifier, expected) => {
    const { at } = folder({
      'index.mjs': '',
      'src/index.ts': '',
      'src/a.ts': '',
      'src/b/index.js': '',
      'src/c.mts': '',
      'src/d.tsx': '',
      'src/e.service.ts': '',
      'src/data.json': '{}',
      'src/style.css': '',
      'node_modules/axios/index.js': '',
    });
    expect(project.resolve(at('src/from.ts'), specifier)).toBe(expected && at(expected));
  });

  it('follows the paths and the baseUrl of a tsconfig', () => {
    const { at } = folder({
      'tsconfig.json': `{ // comment
        "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["src/*"], "http": ["src/http.ts"] } },
      }`,
      'src/http.ts': '',
      'src/api/index.ts': '',
    });
    const from = at('src/deep/from.ts');
    expect(project.resolve(from, '@/http')).toBe(at('src/http.ts'));
    expect(project.resolve(from, '@/api')).toBe(at('src/api/index.ts'));
    expect(project.resolve(from, 'http')).toBe(at('src/http.ts'));
    expect(project.resolve(from, 'src/http.js')).toBe(at('src/http.ts'));
    expect(project.resolve(from, 'express')).toBeNull();
  });

  it('follows the paths of configs that are extended or referred to', () => {
    const { at } = folder({
      'one/base.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }',
      'one/tsconfig.json': '{ "extends": "./base.json" }',
      'one/src/a.ts': '',
      'two/tsconfig.json': '{ "files": [], "references": [{ "path": "./tsconfig.app.json" }] }',
      'two/tsconfig.app.json': '{ "compilerOptions": { "paths": { "~/*": ["./src/*"] } } }',
      'two/src/a.ts': '',
    });
    expect(project.resolve(at('one/src/from.ts'), '~/a')).toBe(at('one/src/a.ts'));
    expect(project.resolve(at('two/src/from.ts'), '~/a')).toBe(at('two/src/a.ts'));
  });

  it('sees changes of a config from one file to the next', async () => {
    const config = (to: string): string =>
      `{ "compilerOptions": { "paths": { "@/*": ["./${to}/*"] } } }`;
    const { at, write } = folder({ 'tsconfig.json': config('a'), 'a/x.ts': '', 'other/x.ts': '' });
    expect(project.resolve(at('from.ts'), '@/x')).toBe(at('a/x.ts'));
    write('tsconfig.json', config('other'));
    await Promise.resolve();
    expect(project.resolve(at('from.ts'), '@/x')).toBe(at('other/x.ts'));
  });

  it('bears broken configs', () => {
    const { at } = folder({ 'tsconfig.json': '{ "extends": "./none.json"', 'package.json': '{' });
    expect(project.resolve(at('from.ts'), '@/x')).toBeNull();
    expect(project.resolve(at('from.ts'), '#x')).toBeNull();
    expect(project.packageRange(at('from.ts'), 'x')).toBeNull();
  });

  it('follows the imports of package.json', () => {
    const imports = {
      '#http': './src/http.js',
      '#lib/*': { types: './types/*.d.ts', import: './src/lib/*.js' },
      '#out': 'axios',
    };
    const { at } = folder({
      'package.json': JSON.stringify({ imports }),
      'src/http.ts': '',
      'src/lib/a.js': '',
    });
    expect(project.resolve(at('src/from.ts'), '#http')).toBe(at('src/http.ts'));
    expect(project.resolve(at('src/from.ts'), '#lib/a')).toBe(at('src/lib/a.js'));
    expect(project.resolve(at('src/from.ts'), '#out')).toBeNull();
  });
});

it('tells the version range of a package', () => {
  const { at } = folder({
    'package.json': '{ "devDependencies": { "a": "^1.0.0" }, "dependencies": { "b": "~2.0.0" } }',
    'packages/x/package.json': '{ "peerDependencies": { "a": ">=3", "d": "catalog:" } }',
    'node_modules/c/package.json': '{ "version": "4.5.6" }',
    'node_modules/d/package.json': '{ "version": "5.0.0" }',
  });
  const from = at('packages/x/src/from.ts');
  expect(project.packageRange(from, 'a')).toBe('>=3');
  expect(project.packageRange(from, 'b')).toBe('~2.0.0');
  expect(project.packageRange(from, 'c')).toBe('4.5.6');
  expect(project.packageRange(from, 'd')).toBe('5.0.0');
  expect(project.packageRange(from, 'e')).toBeNull();
});

it('finds the root of the repository', () => {
  const { at } = folder({ 'src/a.ts': '' });
  mkdirSync(at('.git'));
  expect(project.repositoryRoot(at('src/a.ts'))).toBe(at('.'));
});

it('reads texts without a byte order mark, and null for what is no file', () => {
  const { at } = folder({ 'src/a.ts': '\uFEFFa' });
  expect(project.readText(at('src/a.ts'))).toBe('a');
  expect(project.readText(at('src'))).toBeNull();
  expect(project.isFile(at('src'))).toBe(false);
  expect(project.isFile(at('src/a.ts'))).toBe(true);
});
