import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { parameterGiven } from '../../values/parameter-given.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { nameOf } from '../literal-place.ts';
import { holdsWhereEmpty, outcomesOf, termOf } from './env-outcome.ts';

/** What is decided by it ends, where it is empty, in a throw, a return or an exit. */
export function leavesWhereEmpty(read: Node, module: SourceModule): boolean {
  const { scopes } = module;
  if (outcomesOf(read, scopes).some(({ empty }) => isLeft(empty, scopes))) return true;
  if (isRefusedElsewhere(read, module)) return true;
  const asserted = testAround(read)?.root;
  const { parent } = asserted ?? {};
  return (
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === asserted &&
    /^(?:assert|invariant|ok|must)/.test(nameOf(parent.callee) ?? '')
  );
}

/** A function of another file that it is handed to leaves where it is empty: `verify(body, header, secret)`. */
function isRefusedElsewhere(read: Node, module: SourceModule): boolean {
  const call = read.parent;
  if (call?.type !== 'CallExpression' || call.callee === read) return false;
  const given = parameterGiven(call, read, module);
  if (!given || given.module === module) return false;
  const { scopes } = given.module;
  return (scopes.bindingOf(given.parameter)?.reads ?? []).some((inside) =>
    outcomesOf(inside, scopes).some(({ empty }) => isLeft(empty, scopes)),
  );
}

/** What is decided by it ends so, where it is something: `if (missing.length > 0) process.exit(1)`. */
export const leavesWhereThere = (read: Node, scopes: SourceModule['scopes']): boolean =>
  outcomesOf(read, scopes).some(({ there }) => there !== null && leaves(there));

/** A branch ends so, or puts a name on a list of what is missing that is asked for later. */
export const isLeft = (branch: Node | null, scopes: SourceModule['scopes']): boolean =>
  branch !== null && (leaves(branch) || isListed(branch, scopes));

/** `if (!key) missing.push('KEY'); … if (missing.length > 0) process.exit(1)`. */
function isListed(branch: Node, scopes: SourceModule['scopes']): boolean {
  const [only, more] = branch.type === 'BlockStatement' ? branch.body : [branch];
  const done = only?.type === 'ExpressionStatement' ? only.expression : only;
  const call = done && !more ? unwrap(done) : null;
  const callee = call?.type === 'CallExpression' ? call.callee : null;
  if (callee?.type !== 'MemberExpression' || keyName(callee) !== 'push') return false;
  const list = callee.object.type === 'Identifier' ? scopes.bindingOf(callee.object) : null;
  return (list?.reads ?? []).some(
    (read) => read !== callee.object && leavesWhereThere(read, scopes),
  );
}

interface Test {
  /** The whole condition. */
  readonly root: Node;
  /** It holds where the value is empty: `!x`, `!x || !y`, `x === ''`. */
  readonly whenEmpty: boolean;
}

/** The condition that a read stands in as one of its terms. */
export function testAround(read: Node): Test | null {
  let node = termOf(read);
  let whenEmpty = holdsWhereEmpty(node, read);
  for (let outer = node.parent; outer; outer = node.parent) {
    if (outer.type === 'UnaryExpression' && outer.operator === '!') whenEmpty = !whenEmpty;
    else if (outer.type !== 'LogicalExpression' && unwrap(outer) !== unwrap(node)) break;
    node = outer;
  }
  const { parent } = node;
  const isTest = parent !== undefined && 'test' in parent && parent.test === node;
  const isAsserted =
    parent?.type === 'CallExpression' &&
    parent.arguments[0] === node &&
    (node !== read || /assert|invariant/.test(nameOf(parent.callee) ?? ''));
  return isTest || isAsserted ? { root: node, whenEmpty } : null;
}

/** A branch ends in a throw, a return, an exit or the next turn. */
export function leaves(statement: Node): boolean {
  if (isReturned(statement)) return true;
  const last = statement.type === 'BlockStatement' ? statement.body.at(-1) : statement;
  if (
    last?.type === 'ThrowStatement' ||
    last?.type === 'ReturnStatement' ||
    last?.type === 'ContinueStatement'
  )
    return true;
  const call = last && unwrap(last.type === 'ExpressionStatement' ? last.expression : last);
  return (
    call?.type === 'CallExpression' &&
    /^(?:exit|abort|fail|fatal|die|panic|error404|redirect|notFound)$/.test(
      nameOf(call.callee) ?? '',
    )
  );
}

/** `return key ? send(key) : null`: one is given back in place of the other. */
const isReturned = ({ parent }: Node): boolean =>
  parent?.type === 'ConditionalExpression' && /^(?:Return|ArrowFunction)/.test(parent.parent.type);
