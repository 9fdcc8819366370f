import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** What the data of an answer is used as, as far as it is followed. */
export interface DataTrail {
  /** Iterated, counted, mapped: something only done to a list. */
  readonly asList: boolean;
  /** Given back by the function that asked for it. */
  readonly returned: boolean;
  /** Handed to a function, a component, or put into an object. */
  readonly handedOn: boolean;
  /** Names of the properties that were read on the way. */
  readonly names: ReadonlySet<string>;
}

interface OpenTrail {
  asList: boolean;
  returned: boolean;
  handedOn: boolean;
  readonly names: Set<string>;
  readonly seen: Set<Node>;
  readonly module: SourceModule;
}

const LIST_MEMBERS: ReadonlySet<string> = new Set([
  'map',
  'filter',
  'forEach',
  'reduce',
  'flatMap',
  'some',
  'every',
  'find',
  'findIndex',
  'sort',
  'toSorted',
  'slice',
  'length',
  'entries',
]);

/** Longer ways are not followed to the end. */
const MOST_NODES = 200;

/** Follows what a request gives to where its data is used, in this file. */
export function dataTrailOf(call: Node, module: SourceModule): DataTrail {
  const trail: OpenTrail = {
    asList: false,
    returned: false,
    handedOn: false,
    names: new Set(),
    seen: new Set(),
    module,
  };
  follow(call, trail);
  return trail;
}

function follow(start: Node, trail: OpenTrail): void {
  for (let node: Node | null = start; node; node = step(node, trail)) {
    if (trail.seen.has(node) || trail.seen.size > MOST_NODES) return;
    trail.seen.add(node);
  }
}

/** The expression around a node that still holds its data; null where the way ends or forks. */
function step(node: Node, trail: OpenTrail): Node | null {
  const { parent } = node;
  if (!parent) return null;
  if (parent.type === 'AwaitExpression' || unwrap(parent) !== parent) return parent;
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? throughMember(parent, trail) : null;
    case 'CallExpression':
    case 'NewExpression':
      return throughCall(node, parent, trail);
    case 'VariableDeclarator':
      followNames(parent.id, trail);
      return null;
    case 'AssignmentExpression':
      if (parent.right === node) followNames(parent.left, trail);
      return null;
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return parent;
    case 'ReturnStatement':
      trail.returned = true;
      return null;
    case 'ArrowFunctionExpression':
      return throughFunction(parent, trail);
    case 'ForOfStatement':
    case 'SpreadElement':
      trail.asList ||= parent.type === 'SpreadElement' ? isInList(parent) : parent.right === node;
      trail.handedOn ||= parent.type === 'SpreadElement';
      return null;
    case 'Property':
    case 'ArrayExpression':
    case 'JSXExpressionContainer':
    case 'JSXSpreadAttribute':
      trail.handedOn = true;
      return null;
    default:
      return null;
  }
}

const isInList = ({ parent }: Node): boolean => parent?.type === 'ArrayExpression';

function throughMember(member: Node, trail: OpenTrail): Node | null {
  const name = keyName(member);
  if (name === null) return null;
  if (LIST_MEMBERS.has(name)) {
    trail.asList ||= !(name === 'length' && isAskedForAny(member));
    return null;
  }
  trail.names.add(name);
  return member;
}

/** `found.length > 0`, `!found.length`: whether there is one at all. */
const isAskedForAny = ({ parent }: Node): boolean =>
  parent?.type === 'BinaryExpression'
    ? parent.right.type === 'Literal' &&
      (parent.right.value === 0 || parent.right.value === 1) &&
      /^[<>=!]/.test(parent.operator)
    : parent?.type === 'UnaryExpression' && parent.operator === '!';

/** Methods of promises and answers whose result is, or leads to, the data. */
function throughCall(node: Node, call: Node, trail: OpenTrail): Node | null {
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return null;
  if (call.callee !== node) {
    trail.handedOn = true;
    return null;
  }
  const name = node.type === 'MemberExpression' ? keyName(node) : null;
  const [first] = call.arguments;
  if ((name === 'then' || name === 'pipe' || name === 'subscribe') && first) {
    if (isFunction(first) && first.params[0]) followNames(first.params[0], trail);
    return call;
  }
  return call;
}

/** The data is what a function gives back: a callback of `then`, or the function that asked. */
function throughFunction(fn: Node, trail: OpenTrail): Node | null {
  const { parent } = fn;
  const isOfThen =
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    keyName(parent.callee) === 'then';
  if (!isOfThen) trail.returned = true;
  return null;
}

function followNames(pattern: Node, trail: OpenTrail): void {
  if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties)
      if (property.type === 'Property') trail.names.add(keyName(property) ?? '');
  for (const target of targetsOf(pattern)) {
    if (target.type !== 'Identifier') continue;
    for (const read of trail.module.scopes.bindingOf(target)?.reads ?? []) follow(read, trail);
  }
}
