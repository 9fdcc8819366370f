import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each run: how many reads, and how many declarations where they are nothing else. */
const shown = (code: string): string[] =>
  factsIn(code).sequentialReads.map(({ calls, statements }) =>
    [calls.length, ...(statements ? [`as ${String(statements.length)}`] : [])].join(' '),
  );

const IN = (body: string) => `export async function load(id, self) { ${body} }`;
const GET = (path: string) => `await fetch(\`https://api.example.com/v1/${path}\`)`;

test.each([
  [
    'two declarations',
    IN(`const a = ${GET('a')}; const b = ${GET('b')}; return [a, b];`),
    ['2 as 2'],
  ],
  [
    'three',
    IN(`const a = ${GET('a')}; const b = ${GET('b')}; const c = ${GET('c')}; return [a, b, c];`),
    ['3 as 3'],
  ],
  [
    'with their bodies',
    IN(
      `const a = await (${GET('a')}).json(); const b = await (${GET('b')}).json(); return [a, b];`,
    ),
    ['2 as 2'],
  ],
  [
    'the body is read between',
    IN(`const a = ${GET('a')}; const x = await a.json(); const b = ${GET('b')}; return [x, b];`),
    ['2'],
  ],
  [
    'a log between',
    IN(`const a = ${GET('a')}; console.log('a'); const b = ${GET('b')}; return [a, b];`),
    ['2'],
  ],
  ['assigned', IN(`let a, b; a = ${GET('a')}; b = ${GET('b')}; return [a, b];`), ['2']],
  [
    'to properties of a plain object',
    IN(`const all = {}; all.a = (${GET('a')}).data; all.b = (${GET('b')}).data; return all;`),
    ['2'],
  ],
  ['in one expression', IN(`return [${GET('a')}, ${GET('b')}];`), ['2']],
  ['in one declaration', IN(`const a = ${GET('a')}, b = ${GET('b')}; return [a, b];`), ['2']],
  [
    'a library',
    `import axios from 'axios'; ${IN(`const { data: a } = await axios.get('https://api.example.com/v1/a'); const { data: b } = await axios.get('https://api.example.com/v1/b'); return [a, b];`)}`,
    ['2 as 2'],
  ],
  [
    'in each turn of a loop',
    `export async function all(ids) { for (const id of ids) { const a = ${GET('a/${id}')}; const b = ${GET('b/${id}')}; use(a, b); } }`,
    ['2 as 2'],
  ],
  [
    'the third needs the second',
    IN(
      `const a = ${GET('a')}; const b = ${GET('b')}; const c = ${GET('c/${b.id}')}; return [a, c];`,
    ),
    ['2 as 2'],
  ],
  [
    'two pairs',
    IN(
      `const a = ${GET('a')}; const b = ${GET('b')}; await save(a); const c = ${GET('c')}; const d = ${GET('d')}; return [b, c, d];`,
    ),
    ['2 as 2', '2 as 2'],
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual(wanted);
});

test.each([
  ['one needs the other', IN(`const a = ${GET('a')}; const b = ${GET('b/${a.id}')}; return b;`)],
  [
    'through a name between',
    IN(`const a = ${GET('a')}; const { key } = a; const b = ${GET('b/${key}')}; return b;`),
  ],
  [
    'through a property of a plain object',
    IN(`const all = {}; all.a = ${GET('a')}; all.b = ${GET('b/${all.a.id}')}; return all;`),
  ],
  ['through a property', IN(`self.a = ${GET('a')}; const b = ${GET('b')}; return b;`)],
  [
    'a test between',
    IN(`const a = ${GET('a')}; if (!a.ok) return null; const b = ${GET('b')}; return b;`),
  ],
  [
    'a write between',
    IN(
      `const a = ${GET('a')}; await fetch('https://api.example.com/v1/x', { method: 'POST' }); const b = ${GET('b')}; return [a, b];`,
    ),
  ],
  [
    'something is started between',
    IN(`const a = ${GET('a')}; start(); const b = ${GET('b')}; return [a, b];`),
  ],
  ['the same again', IN(`const a = ${GET('a')}; const b = ${GET('a')}; return [a, b];`)],
  [
    'at once',
    IN(
      `const [a, b] = await Promise.all([fetch('https://api.example.com/v1/a'), fetch('https://api.example.com/v1/b')]); return [a, b];`,
    ),
  ],
  ['a token first', IN(`const a = ${GET('oauth/token')}; const b = ${GET('b')}; return [a, b];`)],
  [
    'on different branches',
    IN(`if (id) { const a = ${GET('a')}; return a; } const b = ${GET('b')}; return b;`),
  ],
  [
    'writes',
    IN(
      `const a = await fetch('https://api.example.com/v1/a', { method: 'PUT' }); const b = await fetch('https://api.example.com/v1/b', { method: 'PUT' }); return [a, b];`,
    ),
  ],
  [
    'not awaited',
    IN(
      `const a = fetch('https://api.example.com/v1/a'); const b = fetch('https://api.example.com/v1/b'); await tick(); return [a, b];`,
    ),
  ],
  ['the answer of the first is dropped', IN(`${GET('a')}; const b = ${GET('b')}; return b;`)],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
