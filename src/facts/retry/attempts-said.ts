import type { Node } from '../../ast/node.ts';
import { ancestorsOf } from '../../ast/node.ts';
import { isWithin } from '../../ast/within.ts';
import type { Place } from '../../values/value.ts';
import type { Retry } from './shape.ts';

/** The loop, function or handler that attempts are made in. */
interface Attempting extends Pick<Retry, 'form' | 'module'> {
  readonly root: Node;
  /** The attempts that go before those that it makes itself. */
  readonly offset: number;
}

/** How often code sends, with the number that says so where that stands in its file. */
export function attemptsSaid(
  own: number | null,
  limit: Place | undefined,
  { form, root, offset, module }: Attempting,
): Retry['attempts'] {
  const max = own === null ? null : own + offset;
  if (limit?.module !== module) return { max, limit: null, isWritten: true };
  const { node } = limit;
  // What an instance was made with holds for all that goes through it.
  const isShared = form === 'wrapper' && !isWithin(node, root) && isOfInstance(node);
  const isOwn = form !== 'interceptor' && !isShared;
  return {
    max,
    limit: { node, value: numberIn(node), source: limit.module.text, isOwn },
    isWritten: true,
  };
}

const isOfInstance = (node: Node): boolean =>
  [...ancestorsOf(node)].some(({ type }) => type === 'NewExpression');

const numberIn = (node: Node): number =>
  node.type === 'Literal' && typeof node.value === 'number' ? node.value : Number.NaN;
