import type { Place, Primitive, Value } from './value.ts';

type Numeric = (left: number, right: number) => number;

const ARITHMETIC: Readonly<Record<string, Numeric>> = {
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
};

/** Joins pieces to a text, or to one literal where all of them are known. */
export function textOf(pieces: readonly Value[], place: Place): Value {
  const parts: (string | Value)[] = [];
  for (const piece of pieces) {
    const inner = piece.kind === 'text' ? piece.parts : [asPart(piece)];
    for (const part of inner) {
      const last = parts.at(-1);
      if (typeof part === 'string' && typeof last === 'string')
        parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
  }
  if (parts.length > MOST_PARTS || lengthOf(parts) > LONGEST_TEXT)
    return { ...place, kind: 'unknown' };
  if (parts.length === 0) return { ...place, kind: 'literal', value: '' };
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string')
    return { ...place, kind: 'literal', value: only };
  return { ...place, kind: 'text', parts };
}

/** Longer texts are unknown: a text that is doubled on every line outgrows the memory. */
const LONGEST_TEXT = 500_000;
const MOST_PARTS = 10_000;

const lengthOf = (parts: readonly (string | Value)[]): number =>
  parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);

const asPart = (piece: Value): string | Value =>
  piece.kind === 'literal' ? String(piece.value) : piece;

export const isTextual = (value: Value): boolean =>
  value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');

/** `left operator right`, folded as far as both are known. */
export function binary(operator: string, left: Value, right: Value, place: Place): Value {
  if (operator === '+' && (isTextual(left) || isTextual(right)))
    return textOf([left, right], place);
  const fold = operator === '+' ? (a: number, b: number) => a + b : ARITHMETIC[operator];
  if (fold && left.kind === 'literal' && right.kind === 'literal') {
    const [a, b] = [left.value, right.value];
    if (typeof a === 'number' && typeof b === 'number')
      return { ...place, kind: 'literal', value: fold(a, b) };
  }
  return { ...place, kind: 'operation', operator, operands: [left, right] };
}

/** `operator argument`: signs, negation, void, typeof. */
export function unary(operator: string, argument: Value, place: Place): Value {
  if (operator === 'void') return { ...place, kind: 'literal', value: undefined };
  if (argument.kind === 'literal') {
    const value = foldUnary(operator, argument.value);
    if (value !== UNFOLDED) return { ...place, kind: 'literal', value };
  }
  return { ...place, kind: 'operation', operator, operands: [argument] };
}

const UNFOLDED = Symbol('unfolded');

function foldUnary(operator: string, value: Primitive): Primitive | typeof UNFOLDED {
  if (operator === '!') return !value;
  if (operator === '+' && typeof value !== 'bigint') return Number(value);
  if (operator === '-' && typeof value === 'number') return -value;
  return UNFOLDED;
}
