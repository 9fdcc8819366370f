import { wordsOf } from '../../ast/words.ts';
import type { Value } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

const WORDS: ReadonlySet<string> = new Set(['signature', 'sig', 'expected', 'computed', 'hmac']);

/** Functions that compute a keyed hash. */
const KEYED: ReadonlySet<string> = new Set(
  clientsOfKind('verifier')
    .flatMap(({ digests = [] }) => digests)
    .flatMap((name) => name.split(/[.()]+/))
    .filter((name) => /hmac/i.test(name)),
);

/**
 * A signature that the program has computed: who reads it can send what it was computed over. A
 * keyed hash of another name may be a pseudonym.
 */
export const isComputedSignature = (name: string, value: Value): boolean =>
  wordsOf(name).some((word) => WORDS.has(word)) && comesFromKeyedHash(value, 6);

function comesFromKeyedHash(value: Value, depth: number): boolean {
  if (depth === 0) return false;
  if (value.kind === 'external') return KEYED.has(value.path.at(-1) ?? '');
  if (value.kind === 'awaited') return comesFromKeyedHash(value.of, depth - 1);
  if (value.kind === 'call') return comesFromKeyedHash(value.callee, depth - 1);
  if (value.kind === 'text')
    return value.parts.some(
      (part) => typeof part !== 'string' && comesFromKeyedHash(part, depth - 1),
    );
  if (value.kind !== 'member') return false;
  return KEYED.has(value.name) || comesFromKeyedHash(value.object, depth - 1);
}
