import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/edits/edit.ts';
import { addOption } from '../../src/edits/add-option.ts';
import { addTimeout } from '../../src/edits/add-timeout.ts';
import type { OptionsPlace } from '../../src/values/options-place.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';

/** The options of the only call of a text, as its argument 1. */
function placeIn(text: string): OptionsPlace {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const [call] = module.calls;
  if (!call) throw new Error('No call.');
  const [, object] = call.arguments;
  return object?.type === 'ObjectExpression'
    ? { kind: 'object', object, isOwn: true, module }
    : { kind: 'argument', call, index: 1, module };
}

function applied(text: string, edit: Edit | null): string | null {
  const [change] = edit?.changes ?? [];
  return change ? text.slice(0, change.range[0]) + change.text + text.slice(change.range[1]) : null;
}

/** Where options would be put before the last argument of the only call of a text. */
function placeBefore(text: string): OptionsPlace {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const [call] = module.calls;
  if (!call) throw new Error('No call.');
  return { kind: 'argument', call, index: call.arguments.length - 1, module };
}

describe('addOption', () => {
  it.each([
    ['f(u)', 'f(u, { a: 1 })'],
    ['f()', 'f(undefined, { a: 1 })'],
    ['f(u, {})', 'f(u, { a: 1 })'],
    ['f(u, { b })', 'f(u, { b, a: 1 })'],
    ['f(u, {\n  b,\n})', 'f(u, {\n  b,\n  a: 1,\n})'],
    ['f(u, {\n  b, // why\n})', 'f(u, {\n  b, // why\n  a: 1,\n})'],
    ['f(u, {\n  b // why\n})', 'f(u, {\n  b, // why\n  a: 1\n})'],
    ['f(u, { ...b })', 'f(u, { ...b, a: 1 })'],
    ['f(u, { a: 2 })', null],
    ['f(u, { [k]: 2 })', null],
    ['f(u, { get b() { return 1; } })', null],
    ['f(u, { /* none */ })', null],
  ])('%s', (text, expected) => {
    expect(applied(text, addOption(placeIn(text), 'a', '1', 'Add'))).toBe(expected);
  });

  it.each([
    ['f(u, g)', 'f(u, { a: 1 }, g)'],
    ['f(\n  u,\n  g,\n)', 'f(\n  u,\n  { a: 1 }, g,\n)'],
    ['f(u, (g))', null],
    ['f(u, /* the end */ g)', null],
    ['f(g)', null],
  ])('before the last of %s', (text, expected) => {
    expect(applied(text, addOption(placeBefore(text), 'a', '1', 'Add'))).toBe(expected);
  });

  it('needs a place', () => {
    expect(addOption(null, 'a', '1', 'Add')).toBeNull();
  });
});

describe('addTimeout', () => {
  const signal = { option: 'signal', text: 'AbortSignal.timeout({ms})' };
  const request = { option: 'timeout', text: '{ request: {ms} }' };
  it.each([
    ['f(u)', signal, 'f(u, { signal: AbortSignal.timeout(30_000) })'],
    [
      'f(u, { signal })',
      signal,
      'f(u, { signal: AbortSignal.any([signal, AbortSignal.timeout(30_000)]) })',
    ],
    [
      'f(u, { timeout: { connect: 1 } })',
      request,
      'f(u, { timeout: { connect: 1, request: 30_000 } })',
    ],
    ['f(u, { timeout })', request, null],
  ])('%s', (text, form, expected) => {
    expect(applied(text, addTimeout(placeIn(text), { form, inert: null }, 30_000))).toBe(expected);
  });

  it('needs a form', () => {
    expect(addTimeout(placeIn('f(u)'), { form: null, inert: null }, 30_000)).toBeNull();
  });
});
