import { createRule } from '../src/rule/create-rule.ts';
import { referenceFieldOf } from '../src/rule/idempotency.ts';

export default createRule({
  name: 'persist-idempotency-key',
  description: 'Require the reference of an order to be stored before the order is sent',
  checklist: ['octopus/client-reference-persisted'],
  level: 'strict',
  messages: {
    notStored:
      "Nothing stores this '{{name}}' before the request: after a crash the order is sent again under another.",
  },
  on: {
    reference(reference, { api, report }) {
      const { node, name, place, call } = reference;
      if (place !== 'field' || call === null) return;
      if (referenceFieldOf(call, api) !== name || reference.isKeptBefore) return;
      report({ node, messageId: 'notStored', data: { name } });
    },
  },
});
