import * as tsParser from '@typescript-eslint/parser';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import { diskProject } from '../../src/project/disk.ts';
import { memoryProject } from '../../src/project/memory.ts';
import { moduleAt, parserOf } from '../../src/project/modules.ts';
import { folder } from './files.ts';

const typescript = parserOf({
  languageOptions: {
    parser: tsParser,
    parserOptions: { projectService: true, project: './no-such-config.json' },
  },
});
const javascript = parserOf({ languageOptions: { parser: espree, sourceType: 'module' } });
const throwing = {
  parse(): never {
    throw new Error('not supported');
  },
};
const none = parserOf({ languageOptions: { parser: throwing } });

describe('parserOf', () => {
  it.each([
    ['a.ts', 'const a = <T>b;'],
    ['a.tsx', 'const a = <b />;'],
    ['a.js', 'const a = <b />;'],
    ['a.cjs', 'return 1'],
    ['a.mts', 'await b'],
  ])('TypeScript: %s', (file, text) => {
    const parsed = typescript.parse(text, `/project/${file}`);
    expect(parsed?.program.type).toBe('Program');
    expect(parsed?.program.loc.start.line).toBe(1);
    expect(parsed?.visitorKeys).toHaveProperty('TSAsExpression');
  });

  it.each([
    ['a.js', 'import a from "b"; const c = <d />'],
    ['a.js', 'with (a) b'],
    ['a.cjs', 'return 1'],
  ])('JavaScript: %s %s', (file, text) => {
    expect(javascript.parse(text, `/project/${file}`)?.program.range[0]).toBe(0);
  });

  it('answers null for what does not parse, and where there is no parser', () => {
    expect(typescript.parse('const = ', '/project/a.ts')).toBeNull();
    expect(javascript.parse('let a: string', '/project/a.js')).toBeNull();
    expect(none.parse('a', '/project/a.js')).toBeNull();
    expect(parserOf({}).parse('a', '/project/a.js')).toBeNull();
  });
});

describe('moduleAt', () => {
  it('parses once for each content', async () => {
    const { at, write } = folder({ 'a.ts': 'export const a = 1' });
    const first = moduleAt(diskProject(), at('a.ts'), typescript);
    expect(first?.text).toBe('export const a = 1');
    expect(moduleAt(diskProject(), at('a.ts'), typescript)).toBe(first);
    write('a.ts', 'export const a = 22');
    await Promise.resolve();
    expect(moduleAt(diskProject(), at('a.ts'), typescript)?.text).toBe('export const a = 22');
  });

  it('goes by the text where there are no stamps', () => {
    const files = { '/a.ts': 'export const a = 1' };
    const project = memoryProject(files);
    const first = moduleAt(project, '/a.ts', typescript);
    expect(first).not.toBeNull();
    expect(moduleAt(project, '/a.ts', typescript)).toBe(first);
    files['/a.ts'] = 'export const a = 2';
    expect(moduleAt(project, '/a.ts', typescript)?.text).toBe('export const a = 2');
  });

  it('answers null for what is missing, broken or too long', () => {
    const project = memoryProject({ '/broken.ts': 'const =', '/long.ts': ' '.repeat(300_001) });
    expect(moduleAt(project, '/missing.ts', typescript)).toBeNull();
    expect(moduleAt(project, '/broken.ts', typescript)).toBeNull();
    expect(moduleAt(project, '/long.ts', typescript)).toBeNull();
  });

  it('asks the project to parse what the parser cannot', () => {
    const parsed = typescript.parse('a', '/a.js');
    const project = { ...memoryProject({ '/a.js': 'a' }), fallbackParse: () => parsed };
    expect(moduleAt(project, '/a.js', none)?.program).toBe(parsed?.program);
    expect(moduleAt(memoryProject({ '/a.js': 'a' }), '/a.js', none)).toBeNull();
  });

  it('never throws where an optional parser may or may not be installed', () => {
    const { at } = folder({ 'a.ts': 'export const a: string = "b"' });
    expect([null, 'Program']).toContain(
      moduleAt(diskProject(), at('a.ts'), none)?.program.type ?? null,
    );
  });
});

describe('memoryProject', () => {
  const project = memoryProject({
    '/p/package.json': '{ "imports": { "#a": "./src/a.js" }, "dependencies": { "x": "^1.0.0" } }',
    '/p/src/a.ts': '',
    '/p/src/b/index.js': '',
    '/p/.git/HEAD': '',
  });

  it('resolves', () => {
    expect(project.resolve('/p/src/c.ts', './a.js')).toBe('/p/src/a.ts');
    expect(project.resolve('/p/src/c.ts', '../src/b')).toBe('/p/src/b/index.js');
    expect(project.resolve('/p/src/c.ts', '#a')).toBe('/p/src/a.ts');
    expect(project.resolve('/p/src/c.ts', 'x')).toBeNull();
  });

  it('knows versions and the root', () => {
    expect(project.packageRange('/p/src/c.ts', 'x')).toBe('^1.0.0');
    expect(project.repositoryRoot('/p/src/c.ts')).toBe('/p');
  });
});
