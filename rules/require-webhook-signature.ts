import { awaitAnswer } from '../src/edits/await-answer.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-webhook-signature',
  description: 'Require webhook handlers to verify the signature before they use the payload',
  checklist: [
    'aelix/webhook-signature',
    'octopus/webhook-signature',
    'moncreneau/webhook-signature',
  ],
  level: 'recommended',
  fix: 'suggest',
  messages: {
    missing:
      'This webhook handler verifies no signature: anybody who knows its address can send it events. Compare an HMAC of the raw body with the signature header before the payload is used.',
    bypassable:
      'This webhook handler uses the payload on line {{line}} without having verified it on every way there: verify first, and refuse the request where the signature or the secret is missing.',
    promise:
      'This gives a promise, and a promise is always true: every request passes for a signed one. Await it.',
  },
  on: {
    webhookHandler({ node, verified, unverifiedLine, unawaited }, { report }) {
      if (unverifiedLine === null) return;
      if (unawaited && verified !== 'unknown')
        return report({ node: unawaited, messageId: 'promise', edit: awaitAnswer(unawaited) });
      if (verified === 'never') report({ node, messageId: 'missing' });
      if (verified === 'sometimes')
        report({ node, messageId: 'bypassable', data: { line: unverifiedLine } });
    },
  },
});
