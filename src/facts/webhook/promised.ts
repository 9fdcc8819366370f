import type { Node } from '../../ast/node.ts';
import { wrapped } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** Names of names are followed this far. */
const DEEPEST = 3;

/** Whether a promise is asked for its truth, in place of what it gives: `if (!verify(…))` without `await`. */
export function isTakenForAnswer(promise: Node, module: SourceModule, depth = 0): boolean {
  const node = wrapped(promise);
  const { parent } = node;
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === node;
    case 'UnaryExpression':
      return parent.operator === '!';
    case 'LogicalExpression':
      return parent.operator !== '??' && parent.left === node;
    case 'BinaryExpression':
      return isComparedWithTruth(node === parent.left ? parent.right : parent.left);
    case 'VariableDeclarator':
      return depth < DEEPEST && isNameTaken(parent.id, module, depth);
    default:
      return false;
  }
}

const isComparedWithTruth = ({ type, ...rest }: Node): boolean =>
  type === 'Literal' && 'value' in rest && typeof rest.value === 'boolean';

/** `const ok = verify(…); if (!ok) …`: each of its reads is such a question. */
function isNameTaken(name: Node, module: SourceModule, depth: number): boolean {
  const binding = name.type === 'Identifier' ? module.scopes.bindingOf(name) : null;
  if (!binding || binding.writes.length !== 1 || binding.reads.length === 0) return false;
  return binding.reads.every((read) => isTakenForAnswer(read, module, depth + 1));
}
