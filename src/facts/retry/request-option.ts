import type { RetryLibrary } from '../../clients/schema.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { ApiCall } from '../request/api-call.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { optionOf } from '../request/request-options.ts';
import type { FileView } from '../fact.ts';
import { retryByOptions } from './by-options.ts';
import { UNKNOWN_DELAY } from './delay.ts';
import { retryExportOf, versionOf } from './exports.ts';
import { optionsCondition, unknownCondition, writtenOf } from './library.ts';
import { delayWait, jitterFixOf, libraryDelay } from './library-delay.ts';
import type { Written } from './options.ts';
import { option } from './options.ts';
import { attemptsOf } from './predicate-attempts.ts';
import { libraryRetryAfter } from './retry-after.ts';
import type { Retry } from './shape.ts';

/**
 * Retry options that stand among those of a request: beside them, as a library reads them that gives
 * back a client, or under the library's own name. What is not written there is said where the client
 * is made, or left to the library.
 */
export function findRequestRetries(view: FileView): Retry[] {
  return view.facts.apiCall.flatMap((call) => {
    if (call.via !== 'direct') return [];
    const library = retryingClient(valueOf(call.node.callee, view.module));
    const found = library
      ? { library, written: writtenOf(view, call.node, library, OPTIONS) }
      : writtenUnderName(call, view);
    return found ? (requestRetry(view, call, found) ?? []) : [];
  });
}

/** Functions like fetch take their options behind the address. */
const OPTIONS = 1;

interface Found {
  readonly library: RetryLibrary;
  readonly written: Written;
}

/** The library that gave back what is called: `fetchRetry(fetch)`. */
function retryingClient(callee: Value): RetryLibrary | null {
  for (const value of alternatives(callee)) {
    const used = value.kind === 'call' ? retryExportOf(value.callee) : null;
    if (used?.use.does === 'attach' && used.use.returns && used.library.requestOption === '')
      return used.library;
  }
  return null;
}

const named = clientsOfKind('retry').filter(({ requestOption }) => requestOption);

/** `axios.get(url, { 'axios-retry': { retries: 2 } })` */
function writtenUnderName({ request, node }: ApiCall, { module }: FileView): Found | null {
  const own = request.layers.filter(({ of }) => of === 'call');
  for (const library of named) {
    const found = optionOf(own, [library.requestOption ?? '']);
    if (found.state !== 'known' || found.value.kind !== 'object') continue;
    const { value } = found;
    const isOwn = value.module === module && isWithin(value.node, node);
    const names = versionOf(library, module).options;
    return { library, written: { names, value, module, isOwn } };
  }
  return null;
}

function requestRetry(view: FileView, call: ApiCall, { library, written }: Found): Retry | null {
  const options = written.names;
  const says = (names: readonly string[] | undefined): boolean =>
    option(written, names).state !== 'absent';
  const attempts = attemptsOf(written);
  const judges = says(options.statuses) || says(options.predicates);
  const waits = says(options.delay) || says(options.constantMs);
  if (!attempts.isWritten && !judges && !waits) return null;
  const { callee } = call.node;
  return retryByOptions({
    node: callee,
    form: 'library',
    root: call.node,
    libraryName: library.name,
    requests: [call],
    evidence: call.evidence,
    attempts,
    condition: judges ? optionsCondition(written, callee, view) : unknownCondition(callee),
    delay: waits ? libraryDelay(written, attempts.max) : UNKNOWN_DELAY,
    retryAfter: waits ? libraryRetryAfter(written) : 'unknown',
    wait: delayWait(written),
    jitterFix: jitterFixOf(options),
  });
}
