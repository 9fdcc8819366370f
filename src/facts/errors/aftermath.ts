import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding } from '../../ast/scope.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, isLoop, isTesting, keyName, unwrap } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { someIn } from '../retry/loop.ts';
import { isLog } from './deeds.ts';
import { isEmptyResult } from './emptiness.ts';

/** Whether what follows a `try` statement tells a failure from a success, or makes up for it. */
export function isMadeUpAfterTry(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  return (
    isAskedAfter(statement, module) ||
    isSetBefore(statement, module) ||
    isFollowedByFallback(statement, module) ||
    isFollowedByNo(statement, module) ||
    isFollowedByThrow(statement, module)
  );
}

/** A name or member that the block fills is tested behind the handler: in `finally`, or behind the statement. */
function isAskedAfter(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  const { block, handler } = statement;
  const end = (handler ?? block).range[1];
  return (
    [...filledIn(block, module)].some(({ reads }) =>
      reads.some((read) => read.range[0] > end && isAsked(read, module)),
    ) || isMemberAskedAfter(statement, module)
  );
}

/** `try { this.token = await … } catch { … } return this.token !== null`. */
function isMemberAskedAfter(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  const filled = new Set<string>();
  someIn(statement.block, module, (node) => {
    if (node.type === 'AssignmentExpression' && node.left.type === 'MemberExpression')
      filled.add(textOf(node.left, module));
    return false;
  });
  return (
    filled.size > 0 &&
    statementsAfter(statement).some((next) =>
      someIn(
        next,
        module,
        (node) =>
          node.type === 'MemberExpression' &&
          filled.has(textOf(node, module)) &&
          (isAsked(node, module) || isAnswer(node)),
      ),
    )
  );
}

/** `return !!x`, `return x !== null`: whoever called is told whether it is there. */
function isAnswer(read: Node): boolean {
  const { parent } = read;
  return (
    (parent?.type === 'UnaryExpression' || parent?.type === 'BinaryExpression') &&
    [...ancestorsOf(parent)].find(({ type }) => /Statement$/.test(type))?.type === 'ReturnStatement'
  );
}

/** A name that the block fills had a value to go on with, which is used behind the statement. */
function isSetBefore({ block, range }: TSESTree.TryStatement, module: SourceModule): boolean {
  return [...filledIn(block, module)].some(
    ({ reads, writes }) =>
      reads.some((read) => read.range[0] > range[1]) &&
      writes.some(
        ({ by }) =>
          by.type === 'VariableDeclarator' &&
          by.init !== null &&
          SUBSTITUTES.has(by.init.type) &&
          !isEmptyResult(by.init, module),
      ),
  );
}

/** Values that somebody worked out to stand in for a result. */
const SUBSTITUTES: ReadonlySet<string> = new Set([
  'CallExpression',
  'Identifier',
  'MemberExpression',
  'TemplateLiteral',
]);

function filledIn(block: TSESTree.BlockStatement, module: SourceModule): ReadonlySet<Binding> {
  const filled = new Set<Binding>();
  someIn(block, module, (node) => {
    if (node.type !== 'AssignmentExpression') return false;
    for (const target of targetsOf(node.left)) {
      const binding = module.scopes.bindingOf(target);
      if (binding && !isWithin(binding.scope, block)) filled.add(binding);
    }
    return false;
  });
  return filled;
}

/** The block leaves on success, and behind the statement another way is gone. */
function isFollowedByFallback(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  if (!leavesAtEnd(statement.block)) return false;
  return comesAfter(statement).some((next) => doesSomething(next, module));
}

/** `try { …; if (sent.ok) return true; } catch { … } return false`: whoever called is told. */
function isFollowedByNo(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  const [next] = statementsAfter(statement);
  return (
    next !== undefined &&
    gives(next, false) &&
    someIn(statement.block, module, (node) => gives(node, true))
  );
}

const gives = (node: Node, answer: boolean): boolean =>
  node.type === 'ReturnStatement' &&
  node.argument?.type === 'Literal' &&
  node.argument.value === answer;

/** `return order;`, or `if (order.isPaid) return order;` as the last that a success comes to. */
function leavesAtEnd({ body }: TSESTree.BlockStatement): boolean {
  const last = body.at(-1);
  if (last?.type !== 'IfStatement')
    return last?.type === 'ReturnStatement' || last?.type === 'ContinueStatement';
  const { consequent, alternate } = last;
  if (alternate) return false;
  return consequent.type === 'BlockStatement'
    ? leavesAtEnd(consequent)
    : consequent.type === 'ReturnStatement';
}

/** What follows a statement, and what follows the conditions that it stands in. */
function comesAfter(statement: Node): Node[] {
  const found = statementsAfter(statement);
  for (const above of ancestorsOf(statement)) {
    if (above.type === 'IfStatement') found.push(...statementsAfter(above));
    else if (above.type !== 'BlockStatement') break;
  }
  return found;
}

/**
 * `for (const host of hosts) try { return await … } catch {} throw new Error('none answered')`, also
 * where the clause goes on with the next one, and the loop leaves further down.
 */
function isFollowedByThrow(statement: TSESTree.TryStatement, module: SourceModule): boolean {
  const loop = [...ancestorsOf(statement)].find((above) => isLoop(above) || isFunction(above));
  if (!loop || !isLoop(loop)) return false;
  const goesOn = statement.handler?.body.body.at(-1)?.type === 'ContinueStatement';
  const leaves = someIn(
    goesOn ? loop.body : statement.block,
    module,
    ({ type }) => type === 'ReturnStatement' || type === 'BreakStatement',
  );
  return leaves && statementsAfter(loop).some((next) => next.type === 'ThrowStatement');
}

function statementsAfter(node: Node): Node[] {
  const { parent } = node;
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return [];
  return parent.body.filter(({ range }) => range[0] > node.range[0]);
}

const doesSomething = (statement: Node, module: SourceModule): boolean =>
  someIn(statement, module, (node) => {
    if (node.type === 'ThrowStatement' || node.type === 'AwaitExpression') return true;
    if (node.type === 'ReturnStatement')
      return node.argument !== null && !isEmptyResult(node.argument, module);
    return node.type === 'CallExpression' && !isLog(node);
  });

/** What becomes of the result of a chain with a handler. */
export type Fate = 'forgotten' | 'asked' | 'returned' | 'used';

/** Where the result of a handled promise goes first. */
export function fateOf(handled: Node, module: SourceModule): Fate {
  let node = handled;
  let isAwaited = false;
  for (let { parent } = node; parent; { parent } = node) {
    if (parent.type === 'AwaitExpression') isAwaited = true;
    else if (!isChainLink(parent, node) && unwrap(parent) === parent) break;
    node = parent;
  }
  const { parent } = node;
  if (!parent) return 'used';
  if (parent.type === 'ExpressionStatement') return isAwaited ? 'used' : 'forgotten';
  if (parent.type === 'UnaryExpression' && parent.operator === 'void') return 'forgotten';
  if (parent.type === 'ReturnStatement') return 'returned';
  if (isFunction(parent)) return isForgottenCallback(parent) ? 'forgotten' : 'returned';
  return isAskedThere(node, module) || isAskedInTuple(node, module) ? 'asked' : 'used';
}

/** `setTimeout(() => send().catch(…))`, `useEffect(() => void …)`: nobody gets what it gives. */
export const isForgottenCallback = (fn: Node): boolean =>
  fn.parent?.type === 'CallExpression' &&
  fn.parent.callee.type === 'Identifier' &&
  /^(?:set(?:Timeout|Interval|Immediate)|queueMicrotask|after)$/.test(fn.parent.callee.name);

function isChainLink(parent: Node, node: Node): boolean {
  if (parent.type === 'MemberExpression' && parent.object === node)
    return ['then', 'finally', 'catch'].includes(keyName(parent) ?? '');
  return parent.type === 'CallExpression' && parent.callee === node;
}

function isAskedThere(node: Node, module: SourceModule): boolean {
  const { parent } = node;
  if (parent?.type === 'VariableDeclarator') return areAsked(parent.id, module);
  if (parent?.type === 'AssignmentExpression') return areAsked(parent.left, module);
  return isAsked(node, module);
}

const areAsked = (pattern: Node, module: SourceModule): boolean =>
  targetsOf(pattern).some((name) =>
    (module.scopes.bindingOf(name)?.reads ?? []).some((read) => isAsked(read, module)),
  );

/** `const [a, b] = await Promise.all([one.catch(…), two.catch(…)])`, where `a` is tested. */
function isAskedInTuple(node: Node, module: SourceModule): boolean {
  const array = node.parent;
  if (array?.type !== 'ArrayExpression') return false;
  const index = array.elements.findIndex((element) => element === node);
  let outer: Node | undefined = array.parent;
  while (outer && (outer.type === 'CallExpression' || outer.type === 'AwaitExpression'))
    outer = outer.parent;
  if (outer?.type !== 'VariableDeclarator' || outer.id.type !== 'ArrayPattern') return false;
  const target = outer.id.elements[index];
  return target ? areAsked(target, module) : false;
}

/** A value decides something by being there or not. */
function isAsked(read: Node, module: SourceModule): boolean {
  let node = read;
  for (let { parent } = node; parent; { parent } = node) {
    if (isTesting(parent)) return !('body' in parent && parent.body === node);
    if (parent.type === 'ConditionalExpression') return parent.test === node;
    if (parent.type === 'LogicalExpression' && parent.left === node)
      return parent.operator === '&&' || !isEmptyResult(parent.right, module);
    const climbs =
      parent.type === 'UnaryExpression' ||
      parent.type === 'BinaryExpression' ||
      parent.type === 'LogicalExpression' ||
      parent.type === 'AwaitExpression' ||
      parent.type === 'MemberExpression' ||
      unwrap(parent) !== parent;
    if (!climbs) return false;
    node = parent;
  }
  return false;
}
