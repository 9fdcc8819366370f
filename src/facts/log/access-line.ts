import type { TSESTree } from '@typescript-eslint/utils';
import { isFunction } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { FileView } from '../fact.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { LogCall } from './log-call.ts';
import { ALL } from './log-call.ts';
import { exportTrailOf } from './logger.ts';

const libraries = clientsOfKind('logger').filter(({ linesBy }) => linesBy !== undefined);
const NAMED = new RegExp(libraries.flatMap(({ modules }) => modules).join('|'));

/** Functions that give a part of each line, as lines that hold it: `morgan.token('agent', (req) => …)`. */
export function accessLines(view: FileView): LogCall[] {
  const { candidates, module } = view;
  if (!NAMED.test(module.text)) return [];
  return candidates.calls.flatMap((node) =>
    node.type === 'CallExpression' ? linesOf(node, view) : [],
  );
}

function linesOf(node: TSESTree.CallExpression, { module }: FileView): LogCall[] {
  const trail = exportTrailOf(valueOf(node.callee, module));
  const library = libraries.find(({ modules }) => modules.includes(trail?.source ?? ''));
  const index = library?.linesBy?.[trail?.text ?? ''];
  const giver = index === undefined ? undefined : node.arguments[index];
  if (!library || !isFunction(giver)) return [];
  const args = [...returnsOf(giver)];
  return [
    {
      node,
      callee: node.callee,
      logger: { library, made: null, bindings: [] },
      level: null,
      args,
      names: new Map(),
      writtenOf: () => ALL,
      message: null,
      rest: args,
      order: null,
      isConsole: false,
      own: null,
      module,
      evidence: {},
    },
  ];
}
