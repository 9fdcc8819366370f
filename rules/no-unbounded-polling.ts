import type { Polling } from '../src/facts/polling/polling.ts';
import { createRule } from '../src/rule/create-rule.ts';
import { integer } from '../src/rule/options.ts';

export default createRule({
  name: 'no-unbounded-polling',
  description: 'Disallow polling for a status without a deadline or without a pause',
  checklist: ['moncreneau/payment-timeout'],
  level: 'recommended',
  options: {
    maxMs: integer(
      0,
      'How long a payment may be waited for, in milliseconds. 0: as long as there is an end.',
      (api) => api.paymentTimeoutMs,
    ),
  },
  messages: {
    endless:
      'Nothing but the answer ends this polling: a status that never comes is asked for for ever. Give it a deadline.',
    noPause: 'This polls without a pause: it asks again as fast as the API answers.',
    tooLong: 'This waits up to {{seconds}} s for a payment; the limit is {{limit}} s.',
  },
  on: {
    polling(polling, { options: { maxMs }, report }) {
      const messageId = faultOf(polling, maxMs);
      if (!messageId) return;
      const seconds = (polling.longestMs ?? 0) / 1000;
      report({ node: polling.node, messageId, data: { seconds, limit: maxMs / 1000 } });
    },
  },
});

function faultOf(polling: Polling, maxMs: number) {
  const { isBounded, endsWithPage, isPayment, pause, longestMs } = polling;
  if (!isBounded && (isPayment || !endsWithPage)) return 'endless';
  if (pause === 'none') return 'noPause';
  const isTooLong = isPayment && maxMs > 0 && longestMs !== null && longestMs > maxMs;
  return isTooLong ? 'tooLong' : null;
}
