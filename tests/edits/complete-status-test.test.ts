import { describe, expect, it } from 'vitest';
import { addJitter } from '../../src/edits/add-jitter.ts';
import { completeStatusTest } from '../../src/edits/complete-status-test.ts';
import { parse } from '../ast/parse.ts';

/** The only expression of a text. */
function expressionIn(text: string) {
  const [statement] = parse(text).program.body;
  if (statement?.type !== 'ExpressionStatement') throw new Error('No expression.');
  return statement.expression;
}

describe('completeStatusTest', () => {
  it.each([
    ['status >= 500', '(status === 429 || status >= 500)'],
    ['status < 500', '(status !== 429 && status < 500)'],
    [
      'error.response.status >= 500',
      '(error.response.status === 429 || error.response.status >= 500)',
    ],
    ['(status ?? 0) >= 500', '((status ?? 0) === 429 || (status ?? 0) >= 500)'],
    ['status > 499', null],
    ['status === 500', null],
    ['500 <= status', null],
    ['status >= limit', null],
    ['status /* of it */ >= 500', null],
  ])('%s', (text, expected) => {
    const test = expressionIn(text);
    const edit = test.type === 'BinaryExpression' ? completeStatusTest(test, 429, text) : null;
    expect(edit?.changes[0]?.text ?? null).toBe(expected);
  });

  it('needs a test', () => {
    expect(completeStatusTest(null, 429, '')).toBeNull();
  });
});

describe('addJitter', () => {
  const JITTER = '(0.5 + Math.random() / 2)';
  it.each([
    ['delay', `delay * ${JITTER}`],
    ['200 * 2 ** n', `200 * 2 ** n * ${JITTER}`],
    ['100 + n', `(100 + n) * ${JITTER}`],
    ['n > 2 ? 4000 : 1000', `(n > 2 ? 4000 : 1000) * ${JITTER}`],
    ['Math.min(a, b)', `Math.min(a, b) * ${JITTER}`],
    ['waits[n]', `waits[n] * ${JITTER}`],
    ['200 /* ms */', '200 * (0.5 + Math.random() / 2)'],
    ['200 * /* n */ n', null],
  ])('%s', (text, expected) => {
    expect(addJitter(expressionIn(text), text, 'Add')?.changes[0]?.text ?? null).toBe(expected);
  });
});
