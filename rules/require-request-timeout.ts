import { addTimeout } from '../src/edits/add-timeout.ts';
import { asSuggestion } from '../src/edits/edit.ts';
import type { Inert, TimeoutState } from '../src/facts/request/timeout.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

const INERT = { option: 'inert', event: 'eventOnly', idle: 'idle', once: 'once' } as const;

export default createRule({
  name: 'require-request-timeout',
  description: 'Require a timeout on every outbound request',
  checklist: ['aelix/timeouts', 'octopus/timeouts', 'moncreneau/timeouts'],
  level: 'recommended',
  fix: 'both',
  options: {
    maxMs: integer(
      60_000,
      'The timeout that the fix writes, in milliseconds; a default of the client over it counts as none.',
      (api) => api.timeouts?.overallMs,
      1,
    ),
  },
  messages: {
    missing: 'This request has no timeout: a server that never answers holds it for ever.',
    noDeadline: 'This call has no deadline: a server that never answers holds it for ever.',
    missingOnClient:
      'The requests of this client have no timeout: a server that never answers holds them for ever.',
    tooLong:
      'This request has no timeout but the default of the client, {{ms}} ms; the limit is {{limit}} ms.',
    inert: 'This does not bound the time of the request: {{client}} has no use for it.',
    eventOnly:
      'This does not bound the time of the request: it emits an event, and no listener ends the request.',
    idle: 'This does not bound the time of the request: nothing ever aborts the signal.',
    once: 'This signal runs out once and for all: every request after that is aborted at once.',
    shared:
      'All attempts share this signal: once its time is up, every attempt that is left is aborted at once.',
  },
  on: {
    apiCall({ timeout, request, callee, clientName, ...call }, { options, report }) {
      const isHidden = call.via === 'wrapper' && !call.isHandedOn;
      const isExempt = isHidden || call.isStream || call.isLocal || call.result.raced;
      if (isOfInstance(call.instance, timeout.inert) || isExempt) return;
      const messageId = lack(timeout, options.maxMs, 'missing');
      if (!messageId) return;
      const isRunOut = timeout.inert?.why === 'once';
      // Of options that are handed on the place is in another file.
      const place = isRunOut || call.isHandedOn ? null : request.place;
      const edit = addTimeout(place, timeout, options.maxMs);
      const isChange = call.isMemoized || timeout.inert?.why === 'event';
      report({
        node: timeout.inert?.node ?? callee,
        messageId,
        data: { ms: timeout.defaultMs ?? 0, limit: options.maxMs, client: clientName ?? '' },
        edit: isChange ? asSuggestion(edit) : edit,
      });
    },
    apiClient(
      { timeout, request, callee, isBoundElsewhere, isLocal, clientName },
      { options, report },
    ) {
      const messageId = lack(timeout, options.maxMs, 'missingOnClient');
      if (isBoundElsewhere || isLocal || !messageId) return;
      report({
        node: timeout.inert?.node ?? callee,
        messageId,
        data: { ms: timeout.defaultMs ?? 0, limit: options.maxMs, client: clientName },
        edit: timeout.inert ? null : addTimeout(request.place, timeout, options.maxMs),
      });
    },
    procedureCall({ timeout, callee, place, ...call }, { options, report }) {
      const messageId = lack(timeout, options.maxMs, 'noDeadline');
      if (call.isLocal || call.isBoundElsewhere || !messageId) return;
      const edit = addTimeout(place, timeout, options.maxMs);
      report({ node: timeout.inert?.node ?? callee, messageId, edit: asSuggestion(edit) });
    },
    sdkClient({ timeout, callee, place }, { options, report }) {
      if (timeout.state !== 'absent') return;
      const edit = addTimeout(place, timeout, options.maxMs);
      report({ node: callee, messageId: 'missingOnClient', edit: asSuggestion(edit) });
    },
    retry({ requests }, { report }) {
      for (const { timeout, loop, enclosingFunction } of requests) {
        const attempt = loop ?? enclosingFunction;
        const shared = attempt && timeout.written.find((limit) => limit.isStartedOutside(attempt));
        if (shared) report({ node: shared.option, messageId: 'shared' });
      }
    },
  },
});

/** What an instance lacks is reported where it is made; what does nothing, where it stands. */
const isOfInstance = (instance: unknown, inert: Inert | null): boolean =>
  instance !== null && (inert === null || inert.why === 'once');

/** What is missing: any limit, or one that is short enough. */
function lack<M extends string>(
  { state, defaultMs, inert }: TimeoutState,
  limit: number,
  missing: M,
) {
  const isTooLong = state === 'default' && defaultMs !== null && defaultMs > limit;
  if (state !== 'absent' && !isTooLong) return null;
  if (inert) return INERT[inert.why];
  return isTooLong ? 'tooLong' : missing;
}
