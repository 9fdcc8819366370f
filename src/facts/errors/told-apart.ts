import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import { isWithin, nodesWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import type { Deeds } from './deeds.ts';
import type { Guarded } from './guarded.ts';

/** Whether somebody is there is all that is asked, and the answer is yes or no. */
export function isProbe(
  statement: TSESTree.TryStatement,
  { calls }: Guarded,
  { result }: Deeds,
  module: SourceModule,
): boolean {
  if (calls.some(({ method }) => method !== 'GET' && method !== 'HEAD')) return false;
  if (enclosingFunction(statement) === null) return false;
  return (
    isSetToNo(statement, module) || (isNo(result ?? next(statement)) && givesAnswer(statement))
  );
}

const isNo = (node: Node | null): boolean =>
  node?.type === 'ReturnStatement' && node.argument !== null && isLiteral(node.argument, false);

/** What follows where the handler has nothing to say. */
function next(statement: TSESTree.TryStatement): Node | null {
  const { parent, handler } = statement;
  if (parent.type !== 'BlockStatement' || handler?.body.body.length !== 0) return null;
  return parent.body[parent.body.indexOf(statement) + 1] ?? null;
}

/** Whatever the block gives back is yes or no, and not always no. */
function givesAnswer({ block }: TSESTree.TryStatement): boolean {
  const given = givenIn(block);
  return given.every(isYesOrNo) && !given.every((each) => isLiteral(each, false));
}

/** What a function gives back out of a block of it. */
function givenIn(block: TSESTree.BlockStatement): Node[] {
  const fn = enclosingFunction(block);
  return fn
    ? returnsOf(fn)
        .filter((each) => isWithin(each, block))
        .map(unwrap)
    : [];
}

const isLiteral = (node: Node, value: unknown): boolean =>
  node.type === 'Literal' && node.value === value;

/** `try { isThere = response.ok; } catch { isThere = false; }`. */
function isSetToNo({ block, handler }: TSESTree.TryStatement, module: SourceModule): boolean {
  const [only, ...others] = handler?.body.body ?? [];
  const set = only?.type === 'ExpressionStatement' ? only.expression : null;
  if (others.length > 0) return false;
  if (set?.type === 'CallExpression') return isToldNo(set, block, module);
  if (set?.type !== 'AssignmentExpression') return false;
  if (!isLiteral(set.right, false) || set.left.type !== 'Identifier') return false;
  const binding = module.scopes.bindingOf(set.left);
  const writes = binding?.writes.filter(({ by }) => isWithin(by, block)) ?? [];
  return (
    writes.length > 0 &&
    writes.every(({ by }) => by.type === 'AssignmentExpression' && isYesOrNo(unwrap(by.right)))
  );
}

/** `try { setValid(response.ok && body.valid); } catch { setValid(false); }` */
function isToldNo(
  told: TSESTree.CallExpression,
  block: TSESTree.BlockStatement,
  module: SourceModule,
): boolean {
  const [no, ...others] = told.arguments;
  if (!no || others.length > 0 || !isLiteral(no, false)) return false;
  const answers = nodesWithin(module.calls, block).filter(
    ({ callee }) => textOf(callee, module) === textOf(told.callee, module),
  );
  return (
    answers.length > 0 &&
    answers.every(({ arguments: [given] }) => given !== undefined && isYesOrNo(unwrap(given)))
  );
}

function isYesOrNo(answer: Node): boolean {
  switch (answer.type) {
    case 'Literal':
      return typeof answer.value === 'boolean';
    case 'LogicalExpression':
      return isYesOrNo(unwrap(answer.left)) && isYesOrNo(unwrap(answer.right));
    case 'MemberExpression':
      return keyName(answer) === 'ok';
    default:
      return answer.type === 'BinaryExpression' || answer.type === 'UnaryExpression';
  }
}

/**
 * `return null` where all went well, and the error where not: what comes back is the failure, and
 * nobody takes it for a result.
 */
export function isErrorOrNothing({ block }: TSESTree.TryStatement): boolean {
  const given = givenIn(block);
  return given.length > 0 && given.every(isNothing);
}

const isNothing = (node: Node): boolean =>
  isLiteral(node, null) || (node.type === 'Identifier' && node.name === 'undefined');
