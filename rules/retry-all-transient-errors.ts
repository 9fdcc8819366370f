import { completeStatusList } from '../src/edits/complete-status-list.ts';
import { completeStatusTest } from '../src/edits/complete-status-test.ts';
import type { RetryCondition } from '../src/facts/retry/retry.ts';
import { createRule } from '../src/rule/create-rule.ts';
import type { Option } from '../src/rule/options.ts';
import { flag, integers } from '../src/rule/options.ts';

export default createRule({
  name: 'retry-all-transient-errors',
  description: 'Require retries to cover all errors that may pass',
  checklist: [
    'aelix/retry-backoff',
    'octopus/retry-transient',
    'octopus/rate-limit',
    'moncreneau/retry-5xx',
    'moncreneau/handle-429',
  ],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'both',
  options: {
    statuses: integers([429, 500, 502, 503, 504], 'The statuses that have to be retried.'),
    networkErrors: asked('networkErrors', 'Whether failed connections have to be retried.'),
    timeouts: asked('timeouts', "Whether the request's own timeouts have to be retried."),
  },
  messages: {
    rateLimit: {
      text: 'This leaves out 429, the answer that asks for another try later.',
      items: [
        'aelix/retry-backoff',
        'octopus/retry-transient',
        'octopus/rate-limit',
        'moncreneau/handle-429',
      ],
    },
    serverErrors: {
      text: 'This leaves out {{statuses}}: errors of the server that may pass.',
      items: ['aelix/retry-backoff', 'octopus/retry-transient', 'moncreneau/retry-5xx'],
    },
    networkErrors: {
      text: 'This leaves out network errors: a request without an answer is not sent again.',
      items: ['octopus/retry-transient'],
    },
    timeouts: {
      text: 'This leaves out timeouts: a request that took too long is not sent again.',
      items: ['octopus/retry-transient', 'moncreneau/retry-5xx'],
    },
  },
  on: {
    retry({ sends, condition }, { options, report }) {
      if (sends === 'unknown' || !condition.isWritten) return;
      const { node, list } = condition;
      const missing = missingIn(condition).filter((status) => options.statuses.includes(status));
      const server = missing.filter((status) => status >= 500);
      if (missing.includes(429)) {
        const edit =
          completeStatusList(list, [429], 'Retry 429 too') ??
          completeStatusTest(condition.test, 429, condition.source);
        report({ node, messageId: 'rateLimit', edit });
      }
      if (server.length > 0) {
        report({
          node,
          messageId: 'serverErrors',
          data: { statuses: server.join(', ') },
          edit: completeStatusList(list, server, `Retry ${server.join(', ')} too`),
        });
      }
      if (options.networkErrors && condition.networkErrors === 'not')
        report({ node, messageId: 'networkErrors' });
      else if (options.timeouts && condition.timeouts === 'not')
        report({ node, messageId: 'timeouts' });
    },
  },
});

/** On where the API asks for it. */
function asked(error: 'networkErrors' | 'timeouts', description: string): Option<boolean> {
  return {
    ...flag(false, description),
    fromApi: (api) => api.retry?.transient?.[error],
    morePermissive: (one, other) => one && other,
  };
}

function missingIn({ statuses }: RetryCondition): number[] {
  return Object.entries(statuses).flatMap(([status, verdict]) =>
    verdict === 'not' && (status === '429' || Number(status) >= 500) ? [Number(status)] : [],
  );
}
