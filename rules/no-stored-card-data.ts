import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-stored-card-data',
  description: 'Disallow keeping card numbers and security codes',
  checklist: ['aelix/data-regulations'],
  level: 'strict',
  messages: {
    database:
      'This keeps card data ({{name}}). Keep the token of the payment provider, and at most the last four digits.',
    storage:
      'This keeps card data ({{name}}) on the device, where any script of the page can read it.',
    url: 'This puts card data ({{name}}) into a URL: URLs are kept in logs, histories and caches.',
    analytics: 'This hands card data ({{name}}) to analytics, which keeps it.',
  },
  on: {
    storedCard({ node, where, name }, { report }) {
      report({ node, messageId: where, data: { name } });
    },
  },
});
