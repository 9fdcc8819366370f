import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-api-metrics',
  description: 'Require requests to an API to be counted where the project has metrics',
  checklist: ['moncreneau/metrics'],
  level: 'api',
  messages: {
    missing:
      'Nothing counts or times these requests, though the project has metrics: nobody will see that the API has become slow or fails more often.',
  },
  on: {
    unmeasuredClient({ callee }, { report }) {
      report({ node: callee, messageId: 'missing' });
    },
  },
});
