import type { TSESTree } from '@typescript-eslint/utils';
import type { LoopNode, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** Whether a loop runs a call again after it failed, rather than for one item after another. */
export function isRetryLoop(loop: LoopNode, call: Node, module: SourceModule): boolean {
  if (loop.type === 'ForInStatement') return false;
  if (
    loop.type === 'ForOfStatement'
      ? !goesOverAttempts(loop.right, module)
      : goesOverItems(loop, module)
  )
    return false;
  return (
    survivesFailure(loop, call, module) &&
    (loop.type === 'ForOfStatement' || endsOnSuccess(loop, module))
  );
}

/** `[200, 400, 800]`, `Array(5).keys()`, `Array.from({ length: 5 })`. */
function goesOverAttempts(iterable: Node, module: SourceModule): boolean {
  const value = valueOf(iterable, module);
  if (value.kind === 'array')
    return (
      value.elements.length > 0 &&
      value.elements.every(
        (element) => element.kind === 'literal' && typeof element.value === 'number',
      )
    );
  if (value.kind !== 'call') return false;
  const { callee, args } = value;
  if (callee.kind === 'member')
    return (
      callee.name === 'keys' && callee.object.kind === 'call' && isArrayGlobal(callee.object.callee)
    );
  const [first] = args;
  return isArrayGlobal(callee) && (first?.kind === 'object' || first?.kind === 'literal');
}

const isArrayGlobal = (value: ReturnType<typeof valueOf>): boolean =>
  value.kind === 'external' && value.source === null && value.path[0] === 'Array';

/** `i < items.length`, `while (queue.length)`. */
function goesOverItems(
  loop: Exclude<LoopNode, { type: 'ForOfStatement' } | { type: 'ForInStatement' }>,
  module: SourceModule,
): boolean {
  if (!loop.test) return false;
  return someIn(loop.test, module, (node) => {
    if (node.type !== 'MemberExpression' || !['length', 'size'].includes(keyName(node) ?? ''))
      return false;
    const list = valueOf(node.object, module);
    return !(
      list.kind === 'array' &&
      list.elements.length > 0 &&
      list.elements.every(
        (element) => element.kind === 'literal' && typeof element.value === 'number',
      )
    );
  });
}

const STATUS: ReadonlySet<string> = new Set(['ok', 'status', 'statusCode']);

/** A failed call does not end the loop: it is caught in it, or its status is looked at. */
function survivesFailure(loop: LoopNode, call: Node, module: SourceModule): boolean {
  let inner: Node = call;
  for (const above of ancestorsOf(call)) {
    if (above === loop) break;
    if (
      above.type === 'TryStatement' &&
      above.block === inner &&
      above.handler &&
      !alwaysThrows(above.handler.body, module)
    )
      return true;
    if (above.type === 'MemberExpression' && above.object === inner && keyName(above) === 'catch')
      return true;
    inner = above;
  }
  return someIn(
    loop.body,
    module,
    (node) => node.type === 'MemberExpression' && STATUS.has(keyName(node) ?? ''),
  );
}

function alwaysThrows(block: TSESTree.BlockStatement, module: SourceModule): boolean {
  const last = block.body.at(-1);
  const leaves =
    last?.type === 'ThrowStatement' ||
    last?.type === 'ReturnStatement' ||
    last?.type === 'BreakStatement';
  return leaves && !someIn(block, module, (node) => node.type === 'ContinueStatement');
}

/** The loop is left after one success: by a `return` or `break` outside of catch clauses, or by its test. */
function endsOnSuccess(loop: LoopNode, module: SourceModule): boolean {
  const leaves = someIn(loop.body, module, (node) => {
    if (node.type !== 'ReturnStatement' && node.type !== 'BreakStatement') return false;
    for (const above of ancestorsOf(node)) {
      if (above === loop) return true;
      if (above.type === 'CatchClause' || above.type === 'SwitchStatement' || isFunction(above))
        return false;
    }
    return false;
  });
  return leaves || testIsWritten(loop, module);
}

function testIsWritten(loop: LoopNode, module: SourceModule): boolean {
  const test = 'test' in loop ? loop.test : null;
  if (!test) return false;
  return someIn(test, module, (node) => {
    if (node.type !== 'Identifier') return false;
    const writes = module.scopes.bindingOf(node)?.writes ?? [];
    return writes.some(
      ({ by }) =>
        by.type === 'AssignmentExpression' && by.operator === '=' && isWithin(by, loop.body),
    );
  });
}

/** Whether a node of a part, nested ones included, is such a one. */
export function someIn(part: Node, module: SourceModule, test: (node: Node) => boolean): boolean {
  let found = false;
  walk(part, module.visitorKeys, (node) => {
    if (found) return 'skip';
    found = test(node);
    return undefined;
  });
  return found;
}
