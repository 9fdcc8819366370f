/** Nightly: compares what Aelix says of each payment with what we hold. */
import pLimit from 'p-limit';
import { AelixClient } from './aelix.client';
import { logger } from './logger';
import { PayoutsService } from './payouts.service';

interface Payment {
  id: string;
  status: 'pending' | 'settled' | 'failed';
}

interface Page {
  data: Payment[];
  next_cursor?: string;
  trace_id: string;
}

const aelix = new AelixClient();
const payouts = new PayoutsService(aelix);
const limit = pLimit(5);

async function reconcile({ id }: Payment): Promise<void> {
  const payment = await aelix.get<Payment>(`/v1/payments/${id}`);
  if (payment.status === 'settled') await payouts.markSettled(id);
}

let cursor: string | undefined;
let failed = 0;
do {
  const page: Page = await aelix.get('/v1/payments', { limit: 100, ...(cursor && { cursor }) });
  const results = await Promise.allSettled(
    page.data.map((payment) => limit(() => reconcile(payment))),
  );
  failed += results.filter((result) => result.status === 'rejected').length;
  logger.info({ trace_id: page.trace_id, payments: page.data.length }, 'page reconciled');
  cursor = page.next_cursor;
} while (cursor);

if (failed > 0) {
  logger.error({ failed }, 'payments left unreconciled');
  process.exitCode = 1;
}
