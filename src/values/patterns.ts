import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import { isWithin } from '../ast/within.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { choice } from './choices.ts';
import { computedName } from './objects.ts';
import type { Entry, Place, Value } from './value.ts';

/**
 * What `target` gets when `value` is assigned to `pattern`; null where the target is not in it.
 * `const { a: { b = 1 } } = value` gives for `b`: the member `a.b`, or 1.
 */
export function destructured(
  evaluation: Evaluation,
  context: Context,
  pattern: Node,
  target: Node,
  value: Value,
): Value | null {
  const inside = (part: Node, partValue: Value) =>
    destructured(evaluation, context, part, target, partValue);
  const place: Place = { node: pattern, module: context.module };
  switch (pattern.type) {
    case 'AssignmentPattern': {
      if (!isWithin(target, pattern.left)) return null;
      return inside(
        pattern.left,
        withDefault(value, () => evaluation.valueOf(pattern.right, context), place),
      );
    }
    case 'ObjectPattern':
      return fromObject(evaluation, context, pattern, target, value);
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((part) => part && isWithin(target, part));
      const element = pattern.elements[index];
      if (!element) return null;
      if (element.type === 'RestElement') return unknown(place);
      const at: Place = { ...place, node: element };
      return inside(element, evaluation.memberOf(value, String(index), at));
    }
    case 'TSParameterProperty':
      return inside(pattern.parameter, value);
    default:
      return pattern === target ? value : null;
  }
}

/** A default holds where the value is absent; where it is not known, either may. */
function withDefault(value: Value, fallback: () => Value, place: Place): Value {
  if (value.kind === 'literal') return value.value === undefined ? fallback() : value;
  if (value.kind === 'parameter') return { ...value, default: fallback() };
  if (isCertain(value)) return value;
  return choice('default', [value, fallback()], place);
}

const isCertain = (value: Value): boolean =>
  value.kind === 'object' ||
  value.kind === 'array' ||
  value.kind === 'function' ||
  value.kind === 'text';

function fromObject(
  evaluation: Evaluation,
  context: Context,
  pattern: TSESTree.ObjectPattern,
  target: Node,
  value: Value,
): Value | null {
  const property = pattern.properties.find((part) => isWithin(target, part));
  if (!property) return null;
  const place: Place = { node: property, module: context.module };
  if (property.type === 'RestElement') {
    const rest = restOf(pattern, value, place);
    return destructured(evaluation, context, property.argument, target, rest);
  }
  const name = keyName(property) ?? computedName(evaluation, property, context);
  if (name === null) return unknown(place);
  const part = evaluation.memberOf(value, name, place);
  return destructured(evaluation, context, property.value, target, part);
}

/** `const { a, ...rest } = value`: the value without `a`. */
function restOf(pattern: TSESTree.ObjectPattern, value: Value, place: Place): Value {
  const entries: Entry[] = [{ kind: 'spread', node: place.node, value: () => value }];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') continue;
    const name = keyName(property);
    const nothing: Value = { ...place, kind: 'literal', value: undefined };
    if (name === null) entries.push({ kind: 'computed', node: property });
    else entries.push({ kind: 'property', name, node: property, value: () => nothing });
  }
  return { ...place, kind: 'object', entries, open: false };
}
