import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { FileView } from '../fact.ts';
import { UNKNOWN_DELAY } from './delay.ts';
import type { UsedExport } from './exports.ts';
import { retryExportOf } from './exports.ts';
import { optionsCondition, unknownCondition, writtenOf } from './library.ts';
import { delayWait, jitterFixOf, libraryDelay } from './library-delay.ts';
import { attemptsIn, option } from './options.ts';
import { attemptsByPredicate } from './predicate-attempts.ts';
import { libraryRetryAfter } from './retry-after.ts';
import type { Retry } from './shape.ts';

/**
 * Retry options that stand among those of a request, as a library reads them that gives back a
 * client. What is not written there is said where the client is made, or left to the library.
 */
export function findRequestRetries(view: FileView): Retry[] {
  return view.facts.apiCall.flatMap((call) => {
    if (call.via !== 'direct') return [];
    const library = retryingClient(valueOf(call.node.callee, view.module));
    return library ? (requestRetry(view, call, library) ?? []) : [];
  });
}

/** The library that gave back what is called: `fetchRetry(fetch)`. */
function retryingClient(callee: Value): UsedExport['library'] | null {
  for (const value of alternatives(callee)) {
    const used = value.kind === 'call' ? retryExportOf(value.callee) : null;
    if (used?.use.does === 'attach' && used.use.returns && used.library.requestOption === '')
      return used.library;
  }
  return null;
}

function requestRetry(view: FileView, call: ApiCall, library: UsedExport['library']): Retry | null {
  const { options } = library;
  const index = 1;
  const written = writtenOf(view, call.node, library, index);
  const says = (names: readonly string[] | undefined): boolean =>
    option(written, names).state !== 'absent';
  const attempts = attemptsByPredicate(written) ?? attemptsIn(written);
  const judges = says(options.statuses) || says(options.predicates);
  const waits = says(options.delay) || says(options.constantMs);
  if (!attempts.isWritten && !judges && !waits) return null;
  const { callee } = call.node;
  return {
    node: callee,
    form: 'library',
    root: call.node,
    libraryName: library.name,
    sends: 'known',
    requests: [call],
    evidence: call.evidence,
    attempts,
    condition: judges ? optionsCondition(written, callee, view) : unknownCondition(callee),
    delay: waits ? libraryDelay(written, attempts.max) : UNKNOWN_DELAY,
    retryAfter: judges || waits ? libraryRetryAfter(written) : 'unknown',
    rateLimitTest: null,
    lastFailure: 'thrown',
    instance: null,
    options: null,
    wait: delayWait(written),
    delayFix: null,
    jitterFix: jitterFixOf(options),
  };
}
