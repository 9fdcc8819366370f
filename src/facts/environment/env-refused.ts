import { refusesEmpty } from '../../clients/refused-when-empty.ts';
import type { RefusesEmpty } from '../../clients/refused-when-empty.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, wrapped } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { bindingOfRead } from './env-check.ts';

/** It is handed, by itself or by its name, to a client that throws where it gets an empty text. */
export function isRefusedByClient(node: Node, view: FileView): boolean {
  const named = bindingOfRead(node, view);
  return (named?.reads ?? [node]).some((use) => isRefused(use, view.module));
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

const isCall = (node: Node | undefined): node is Call =>
  node?.type === 'CallExpression' || node?.type === 'NewExpression';

function isRefused(use: Node, module: SourceModule): boolean {
  const node = wrapped(use);
  const { parent } = node;
  if (isCall(parent)) {
    const index = parent.arguments.findIndex((argument) => argument === node);
    return index >= 0 && isMadeBy(parent, module, (client) => client.arguments.includes(index));
  }
  const options = parent?.type === 'Property' && parent.value === node ? parent.parent : null;
  const call = options?.parent;
  if (!parent || !isCall(call) || call.arguments[0] !== options) return false;
  const option = keyName(parent) ?? '';
  return isMadeBy(call, module, (client) => client.options?.includes(option) ?? false);
}

/** The call makes a client of those that throw, one that asks for what is handed over. */
function isMadeBy(
  call: Call,
  module: SourceModule,
  asksForIt: (client: RefusesEmpty) => boolean,
): boolean {
  const callee = valueOf(call.callee, module);
  if (callee.kind !== 'external') return false;
  const { source, path } = callee;
  return refusesEmpty.some(
    (client) =>
      (source === null ? client.modules.length === 0 : client.modules.includes(source)) &&
      (client.given === undefined || client.given === call.arguments.length) &&
      client.name === path.at(-1) &&
      client.construct === (call.type === 'NewExpression') &&
      asksForIt(client),
  );
}
