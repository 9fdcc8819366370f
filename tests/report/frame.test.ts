import { expect, test } from 'vitest';
import { frameOf } from '../../src/report/frame.ts';

const key = ['sk', 'live', 'a8Fk29dLmQ71xZpT40'].join('_');
const about = { credentials: false };
const texts = (source: string, line: number, credentials = false): string[] =>
  frameOf(source, line, { credentials }).map(({ text }) => text);

test('shows two lines before and after, and marks the one', () => {
  const frame = frameOf('a\nb\nc\nd\ne\nf', 3, about);
  expect(frame.map(({ line, isProblem }) => [line, isProblem])).toEqual([
    [1, false],
    [2, false],
    [3, true],
    [4, false],
    [5, false],
  ]);
});

test('ends with the file', () => {
  expect(texts('only', 1)).toEqual(['only']);
});

test('is empty without a source', () => {
  expect(frameOf(undefined, 1, about)).toEqual([]);
});

test('masks what looks like a key on any line', () => {
  expect(texts(`const k = '${key}';\ncall(k);`, 2)).toEqual([`const k = '••••••••';`, 'call(k);']);
});

test('masks a password that looks like nothing where a rule says that it is one', () => {
  expect(texts(`const password = 'open sesame';`, 1, true)).toEqual([
    `const password = '••••••••';`,
  ]);
});

test('masks values of environment files', () => {
  expect(texts('DB_PASSWORD=sesame', 1, true)).toEqual(['DB_PASSWORD=••••••••']);
});

test.each([
  `await api.post('/api/v1/orders', { body });`,
  `setTimeout(resolve, 200 * 2 ** attempt);`,
  `import { a } from './client-2.ts';`,
  `const url = 'https://api.example.com/v2/orders';`,
])('keeps code: %s', (line) => {
  expect(texts(line, 1)).toEqual([line]);
});

test('cuts lines that nobody can read', () => {
  expect(texts('x '.repeat(500), 1)[0]).toHaveLength(160);
});
