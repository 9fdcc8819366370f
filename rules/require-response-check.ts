import { insertResponseCheck } from '../src/edits/insert-response-check.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-response-check',
  description: 'Require the status of a response to be looked at before its body is used',
  checklist: ['aelix/error-codes', 'moncreneau/handle-4xx'],
  level: 'recommended',
  fix: 'suggest',
  messages: {
    never:
      'Nothing looks at the status of this response: the body of an error is taken for a result.',
    sometimes:
      'The body of this response is also used on a path on which nothing has looked at its status.',
    inverted:
      'The body of this response is used where the request failed, and not where it succeeded: the test of its status is the wrong way round.',
    dropped: 'Nothing looks at the response of this write: nobody will know that it was refused.',
  },
  on: {
    responseUse({ call, bodies, checked, statusMembers, module }, { report }) {
      if (checked === 'always' || checked === 'unknown') return;
      const isDropped = checked === 'never' && bodies.length === 0;
      report({
        node: call.callee,
        messageId: isDropped ? 'dropped' : checked,
        edit:
          checked === 'never'
            ? insertResponseCheck({ request: call.node, bodies, statusMembers, module })
            : null,
      });
    },
  },
});
