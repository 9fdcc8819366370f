import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

const COLLECTING: ReadonlySet<string> = new Set(['on', 'pipe', 'setEncoding', 'toArray']);

/** A call of a function of the project that goes through the stream it is given: `await rawBody(req)`. */
export function isCollected(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean {
  const callee = valueOf(call.callee, module);
  return callee.kind === 'function' && goesThrough(callee.node, callee.module);
}

function goesThrough({ params: [given] }: FunctionNode, { scopes }: SourceModule): boolean {
  const binding = given?.type === 'Identifier' ? scopes.bindingOf(given) : null;
  return (binding?.reads ?? []).some((read) => isGoneThrough(read));
}

/** `for await (const chunk of req)`, `req.on('data', …)`. */
function isGoneThrough(read: Node): boolean {
  const { parent } = read;
  if (parent?.type === 'ForOfStatement') return parent.await && parent.right === read;
  return (
    parent?.type === 'MemberExpression' &&
    parent.object === read &&
    COLLECTING.has(keyName(parent) ?? '')
  );
}

/** What a list of the file is filled with: `chunks.push(chunk)`. */
export function pushedTo({ writes: [first], reads }: Binding): Node[] {
  const init = first?.by.type === 'VariableDeclarator' && first.by.init;
  if (!init || unwrap(init).type !== 'ArrayExpression') return [];
  return reads.flatMap(({ parent }) => {
    const isPush = parent?.type === 'MemberExpression' && keyName(parent) === 'push';
    const call = isPush ? parent.parent : null;
    return call?.type === 'CallExpression' && call.callee === parent ? call.arguments : [];
  });
}
