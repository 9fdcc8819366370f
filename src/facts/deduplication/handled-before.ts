import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { calledName, keyName, staticString, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';

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
 * state it is in stops a second round.
 */
export function tellsHandled(node: TSESTree.IfStatement, module: SourceModule): boolean {
  const isLeft = leaves(node.consequent);
  return partsOf(node.test).some((part) => isTest(part, isLeft, module));
}

function leaves(consequent: Node): boolean {
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  return /^(?:Return|Continue|Break)Statement$/.test(last?.type ?? '');
}

function partsOf(test: Node): Node[] {
  const node = unwrap(test);
  return node.type === 'LogicalExpression'
    ? [...partsOf(node.left), ...partsOf(node.right)]
    : [node];
}

function isTest(node: Node, isLeft: boolean, module: SourceModule): boolean {
  if (node.type === 'UnaryExpression' && node.operator === '!')
    return !isLeft && isFlag(unwrap(node.argument), module);
  if (node.type === 'MemberExpression') return isLeft && isFlag(node, module);
  if (node.type === 'CallExpression') return isLeft && isOneOf(node, module);
  if (node.type !== 'BinaryExpression' || !/^[!=]==?$/.test(node.operator)) return false;
  const [state, other] = isState(node.left, module)
    ? [node.left, node.right]
    : [node.right, node.left];
  if (!isState(state, module)) return false;
  const name = nameIn(other);
  const stops = node.operator.startsWith('=') === isLeft;
  return stops ? DONE.test(name) : OPEN.test(name);
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

/** A name for what an awaited lookup gave back, whole or in a part: `const { data: order } = await …`. */
function isLookedUp(wrapped: Node, module: SourceModule): boolean {
  const node = unwrap(wrapped);
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  return (binding?.writes ?? []).some(({ by }) => {
    const from =
      by.type === 'VariableDeclarator'
        ? by.init
        : by.type === 'AssignmentExpression'
          ? by.right
          : null;
    const made = from ? unwrap(from) : null;
    const call = made?.type === 'AwaitExpression' ? unwrap(made.argument) : null;
    return call?.type === 'CallExpression' && LOOKS.test(calledName(unwrap(call.callee)));
  });
}
