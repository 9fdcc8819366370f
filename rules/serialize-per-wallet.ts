import { namesBalance, spends } from '../src/rule/balance.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'serialize-per-wallet',
  description: 'Disallow orders that are placed at the same time against one and the same wallet',
  checklist: ['octopus/serialize-per-wallet'],
  level: 'api',
  messages: {
    together:
      "All of these orders take from the same '{{field}}' at the same time: place them one after the other.",
  },
  on: {
    concurrentWrite({ node, call, mayBeSerial, sharedFields }, { api, report }) {
      if (mayBeSerial || !spends(call, api)) return;
      const field = sharedFields.find((name) => namesBalance(name, api));
      if (field !== undefined) report({ node, messageId: 'together', data: { field } });
    },
  },
});
