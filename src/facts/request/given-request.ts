import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';

/**
 * A request that was made elsewhere is sent on: `fetch(event.request)` in a service worker,
 * `fetch(request)` in a proxy. It brings its own signal, and ends when its sender gives up.
 */
export function isGivenRequest(
  { arguments: [first] }: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean {
  if (!first || first.type === 'SpreadElement') return false;
  const node = copied(unwrap(first));
  const value = valueOf(node, module);
  if (value.kind === 'member') return value.name === 'request' && value.object.kind === 'parameter';
  if (value.kind === 'typed') return isRequestType(value.type);
  if (value.kind !== 'parameter') return false;
  if (value.type) return isRequestType(value.type);
  const [declared] =
    node.type === 'Identifier' ? (module.scopes.bindingOf(node)?.declarations ?? []) : [];
  return /^req(?:uest)?$/.test(declared?.name ?? '') && !declared?.typeAnnotation;
}

/** `request.clone()`. */
function copied(node: Node): Node {
  const isCopy =
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    keyName(node.callee) === 'clone';
  return isCopy && node.callee.type === 'MemberExpression' ? unwrap(node.callee.object) : node;
}

const isRequestType = (type: Value): boolean =>
  type.kind === 'external' && /^(?:Next)?Request$/.test(type.path.at(-1) ?? '');
