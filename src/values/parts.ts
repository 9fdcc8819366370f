import type { Node } from '../ast/node.ts';
import type { CallValue, Value } from './value.ts';

const NONE: readonly Value[] = [];

/** What a value is made of; the properties of an object, which are made when asked for, left out. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'choice':
      return value.options;
    case 'array':
      return value.elements;
    case 'operation':
      return value.operands;
    case 'call':
      return [value.callee, ...value.args];
    case 'member':
      return [value.object];
    case 'awaited':
      return [value.of];
    default:
      return NONE;
  }
}

/** The same with the properties of an object. */
const allPartsOf = (value: Value): readonly Value[] =>
  value.kind === 'object'
    ? value.entries.flatMap((entry) => (entry.kind === 'computed' ? [] : [entry.value()]))
    : partsOf(value);

/** A value is looked at so many levels deep. */
const DEEPEST = 6;

/** Whether a value is made of another, looked at a few levels deep. */
export function holds(value: Value, part: Value, depth = 0): boolean {
  if (value.node === part.node && value.module === part.module) return true;
  return depth <= DEEPEST && allPartsOf(value).some((inner) => holds(inner, part, depth + 1));
}

/** Where a value and its parts stand, looked at as deep. */
export function nodesIn(value: Value, depth = 0): Node[] {
  if (depth > DEEPEST) return [value.node];
  return [value.node, ...allPartsOf(value).flatMap((part) => nodesIn(part, depth + 1))];
}

/** The calls that a value comes of, looked at as deep: of what a helper gives back, those that it makes. */
export function callsIn(value: Value, depth = 0): CallValue[] {
  const own = value.kind === 'call' ? [value] : [];
  if (depth > DEEPEST) return own;
  return [...own, ...partsOf(value).flatMap((part) => callsIn(part, depth + 1))];
}
