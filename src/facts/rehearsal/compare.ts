import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { instanceOf } from './instance-of.ts';
import type { Place, Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, numberOf, tellsOf, unknownOf } from './rehearsal.ts';
import { isCountedDown } from './scope.ts';
import { amountOf, isGiven, isScaled, rangeOf, statusOf } from './things.ts';

type Range = { readonly lo: number; readonly hi: number };

/** `left operator right`: a comparison, a sum, `instanceof`. */
export function binaryOf(node: TSESTree.BinaryExpression, scope: Scope, run: Run): Thing {
  const left = run.evaluate(node.left, scope);
  const right = run.evaluate(node.right, scope);
  if (node.operator === 'instanceof') return instanceOf(left, right, run);
  if (node.operator === 'in')
    return left.t === 'plain' && typeof left.values[0] === 'string' && right.t === 'object'
      ? exactly(right.fields.has(left.values[0]))
      : unknownOf(left, right);
  return COMPARING.has(node.operator)
    ? compared(node, left, right, { node, module: scope.module }, run)
    : calculated(node.operator, left, right, run);
}

const COMPARING: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '===', '!=', '!==']);

function compared(
  node: TSESTree.BinaryExpression,
  left: Thing,
  right: Thing,
  place: Place,
  run: Run,
): Thing {
  const tells = tellsOf(left) || tellsOf(right);
  if (
    (left.t === 'status' && right.t === 'number') ||
    (right.t === 'status' && left.t === 'number')
  )
    run.statusTests.push(place);
  const isEquality = node.operator.length >= 2 && node.operator !== '<=' && node.operator !== '>=';
  const known = isEquality ? equal(left, right, run) : null;
  if (known !== null)
    return noted(exactly(node.operator.startsWith('!') ? !known : known, tells), left, right, run);
  if (choosesValue(node)) {
    const [a, b] = [rangeOf(left, run), rangeOf(right, run)];
    const chosen = a && b && (isEquality ? sameRange(a, b) : ordered(node.operator, a, b));
    if (chosen !== null)
      return exactly(isEquality && node.operator.startsWith('!') ? !chosen : chosen, tells);
  }
  const [a, b] = limited(node, left, right, place.module, run);
  if (!a || !b) return unknownOf(left, right);
  const truth = isEquality ? sameRange(a, b) : ordered(node.operator, a, b);
  if (truth === null) return unknownOf(left, right);
  return noted(
    exactly(isEquality && node.operator.startsWith('!') ? !truth : truth, tells),
    left,
    right,
    run,
  );
}

/** `attempt === 1 ? 1000 : 3000` says what is taken, and not whether there is one more attempt. */
const choosesValue = (node: Node): boolean =>
  node.parent?.type === 'ConditionalExpression' && node.parent.test === node;

/** Remembers the literal that a counter is held against. */
function noted(result: Thing, left: Thing, right: Thing, run: Run): Thing {
  const [counter, limit] = isCounter(left) ? [left, right] : [right, left];
  if (isCounter(counter) && limit.t === 'number' && limit.from) run.limits.push(limit.from);
  return result;
}

const isCounter = (thing: Thing): boolean => thing.t === 'number' && thing.isCounter;

/** A limit that is not known is taken for one out of reach where a counter is held against it. */
function limited(
  node: TSESTree.BinaryExpression,
  left: Thing,
  right: Thing,
  module: SourceModule,
  run: Run,
): readonly [Range | null, Range | null] {
  const [a, b] = [rangeOf(left, run), rangeOf(right, run)];
  if (isCounter(left) && (isOpen(right) || (run.ignoresLimits && isLimit(right)))) {
    run.assumedLimit ||= isOpen(right);
    return [a, outOfReach(node.left, module)];
  }
  if (isCounter(right) && (isOpen(left) || (run.ignoresLimits && isLimit(left)))) {
    run.assumedLimit ||= isOpen(left);
    return [outOfReach(node.right, module), b];
  }
  return [a, b];
}

const isLimit = (thing: Thing): boolean => thing.t === 'number' && !thing.isCounter;

/** Where a counter never gets: below, where it counts down. */
function outOfReach(counted: Node, module: SourceModule): Range {
  const end = isCountedDown(counted, module) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return { lo: end, hi: end };
}

const isOpen = (thing: Thing): boolean =>
  thing.t === 'value' || (thing.t === 'unknown' && !thing.tells);

function ordered(operator: string, a: Range, b: Range): boolean | null {
  if ([a.lo, a.hi, b.lo, b.hi].some(Number.isNaN)) return false;
  switch (operator) {
    case '<':
      return a.hi < b.lo ? true : a.lo >= b.hi ? false : null;
    case '<=':
      return a.hi <= b.lo ? true : a.lo > b.hi ? false : null;
    case '>':
      return a.lo > b.hi ? true : a.hi <= b.lo ? false : null;
    default:
      return a.lo >= b.hi ? true : a.hi < b.lo ? false : null;
  }
}

function sameRange(a: Range, b: Range): boolean | null {
  if (a.lo === a.hi && b.lo === b.hi) return a.lo === b.lo;
  return a.hi < b.lo || b.hi < a.lo ? false : null;
}

/** Whether two things are equal; null where numbers, or not known. */
function equal(left: Thing, right: Thing, run: Run): boolean | null {
  const [a, b] = [wordsOf(left, run), wordsOf(right, run)];
  if (a && b) {
    if (a.length === 1 && b.length === 1) return a[0] === b[0] || (a[0] == null && b[0] == null);
    return a.some((word) => b.includes(word));
  }
  const other = a ? right : b ? left : null;
  const words = a ?? b;
  if (!other || !words?.every((word) => word == null)) return null;
  return other.t === 'unknown' ||
    other.t === 'value' ||
    (other.t === 'plain' && other.values.length > 1)
    ? null
    : false;
}

function wordsOf(thing: Thing, run: Run): readonly (string | boolean | null | undefined)[] | null {
  if (thing.t === 'plain') return thing.values;
  return thing.t === 'status' && statusOf(run.outcome) === undefined ? [undefined] : null;
}

function calculated(operator: string, left: Thing, right: Thing, run: Run): Thing {
  if (operator === '+' && [left, right].some(isText)) return unknownOf(left, right);
  const range = SCALING.has(operator) ? amountOf : rangeOf;
  const [a, b] = [range(left, run), range(right, run)];
  const compute = ARITHMETIC[operator];
  if (!a || !b || !compute || (isGiven(left) && isGiven(right))) return unknownOf(left, right);
  if (operator === '^' && (a.lo !== a.hi || b.lo !== b.hi)) return unknownOf(left, right);
  const ends = [compute(a.lo, b.lo), compute(a.lo, b.hi), compute(a.hi, b.lo), compute(a.hi, b.hi)];
  const isCounting =
    (operator === '+' || operator === '-') && (isCounter(left) || isCounter(right));
  return {
    t: 'number',
    lo: Math.min(...ends),
    hi: Math.max(...ends),
    from: null,
    isCounter: isCounting,
    isScaled: isScaled(left) || isScaled(right),
  };
}

const isText = (thing: Thing): boolean =>
  thing.t === 'plain' && thing.values.some((value) => typeof value === 'string');

/** What keeps how numbers grow and vary when one of them is given from outside. */
const SCALING: ReadonlySet<string> = new Set(['+', '*']);

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<<': (a, b) => a * 2 ** b,
  '>>': (a, b) => Math.floor(a / 2 ** b),
  '|': (a, b) => (b === 0 ? Math.trunc(a) : a | b),
  '^': (a, b) => a ^ b,
};

/** `operator thing` for the result of an arithmetic assignment. */
export const combine = (operator: string, left: Thing, right: Thing, run: Run): Thing => {
  const result = calculated(operator, left, right, run);
  return result.t === 'number' && (operator === '+' || operator === '-') && isStep(right)
    ? { ...result, isCounter: true }
    : result;
};

const isStep = (thing: Thing): boolean => thing.t === 'number' && thing.lo === 1 && thing.hi === 1;

export const stepped = (value: Thing, by: number, run: Run): Thing => {
  const range = rangeOf(value, run);
  return range ? numberOf(range.lo + by, null, true) : NOT_KNOWN;
};
