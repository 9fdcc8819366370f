import { spends } from '../src/rule/balance.ts';
import { createRule } from '../src/rule/create-rule.ts';

/** What one larger order adds up. */
const AMOUNTS: ReadonlySet<string> = new Set(['quantity', 'qty', 'count']);

export default createRule({
  name: 'prefer-batch-request',
  description: 'Disallow many small orders where one larger order would do',
  checklist: ['octopus/batching'],
  level: 'api',
  messages: {
    repeated:
      'Places one order after another for the same thing: one order of a larger quantity spares the rest of the requests.',
  },
  on: {
    writeCall(write, { api, report }) {
      const { node, call } = write;
      if (!spends(call, api)) return;
      const fields = write.repetition?.fields;
      const reference = api?.idempotency?.bodyField;
      const isForSame = fields?.differing.every((name) => name === reference || AMOUNTS.has(name));
      const countsUp = [...(fields?.same ?? []), ...(fields?.differing ?? [])].some((name) =>
        AMOUNTS.has(name),
      );
      if (isForSame && countsUp) report({ node, messageId: 'repeated' });
    },
  },
});
