import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode, Node } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** How long a loop can last, in milliseconds: from its deadline, or its turns times the pause between them. */
export function durationOf(
  loop: LoopNode,
  pauseMs: number | null,
  module: SourceModule,
): number | null {
  const test = 'test' in loop ? loop.test : null;
  if (test?.type !== 'BinaryExpression') return null;
  const untilClock = deadlineIn(test, module);
  if (untilClock !== null) return untilClock;
  const turns = loop.type === 'ForStatement' ? turnsOf(loop, test, module) : null;
  return turns === null || pauseMs === null ? null : turns * pauseMs;
}

/** `i < 30` of a loop that counts by one from 0 or 1. */
function turnsOf(
  { init, update }: TSESTree.ForStatement,
  test: TSESTree.BinaryExpression,
  module: SourceModule,
): number | null {
  if (update?.type !== 'UpdateExpression' || !/^<=?$/.test(test.operator)) return null;
  const most = quantityOf(valueOf(test.right, module))?.value ?? null;
  const start = init?.type === 'VariableDeclaration' ? init.declarations[0]?.init : null;
  const first = start ? (quantityOf(valueOf(start, module))?.value ?? null) : null;
  if (most === null || first === null) return null;
  return most - first + (test.operator === '<=' ? 1 : 0);
}

/** `Date.now() < deadline`, where `deadline = Date.now() + ms`; `Date.now() - start < ms`. */
function deadlineIn(test: TSESTree.BinaryExpression, module: SourceModule): number | null {
  const { left, right } = test;
  if (isClock(left))
    return right.type === 'Identifier' ? addedTo(right, module) : addend(right, module);
  if (left.type === 'BinaryExpression' && left.operator === '-' && isClock(left.left))
    return quantityOf(valueOf(right, module))?.value ?? null;
  return null;
}

function addedTo(name: TSESTree.Identifier, module: SourceModule): number | null {
  const by = module.scopes.bindingOf(name)?.writes.at(0)?.by;
  return by?.type === 'VariableDeclarator' && by.init ? addend(by.init, module) : null;
}

function addend(sum: Node, module: SourceModule): number | null {
  if (sum.type !== 'BinaryExpression' || sum.operator !== '+' || !isClock(sum.left)) return null;
  return quantityOf(valueOf(sum.right, module))?.value ?? null;
}

function isClock(node: Node): boolean {
  let found = false;
  walk(node, undefined, (part) => {
    if (part.type === 'Identifier' && part.name === 'now') found = true;
  });
  return found && node.type === 'CallExpression';
}
