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
      const own = timeout.written.filter(
        ({ from, isHere, isHandedIn }) =>
          from === 'call' || isHandedIn || (instance === null && isHere),
      );
      own.flatMap((written) => check(written, options)).forEach(report);
    },
    procedureCall({ timeout }, { options, report }) {
      timeout.written.flatMap((written) => check(written, options)).forEach(report);
    },
    sdkClient({ timeout }, { options, report }) {
      timeout.written.flatMap((written) => check(written, options)).forEach(report);
    },
    apiClient({ timeout }, { options, report }) {
      const hasDeadline = timeout.written.some(isDeadline);
      const own = timeout.written.filter(
        ({ ms, isHere }) => isHere && !(ms === Infinity && hasDeadline),
      );
      own.flatMap((written) => check(written, options)).forEach(report);
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
): Problem<'tooLong' | 'never'>[] {
  const limit = { overall: limits.maxMs, read: limits.maxReadMs, connect: limits.maxConnectMs }[
    covers
  ];
  if (ms === null || ms <= limit) return [];
  const title = `Set the timeout to ${limit} ms`;
  const edit = source === null ? null : replaceNumber(node, limit / unitMs, source, title, isOwn);
  return [{ node, messageId: ms === Infinity ? 'never' : 'tooLong', data: { ms, limit }, edit }];
}
