import { createRule } from '../src/rule/create-rule.ts';
import { referenceFieldOf } from '../src/rule/idempotency.ts';

export default createRule({
  name: 'handle-duplicate-reference',
  description: 'Require repeated orders to look up the order that their reference already has',
  checklist: ['octopus/duplicate-client-reference'],
  level: 'strict',
  messages: {
    notLookedUp:
      "When a repeated order is told that its '{{field}}' is a duplicate, nothing looks the existing order up.",
  },
  on: {
    requestBody(body, { api, report }) {
      const { node, call } = body;
      const field = referenceFieldOf(call, api);
      if (field === null || body.field(field).state === 'absent') return;
      if (body.retried === null && !body.isRetriedByClient) return;
      if (!body.looksUpDuplicate(field))
        report({ node, messageId: 'notLookedUp', data: { field } });
    },
  },
});
