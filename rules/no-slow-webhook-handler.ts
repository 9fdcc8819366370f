import { createRule } from '../src/rule/create-rule.ts';

const QUEUE = 'Put the event on a queue, answer, and work afterwards.';

export default createRule({
  name: 'no-slow-webhook-handler',
  description: 'Disallow slow work before a webhook handler answers',
  checklist: [
    'octopus/webhook-fast-ack',
    'moncreneau/webhook-fast-ack',
    'moncreneau/webhook-async',
  ],
  level: 'recommended',
  messages: {
    request: `The provider waits for this request to another service before it gets its answer, and delivers the event again where that takes too long. ${QUEUE}`,
    pause: `The provider waits through this pause before it gets its answer. ${QUEUE}`,
    rendering: `The provider waits while this is sent or rendered before it gets its answer. ${QUEUE}`,
    loop: `The provider waits for every round of this loop before it gets its answer. ${QUEUE}`,
  },
  on: {
    slowWork({ node, kind }, { report }) {
      report({ node, messageId: kind });
    },
  },
});
