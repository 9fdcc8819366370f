import { awaitTogether } from '../src/edits/await-together.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-sequential-requests',
  description: 'Disallow reads that are awaited one after the other though none needs another',
  checklist: ['moncreneau/parallel-requests'],
  level: 'strict',
  fix: 'suggest',
  messages: {
    sequential:
      'Waits for the read before it without using what that one gives: await both together.',
  },
  on: {
    sequentialReads({ node, statements, module }, { report }) {
      report({ node, messageId: 'sequential', edit: awaitTogether(statements, module) });
    },
  },
});
