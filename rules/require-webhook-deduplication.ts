import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-webhook-deduplication',
  description: 'Require webhook handlers to tell an event from its repetition',
  checklist: ['octopus/webhook-dedup', 'moncreneau/webhook-dedup'],
  level: 'strict',
  messages: {
    missing:
      'Webhooks are delivered at least once, and this handler never looks the id of the event up: the second delivery is acted on again. Store the id under a unique key before acting.',
  },
  on: {
    deduplication({ node, acts, looksUp, isDelegated }, { report }) {
      if (acts && !looksUp && !isDelegated) report({ node, messageId: 'missing' });
    },
  },
});
