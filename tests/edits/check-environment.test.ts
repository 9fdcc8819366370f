import { describe, expect, it } from 'vitest';
import { checkEnvironment } from '../../src/edits/check-environment.ts';
import { obeyRetryAfter } from '../../src/edits/obey-retry-after.ts';
import { nodesOf } from '../../src/ast/nodes.ts';
import { moduleOf } from '../../src/values/module.ts';
import { parse } from '../ast/parse.ts';
import { appliedTo } from './applied.ts';

const read = (text: string) => {
  const module = moduleOf({ ...parse(text), file: null }, null);
  return { module, nodes: [...nodesOf(module.program, module.visitorKeys)] };
};

describe('checkEnvironment', () => {
  const CHECK = (name: string) => `if (!${name}) throw new Error('KEY is not set');`;

  /** The text with a check of `process.env.KEY`, or of the name that it is taken out by. */
  const checked = (text: string): string | null => {
    const { module, nodes } = read(text);
    const node =
      nodes.find((each) => module.text.slice(...each.range) === 'process.env.KEY') ??
      nodes.find((each) => each.type === 'Property' && each.parent.type === 'ObjectPattern');
    if (!node) throw new Error('No read.');
    return appliedTo(text, checkEnvironment({ node, variable: 'KEY', module }));
  };

  it.each([
    // Behind the name that it gets.
    [
      'const key = process.env.KEY;\nuse(key);',
      `const key = process.env.KEY;\n${CHECK('key')}\nuse(key);`,
    ],
    ['export const key = process.env.KEY;', `export const key = process.env.KEY;\n${CHECK('key')}`],
    [
      'const key = process.env.KEY as string;',
      `const key = process.env.KEY as string;\n${CHECK('key')}`,
    ],
    ['const key = process.env.KEY!;', `const key = process.env.KEY!;\n${CHECK('key')}`],
    ['const { KEY } = process.env;', `const { KEY } = process.env;\n${CHECK('KEY')}`],
    ['const { KEY: key } = process.env;', `const { KEY: key } = process.env;\n${CHECK('key')}`],
    [
      'function f() {\n  const key = process.env.KEY;\n}',
      `function f() {\n  const key = process.env.KEY;\n  ${CHECK('key')}\n}`,
    ],
    // Before the statement that it stands in.
    ['use(process.env.KEY);', `${CHECK('process.env.KEY')}\nuse(process.env.KEY);`],
    [
      'function f() {\n  return use({ key: process.env.KEY });\n}',
      `function f() {\n  ${CHECK('process.env.KEY')}\n  return use({ key: process.env.KEY });\n}`,
    ],
    [
      'const f = () => process.env.KEY;',
      `${CHECK('process.env.KEY')}\nconst f = () => process.env.KEY;`,
    ],
  ])('%s', (text, expected) => {
    expect(checked(text)).toBe(expected);
  });

  it.each([
    'switch (a) { case 1: use(process.env.KEY); }',
    'const { KEY: { length } } = process.env;',
  ])('nothing: %s', (text) => {
    expect(checked(text)).toBeNull();
  });
});

describe('obeyRetryAfter', () => {
  /** The text with the argument of `sleep` obeying the header of `res`. */
  const obeyed = (text: string, hasGet = true): string | null => {
    const { module, nodes } = read(text);
    const wait = module.calls.find(
      ({ callee }) => callee.type === 'Identifier' && callee.name === 'sleep',
    )?.arguments[0];
    if (!wait || nodes.length === 0) throw new Error('No wait.');
    return appliedTo(text, obeyRetryAfter(wait, { name: 'res', hasGet }, text));
  };
  const FN = (line: string) => `async function f(res) {\n  ${line}\n}`;
  const NAME = `const retryAfter = res.headers.get('retry-after') ?? '';\n  `;
  const TIME = 'Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || ';

  it.each([
    ['await sleep(1000);', `${NAME}await sleep(${TIME}1000);`],
    ['await sleep(2 ** n * 100);', `${NAME}await sleep(${TIME}2 ** n * 100);`],
    ['await sleep(n ? 1 : 2);', `${NAME}await sleep(${TIME}(n ? 1 : 2));`],
    ['const done = await sleep(wait);', `${NAME}const done = await sleep(${TIME}wait);`],
  ])('%s', (line, expected) => {
    expect(obeyed(FN(line))).toBe(FN(expected));
  });

  it('reads headers of a plain object', () => {
    expect(obeyed(FN('await sleep(1000);'), false)).toBe(
      FN(
        `const retryAfter = String(res.headers['retry-after'] ?? '');\n  await sleep(${TIME}1000);`,
      ),
    );
  });

  it.each([
    ['a comment', FN('await sleep(2 /* s */ * 1000);')],
    ['the name is taken', FN('const retryAfter = 1; await sleep(1000);')],
    ['no statement of its own', FN('return sleep(1000);')],
    ['something before it in its line', FN('use(res); await sleep(1000);')],
    ['what it has written', FN(`${NAME}await sleep(${TIME}1000);`)],
  ])('nothing: %s', (_name, text) => {
    expect(obeyed(text)).toBeNull();
  });
});
