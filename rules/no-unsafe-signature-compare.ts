import { compareInConstantTime } from '../src/edits/compare-in-constant-time.ts';
import { testLengths } from '../src/edits/test-lengths.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-unsafe-signature-compare',
  description: 'Disallow comparing signatures and shared secrets in a way that leaks or throws',
  checklist: [
    'aelix/webhook-signature',
    'octopus/webhook-signature',
    'moncreneau/webhook-signature',
  ],
  level: 'recommended',
  fix: 'both',
  messages: {
    leaks:
      'This comparison stops at the first difference: its time tells an attacker how much of the {{subject}} is right. Compare the lengths, then the bytes with timingSafeEqual.',
    throws:
      'This throws where the lengths differ, so that anybody can cause a server error with a short signature. Compare the lengths first.',
  },
  on: {
    signatureCompare(compare, { report }) {
      const { node, fault, subject } = compare;
      if (!fault) return;
      if (fault === 'throws') {
        report({ node, messageId: 'throws', edit: testLengths(compare) });
      } else {
        const edit = compareInConstantTime(compare);
        report({ node, messageId: 'leaks', data: { subject }, edit });
      }
    },
  },
});
