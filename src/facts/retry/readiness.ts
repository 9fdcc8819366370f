import type { Node } from '../../ast/node.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';

/**
 * Waits for something to come up: a read of whose answer nothing is used but whether it came,
 * `if (await isUp(url)) return;`. Each turn asks anew, at the pace of whoever waits.
 */
export const awaitsReadiness = (facts: readonly ApiCall[], module: SourceModule): boolean =>
  facts.length > 0 && facts.every(({ node, method }) => method === 'GET' && isProbe(node, module));

/**
 * Asks whether somebody has said yes on another device, at the pace that the server gives: the
 * answer for "not yet" is fixed by RFC 8628.
 */
export const awaitsApproval = (root: Node, module: SourceModule): boolean =>
  textOf(root, module).includes('authorization_pending');

function isProbe(call: Node, { scopes }: SourceModule): boolean {
  let test: Node = call;
  while (test.parent && (test.parent.type === 'AwaitExpression' || isSame(test.parent, test)))
    test = test.parent;
  const named = bindingGiven(test, scopes);
  if (named) {
    const { reads } = named;
    return (
      reads.every((read) => isOfStatus(read) || ends(read)) &&
      reads.some((read) => ends(isOfStatus(read) ? read.parent : read))
    );
  }
  return ends(test) || isFollowedByEnd(test);
}

/** `await fetch(url); return { isUp: true };`: any answer will do. */
function isFollowedByEnd(asked: Node): boolean {
  const statement = asked.parent;
  const block = statement?.parent;
  if (statement?.type !== 'ExpressionStatement' || block?.type !== 'BlockStatement') return false;
  const next = block.body[block.body.indexOf(statement) + 1];
  return next !== undefined && (next.type === 'ReturnStatement' || endsBare(next));
}

/** `response.ok`, and no look at what it holds. */
const isOfStatus = (read: Node): boolean =>
  read.parent?.type === 'MemberExpression' &&
  read.parent.object === read &&
  /^(?:ok|status|statusCode|statusText|statusMessage)$/.test(keyName(read.parent) ?? '');

/** A test, or what is compared in one, whose statement ends the wait. */
function ends(asked: Node): boolean {
  const { parent } = asked;
  if (parent?.type === 'BinaryExpression' && /^={2,3}$/.test(parent.operator)) return ends(parent);
  return parent?.type === 'IfStatement' && parent.test === asked && endsBare(parent.consequent);
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
