import nodePath from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageOf, languages } from '../../docs/.vitepress/playground/languages.ts';
import { moved, piecesOf } from '../../docs/.vitepress/playground/pieces.ts';
import type { Report } from '../../docs/.vitepress/playground/protocol.ts';
import { samples } from '../../docs/.vitepress/playground/samples.ts';
import { decoded, encoded } from '../../docs/.vitepress/playground/state.ts';
import * as standIn from '../../docs/.vitepress/playground/stand-ins/path.ts';

const report = (start: number, end: number, severity: Report['severity'] = 'error'): Report => ({
  rule: 'x',
  severity,
  message: 'm',
  line: 1,
  column: 1,
  range: [start, end],
  fix: null,
  suggestions: [],
});

describe('the state in an address', () => {
  test.each([
    { file: 'a.ts', config: 'strict', api: 'octopus', text: 'const ü = "→ 💡";\n' },
    { file: '.env', config: 'rule:max-retries', options: { max: 3 }, settings: {}, text: '' },
    ...samples.map(({ state }) => state),
  ])('comes back as it was: $file', (state) => {
    expect(encoded(state)).toMatch(/^[\w-]+$/);
    expect(decoded(`#${encoded(state)}`)).toEqual(state);
  });

  test.each(['', '#', '#options', '#%%%', `#${btoa('{"file":1}')}`])('is none in %j', (hash) => {
    expect(decoded(hash)).toBe(null);
  });
});

describe('the pieces of a text', () => {
  const colours = [
    { start: 0, end: 4, style: { color: 'red' } },
    { start: 6, end: 9, style: { color: 'blue' } },
  ];
  const looks = (pieces: ReturnType<typeof piecesOf>): unknown[] =>
    pieces.map(({ text, style, severity }) => [text, style['color'] ?? '', severity]);

  test('are cut at colours and at reports', () => {
    expect(looks(piecesOf('let  abc = 1', colours, [report(2, 7, 'warning')], null))).toEqual([
      ['le', 'red', null],
      ['t ', 'red', 'warning'],
      [' a', '', 'warning'],
      ['b', 'blue', 'warning'],
      ['c ', 'blue', null],
      ['= 1', '', null],
    ]);
  });

  test('make up the text again', () => {
    const text = 'a\n\nbcd\n';
    const pieces = piecesOf(text, [], [report(0, 5), report(4, 5), report(7, 9)], null);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });

  test('mark a report of many lines on its first', () => {
    const marked = piecesOf('ab\ncd\n', [], [report(0, 5)], null).filter((each) => each.severity);
    expect(marked.map(({ text }) => text)).toEqual(['ab']);
  });

  test('are errors where an error and a warning meet', () => {
    const both = [report(0, 2, 'warning'), report(0, 2, 'error')];
    expect(piecesOf('ab', [], both, both[1] ?? null)[0]).toMatchObject({
      severity: 'error',
      active: true,
    });
  });
});

test('reports move with the text that is typed before them', () => {
  const ranges = (before: string, after: string): unknown[] =>
    moved([report(0, 2), report(3, 5), report(6, 8)], before, after).map(({ range }) => range);
  expect(ranges('ab cd ef', 'ab cd ef')).toEqual([
    [0, 2],
    [3, 5],
    [6, 8],
  ]);
  expect(ranges('ab cd ef', 'ab cxd ef')).toEqual([
    [0, 2],
    [7, 9],
  ]);
  expect(ranges('ab cd ef', 'ab ef')).toEqual([
    [0, 2],
    [3, 5],
  ]);
});

test('every file of a language is known to be in it', () => {
  for (const language of languages) expect(languageOf(language.file)).toBe(language);
  expect(languageOf('deploy/production.env').title).toBe('.env');
  expect(languageOf('.env.production').title).toBe('.env');
  expect(languageOf('alerts.yaml').title).toBe('YAML');
  expect(languageOf('README').title).toBe('TypeScript');
});

describe('the stand-in for paths does as Node.js does', () => {
  const { posix } = nodePath;
  const paths = [
    '/',
    '/a',
    '/a/b.test.ts',
    'a/../b',
    '../a',
    './a//b/',
    '.env',
    '/a/.env',
    'a.',
    '',
  ];

  test.each(paths)('with %j', (path) => {
    expect(standIn.extname(path)).toBe(posix.extname(path));
    expect(standIn.isAbsolute(path)).toBe(posix.isAbsolute(path));
    expect(standIn.basename(path.replace(/\/$/, ''))).toBe(posix.basename(path));
    if (path.startsWith('/')) {
      expect(standIn.dirname(path)).toBe(posix.dirname(path));
      expect(standIn.resolve(path, '../c')).toBe(posix.resolve(path, '../c'));
      expect(standIn.relative('/a/x', path)).toBe(posix.relative('/a/x', path));
    }
  });

  test('joins', () => {
    expect(standIn.join('/a', '..', 'b', './c.ts')).toBe('/b/c.ts');
    expect(standIn.resolve('/a', '/b', 'c')).toBe('/b/c');
  });
});
