import { observableLibrary } from '../../clients/observables.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { isFunction, unwrap } from '../../ast/node.ts';
import { returnsOf } from '../../ast/returns.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { caughtInPipe } from '../errors/caught-in-pipe.ts';
import type { FileView } from '../fact.ts';
import { evidenceAmong } from './code.ts';
import { retryByOptions } from './by-options.ts';
import { UNKNOWN_DELAY } from './delay.ts';
import { statusesOf, unknownCondition } from './library.ts';
import type { Retry } from './shape.ts';

/** `catchError((error, caught) => caught)`: a stream that is given back to where it failed starts anew, at once and for ever. */
export function findStreamsCaughtAgain(view: FileView): Retry[] {
  return view.candidates.calls.flatMap((call) => {
    const [handler] = call.arguments;
    if (call.type !== 'CallExpression' || !isFunction(handler)) return [];
    if (handler.params.length < 2 || !givesItsStream(handler, view.module)) return [];
    const requests = caughtInPipe(call, view)?.calls ?? [];
    return requests.length === 0 ? [] : [endless(call, requests)];
  });
}

/** All that a handler gives back is its second parameter. */
function givesItsStream(handler: FunctionNode, { scopes }: SourceModule): boolean {
  const [, stream] = handler.params;
  const declared = stream?.type === 'Identifier' ? scopes.bindingOf(stream) : null;
  const given = returnsOf(handler).map(unwrap);
  return (
    declared !== null &&
    given.length > 0 &&
    given.every((each) => each.type === 'Identifier' && scopes.bindingOf(each) === declared)
  );
}

function endless(call: Node & { readonly callee: Node }, requests: Retry['requests']): Retry {
  const isWritten = true;
  return retryByOptions({
    node: call.callee,
    form: 'library',
    root: call,
    libraryName: observableLibrary.name,
    requests,
    attempts: { max: Number.POSITIVE_INFINITY, limit: null, isWritten },
    condition: {
      ...unknownCondition(call.callee),
      statuses: statusesOf('retried'),
      networkErrors: 'retried',
      timeouts: 'retried',
      isWritten,
    },
    delay: { ...UNKNOWN_DELAY, growth: 'none', firstMs: 0, maxMs: 0, hasJitter: false, isWritten },
    lastFailure: 'unknown',
    evidence: evidenceAmong(requests),
  });
}
