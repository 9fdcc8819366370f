import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { letsFailureOutWhole } from '../request/escape.ts';
import { sendsSecret } from './carried.ts';
import type { Content } from './contents.ts';
import type { Outcome } from './failure.ts';
import type { Leak } from './leak-kind.ts';

/** What was caught, or what an interceptor got: whole, or the part (`names`) that holds the request. */
export function leakOfOutcome(
  names: readonly string[],
  outcome: Outcome,
  content: Content,
  module: SourceModule,
): Leak | null {
  for (const one of byClient(outcome)) {
    const leak = leakOfOne(names, one, content, module);
    if (leak) return leak;
  }
  return null;
}

/** Where requests of several clients may have failed, it may be the error of each of them. */
function byClient(outcome: Outcome): readonly Outcome[] {
  if (outcome.client) return [outcome];
  const clients = new Set(outcome.calls.map(({ request }) => request.client));
  return [...clients].map((client) => ({
    ...outcome,
    client,
    calls: outcome.calls.filter(({ request }) => request.client === client),
  }));
}

function leakOfOne(
  names: readonly string[],
  outcome: Outcome,
  { isText }: Content,
  module: SourceModule,
): Leak | null {
  const { client, calls, is } = outcome;
  const failure = client?.failure;
  if (!failure) return null;
  const path = names.join('.');
  const tells =
    calls.length === 0 || calls.some((call) => isSeenWhole(call, module) && sendsSecret(call));
  if (is === 'request') return requestPart(names, isText);
  if (path === '') {
    if (isText || !tells) return null;
    if (is === 'response') return isBlotted(outcome, failure.redact) ? null : SENT;
    return failure.printed && !isBlotted(outcome, failure.redact)
      ? { kind: 'error', name: 'error' }
      : null;
  }
  const within = is === 'response' ? `response.${path}` : path;
  const holder = failure.request
    .filter((each) => within === each || within.startsWith(`${each}.`))
    .sort((one, other) => other.length - one.length)[0];
  if (holder === undefined || isBlotted(outcome, failure.redact)) return null;
  if (within === holder) return isText ? null : SENT;
  return holder.endsWith('response')
    ? null
    : requestPart(within.slice(holder.length + 1).split('.'), isText);
}

const isSeenWhole = ({ via, isHandedOn, node }: ApiCall, module: SourceModule): boolean =>
  via === 'direct' || isHandedOn || letsFailureOutWhole(node, module);

const SENT: Leak = { kind: 'sent-request', name: 'config' };

const REQUEST_PARTS: ReadonlySet<string> = new Set([
  'headers',
  'data',
  'auth',
  'body',
  'json',
  '_header',
]);

function requestPart(names: readonly string[], isText: boolean): Leak | null {
  const [first] = names;
  if (first === undefined) return isText ? null : SENT;
  if (names.length > 1 || !REQUEST_PARTS.has(first) || (isText && first === 'headers')) return null;
  return { kind: first === 'headers' || first === 'auth' ? 'headers' : 'body', name: first };
}

function isBlotted({ calls }: Outcome, option: string | undefined): boolean {
  if (option === undefined) return false;
  return (
    calls.length > 0 &&
    calls.every(({ request: { layers } }) =>
      layers.some(
        ({ value }) =>
          value?.kind === 'object' &&
          value.entries.some((entry) => entry.kind === 'property' && entry.name === option),
      ),
    )
  );
}
