import { addLogField } from '../src/edits/add-log-field.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-trace-id-in-logs',
  description: "Require the request's or trace's id in logs about an API",
  checklist: ['aelix/trace-id-logging', 'octopus/request-id', 'moncreneau/request-correlation'],
  level: 'strict',
  fix: 'suggest',
  messages: {
    missing:
      "This line about an API's answer has no id of the request or trace ({{name}}): it can't be matched with what the API has in its own logs.",
  },
  on: {
    apiLog({ log, trace, mentions }, { api, report }) {
      if (trace !== 'absent') return;
      const field = api?.traceIdField ?? null;
      const body = mentions.find(({ remote }) => remote.is === 'payload')?.body ?? null;
      report({
        node: log.callee,
        messageId: 'missing',
        data: { name: field ?? api?.requestIdHeader ?? 'trace_id, X-Request-Id' },
        edit:
          field !== null && body !== null
            ? addLogField(log.rest, field, `${body}.${field}`, log.module)
            : null,
      });
    },
  },
});
