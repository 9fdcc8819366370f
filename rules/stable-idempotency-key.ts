import { hoist, variableFor } from '../src/edits/hoist.ts';
import { keepFirst } from '../src/edits/keep-first.ts';
import type { Reference } from '../src/facts/reference/reference.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { isIdempotencyKey } from '../src/rule/idempotency.ts';

export default createRule({
  name: 'stable-idempotency-key',
  description: 'Require idempotency keys and references that stay the same in every attempt',
  checklist: ['octopus/client-reference-before-attempt', 'aelix/idempotency-keys'],
  level: 'recommended',
  fix: 'both',
  messages: {
    newInAttempt:
      "Every attempt gets another '{{name}}' here, so a repeated request counts as a new one.",
    newInInterceptor:
      "Every sending gets another '{{name}}' here, also when a request is repeated.",
    clock:
      "'{{name}}' comes from the clock: it is another one in each repetition, and the same for two requests of one moment.",
    random: "'{{name}}' comes from Math.random, which may give two requests the same one.",
  },
  on: {
    reference(reference, { api, apisInUse, report }) {
      if (!isIdempotencyKey(reference, api, apisInUse)) return;
      const { node, name, retried, module } = reference;
      const data = { name };
      if (retried?.how === 'interceptor') {
        report({ node, messageId: 'newInInterceptor', data, edit: keepFirst(node, module) });
      } else if (retried) {
        const edit = retried.start && hoist(node, retried.start, module, variableFor(name));
        report({ node, messageId: 'newInAttempt', data, edit });
      } else {
        const weak = weaknessOf(reference);
        if (weak) report({ node, messageId: weak, data });
      }
    },
  },
});

/** A fixed part of its own makes a reference of the time unique, not a key that has to come back. */
function weaknessOf({ origin, place }: Reference): 'clock' | 'random' | null {
  const { sources, hasOther } = origin;
  if (sources.some(({ how }) => how === 'unique') || (hasOther && place === 'field')) return null;
  return sources.some(({ how }) => how === 'random') ? 'random' : 'clock';
}
