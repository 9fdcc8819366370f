import { logAsFields } from '../src/edits/log-as-fields.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-unstructured-logs',
  description: 'Disallow plain text logs in code that integrates an API',
  checklist: ['moncreneau/structured-logs'],
  level: 'strict',
  fix: 'suggest',
  messages: {
    console:
      'This writes plain text to the console, which no log store can search by field. Use a structured logger, with the values as fields.',
    pasted:
      'This pastes values into the message, so that no two lines are alike and none can be searched by field. Log the values as fields.',
  },
  on: {
    plainLog({ log, form, at }, { report }) {
      const { node: call, args, order, module } = log;
      report({
        node: at,
        messageId: form,
        edit:
          form === 'pasted' ? logAsFields({ call, args, order, errors: new Set(), module }) : null,
      });
    },
  },
});
