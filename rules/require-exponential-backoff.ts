import { addOption } from '../src/edits/add-option.ts';
import type { Edit } from '../src/edits/edit.ts';
import { replaceNumber } from '../src/edits/replace-number.ts';
import type { Delay, Retry } from '../src/facts/retry/retry.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';
import { isPacedElsewhere } from '../src/rule/pace.ts';

export default createRule({
  name: 'require-exponential-backoff',
  description:
    'Require the waits between retries to grow exponentially, within the limits of the API',
  checklist: ['aelix/retry-backoff', 'octopus/backoff-pattern', 'moncreneau/backoff'],
  level: 'recommended',
  passesOverScripts: true,
  fix: 'both',
  options: {
    firstMs: integer(
      0,
      'The shortest first wait, in milliseconds.',
      (api) => api.retry?.delay?.firstMs,
    ),
    capMs: integer(
      0,
      'The longest wait, random part included, in milliseconds; 0 for no limit.',
      (api) => api.retry?.delay?.capMs,
    ),
  },
  messages: {
    none: 'This retries at once. Wait before each attempt, twice as long as before the one before it.',
    steady: 'The wait between these attempts is {{growth}}. Let it grow exponentially.',
    short: 'The first wait is {{ms}} ms; it has to be at least {{limit}} ms.',
    long: 'A wait between these attempts may take {{ms}} ms; at most {{limit}} ms are allowed.',
  },
  on: {
    retry(retry, { options: { firstMs, capMs }, report }) {
      const { node, sends, delay, attempts } = retry;
      if (sends === 'unknown' || (attempts.max !== null && attempts.max < 2)) return;
      if (isPacedElsewhere(retry)) return;
      if (delay.growth === 'none')
        return report({ node, messageId: 'none', edit: withDelay(retry) });
      if (!delay.isWritten) return;
      // With one retry there is one wait: nothing can grow.
      const waitsOnce = attempts.max === 2;
      if (!waitsOnce && delay.growth !== 'exponential' && delay.growth !== 'unknown') {
        return report({
          node,
          messageId: 'steady',
          data: { growth: delay.growth },
          edit: change(delay, 'factor', 2),
        });
      }
      if (delay.firstMs !== null && !delay.isFirstDefault && Math.round(delay.firstMs) < firstMs) {
        return report({
          node,
          messageId: 'short',
          data: { ms: Math.round(delay.firstMs), limit: firstMs },
          edit: change(delay, 'firstMs', firstMs),
        });
      }
      if (capMs === 0 || delay.maxMs === null || delay.maxMs <= capMs) return;
      report({
        node,
        messageId: 'long',
        data: { ms: Math.round(delay.maxMs), limit: capMs },
        edit: change(delay, 'capMs', capMs) ?? withCap(retry, capMs),
      });
    },
  },
});

const withDelay = ({ options, delayFix }: Retry): Edit | null =>
  delayFix &&
  addOption(
    options,
    delayFix.option,
    delayFix.text,
    'Wait exponentially longer before each attempt',
  );

function change({ numbers }: Delay, which: keyof Delay['numbers'], value: number): Edit | null {
  const number = numbers[which];
  return number
    ? replaceNumber(number.node, value, number.source, `Set it to ${value}`, number.isOwn)
    : null;
}

function withCap({ options, delay }: Retry, capMs: number): Edit | null {
  const name = delay.names.capMs;
  return name === undefined
    ? null
    : addOption(
        options,
        name,
        capMs.toLocaleString('en').replaceAll(',', '_'),
        `Wait ${capMs} ms at most`,
      );
}
