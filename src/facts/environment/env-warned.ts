import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { FileView } from '../fact.ts';
import { outcomesOf } from './env-outcome.ts';

/** Where the variable is not set a line of the log says so: `if (!process.env.X) log.warn('X is not set')`. */
export function isWarnedOf(read: Node, variable: string, { candidates, facts, module }: FileView) {
  const branches = candidates.members
    .filter((member) => keyName(member) === variable && member !== unwrap(read))
    .flatMap((member) => outcomesOf(member, module.scopes))
    .flatMap(({ empty }) => empty ?? []);
  return facts.logCall.some(
    ({ node, level }) =>
      (level === 'warn' || level === 'error') && branches.some((branch) => isWithin(node, branch)),
  );
}
