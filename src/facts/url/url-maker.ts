import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { firstValueOf } from '../../values/written-for.ts';
import { returnsOf } from '../../ast/returns.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueOf } from '../../values/evaluate.ts';

/**
 * A function of the project that gives back an address which begins with what it is handed there:
 * `withQuery('http://host/path', query)`.
 */
export function makesAddress(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  index: number,
  module: SourceModule,
): boolean {
  if (call.type !== 'CallExpression') return false;
  const called = valueOf(call.callee, module);
  return called.kind === 'function' && beginsWith(called.node, index, called.module);
}

const known = new WeakMap<FunctionNode, Map<number, boolean>>();

function beginsWith(fn: FunctionNode, index: number, module: SourceModule): boolean {
  const ofFunction = known.get(fn) ?? new Map<number, boolean>();
  known.set(fn, ofFunction);
  const found = ofFunction.get(index);
  if (found !== undefined) return found;
  const parameter = fn.params[index];
  const target = parameter?.type === 'Identifier' ? module.scopes.bindingOf(parameter) : null;
  const starts = new Set(target?.reads.map((read) => addressAround(read)) ?? []);
  const begins =
    target !== null && returnsOf(fn).some((given) => starts.has(madeOf(given, module)));
  ofFunction.set(index, begins);
  return begins;
}

/** The text or `new URL(…)` that a name begins. */
function addressAround(read: Node): Node {
  const { parent } = read;
  const begins =
    parent?.type === 'TemplateLiteral'
      ? parent.expressions[0] === read && parent.quasis[0]?.value.raw === ''
      : parent?.type === 'BinaryExpression'
        ? parent.operator === '+' && parent.left === read
        : parent?.type === 'NewExpression' &&
          parent.arguments[0] === read &&
          parent.callee.type === 'Identifier' &&
          parent.callee.name === 'URL';
  return begins && parent ? addressAround(parent) : read;
}

/** Back from `url.toString()`, `url.href` and a constant to what was made. */
function madeOf(wrapped: Node, module: SourceModule, depth = 3): Node {
  const node = unwrap(wrapped);
  if (depth === 0) return node;
  if (node.type === 'CallExpression' && node.arguments.length === 0)
    return madeOf(node.callee, module, depth);
  if (node.type === 'MemberExpression') return madeOf(node.object, module, depth - 1);
  if (node.type !== 'Identifier') return node;
  const binding = module.scopes.bindingOf(node);
  const init = binding && firstValueOf(binding);
  return init ? madeOf(init, module, depth - 1) : node;
}
