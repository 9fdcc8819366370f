import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { parenthesised } from './parenthesised.ts';
import type { Edit } from './edit.ts';

/** A comparison that throws where the lengths differ, as a fact describes it. */
interface Compared {
  readonly node: TSESTree.BinaryExpression | TSESTree.CallExpression;
  readonly module: SourceModule;
  readonly left: { readonly node: Node };
  readonly right: { readonly node: Node };
}

/**
 * Compares the lengths first: `a.length === b.length && equal(a, b)`. Safe for two names; a
 * suggestion where a side is computed anew for it. Null where computing it twice is not the same.
 */
export function testLengths({ node, module, left, right }: Compared): Edit | null {
  const [one, other] = [left.node, right.node].map((side) =>
    module.text.slice(side.range[0], side.range[1]),
  );
  if (!isRepeatable(left.node) || !isRepeatable(right.node)) return null;
  if (/\/[/*]/.test(module.text.slice(node.range[0], node.range[1]))) return null;
  const { parent } = node;
  const negation = parent.type === 'UnaryExpression' && parent.operator === '!' ? parent : null;
  const whole = negation ?? node;
  const call = module.text.slice(node.range[0], node.range[1]);
  const test = negation
    ? `${one}.length !== ${other}.length || !${call}`
    : `${one}.length === ${other}.length && ${call}`;
  const named = [left.node, right.node].every(({ type }) => type === 'Identifier');
  return {
    safe: named,
    title: 'Compare the lengths first',
    changes: [{ range: [...whole.range], text: parenthesised(test, whole) }],
  };
}

/** A name, or bytes made from names: `Buffer.from(signature, 'hex')`. */
function isRepeatable(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
    case 'ThisExpression':
    case 'Literal':
      return true;
    case 'MemberExpression':
      return isRepeatable(inner.object);
    case 'TemplateLiteral':
      return inner.expressions.every(isRepeatable);
    case 'LogicalExpression':
      return isRepeatable(inner.left) && isRepeatable(inner.right);
    case 'CallExpression':
      return (
        inner.callee.type === 'MemberExpression' &&
        inner.callee.object.type === 'Identifier' &&
        inner.callee.object.name === 'Buffer' &&
        inner.arguments.every(isRepeatable)
      );
    default:
      return false;
  }
}
