import { afterAll, expect, it } from 'vitest';
import { parse, nodesOf } from '../ast/parse.ts';
import { attacksOn, timeOf } from './attack.ts';
import { sourceFiles, textOf } from './source-files.ts';

/**
 * Lengths to try one after the other, and the milliseconds that are too many: what takes exponential
 * or cubic time is found while it still ends, and quadratic time is a multiple of the last.
 */
const LIMITS = [
  [22, 5],
  [300, 10],
  [24_000, 30],
] as const;

const Original = RegExp;
const built = new Map<string, RegExp>();

/** Takes note of what the plugin builds from texts as it loads. */
globalThis.RegExp = new Proxy(Original, {
  construct(target, given: [string | RegExp, string?]) {
    const expression = new target(...given);
    const [, , caller = ''] = String(new Error().stack).split('\n');
    if (!caller.includes('node_modules')) built.set(String(expression), expression);
    return expression;
  },
});
await import('../../index.ts');
globalThis.RegExp = Original;
afterAll(() => {
  globalThis.RegExp = Original;
});

function writtenIn(file: string): RegExp[] {
  return nodesOf(parse(textOf(file)).program).flatMap((node) =>
    node.type === 'Literal' && node.value instanceof Original ? [node.value] : [],
  );
}

/** The attack that an expression takes too long for; null if it withstands all. */
function weaknessOf(expression: RegExp): string | null {
  if (!/[*+]|,\}/.test(expression.source)) return null;
  for (const { lead, part } of attacksOn(expression)) {
    for (const [length, most] of LIMITS) {
      const text = `${lead}${part.repeat(Math.ceil(length / part.length))}\u0000`;
      const ms = timeOf(expression, text, most);
      if (ms > most)
        return `${JSON.stringify([lead, part])}: ${ms.toFixed(0)} ms for ${String(text.length)} characters`;
    }
  }
  return null;
}

const weaknesses = (expressions: readonly RegExp[]): string[] =>
  expressions.flatMap((expression) => {
    const weakness = weaknessOf(expression);
    return weakness === null ? [] : [`${String(expression).slice(0, 200)}: ${weakness}`];
  });

it('finds what is slow', () => {
  const slow = [/^(?:a+)+$/, /x\w*[.(]/, /\s+$/, /(?:ab|a\w)*c/, /,[^;]*;/];
  expect(weaknesses(slow)).toHaveLength(slow.length);
  expect(weaknesses([/^\w+$/, /\bab?\b/i, /^(?=[\s\S]*?x)[\s\S]*?y/])).toEqual([]);
});

it('takes linear time for every expression that is written', { timeout: 120_000 }, () => {
  const found = sourceFiles().flatMap((file) =>
    weaknesses(writtenIn(file)).map((weakness) => `${file}: ${weakness}`),
  );
  expect(found).toEqual([]);
});

it('takes linear time for every expression that is built', { timeout: 120_000 }, () => {
  expect(built.size).toBeGreaterThan(5);
  expect(weaknesses([...built.values()])).toEqual([]);
});
