import type { Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { Place, Value } from './value.ts';

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
      if (!contains(pattern.left, target)) return null;
      return inside(
        pattern.left,
        withDefault(value, () => evaluation.valueOf(pattern.right, context), place),
      );
    }
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        if (!contains(property, target)) continue;
        if (property.type === 'RestElement') return unknown(place);
        const name = keyName(property);
        if (name === null) return unknown(place);
        return inside(
          property.value,
          evaluation.memberOf(value, name, { ...place, node: property }),
        );
      }
      return null;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        if (!element || !contains(element, target)) continue;
        if (element.type === 'RestElement') return unknown(place);
        return inside(
          element,
          evaluation.memberOf(value, String(index), { ...place, node: element }),
        );
      }
      return null;
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
  return { ...place, kind: 'choice', by: 'default', options: [value, fallback()] };
}

const isCertain = (value: Value): boolean =>
  value.kind === 'object' ||
  value.kind === 'array' ||
  value.kind === 'function' ||
  value.kind === 'text';

const contains = (outer: Node, inner: Node): boolean =>
  outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
