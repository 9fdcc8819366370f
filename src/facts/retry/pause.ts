import { calledName } from '../../ast/node.ts';
import type { Node } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { FileView } from '../fact.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';

const PAUSING = /^(?:sleep|delay|wait|pause|backoff|snooze)(?:$|[A-Z_]|For|Ms)/i;

/** The one pause in a loop is of a length that nothing in the loop changes, whatever it is. */
export function isSteady(root: Node, { candidates, module }: FileView): boolean {
  const pauses = nodesWithin(candidates.calls, root).filter(
    ({ callee, arguments: given }) => PAUSING.test(calledName(callee)) && given.length > 0,
  );
  const [only, ...others] = pauses;
  const ms = only?.arguments[0];
  return (
    ms !== undefined &&
    others.length === 0 &&
    isFixed(
      ms,
      root,
      module.visitorKeys,
      (name) =>
        module.scopes.bindingOf(name)?.writes.some(({ target }) => isWithin(target, root)) ?? false,
    )
  );
}

type Identifier = Extract<Node, { type: 'Identifier' }>;

/** Holds no call and no name that is written in the loop. */
function isFixed(
  expression: Node,
  root: Node,
  keys: Parameters<typeof walk>[1],
  isWritten: (name: Identifier) => boolean,
): boolean {
  let fixed = true;
  walk(expression, keys, (node) => {
    if (node.type === 'CallExpression' || node.type === 'UpdateExpression') fixed = false;
    if (node.type === 'Identifier' && isWritten(node)) fixed = false;
    if (node.type === 'ThisExpression' && root !== node) fixed = false;
  });
  return fixed;
}
