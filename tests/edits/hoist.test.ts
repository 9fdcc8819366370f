import { describe, expect, it } from 'vitest';
import { freeName, hoist, variableFor } from '../../src/edits/hoist.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** Hoists the call of `make` out of the first loop, or out of the call of `again`. */
function hoisted(text: string): string | null {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const callOf = (name: string) =>
    module.calls.find(({ callee }) => callee.type === 'Identifier' && callee.name === name);
  const loop = module.program.body.find(({ type }) => type === 'ForStatement');
  const made = callOf('make');
  const start = loop ?? callOf('again');
  if (!made || !start) throw new Error('Nothing to hoist.');
  return appliedTo(text, hoist(made, start, module, 'key'));
}

const loop = (body: string) => `for (let i = 0; i < 3; i++) {\n  ${body}\n}`;

describe('hoist', () => {
  it.each([
    [
      'moves a const',
      loop('const id = make();\n  send(id);'),
      `const id = make();\n${loop('send(id);')}`,
    ],
    [
      'names a value',
      loop('send({ id: make() });'),
      `const key = make();\n${loop('send({ id: key });')}`,
    ],
    [
      'takes the whole expression',
      loop('send({ id: `a-${make()}` });'),
      `const key = \`a-\${make()}\`;\n${loop('send({ id: key });')}`,
    ],
    [
      'leaves a callback',
      'again(() => send({ id: make() }));',
      'const key = make();\nagain(() => send({ id: key }));',
    ],
    [
      'leaves a try block',
      loop('try {\n  const id = make();\n  send(id);\n} catch {}'),
      `const id = make();\n${loop('try {\n  send(id);\n} catch {}')}`,
    ],
    [
      'is for one turn of the loop around',
      'for (const x of xs) again(() => send({ id: make() }));',
      null,
    ],
    ['needs what is there before', loop('send({ id: make(i) });'), null],
    ['keeps comments', loop('send({ id: make(/* why */) });'), null],
    ['keeps names apart', `const id = 1;\n${loop('const id = make();\n  send(id);')}`, null],
  ])('%s', (_, text, expected) => {
    expect(hoisted(text)).toBe(expected);
  });

  it('finds a name that is not taken', () => {
    const module = moduleOf({ ...parse('const key = 1; const key2 = 2;'), file: null }, null);
    expect(freeName('key', module)).toBe('key3');
    expect(freeName('other', module)).toBe('other');
  });

  it.each([
    ['client_reference', 'clientReference'],
    ['Idempotency-Key', 'idempotencyKey'],
    ['X-Request-Id', 'requestId'],
    ['1st', 'reference'],
  ])('%s as a variable', (name, expected) => {
    expect(variableFor(name)).toBe(expected);
  });
});
