import { Injectable } from '@nestjs/common';
import axios from 'axios';
import { Pool } from 'pg';
import { AelixClient } from './aelix.client';
import { config } from './config';
import { guard } from './resilience';

export interface Payout {
  id: string;
  sellerIban: string;
  cents: number;
  currency: string;
}

interface Payment {
  id: string;
  status: 'pending' | 'settled' | 'failed';
}

const ledger = guard('ledger');
const rates = guard('rates');

const db = new Pool({ connectionString: config.databaseUrl });

/** The payout's own id is the key, written down before the first attempt: a rerun pays once. */
async function keyFor(kind: string, id: string): Promise<string> {
  const key = `${kind}-${id}`;
  await db.query('insert into aelix_keys (key) values ($1) on conflict do nothing', [key]);
  return key;
}

async function inEuroCents(cents: number, currency: string): Promise<number> {
  if (currency === 'EUR') return cents;
  const { data } = await rates(() =>
    axios.get<{ rates: { EUR: number } }>(`${config.ratesUrl}/latest`, {
      params: { base: currency, symbols: 'EUR' },
      timeout: 5_000,
    }),
  );
  return Math.round(cents * data.rates.EUR);
}

@Injectable()
export class PayoutsService {
  constructor(private readonly aelix: AelixClient) {}

  async payOut(payout: Payout): Promise<Payment> {
    const amount = await inEuroCents(payout.cents, payout.currency);
    const key = await keyFor('payout', payout.id);
    const body = { amount, currency: 'EUR', iban: payout.sellerIban };
    const payment = await this.aelix.post<Payment>('/v1/payments', body, key);
    await this.book(payout.id, payment.id);
    return payment;
  }

  async refund(refundId: string, paymentId: string, cents: number): Promise<Payment> {
    const key = await keyFor('refund', refundId);
    return this.aelix.post<Payment>(`/v1/payments/${paymentId}/refunds`, { amount: cents }, key);
  }

  async markSettled(paymentId: string): Promise<void> {
    await db.query("update payouts set state = 'settled' where payment_id = $1", [paymentId]);
  }

  private async book(payoutId: string, paymentId: string): Promise<void> {
    const entry = { payout: payoutId, payment: paymentId };
    const headers = { 'Idempotency-Key': `entry-${payoutId}` };
    await ledger(() =>
      axios.post(`${config.ledgerUrl}/entries`, entry, { headers, timeout: 10_000 }),
    );
  }
}
