import { readsBalance } from '../src/rule/balance.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-balance-alert',
  description: 'Require a balance that is watched to be compared, or told to somebody',
  checklist: ['octopus/low-balance-alert', 'moncreneau/credits-alert'],
  level: 'api',
  messages: {
    silent:
      'Reads the balance again and again, and nobody hears when it is low: compare it with a threshold and raise an alert.',
  },
  on: {
    reading(reading, { api, report }) {
      const { node, call } = reading;
      if (!readsBalance(call, api) || reading.isWatched) return;
      report({ node, messageId: 'silent' });
    },
  },
});
