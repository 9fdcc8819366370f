import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode, Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';
import { loopAround } from '../request/api-call.ts';
import { someIn } from './loop.ts';

/**
 * A branch of a loop starts the next turn, `await sleep(ms); continue;`, and nothing ends this: the
 * loop counts no turns, looks at no clock, and leaves by nothing that changes on the way.
 */
export function isEndlessTurn(branch: Node, module: SourceModule): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  const loop = loopAround(branch);
  if (last?.type !== 'ContinueStatement' || last.label || !loop || !isOpen(loop)) return false;
  if (CLOCK.test(textOf(loop, module)) || leavesIn(branch, module)) return false;
  const tests = testsIn(loop, module);
  return !countersIn(loop, module).some((name) =>
    tests.some((test) => mentions(test, name, module)),
  );
}

/** Each turn of it goes by what the loop does itself: no list, no step that is written in its head. */
const isOpen = (loop: LoopNode): boolean =>
  loop.type === 'WhileStatement' ||
  loop.type === 'DoWhileStatement' ||
  (loop.type === 'ForStatement' && loop.update === null);

const CLOCK = /\bDate\b|performance\.now|hrtime|\babort|deadline/i;

const LEAVING: ReadonlySet<string> = new Set([
  'ThrowStatement',
  'ReturnStatement',
  'BreakStatement',
]);

const leavesIn = (node: Node, module: SourceModule): boolean =>
  someIn(node, module, ({ type }) => LEAVING.has(type));

/** The conditions on which the loop goes on or is left. */
function testsIn(loop: LoopNode, module: SourceModule): Node[] {
  const tests: Node[] = 'test' in loop && loop.test ? [loop.test] : [];
  walk(loop.body, module.visitorKeys, (node) => {
    if (node.type === 'IfStatement' && leavesIn(node, module)) tests.push(node.test);
  });
  return tests;
}

/** Names of what is counted up or down in it. */
function countersIn(loop: LoopNode, { visitorKeys }: SourceModule): string[] {
  const names: string[] = [];
  walk(loop, visitorKeys, (node) => {
    const target = changedBy(node);
    if (target?.type === 'Identifier') names.push(target.name);
    else if (target?.type === 'MemberExpression' && target.property.type === 'Identifier')
      names.push(target.property.name);
  });
  return names;
}

function changedBy(node: Node): Node | null {
  if (node.type === 'UpdateExpression') return unwrap(node.argument);
  if (node.type !== 'AssignmentExpression') return null;
  const isStep = node.operator !== '=' || isSum(node.right);
  return isStep ? unwrap(node.left) : null;
}

const isSum = (node: TSESTree.Expression): boolean =>
  node.type === 'BinaryExpression' && /^[+-]$/.test(node.operator);

const mentions = (test: Node, name: string, module: SourceModule): boolean =>
  someIn(test, module, (node) => node.type === 'Identifier' && node.name === name);
