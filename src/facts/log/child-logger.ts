import type { FileView } from '../fact.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { LogCall } from './log-call.ts';
import { ALL } from './log-call.ts';
import { loggerOf } from './logger.ts';

const CHILDREN: ReadonlySet<string> = new Set(
  clientsOfKind('logger').flatMap(({ children }) =>
    Object.entries(children).flatMap(([name, { bindings }]) => (bindings === null ? [] : [name])),
  ),
);

/** Calls that give a logger fields, as lines that hold them: `log.child({ requestId })` writes them again and again. */
export function childrenMade({ candidates, module }: FileView): LogCall[] {
  return candidates.calls.flatMap((node): LogCall[] => {
    if (node.type !== 'CallExpression') return [];
    const callee = unwrap(node.callee);
    const name = callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
    if (callee.type !== 'MemberExpression' || !CHILDREN.has(name)) return [];
    const logger = loggerOf(valueOf(callee.object, module));
    const index = logger?.library?.children[name]?.bindings ?? null;
    const fields = index === null ? undefined : node.arguments[index];
    if (!logger || !fields || fields.type === 'SpreadElement') return [];
    return [
      {
        node,
        callee,
        logger,
        level: null,
        args: [fields],
        names: new Map(),
        writtenOf: () => ALL,
        message: null,
        rest: [fields],
        order: logger.library?.order ?? null,
        isConsole: false,
        own: null,
        module,
        evidence: {},
      },
    ];
  });
}
