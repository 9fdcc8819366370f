import { asSuggestion } from '../src/edits/edit.ts';
import { replaceNumber } from '../src/edits/replace-number.ts';
import { replaceLiteral } from '../src/edits/replace-literal.ts';
import type { Schedule } from '../src/facts/schedule/schedule.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { readsBalance } from '../src/rule/balance-read.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'balance-poll-interval',
  description: 'Enforce that the balance is polled neither too often nor too seldom',
  checklist: ['octopus/low-balance-poll'],
  level: 'api',
  fix: 'both',
  options: {
    minMs: integer(
      60_000,
      'The shortest time between two reads, in milliseconds.',
      (api) => api.balance?.poll?.minMs,
      1,
    ),
    maxMs: integer(
      300_000,
      'The longest time between two reads, in milliseconds.',
      (api) => api.balance?.poll?.maxMs,
      1,
    ),
  },
  messages: {
    tooOften: 'The balance is read every {{seconds}} s: read it at most every {{limit}} s.',
    tooSeldom:
      'The balance is read only every {{seconds}} s: a low one is noticed too late. Read it at least every {{limit}} s.',
  },
  on: {
    schedule(fact, { api, options: { minMs, maxMs }, report }) {
      if (!readsBalance(fact.request, api)) return;
      const { leastMs, mostMs } = fact.period;
      const isTooOften = leastMs < minMs;
      if (!isTooOften && mostMs <= maxMs) return;
      const limit = isTooOften ? minMs : maxMs;
      const seconds = (isTooOften ? leastMs : mostMs) / 1000;
      report({
        node: fact.node,
        messageId: isTooOften ? 'tooOften' : 'tooSeldom',
        data: { seconds, limit: limit / 1000 },
        edit: clamp(fact, limit),
      });
    },
  },
});

function clamp({ form, written, isOwn, module }: Schedule, limit: number) {
  if (form === 'units') return null;
  const minutes = Math.max(1, Math.floor(limit / 60_000));
  const title = `Read it every ${minutes === 1 ? 'minute' : `${minutes} minutes`}`;
  const edit =
    form === 'cron'
      ? replaceLiteral(
          written,
          minutes === 1 ? '* * * * *' : `*/${minutes} * * * *`,
          title,
          module.text,
        )
      : replaceNumber(written, limit, module.text, title);
  return isOwn ? edit : asSuggestion(edit);
}
