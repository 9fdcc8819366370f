import { looksAtBalance, spends } from '../src/rule/balance.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-balance-check',
  description: 'Require a look at the balance before it is spent',
  checklist: ['octopus/balance-precheck', 'moncreneau/balance-precheck'],
  level: 'api',
  messages: {
    unchecked:
      'Spends without a look at what is left: ask for the balance or the price on the way here.',
  },
  on: {
    writeCall(write, { api, report }) {
      const { node, call, isMatterOfWrapper } = write;
      if (isMatterOfWrapper || !spends(call, api)) return;
      if (!looksAtBalance(write.before, api)) report({ node, messageId: 'unchecked' });
    },
  },
});
