import type { TSESTree } from '@typescript-eslint/utils';
import { decisionsBy } from '../../ast/decisions.ts';
import type { Node } from '../../ast/node.ts';
import { calledName, keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { valueWritten } from '../../values/written-for.ts';
import { argumentsFor } from '../signature/parameters.ts';

/** What a record is called to be in once its event is dealt with. */
const DONE =
  /^(?:paid|complete[d]?|success(?:ful)?|succeeded|processed|confirmed|settled|fulfilled|captured|done|approved|finali[sz]ed|delivered|refunded|credited|redeemed)$/i;
/** What it is in before. */
const OPEN = /^(?:pending|initiated|created|unpaid|new|open|awaiting\w*|requested|draft)$/i;
const STATE = /(?:status|state)$/i;
const FLAG =
  /^(?:is_?)?(?:processed|paid|completed|fulfilled|confirmed|settled|credited|handled)(?:_?at)?$/i;
/** Reads of a store of one's own. */
const LOOKS =
  /^(?:find|get|load|select|single|maybeSingle|first|query|lookup|fetch|retrieve|read|execute)/i;

/**
 * `if (order.status === 'paid') return`: the record that the event is about was looked up, and what
 * state it is in stops a second round. `node` is the part of a condition that asks for the state.
 */
export function tellsHandled(node: Node, module: SourceModule): boolean {
  const doneWhen = isTest(node, module);
  if (doneWhen === null) return false;
  return decisionsBy(node, module.scopes).some(({ holds, fails }) => {
    const [done, open] = doneWhen ? [holds, fails] : [fails, holds];
    return (done !== null && leaves(done)) || (open !== null && !leaves(open));
  });
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return /^(?:Return|Continue|Break)Statement$/.test(last?.type ?? '');
}

/** Whether a test holds where the event was dealt with before; null for a test of anything else. */
function isTest(node: Node, module: SourceModule): boolean | null {
  if (node.type === 'MemberExpression') return isFlag(node, module) ? true : null;
  if (node.type === 'CallExpression') return isOneOf(node, module) ? true : null;
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return null;
  const [state, other] = isState(node.left, module)
    ? [node.left, node.right]
    : [node.right, node.left];
  if (!isState(state, module)) return null;
  const name = nameIn(other);
  const isEqual = node.operator.startsWith('=');
  if (DONE.test(name)) return isEqual;
  return OPEN.test(name) ? !isEqual : null;
}

/** `['paid', 'failed'].includes(order.status)`. */
function isOneOf(
  { callee, arguments: [given] }: TSESTree.CallExpression,
  module: SourceModule,
): boolean {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'includes' || !given) return false;
  const list = unwrap(callee.object);
  return (
    list.type === 'ArrayExpression' &&
    list.elements.some((each) => each !== null && DONE.test(nameIn(each))) &&
    isState(given, module)
  );
}

/** `'paid'`, `OrderStatus.PAID`. */
function nameIn(wrapped: Node): string {
  const node = unwrap(wrapped);
  return staticString(node) ?? (node.type === 'MemberExpression' ? (keyName(node) ?? '') : '');
}

const isFlag = (node: Node, module: SourceModule): boolean =>
  node.type === 'MemberExpression' &&
  FLAG.test(keyName(node) ?? '') &&
  isLookedUp(node.object, module);

function isState(wrapped: Node, module: SourceModule): boolean {
  const node = unwrap(wrapped);
  return (
    node.type === 'MemberExpression' &&
    STATE.test(keyName(node) ?? '') &&
    isLookedUp(node.object, module)
  );
}

/** What an awaited lookup gave back, whole or in a part: `const { data: order } = await …`. */
function isLookedUp(wrapped: Node, module: SourceModule, hops = 0): boolean {
  const node = unwrap(wrapped);
  if (isFromLookup(valueOf(node, module))) return true;
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  if (!binding || hops > MOST_HOPS) return false;
  const [declared] = binding.declarations;
  return binding.kind === 'param' && declared
    ? argumentsFor(declared, module).some((each) => isLookedUp(each, module, hops + 1))
    : binding.writes.some(({ by }) => isAwaitedLookup(by));
}

/** A record is handed on to the function that looks at it at most so often. */
const MOST_HOPS = 2;

function isFromLookup(value: Value): boolean {
  if (value.kind === 'choice') return value.options.some((option) => isFromLookup(option));
  if (value.kind === 'member') return isFromLookup(value.object);
  return value.kind === 'awaited' && isLookup(value.of.node);
}

const isLookup = (node: Node): boolean =>
  node.type === 'CallExpression' && LOOKS.test(calledName(unwrap(node.callee)));

function isAwaitedLookup(by: Node): boolean {
  const from = valueWritten(by);
  const made = from ? unwrap(from) : null;
  return made?.type === 'AwaitExpression' && isLookup(unwrap(made.argument));
}
