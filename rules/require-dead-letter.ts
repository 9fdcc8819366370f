import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-dead-letter',
  description: 'Require a place for what has failed for good',
  checklist: ['moncreneau/dead-letter'],
  level: 'strict',
  messages: {
    worker:
      'Nothing hears of the jobs that fail for good. Listen to the failures, and keep these jobs where a person sees them.',
    queue:
      'This queue has no dead letter queue: a message that fails for good is dropped when its time is over.',
    message:
      'This swallows the failure: the message counts as done, and never reaches the dead letter queue. Throw, or report it as failed.',
    retry:
      'After the last attempt nothing is thrown, given back or stored: the failure goes nowhere.',
  },
  on: {
    deadEnd({ node, of }, { report }) {
      report({ node, messageId: of });
    },
  },
});
