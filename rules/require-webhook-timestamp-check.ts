import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'require-webhook-timestamp-check',
  description: 'Require webhook handlers to refuse events that were sent too long ago',
  checklist: ['octopus/webhook-timestamp'],
  level: 'strict',
  options: {
    maxAgeMs: integer(
      300_000,
      'The age in milliseconds that a webhook may have at most.',
      (api) => api.webhook?.toleranceMs,
      1,
    ),
  },
  messages: {
    missing:
      'Nothing compares the time at which this webhook was sent with the clock: whoever has seen one can send it again. Refuse what is older than {{minutes}} minutes.',
    tooLong:
      'A webhook that is {{age}} minutes old is still taken here: refuse what is older than {{minutes}} minutes.',
    mixesUnits:
      'This compares seconds with milliseconds. Bring the time that was sent, the clock and the tolerance to one unit.',
  },
  on: {
    replayWindow(window, { api, apisInUse, options, report }) {
      const { node, hasTime, isDelegated, tests } = window;
      const minutes = options.maxAgeMs / 60_000;
      const isSent = (api ? [api] : apisInUse).some(({ webhook }) => webhook?.timestampHeader);
      if (tests.length === 0 && !isDelegated && (hasTime || isSent))
        report({ node, messageId: 'missing', data: { minutes } });
      for (const { place, limitMs, mixesUnits } of tests) {
        if (mixesUnits) report({ node: place, messageId: 'mixesUnits' });
        else if (limitMs !== null && limitMs > options.maxAgeMs) {
          const age = Math.round(limitMs / 60_000);
          report({ node: place, messageId: 'tooLong', data: { age, minutes } });
        }
      }
    },
  },
});
