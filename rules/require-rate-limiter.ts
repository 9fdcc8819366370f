import { replaceNumbers } from '../src/edits/replace-number.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

const MINUTE = 60_000;

export default createRule({
  name: 'require-rate-limiter',
  description: 'Require a limiter that keeps requests within the rate of the API',
  checklist: ['moncreneau/rate-limiting'],
  level: 'api',
  fix: 'both',
  options: {
    perMinute: integer(
      0,
      'The most requests in a minute; 0 is no limit.',
      ({ rateLimit }) => rateLimit && Math.floor((rateLimit.requests * MINUTE) / rateLimit.perMs),
    ),
  },
  messages: {
    unpaced:
      'Nothing keeps these requests within {{perMinute}} a minute: send them through a limiter.',
    tooFast: 'Lets {{rate}} requests a minute run, over the limit of {{perMinute}}.',
  },
  on: {
    traffic({ node, repeated, ...traffic }, { api, options: { perMinute }, report }) {
      if (!api?.rateLimit || perMinute === 0 || traffic.isPaced) return;
      for (const place of repeated.length > 0 ? repeated : [node])
        report({ node: place, messageId: 'unpaced', data: { perMinute } });
    },
    rateLimiter(limiter, { api, options: { perMinute }, report }) {
      const { node, requests, perMs, numbers, isGap, module, evidence } = limiter;
      const rate = Math.round((requests * MINUTE) / perMs);
      const isOfOther = api === null && Object.keys(evidence).length > 0;
      if (isOfOther || perMinute === 0 || rate <= perMinute) return;
      const fitting = isGap
        ? Math.ceil(MINUTE / perMinute)
        : Math.floor((perMinute * perMs) / MINUTE);
      const title = `Let ${perMinute} requests a minute run at most`;
      report({
        node: numbers[0]?.node ?? node,
        messageId: 'tooFast',
        data: { rate, perMinute },
        edit: fitting < 1 ? null : replaceNumbers(numbers, fitting, module.text, title),
      });
    },
  },
});
