import type { Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';

/**
 * Waits for something to come up: a read of whose answer nothing is used but whether it came,
 * `if (await isUp(url)) return;`. Each turn asks anew, at the pace of whoever waits.
 */
export const awaitsReadiness = (facts: readonly ApiCall[]): boolean =>
  facts.length > 0 && facts.every(({ node, method }) => method === 'GET' && isProbe(node));

/**
 * Asks whether somebody has said yes on another device, at the pace that the server gives: the
 * answer for "not yet" is fixed by RFC 8628.
 */
export const awaitsApproval = (root: Node, module: SourceModule): boolean =>
  textOf(root, module).includes('authorization_pending');

function isProbe(call: Node): boolean {
  let test: Node = call;
  while (test.parent && (test.parent.type === 'AwaitExpression' || isSame(test.parent, test)))
    test = test.parent;
  const { parent } = test;
  return parent?.type === 'IfStatement' && parent.test === test && endsBare(parent.consequent);
}

const isSame = (outer: Node, inner: Node): boolean => unwrap(outer) === unwrap(inner);

/** `return;`, `break;`, `return true;` */
function endsBare(statement: Node): boolean {
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  if (last?.type === 'BreakStatement') return true;
  if (last?.type !== 'ReturnStatement') return false;
  return (
    last.argument === null || (last.argument.type === 'Literal' && last.argument.value === true)
  );
}
