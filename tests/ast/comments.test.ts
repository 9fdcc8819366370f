import { expect, it } from 'vitest';
import { holdsComment } from '../../src/ast/comments.ts';
import { parse } from './parse.ts';

const holds = (code: string): boolean => {
  const { program, visitorKeys } = parse(code);
  return holdsComment(program, code, visitorKeys);
};

it.each([
  'f(a /* b */)',
  "f('https://a.example', // b\n)",
  "f(`${\n//it's\na}`)",
  'const a = 1 //b',
])('sees the comment of %s', (code) => {
  expect(holds(code)).toBe(true);
});

it.each([
  "f('https://a.example/b')",
  'f(`//${a}/*`)',
  'f(/[/*]/, a / b)',
  "f({ 'a//b': '/* c */' })",
])('sees none in %s', (code) => {
  expect(holds(code)).toBe(false);
});
