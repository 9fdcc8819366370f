import { describe, expect, it } from 'vitest';
import { addReference } from '../../src/edits/add-reference.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

/** Gives the object of `send({…})` a field `ref`, outside of the first loop. */
function referenced(text: string): string | null {
  const module = moduleOf({ ...parse(text), file: null }, null);
  const send = module.calls.find(
    ({ callee }) => callee.type === 'Identifier' && callee.name === 'send',
  );
  const [object] = send?.arguments ?? [];
  if (object?.type !== 'ObjectExpression') throw new Error('No object.');
  const loop = module.program.body.find(({ type }) => type === 'ForStatement') ?? null;
  return appliedTo(text, addReference(object, 'ref', loop, module));
}

describe('addReference', () => {
  it.each([
    ['send({ a });', 'const ref = crypto.randomUUID();\nsend({ a, ref: ref });'],
    [
      "import { randomUUID } from 'node:crypto';\nsend({ a });",
      "import { randomUUID } from 'node:crypto';\nconst ref = randomUUID();\nsend({ a, ref: ref });",
    ],
    [
      "import * as c from 'crypto';\nsend({ a });",
      "import * as c from 'crypto';\nconst ref = c.randomUUID();\nsend({ a, ref: ref });",
    ],
    [
      'for (let i = 0; i < 3; i++) {\n  send({ a });\n}',
      'const ref = crypto.randomUUID();\nfor (let i = 0; i < 3; i++) {\n  send({ a, ref: ref });\n}',
    ],
    ['const f = () => send({ a });', 'const f = () => send({ a, ref: crypto.randomUUID() });'],
    ['const crypto = 1;\nsend({ a });', null],
    ['send({ a, ref: 1 });', null],
    ['send({ [a]: 1 });', null],
  ])('%s', (text, expected) => {
    expect(referenced(text)).toBe(expected);
  });

  it('needs an object', () => {
    const module = moduleOf({ ...parse('send(a);'), file: null }, null);
    expect(addReference(null, 'ref', null, module)).toBeNull();
  });
});
