import { expect, it } from 'vitest';
import { removeProperty } from '../../src/edits/remove-property.ts';
import { replaceText } from '../../src/edits/replace-text.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

it.each([
  ['f({ gone: 1 });', 'f({});'],
  ['f({ gone: 1, b: 2 });', 'f({ b: 2 });'],
  ['f({ a: 1, gone: 1 });', 'f({ a: 1 });'],
  ['f({\n  a: 1,\n  gone: 1,\n});', 'f({\n  a: 1,\n});'],
  ['f({\n  gone: 1,\n  b: 2,\n});', 'f({\n  b: 2,\n});'],
  ['f({ a: 1, /* why */ gone: 1 });', null],
  ['f({ gone: 1, // why\n b: 2 });', null],
])('%s', (text, expected) => {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const [object] = module.calls[0]?.arguments ?? [];
  const property =
    object?.type === 'ObjectExpression'
      ? object.properties.find(
          (each) =>
            each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'gone',
        )
      : undefined;
  if (!property) throw new Error('No property.');
  expect(appliedTo(text, removeProperty(property, module, 'Remove', true))).toBe(expected);
});

it('takes a property of an object and nothing else', () => {
  const module = moduleOf({ ...parse('f(a);'), file: null }, null);
  expect(removeProperty(module.program, module, 'Remove', true)).toBeNull();
});

it('writes a text between two offsets', () => {
  expect(appliedTo('a = false;', replaceText([4, 9], 'true', 'Check', true))).toBe('a = true;');
});
