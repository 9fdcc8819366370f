import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'require-circuit-breaker',
  description: 'Require a circuit breaker around the requests of an API',
  checklist: ['aelix/circuit-breaker'],
  level: 'strict',
  messages: {
    client:
      'No circuit breaker stands before the requests of this client: while the API is down, each of them waits for its timeout, and callers pile up.',
    call: 'No circuit breaker stands before the requests to this API: while it is down, each of them waits for its timeout, and callers pile up.',
  },
  on: {
    unguarded({ node, of }, { report }) {
      report({ node, messageId: of });
    },
  },
});
