import { obeyRetryAfter } from '../src/edits/obey-retry-after.ts';
import type { Retry, RetryCondition } from '../src/facts/retry/retry.ts';
import { createRule } from '../src/rule/create-rule.ts';
import type { Option } from '../src/rule/options.ts';
import { flag } from '../src/rule/options.ts';

/** On where the API wants it read on every retry. */
const always: Option<boolean> = {
  ...flag(false, 'Whether retries that make no difference between errors have to read it too.'),
  fromApi: (api) => (api.retry ? api.retry.readsRetryAfter === 'always' : undefined),
  morePermissive: (one, other) => one && other,
};

export default createRule({
  name: 'respect-retry-after',
  description: 'Require retries of rate-limited requests to wait as long as Retry-After says',
  checklist: ['octopus/retry-after', 'octopus/rate-limit'],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'suggest',
  options: { always },
  messages: {
    ignored:
      'This tries again after a 429 without a look at Retry-After, where the API says how long to wait.',
    unused: 'Retry-After is read, and the wait before the next try does not hang on it.',
  },
  on: {
    retry(retry, { options, report }) {
      const { node, sends, attempts, rateLimitTest, wait } = retry;
      const isNone = sends === 'unknown' || (attempts.max !== null && attempts.max < 2);
      if (isNone || !isLacking(retry, options.always)) return;
      const edit = wait?.answer ? obeyRetryAfter(wait.node, wait.answer, wait.source) : null;
      const isUnused = retry.retryAfter === 'unused';
      report({ node: rateLimitTest ?? node, messageId: isUnused ? 'unused' : 'ignored', edit });
    },
    rateLimitPause({ node }, { report }) {
      report({ node, messageId: 'ignored' });
    },
  },
});

/** What is retried after a 429, on purpose or because everything is, and waits without a look at the answer. */
function isLacking({ condition, retryAfter }: Retry, always: boolean): boolean {
  const verdict = condition.statuses[429];
  if (retryAfter === 'unused') return verdict !== 'not';
  return retryAfter === 'ignored' && verdict === 'retried' && (always || looksAtStatus(condition));
}

/** Some refusals are not retried: 429 is handled on purpose. */
const looksAtStatus = ({ statuses }: RetryCondition): boolean =>
  ([400, 401, 403, 404, 409, 422] as const).some((status) => statuses[status] === 'not');
