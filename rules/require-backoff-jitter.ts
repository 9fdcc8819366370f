import { addJitter } from '../src/edits/add-jitter.ts';
import { addOption } from '../src/edits/add-option.ts';
import type { Edit } from '../src/edits/edit.ts';
import type { Retry } from '../src/facts/retry/retry.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-backoff-jitter',
  description: 'Require a random part in the waits between retries',
  checklist: ['octopus/backoff-pattern'],
  level: 'strict',
  fix: 'both',
  messages: {
    missing:
      'These waits have no random part: callers that failed together come back together. Add jitter.',
  },
  on: {
    retry(retry, { report }) {
      const { node, sends, form, delay, attempts } = retry;
      const isNone = sends === 'unknown' || (attempts.max !== null && attempts.max < 2);
      if (isNone || delay.growth !== 'exponential' || delay.hasJitter !== false) return;
      if (!delay.isWritten && form !== 'library') return;
      report({ node, messageId: 'missing', edit: withJitter(retry) });
    },
  },
});

function withJitter({ options, jitterFix, wait }: Retry): Edit | null {
  if (jitterFix) return addOption(options, jitterFix.option, jitterFix.text, 'Add jitter');
  return wait && addJitter(wait.node, wait.source, 'Add jitter');
}
