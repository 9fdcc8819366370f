import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-trace-context',
  description: 'Require requests of traced code to carry the context of their trace',
  checklist: ['octopus/traceparent'],
  level: 'api',
  messages: {
    missing:
      "This code makes spans, and its request carries no '{{header}}': the trace ends here. Instrument the client, or inject the context.",
    malformed:
      "This is no '{{header}}': 00, a trace id of 32 and a span id of 16 hexadecimal digits, and flags belong there, with dashes between.",
    madeUp: "This '{{header}}' belongs to no span: inject the context of the one that is active.",
  },
  on: {
    tracedCall({ node, fault }, { api, report }) {
      const header = api?.traceContextHeader;
      if (fault === 'missing' && header === undefined) return;
      report({ node, messageId: fault, data: { header: header ?? 'traceparent' } });
    },
  },
});
