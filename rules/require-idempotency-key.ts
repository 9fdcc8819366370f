import { addKey } from '../src/edits/add-key.ts';
import type { ApiCall } from '../src/facts/request/api-call.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { strings } from '../src/rule/options.ts';
import { isAnonymousPayment, keyHeaderOf } from '../src/rule/payment.ts';

const CUSTOMARY = [
  'Idempotency-Key',
  'X-Idempotency-Key',
  'Idempotency-Token',
  'PayPal-Request-Id',
];

export default createRule({
  name: 'require-idempotency-key',
  description: 'Require an idempotency key on payments and on the writes that an API asks one for',
  checklist: ['aelix/idempotency-keys'],
  level: 'strict',
  fix: 'suggest',
  options: {
    headers: strings(
      CUSTOMARY,
      'The headers of which payments to APIs that are not known need one. The first is the one that is added.',
    ),
  },
  messages: {
    missing: "This write has no '{{header}}': sent again after a timeout, it happens twice.",
    retried: "This write is repeated after a failure and has no '{{header}}': it may happen twice.",
    payment:
      'Nothing tells this payment from its repetition, no key and no reference: sent again after a timeout, it happens twice.',
    sdk: "This payment has no '{{option}}': made again after a crash, it happens twice.",
  },
  on: {
    requestBody(body, { api, options, report }) {
      const { node, call, retried, module } = body;
      if (!body.decidesMethod || call.isLocal) return;
      const asked = keyHeaderOf(body, api);
      const header =
        asked ?? (api === null && isAnonymousPayment(body) ? options.headers[0] : null);
      if (header == null) return;
      const names = asked === null ? options.headers : [...new Set([asked, ...options.headers])];
      if (names.some((name) => mayHave(call, name))) return;
      const isRetried = retried !== null || body.isRetriedByClient;
      const canMake = call.via === 'direct' && (retried === null || retried.start !== null);
      report({
        node,
        messageId: asked === null ? 'payment' : isRetried ? 'retried' : 'missing',
        data: { header },
        edit: canMake
          ? addKey(call.request.place, call.node, retried?.start ?? null, { header }, module)
          : null,
      });
    },
    sdkPayment({ node, call, key, keyOption, place }, { report }) {
      if (key.state !== 'absent') return;
      report({
        node,
        messageId: 'sdk',
        data: { option: keyOption },
        edit: place && addKey(place, call, null, { option: keyOption }, place.module),
      });
    },
  },
});

/** Of a client that is not known, or known by its type alone, the call's own headers are all that can be looked at. */
const mayHave = ({ clientName, request, header, ownHeader }: ApiCall, name: string): boolean =>
  (clientName === null || request.on?.byType ? ownHeader(name) : header(name)).state !== 'absent';
