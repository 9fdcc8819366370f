import { addTimeout } from '../src/edits/add-timeout.ts';
import { asSuggestion } from '../src/edits/edit.ts';
import type { TimeoutState } from '../src/facts/timeout.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

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
    missingOnClient: 'The requests of this client have no timeout: a server that never answers holds them for ever.',
    tooLong: 'This request has no timeout but the default of the client, {{ms}} ms; the limit is {{limit}} ms.',
    inert: 'This does not bound the time of the request: {{client}} has no use for it.',
  },
  on: {
    apiCall(call, { options, report, isTestFile }) {
      const { timeout, request, callee, clientName } = call;
      if (isTestFile || call.via === 'wrapper' || call.isStream || call.isLocal || call.result.raced) return;
      if (call.instance !== null && timeout.inert === null) return;
      const messageId = timeout.inert ? 'inert' : lack(timeout, options.maxMs);
      if (!messageId || (timeout.inert && !lack(timeout, options.maxMs))) return;
      const edit = addTimeout(request.place, timeout.form, options.maxMs, timeout.inert);
      report({
        node: timeout.inert ?? callee,
        messageId,
        data: { ms: timeout.defaultMs ?? 0, limit: options.maxMs, client: clientName ?? '' },
        edit: call.isMemoized ? asSuggestion(edit) : edit,
      });
    },
    apiClient({ timeout, request, callee, calls, isExtended, clientName }, { options, report, isTestFile }) {
      if (isTestFile || isExtended || (!timeout.inert && request.address.host && calls.some(({ isLocal }) => isLocal))) return;
      const messageId = lack(timeout, options.maxMs);
      const settled = calls.filter((call) => call.timeout.state === 'set' || call.isStream);
      if (!messageId || (calls.length > 0 && settled.length === calls.length)) return;
      report({
        node: timeout.inert ?? callee,
        messageId: timeout.inert ? 'inert' : messageId === 'missing' ? 'missingOnClient' : messageId,
        data: { ms: timeout.defaultMs ?? 0, limit: options.maxMs, client: clientName },
        edit: timeout.inert ? null : addTimeout(request.place, timeout.form, options.maxMs, null),
      });
    },
  },
});

/** What is missing: any limit, or one that is short enough. */
function lack({ state, defaultMs }: TimeoutState, limit: number): 'missing' | 'tooLong' | null {
  if (state === 'absent') return 'missing';
  return state === 'default' && defaultMs !== null && defaultMs > limit ? 'tooLong' : null;
}
