import type { HttpClient } from '../../clients/schema.ts';
import { isFunction } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { ApiCall } from './api-call.ts';

type Answer = NonNullable<HttpClient['answersCallback']>;

/**
 * Where the callback of a call gets the answer; null where no callback does: some clients give a
 * promise to a call that hands none in.
 */
export function callbackAnswerOf(
  { node, request: { client } }: ApiCall,
  module: SourceModule,
): Answer | null {
  const answer = client?.answersCallback;
  if (!answer?.orPromise) return answer ?? null;
  const isWaitedFor = node.parent.type === 'AwaitExpression';
  const last = isWaitedFor ? undefined : node.arguments.slice(1).at(-1);
  if (!last || last.type === 'SpreadElement') return null;
  return isFunction(last) || MAY_BE_FUNCTION.has(valueOf(last, module).kind) ? answer : null;
}

const MAY_BE_FUNCTION: ReadonlySet<Value['kind']> = new Set(['function', 'parameter', 'unknown']);
