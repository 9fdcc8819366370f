import { replaceNumber } from '../src/edits/replace-number.ts';
import type { Timeout } from '../src/facts/request/timeout.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';
import type { Problem } from '../src/rule/rule.ts';

export default createRule({
  name: 'max-request-timeout',
  description: 'Disallow request timeouts that never fire or are over the limit of the API',
  checklist: ['aelix/timeouts', 'octopus/timeouts', 'moncreneau/timeouts'],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'both',
  options: {
    maxMs: integer(
      60_000,
      'The longest time for a whole request, in milliseconds.',
      (api) => api.timeouts?.overallMs,
      1,
    ),
    maxReadMs: integer(
      60_000,
      'The longest wait for an answer, or for its next part, in milliseconds.',
      (api) => api.timeouts?.readMs,
      1,
    ),
    maxConnectMs: integer(
      60_000,
      'The longest wait for a connection, in milliseconds.',
      (api) => api.timeouts?.connectMs,
      1,
    ),
  },
  messages: {
    tooLong: 'This timeout of {{ms}} ms is over the limit of {{limit}} ms.',
    never: 'This timeout never fires: the request waits for ever. The limit is {{limit}} ms.',
  },
  on: {
    apiCall({ via, isHandedOn, isStream, isLocal, instance, timeout }, { options, report }) {
      if ((via === 'wrapper' && !isHandedOn) || isStream || isLocal) return;
      for (const written of timeout.written) {
        const isOwn = written.from === 'call' || (instance === null && written.isHere);
        const problem = isOwn ? check(written, options) : null;
        if (problem) report(problem);
      }
    },
    procedureCall({ timeout }, { options, report }) {
      for (const written of timeout.written) {
        const problem = check(written, options);
        if (problem) report(problem);
      }
    },
    sdkClient({ timeout }, { options, report }) {
      for (const written of timeout.written) {
        const problem = check(written, options);
        if (problem) report(problem);
      }
    },
    apiClient({ timeout }, { options, report }) {
      for (const written of timeout.written) {
        const isOff = written.ms === Infinity && timeout.written.some(isDeadline);
        const problem = written.isHere && !isOff ? check(written, options) : null;
        if (problem) report(problem);
      }
    },
  },
});

interface Limits {
  readonly maxMs: number;
  readonly maxReadMs: number;
  readonly maxConnectMs: number;
}

/** Bounds the whole request, whatever else is switched off. */
const isDeadline = ({ covers, ms }: Timeout): boolean => covers === 'overall' && ms !== Infinity;

function check(
  { covers, ms, unitMs, node, source, isOwn }: Timeout,
  limits: Limits,
): Problem<'tooLong' | 'never'> | null {
  const limit = { overall: limits.maxMs, read: limits.maxReadMs, connect: limits.maxConnectMs }[
    covers
  ];
  if (ms === null || ms <= limit) return null;
  const title = `Set the timeout to ${limit} ms`;
  const edit = source === null ? null : replaceNumber(node, limit / unitMs, source, title, isOwn);
  return { node, messageId: ms === Infinity ? 'never' : 'tooLong', data: { ms, limit }, edit };
}
