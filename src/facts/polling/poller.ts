import type { TSESTree } from '@typescript-eslint/utils';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import { oncePer } from '../../ast/once.ts';
import type { PollerUse } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import { clientsOfKind, namedExportsOf } from '../request/client-shapes.ts';

/** A call of a library that reads again and again. */
export interface UsedPoller {
  readonly call: TSESTree.CallExpression;
  readonly use: PollerUse;
}

const pollers = clientsOfKind('poller');
const EXPORTS = namedExportsOf(pollers);

/** The calls of such libraries in a file. */
export const pollerUses = oncePer(({ candidates, module }: FileView): readonly UsedPoller[] =>
  candidates.calls.flatMap((call): UsedPoller[] => {
    if (call.type !== 'CallExpression' || !mayBeOneOf(EXPORTS, call.callee, module.scopes))
      return [];
    const use = useOf(valueOf(call.callee, module));
    return use ? [{ call, use }] : [];
  }),
);

function useOf(callee: Value): PollerUse | null {
  if (callee.kind !== 'external' || callee.source === null) return null;
  const { source, path } = callee;
  const library = pollers.find(({ modules }) => modules.includes(source));
  const name = path.at(-1) ?? '';
  return library && Object.hasOwn(library.exports, name) ? (library.exports[name] ?? null) : null;
}
