import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import type { FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { settledAs, settledBy } from '../request/settled.ts';
import type { Chain } from './chain.ts';
import type { Outcome } from './failure.ts';

/** The failure of requests that `Promise.allSettled` waited for, as a chain of members reads it. */
export interface SettledReason {
  /** The requests that it may be of. */
  readonly calls: readonly ApiCall[];
  /** What is read of the error itself. */
  readonly names: readonly string[];
}

/** `result.reason.message`, where `result` is what `Promise.allSettled` says of a request; null for anything else. */
export function settledReason({ binding, names }: Chain, view: FileView): SettledReason | null {
  const [declaration] = binding?.declarations ?? [];
  if (!declaration) return null;
  const taken = nameTaken(declaration);
  const [first, ...rest] = taken === null || names[0] === 'reason' ? names : [taken, ...names];
  const settled = first === 'reason' ? settledAs(entryOf(declaration), view.module) : null;
  const calls = settled
    ? view.facts.apiCall.filter(({ node }) => settledBy(node, view.module) === settled)
    : [];
  return calls.length === 0 ? null : { calls, names: rest };
}

/** `reason` of `for (const { reason: error } of results)`. */
const nameTaken = ({ parent }: Node): string | null =>
  parent?.type === 'Property' ? keyName(parent) : null;

/** The pattern that takes a name out of an entry, `{ reason }`, or the name of the entry. */
function entryOf(declaration: Node): Node {
  let node = declaration;
  while (node.parent?.type === 'Property' || node.parent?.type === 'ObjectPattern')
    node = node.parent;
  return node;
}

/** It as what handlers get. */
export const failureOf = ({ calls }: SettledReason): Outcome => ({
  is: 'error',
  calls,
  client: null,
});
