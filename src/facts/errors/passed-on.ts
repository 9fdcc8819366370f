import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, keyName, unwrap } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

/** Members that tell nothing of what the API said. */
const OUTSIDE: ReadonlySet<string> = new Set(['message', 'name', 'stack', 'status', 'response']);

/** Names are followed this deep. */
const DEEPEST = 3;

/**
 * An error is thrown on, handed over, or asked for more than its message or status, and what it says
 * goes on. To compare it with what is written there, or to ask of what kind it is, hands nothing on.
 */
export function isPassedOn(
  read: Node,
  module: SourceModule,
  depth = DEEPEST,
  isAside: (read: Node) => boolean = () => false,
): boolean {
  if (isAside(read)) return false;
  const whole = memberOf(read);
  const isMember = unwrap(whole).type === 'MemberExpression' && whole !== read;
  if (isMember && !asksInside(whole, read)) return false;
  return isHandedOn(placeOf(whole), module, depth, isAside);
}

/** All that is read of it: `error.response?.data.code`. */
function memberOf(read: Node): Node {
  let node = read;
  while (node.parent && isPartOf(node.parent, node)) node = node.parent;
  return node;
}

const isPartOf = (parent: Node, node: Node): boolean =>
  parent.type === 'MemberExpression' ? parent.object === node : isSame(parent, node);

const isSame = (parent: Node, node: Node): boolean =>
  parent.type !== node.type && unwrap(parent) === unwrap(node);

function asksInside(whole: Node, read: Node): boolean {
  for (
    let node = whole;
    node !== read;
    node = node.type === 'MemberExpression' ? node.object : unwrap(node)
  )
    if (node.type === 'MemberExpression' && !OUTSIDE.has(keyName(node) ?? '')) return true;
  return false;
}

/** The choice it is one way of: `isApiError(e) ? e.code : undefined`, `e.code ?? 'none'`. */
function placeOf(whole: Node): Node {
  let node = whole;
  for (let { parent } = node; parent; { parent } = node) {
    const isWay =
      (parent.type === 'ConditionalExpression' && parent.test !== node) ||
      (parent.type === 'LogicalExpression' &&
        (parent.operator !== '&&' || parent.right === node)) ||
      isSame(parent, node);
    if (!isWay) break;
    node = parent;
  }
  return node;
}

function isHandedOn(
  node: Node,
  module: SourceModule,
  depth: number,
  isAside: (read: Node) => boolean,
): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'BinaryExpression':
      return !isComparedWithText(parent, node, module);
    case 'SwitchStatement':
      return !parent.cases.every(({ test }) => !test || isText(test, module));
    case 'CallExpression':
      return parent.callee !== node && !isKindTest(parent, module);
    case 'VariableDeclarator':
      return isNameHandedOn(parent.id, module, depth, isAside);
    default:
      return !ASKING.has(parent?.type ?? '');
  }
}

/** Where what stands is only asked whether it holds. */
const ASKING: ReadonlySet<string> = new Set([
  'IfStatement',
  'UnaryExpression',
  'ConditionalExpression',
  'LogicalExpression',
]);

/** `const code = …`, of which something is handed on. */
function isNameHandedOn(
  id: Node,
  module: SourceModule,
  depth: number,
  isAside: (read: Node) => boolean,
): boolean {
  const binding = id.type === 'Identifier' ? module.scopes.bindingOf(id) : null;
  if (!binding || depth === 0) return true;
  return binding.reads.some((name) => isPassedOn(name, module, depth - 1, isAside));
}

function isComparedWithText(
  { left, right, operator }: TSESTree.BinaryExpression,
  node: Node,
  module: SourceModule,
): boolean {
  return operator === 'instanceof' || isText(left === node ? right : left, module);
}

const isText = (node: Node, module: SourceModule): boolean =>
  valueOf(node, module).kind === 'literal';

const CLIENTS: ReadonlySet<string> = new Set(
  clientsOfKind('http').flatMap(({ modules }) => modules),
);

/** `axios.isAxiosError(error)`: a function of a client that is asked, and gives nothing on. */
function isKindTest(call: TSESTree.CallExpression, module: SourceModule): boolean {
  const called = valueOf(call.callee, module);
  if (called.kind !== 'external' || !CLIENTS.has(called.source ?? '')) return false;
  return ASKING.has(placeOf(call).parent?.type ?? '');
}

/** `SLOT_TAKEN`. */
const CODE = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/;

/** The codes of an API are told apart here, and whatever is left is thrown on as it came. */
export function isSortedByCode(reads: readonly Node[], module: SourceModule): boolean {
  const isOfCode = (read: Node): boolean => isWhereCodeIsKnown(read, module);
  return (
    reads.some((read) => isOfAnswer(read) && isHeldAgainstCode(read, module)) &&
    reads.every(
      (read) =>
        read.parent?.type === 'ThrowStatement' || !isPassedOn(read, module, DEEPEST, isOfCode),
    )
  );
}

/** `if (body.code === 'INVALID') return { fields: body.fields }`: what goes on there is of that code alone. */
const isWhereCodeIsKnown = (read: Node, module: SourceModule): boolean =>
  [...ancestorsOf(read)].some(
    (above) =>
      above.type === 'IfStatement' &&
      isWithin(read, above.consequent) &&
      conjunctsOf(above.test).some(
        (test) =>
          test.type === 'BinaryExpression' &&
          test.operator.startsWith('==') &&
          (isCode(test.left, module) || isCode(test.right, module)),
      ),
  );

const conjunctsOf = (test: Node): Node[] =>
  test.type === 'LogicalExpression' && test.operator === '&&'
    ? [test.left, test.right].flatMap(conjunctsOf)
    : [test];

/** `error.response.data.code`; a code of the error itself may be the network's, or a database's. */
function isOfAnswer(read: Node): boolean {
  const whole = unwrap(memberOf(read));
  return whole.type === 'MemberExpression' && unwrap(whole.object) !== read;
}

function isHeldAgainstCode(read: Node, module: SourceModule, depth = DEEPEST): boolean {
  const place = placeOf(memberOf(read));
  const { parent } = place;
  if (parent?.type === 'BinaryExpression')
    return isCode(parent.left === place ? parent.right : parent.left, module);
  if (parent?.type === 'SwitchStatement')
    return parent.cases.some(({ test }) => test !== null && isCode(test, module));
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const reads = module.scopes.bindingOf(parent.id)?.reads ?? [];
  return depth > 0 && reads.some((name) => isHeldAgainstCode(name, module, depth - 1));
}

function isCode(node: Node, module: SourceModule): boolean {
  const value = valueOf(node, module);
  return value.kind === 'literal' && CODE.test(String(value.value));
}
