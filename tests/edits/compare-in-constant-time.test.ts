import { describe, expect, it } from 'vitest';
import { compareInConstantTime } from '../../src/edits/compare-in-constant-time.ts';
import type { Edit } from '../../src/edits/edit.ts';
import { testLengths } from '../../src/edits/test-lengths.ts';
import { factsIn } from '../facts/facts-in.ts';
import { appliedTo } from './applied.ts';

type Compare = ReturnType<typeof factsIn>['signatureCompare'][number];

/** The text after an edit of its first comparison, and whether that is safe. */
function edited(text: string, edit: (compare: Compare) => Edit | null) {
  const [compare] = factsIn(text).signatureCompare;
  if (!compare) throw new Error('No comparison.');
  const made = edit(compare);
  return made && { text: appliedTo(text, made), safe: made.safe };
}

const HEAD = `import crypto from 'node:crypto';\n`;
const DIGEST = `  const expected = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(body).digest('hex');\n`;
const FN = (rest: string) =>
  `${HEAD}export function verify(body, signature) {\n${DIGEST}${rest}\n}`;

describe('compareInConstantTime', () => {
  it.each([
    [
      'a comparison that is given back',
      FN('  return signature === expected;'),
      FN(
        `  const given = Buffer.from(String(signature ?? ''));\n  const wanted = Buffer.from(expected);\n  return given.length === wanted.length && crypto.timingSafeEqual(given, wanted);`,
      ),
    ],
    [
      'one that is negated',
      FN(`  if (signature !== expected) throw new Error('no');\n  return true;`),
      FN(
        `  const given = Buffer.from(String(signature ?? ''));\n  const wanted = Buffer.from(expected);\n  if (given.length !== wanted.length || !crypto.timingSafeEqual(given, wanted)) throw new Error('no');\n  return true;`,
      ),
    ],
    [
      'one in a statement with more',
      FN(`  const given = 1;\n  if (signature === expected && body) return given;`),
      FN(
        `  const given = 1;\n  const givenBytes = Buffer.from(String(signature ?? ''));\n  const wanted = Buffer.from(expected);\n  if ((givenBytes.length === wanted.length && crypto.timingSafeEqual(givenBytes, wanted)) && body) return given;`,
      ),
    ],
    [
      'one that something decides about',
      FN('  return body && signature === expected;'),
      FN(
        `  return body && (Buffer.from(String(signature ?? '')).length === Buffer.from(expected).length && crypto.timingSafeEqual(Buffer.from(String(signature ?? '')), Buffer.from(expected)));`,
      ),
    ],
  ])('%s', (_name, text, expected) => {
    expect(edited(text, compareInConstantTime)).toEqual({ text: expected, safe: false });
    expect(edited(expected, compareInConstantTime)).toBeNull();
  });

  it('is safe where both are known to be texts', () => {
    const text = `${HEAD}export function verify(body, signature: string) {\n${DIGEST}  return String(signature) === expected;\n}`;
    expect(edited(text, compareInConstantTime)?.safe).toBe(true);
  });

  it.each([
    ['a comment', FN('  return signature === /* hex */ expected;')],
    ['a name that means something else', FN('  return ((crypto) => signature === expected)(1);')],
    ['a side that can not be written twice', FN('  return body && take(signature) === expected;')],
  ])('nothing: %s', (_name, text) => {
    expect(edited(text, compareInConstantTime)).toBeNull();
  });
});

describe('testLengths', () => {
  const BYTES = `  const wanted = Buffer.from(expected);\n`;
  const EQUAL = 'crypto.timingSafeEqual(signature, wanted)';

  it.each([
    [`  return ${EQUAL};`, `  return signature.length === wanted.length && ${EQUAL};`, true],
    [
      `  if (!${EQUAL}) throw new Error('no');`,
      `  if (signature.length !== wanted.length || !${EQUAL}) throw new Error('no');`,
      true,
    ],
    [
      '  return crypto.timingSafeEqual(Buffer.from(signature), wanted) && body;',
      '  return (Buffer.from(signature).length === wanted.length && crypto.timingSafeEqual(Buffer.from(signature), wanted)) && body;',
      false,
    ],
  ])('%s', (rest, expected, safe) => {
    expect(edited(FN(BYTES + rest), testLengths)).toEqual({ text: FN(BYTES + expected), safe });
  });

  it.each([
    '  return crypto.timingSafeEqual(take(signature), wanted);',
    '  return crypto.timingSafeEqual(signature, /* hex */ wanted);',
  ])('nothing: %s', (rest) => {
    expect(edited(FN(BYTES + rest), testLengths)).toBeNull();
  });
});
