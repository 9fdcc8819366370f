import type { Identifier, Node } from './node.ts';
import { unwrap } from './node.ts';

/**
 * The identifiers that a binding pattern, parameter or assignment target gives a value to, in source
 * order. Targets that are no identifiers (`a.b`, `a[0]`) are left out.
 */
export function targetsOf(pattern: Node): Identifier[] {
  const targets: Identifier[] = [];
  const stack: Node[] = [pattern];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const inner = unwrap(node);
    if (inner.type === 'Identifier') targets.push(inner);
    else stack.push(...partsOf(inner).reverse());
  }
  return targets;
}

function partsOf(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'ObjectPattern':
      return pattern.properties.map((part) => (part.type === 'Property' ? part.value : part));
    case 'ArrayPattern':
      return pattern.elements.filter((element) => element !== null);
    case 'AssignmentPattern':
      return [pattern.left];
    case 'RestElement':
      return [pattern.argument];
    case 'TSParameterProperty':
      return [pattern.parameter];
    default:
      return [];
  }
}
