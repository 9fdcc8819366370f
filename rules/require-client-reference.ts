import { addReference } from '../src/edits/add-reference.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { referenceFieldOf } from '../src/rule/idempotency.ts';

export default createRule({
  name: 'require-client-reference',
  description: 'Require the reference of your own that an API asks for in each order',
  checklist: ['octopus/client-reference'],
  level: 'recommended',
  fix: 'suggest',
  messages: {
    missing:
      "This order carries no '{{field}}': a repeated request can't be told from a second order.",
  },
  on: {
    requestBody({ node, call, object, retried, module, field }, { api, report }) {
      const name = referenceFieldOf(call, api);
      if (name === null || field(name).state !== 'absent') return;
      const canMake = retried === null || retried.start !== null;
      report({
        node,
        messageId: 'missing',
        data: { field: name },
        edit: canMake ? addReference(object, name, retried?.start ?? null, module) : null,
      });
    },
  },
});
