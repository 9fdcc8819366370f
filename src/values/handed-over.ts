import type { FunctionNode, Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { SourceModule } from './source-module.ts';

/** Functions that hand it on are followed this deep. */
const DEEPEST = 3;

const known = new WeakMap<FunctionNode, Map<number, boolean>>();

/** Whether the call that a name is an argument of may write to the object: what a package gets it reads. */
export function mayBeWrittenBy(
  evaluation: Evaluation,
  given: Node,
  context: Context,
  depth = 0,
): boolean {
  const call = given.parent;
  if (call?.type !== 'CallExpression') return false;
  const index = call.arguments.findIndex((argument) => argument === given);
  if (index < 0) return false;
  const callee = evaluation.valueOf(call.callee, context);
  if (callee.kind === 'external' && callee.path.at(-1) === 'assign') return index === 0;
  if (callee.kind === 'function')
    return writesTo(evaluation, callee.node, index, callee.module, depth);
  return callee.kind === 'unknown' || callee.kind === 'parameter';
}

function writesTo(
  evaluation: Evaluation,
  fn: FunctionNode,
  index: number,
  module: SourceModule,
  depth: number,
): boolean {
  if (depth >= DEEPEST) return true;
  const ofFunction = known.get(fn) ?? new Map<number, boolean>();
  known.set(fn, ofFunction);
  const found = ofFunction.get(index);
  if (found !== undefined) return found;
  // A function that calls itself with it is asked once.
  ofFunction.set(index, true);
  const parameter = fn.params[index];
  const plain = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  const reads = plain?.type === 'Identifier' ? module.scopes.bindingOf(plain)?.reads : null;
  const writes =
    !reads || reads.some((read) => !isOnlyRead(evaluation, read, { module, frame: null }, depth));
  ofFunction.set(index, writes);
  return writes;
}

/** Looked at, spread, or given to what reads it; what keeps it, or a part of it, may write to it. */
function isOnlyRead(evaluation: Evaluation, read: Node, context: Context, depth: number): boolean {
  let part = read;
  while (part.parent?.type === 'MemberExpression' && part.parent.object === part)
    part = part.parent;
  const { parent } = part;
  switch (parent?.type) {
    case 'CallExpression':
      return parent.callee === part
        ? part !== read && READING.has(keyName(part) ?? '')
        : !mayBeWrittenBy(evaluation, part, context, depth + 1);
    case 'SpreadElement':
    case 'TemplateLiteral':
    case 'BinaryExpression':
    case 'IfStatement':
    case 'ConditionalExpression':
      return !('test' in parent) || parent.test === part;
    case 'Property':
      return part !== read;
    case 'UnaryExpression':
      return parent.operator !== 'delete';
    default:
      return false;
  }
}

const READING: ReadonlySet<string> = new Set([
  'get',
  'has',
  'includes',
  'join',
  'toString',
  'toUpperCase',
]);
