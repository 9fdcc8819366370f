import { removeStatuses } from '../src/edits/complete-status-list.ts';
import { narrowStatusTest } from '../src/edits/narrow-status-test.ts';
import type { RetryCondition } from '../src/facts/retry/retry.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integers } from '../src/rule/options.ts';

export default createRule({
  name: 'no-retry-on-client-error',
  description: 'Disallow retrying requests that the API has refused',
  checklist: ['octopus/no-retry-4xx'],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'both',
  options: {
    allow: integers(
      [408, 425],
      'The 4xx statuses, besides 429, that may be retried.',
      (api) => api.retry?.retryableClientErrors,
    ),
  },
  messages: {
    refused:
      'This retries {{statuses}}: the same request will be refused again. Retry only what may pass (429, 5xx, network errors).',
    everything:
      'This retries every error, refusals such as 400 and 404 included. Look at the status, and retry only what may pass (429, 5xx, network errors).',
  },
  on: {
    retry({ sends, condition }, { options: { allow }, report }) {
      if (sends === 'unknown' || !condition.isWritten) return;
      const refused = refusalsIn(condition).filter((status) => !allow.includes(status));
      if (refused.length === 0) return;
      const isEverything = !condition.list && refused.length >= 6;
      report({
        node: condition.node,
        messageId: isEverything ? 'everything' : 'refused',
        data: { statuses: refused.join(', ') },
        edit:
          removeStatuses(condition.list, refused, `Don't retry ${refused.join(', ')}`) ??
          narrowStatusTest(condition.node, condition.test, condition.source),
      });
    },
  },
});

function refusalsIn({ statuses }: RetryCondition): number[] {
  const all = Object.entries(statuses).map(
    ([status, verdict]) => [Number(status), verdict] as const,
  );
  return all.flatMap(([status, verdict]) =>
    verdict === 'retried' && status < 500 && status !== 429 ? [status] : [],
  );
}
