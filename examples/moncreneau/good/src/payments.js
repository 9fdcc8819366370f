import { setTimeout as sleep } from 'node:timers/promises';
import { call } from './client.js';

const PAYMENT_TIMEOUT_MS = 5 * 60 * 1000;

/** The customer has five minutes to confirm the Orange Money payment. */
export async function waitForPayment(id) {
  const deadline = Date.now() + PAYMENT_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const { status } = await call('GET', `payments/${id}`);
    switch (status) {
      case 'SUCCESSFUL':
        return 'paid';
      case 'FAILED':
        return 'refused';
      case 'PENDING':
        await sleep(3_000);
        break;
      default:
        throw new Error(`payment ${id} has the unknown status ${status}`);
    }
  }
  return 'expired';
}

export const buyCredits = (amount, requestId) =>
  call('POST', 'payments', { json: { amount, method: 'ORANGE_MONEY' } }, requestId);
