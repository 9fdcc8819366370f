import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName, unwrap, wrapped } from '../../ast/node.ts';
import { isAtLeast, literalLast } from '../../ast/comparison.ts';
import { endsFunction } from '../../ast/returns.ts';
import { isWithin } from '../../ast/within.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { isPassedOn } from '../errors/passed-on.ts';

/**
 * The tests that turn every error response away without a look at what the API says in it:
 * `if (!response.ok) throw new Error('failed')`. None where the body was read before, or is read there
 * for more than its message.
 */
export function bluntRefusals(
  tests: readonly Node[],
  bodies: readonly Node[],
  module: SourceModule,
): readonly Node[] {
  return tests.flatMap((test) => {
    const refusal = refusalOf(test);
    if (!refusal) return [];
    const isRead = bodies.some(
      (body) =>
        body.range[0] < refusal.range[0] ||
        (isWithin(body, refusal.consequent) && isPassedOn(awaitedAt(body), module)),
    );
    return isRead ? [] : [refusal.test];
  });
}

/** `await response.json()`, of which something is read. */
function awaitedAt(body: Node): Node {
  const { parent } = wrapped(body);
  return parent?.type === 'AwaitExpression' ? parent : body;
}

/** The `if` that leaves for whatever response is an error. */
function refusalOf(test: Node): TSESTree.IfStatement | null {
  let inner = test;
  let isNot = false;
  for (const above of ancestorsOf(test)) {
    if (above.type === 'IfStatement')
      return above.test === inner && isEveryError(test, isNot) && endsFunction(above.consequent)
        ? above
        : null;
    if (above.type === 'UnaryExpression' && above.operator === '!') isNot = !isNot;
    else if (above.type !== 'BinaryExpression' && unwrap(above) !== unwrap(inner)) return null;
    if (isFunction(above)) return null;
    inner = above;
  }
  return null;
}

/** `!response.ok`, `response.status >= 400`, `response.status !== 201`. */
function isEveryError(test: Node, isNot: boolean): boolean {
  const { parent } = wrapped(test);
  if (parent?.type !== 'BinaryExpression') return isNot && keyName(test) === 'ok';
  const compared = literalLast(parent);
  const limit = unwrap(compared.left) === test ? unwrap(compared.right) : null;
  if (limit?.type !== 'Literal' || typeof limit.value !== 'number' || isNot) return false;
  const { operator } = compared;
  return (
    isAtLeast(compared, 400) || (/^!==?$/.test(operator) && limit.value >= 200 && limit.value < 300)
  );
}
