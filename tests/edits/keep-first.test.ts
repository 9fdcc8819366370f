import { expect, it } from 'vitest';
import { keepFirst } from '../../src/edits/keep-first.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

it.each([
  ['headers.key = make();', 'headers.key ??= make();'],
  ["headers['X-Key']=make();", "headers['X-Key'] ??= make();"],
  ['headers.key = `a-${make()}`;', 'headers.key ??= `a-${make()}`;'],
  ['headers.key ||= make();', null],
  ['headers.key = /* why */ make();', null],
  ['headers.set("key", make());', null],
  ['headers.key = () => make();', null],
])('%s', (text, expected) => {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const made = module.calls.find(
    ({ callee }) => callee.type === 'Identifier' && callee.name === 'make',
  );
  if (!made) throw new Error('Nothing is made.');
  expect(appliedTo(text, keepFirst(made, module))).toBe(expected);
});
