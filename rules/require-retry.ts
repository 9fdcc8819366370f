import { attachRetry, wrapInRetry } from '../src/edits/add-retry.ts';
import type { Edit } from '../src/edits/edit.ts';
import { replaceNumber } from '../src/edits/replace-number.ts';
import type { Unretried } from '../src/facts/retry/unretried.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'require-retry',
  description: 'Require requests to be sent again after errors that may pass',
  checklist: ['aelix/retry-backoff', 'octopus/retry-transient', 'moncreneau/retry-5xx'],
  level: 'strict',
  fix: 'suggest',
  options: {
    retries: integer(
      3,
      'The number of retries that a suggestion writes where they were switched off.',
      (api) => api.retry?.maxRetries,
      1,
    ),
  },
  messages: {
    call: 'Nothing sends this request again after an error that may pass (429, 5xx, no connection).',
    client:
      'Nothing sends the requests of this client again after an error that may pass (429, 5xx, no connection).',
    option: 'This switches retries off, and nothing else sends the request again.',
  },
  on: {
    unretried(lack, { options: { retries }, report }) {
      report({ node: lack.node, messageId: lack.of, edit: mend(lack, Math.min(retries, 3)) });
    },
  },
});

function mend({ of, remedy, limit }: Unretried, retries: number): Edit | null {
  if (limit)
    return replaceNumber(limit.node, retries, limit.source, `Retry ${retries} times`, false);
  if (!remedy) return null;
  const { call, by, module } = remedy;
  return of === 'client' ? attachRetry(call, by, module) : wrapInRetry(call, by, module);
}
