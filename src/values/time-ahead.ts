import type { Quantity } from './quantity.ts';
import { quantityOf } from './quantity.ts';
import type { CallValue, Value } from './value.ts';

/**
 * How many milliseconds a point in time lies ahead of the moment that it is computed at:
 * `Date.now() + 5000`, `new Date(Date.now() + 5000)`, `new Date().getTime() + timeout`. Null where
 * that is not known: a date that is set later is such a one.
 */
export function timeAheadOf(value: Value): Quantity | null {
  if (value.kind === 'operation' && value.operator === '+') return addedToNow(value.operands);
  if (value.kind !== 'call') return null;
  const [given] = value.args;
  if (isNewDate(value)) return given ? timeAheadOf(given) : null;
  const { callee } = value;
  return callee.kind === 'member' && READS.has(callee.name) ? timeAheadOf(callee.object) : null;
}

function addedToNow(operands: readonly Value[]): Quantity | null {
  const [one, other] = operands;
  if (!one || !other || operands.length > 2) return null;
  if (isNow(one)) return quantityOf(other);
  return isNow(other) ? quantityOf(one) : null;
}

/** Methods of a date that give its milliseconds. */
const READS: ReadonlySet<string> = new Set(['getTime', 'valueOf']);

function isNow(value: Value): boolean {
  if (value.kind === 'operation')
    return value.operator === '+' && value.operands.length === 1 && value.operands.every(isToday);
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'external')
    return !value.isNew && callee.source === null && callee.path.join('.') === 'Date.now';
  return callee.kind === 'member' && READS.has(callee.name) && isToday(callee.object);
}

/** `new Date()`. */
const isToday = (value: Value): boolean =>
  value.kind === 'call' && isNewDate(value) && value.args.length === 0;

const isNewDate = ({ isNew, callee }: CallValue): boolean =>
  isNew && callee.kind === 'external' && callee.source === null && callee.path.join('.') === 'Date';
