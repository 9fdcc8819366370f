import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { someIn } from '../retry/loop.ts';
import type { BodyUse } from './body-use.ts';
import { isLogLike, makesError } from './log-like.ts';

/**
 * The body itself decides whether there is a result: without one the code throws, or tells somebody,
 * before anything is done with it. `if (order.id) return order.id; throw new Error(…);`
 */
export function isRefusedByBody({ decisions, uses }: BodyUse, module: SourceModule): boolean {
  return decisions.some((decision) => {
    const branch = branchOf(decision);
    if (!branch || isOfLength(branch.test)) return false;
    return (
      throwsOtherwise(branch, decisions, uses, module) ||
      tells(branch, uses, module) ||
      asksItsStatus(branch, uses, module)
    );
  });
}

/** `if (data.status_code !== 200) return null;`: the body repeats the status, which is asked before its use. */
function asksItsStatus(
  { test, parent }: TSESTree.IfStatement,
  uses: readonly Node[],
  module: SourceModule,
): boolean {
  const isAsked = someIn(
    test,
    module,
    (node) =>
      node.type === 'BinaryExpression' &&
      /^status_?code$/i.test(keyName(unwrap(node.left)) ?? '') &&
      node.right.type === 'Literal' &&
      typeof node.right.value === 'number',
  );
  if (!isAsked) return false;
  const flow = controlFlowOf(enclosingFunction(parent) ?? module.program, module.visitorKeys);
  return uses.every((use) => flow.everyPathTo(use, [test]));
}

/** `!items.length` takes it for granted that the body has items: that there are none is no refusal. */
function isOfLength(test: Node): boolean {
  const bare = unwrap(test);
  if (bare.type === 'UnaryExpression') return isOfLength(bare.argument);
  if (bare.type === 'BinaryExpression') return isOfLength(bare.left);
  return bare.type === 'MemberExpression' && !bare.optional && keyName(bare) === 'length';
}

/** The `if` that a part of its test belongs to. */
function branchOf(decision: Node): TSESTree.IfStatement | null {
  for (const above of ancestorsOf(decision)) {
    if (isFunction(above)) return null;
    if (above.type === 'IfStatement') return isWithin(decision, above.test) ? above : null;
  }
  return null;
}

/** Where the test comes out one way an error is thrown, and all uses are where it comes out the other. */
function throwsOtherwise(
  branch: TSESTree.IfStatement,
  decisions: readonly Node[],
  uses: readonly Node[],
  module: SourceModule,
): boolean {
  const { test } = branch;
  const fn = enclosingFunction(branch.parent);
  const flow = controlFlowOf(fn ?? module.program, module.visitorKeys);
  const used = uses.map((use) => flow.outcomeAt(test, use));
  return throwsIn(fn?.body ?? module.program, module).some((thrown) => {
    if (isForAnotherReason(thrown, branch, decisions)) return false;
    const outcome = flow.outcomeAt(test, thrown);
    return outcome !== null && used.every((one) => one !== null && one !== outcome);
  });
}

/** `if (!created.ok) throw …` behind the test: what the body said is not why. */
const isForAnotherReason = (
  thrown: Node,
  branch: TSESTree.IfStatement,
  decisions: readonly Node[],
): boolean =>
  [...ancestorsOf(thrown)].some(
    (above) =>
      above.type === 'IfStatement' &&
      above !== branch &&
      branch.range[0] < above.range[0] &&
      !isElseOf(branch, above) &&
      !decisions.some((decision) => isWithin(decision, above.test)),
  );

/** `if (body.id) … else if (above) …` */
function isElseOf({ alternate }: TSESTree.IfStatement, above: TSESTree.IfStatement): boolean {
  if (alternate?.type !== 'IfStatement') return false;
  return alternate === above || isElseOf(alternate, above);
}

/** `if (!key) { setStatus('not configured'); return; }`: where the result is missing, and before its use. */
function tells(branch: TSESTree.IfStatement, uses: readonly Node[], module: SourceModule): boolean {
  const missing = whereMissing(branch);
  if (!missing || uses.length === 0 || !says(missing, module)) return false;
  const flow = controlFlowOf(enclosingFunction(branch) ?? module.program, module.visitorKeys);
  return uses.every((use) => flow.everyPathTo(use, [branch.test]));
}

/** What runs where something that is tested for being there is not. */
function whereMissing({ test, consequent, alternate }: TSESTree.IfStatement): Node | null {
  const bare = unwrap(test);
  if (bare.type === 'UnaryExpression' && bare.operator === '!')
    return isPlace(bare.argument) ? consequent : null;
  return isPlace(bare) ? alternate : null;
}

const isPlace = (node: Node): boolean =>
  ['Identifier', 'MemberExpression', 'ChainExpression'].includes(unwrap(node).type);

/** Something is called there that is more than a line in a log. */
function says(root: Node, module: SourceModule): boolean {
  let isSaid = false;
  walk(root, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    isSaid ||= node.type === 'CallExpression' && !isLogLike(node);
    return undefined;
  });
  return isSaid;
}

/** The errors that are thrown in a function, not in those inside it. */
function throwsIn(root: Node, module: SourceModule): Node[] {
  const found: Node[] = [];
  walk(root, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    const isRejected =
      node.type === 'CallExpression' &&
      node.parent.type === 'ExpressionStatement' &&
      makesError(node);
    if (node.type === 'ThrowStatement' || isRejected) found.push(node);
    return undefined;
  });
  return found;
}

/**
 * Bodies and errors are given back alike, and the caller tells them apart by a field:
 * `try { return await response.json(); } catch (error) { return { error }; }`, or the type of what is
 * given back has it.
 */
export function isTold(use: Node, module: SourceModule): boolean {
  const fn = enclosingFunction(use);
  if (!fn || !isWhole(use, module) || !isGivenBack(use)) return false;
  if (fn.returnType && hasError(fn.returnType, module)) return true;
  for (const above of ancestorsOf(use)) {
    if (above === fn) break;
    if (above.type === 'TryStatement' && isWithin(use, above.block))
      return above.handler !== null && givesError(above.handler);
  }
  return false;
}

/** `Promise<Domain & { error: { code: string } }>` */
function hasError(type: Node, module: SourceModule): boolean {
  let isThere = false;
  walk(type, module.visitorKeys, (node) => {
    isThere ||= node.type === 'TSPropertySignature' && keyName(node) === 'error';
  });
  return isThere;
}

/** The body and no part of it. */
function isWhole(use: Node, module: SourceModule): boolean {
  if (use.type !== 'Identifier')
    return use.type === 'AwaitExpression' || use.type === 'CallExpression';
  const writes = module.scopes.bindingOf(use)?.writes ?? [];
  return writes.every(({ target }) => target.parent?.type === 'VariableDeclarator');
}

function isGivenBack(use: Node): boolean {
  let above = use.parent;
  while (above && unwrap(above) !== above) above = above.parent;
  return above?.type === 'ReturnStatement';
}

/** `catch (error) { return { error }; }` */
function givesError({ param, body }: TSESTree.CatchClause): boolean {
  const caught = param?.type === 'Identifier' ? param.name : null;
  return body.body.some(
    (statement) =>
      statement.type === 'ReturnStatement' &&
      statement.argument?.type === 'ObjectExpression' &&
      statement.argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          keyName(property) === 'error' &&
          property.value.type === 'Identifier' &&
          property.value.name === caught,
      ),
  );
}
