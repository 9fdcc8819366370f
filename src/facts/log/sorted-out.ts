import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Outcome } from '../../ast/control-flow/types.ts';
import type { Node } from '../../ast/node.ts';
import { enclosingFunction, keyName, staticString, unwrap, wrapped } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';

/** Members and calls between a value and its package. */
const DEEPEST = 6;

/** The error is known by its message here: one that the project throws itself. */
export const isOwnByMessage = (binding: Binding, use: Node, module: SourceModule): boolean =>
  isGuarded(binding, use, module, ({ parent }) => {
    if (parent?.type !== 'MemberExpression' || keyName(parent) !== 'message') return null;
    const test = wrapped(parent).parent;
    if (test?.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return null;
    const other = unwrap(test.left) === parent ? test.right : test.left;
    return staticString(other) === null ? null : { test, outcome: 'truthy' };
  });

/** Neither an answer nor a request is on the error there: nothing was sent that it could come from. */
export const isOfNoRequest = (binding: Binding, use: Node, module: SourceModule): boolean =>
  ['response', 'request'].every((name) =>
    isGuarded(binding, use, module, ({ parent }) =>
      parent?.type === 'MemberExpression' && keyName(parent) === name
        ? { test: parent, outcome: 'falsy' }
        : null,
    ),
  );

/**
 * The errors of the package that is called there are taken elsewhere:
 * `if (error instanceof ItsError) … else …`.
 */
export const isSortedOut = (
  binding: Binding,
  use: Node,
  module: SourceModule,
  calls: readonly Node[],
): boolean =>
  isGuarded(binding, use, module, (read) => {
    const test = read.parent;
    if (test?.type !== 'BinaryExpression' || test.operator !== 'instanceof') return null;
    const source = packageOf(valueOf(test.right, module));
    const isItsOwn =
      source !== null &&
      calls.some(
        (call) =>
          call.type === 'CallExpression' && packageOf(valueOf(call.callee, module)) === source,
      );
    return isItsOwn ? { test, outcome: 'falsy' } : null;
  });

/** The package that a value comes out of. */
export function packageOf(value: Value, depth = DEEPEST): string | null {
  if (depth === 0) return null;
  if (value.kind === 'external') return value.source;
  if (value.kind === 'member') return packageOf(value.object, depth - 1);
  return value.kind === 'call' ? packageOf(value.callee, depth - 1) : null;
}

interface Guard {
  readonly test: Node;
  readonly outcome: Outcome;
}

/** Whether a use of a name comes only after a test of it that went one way. */
export function isGuarded(
  { reads }: Binding,
  use: Node,
  module: SourceModule,
  guardAt: (read: Node) => Guard | null,
): boolean {
  const guards = reads.map(guardAt).filter((guard) => guard !== null);
  if (guards.length === 0) return false;
  const flow = controlFlowOf(enclosingFunction(use) ?? module.program, module.visitorKeys);
  return guards.some(({ test, outcome }) => flow.outcomeAt(unwrap(test), use) === outcome);
}
