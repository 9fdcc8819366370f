import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import axios from 'axios';
import { AelixClient } from './aelix.client';
import { config } from './config';
import { withRetry } from './retry';

export interface Payout {
  id: string;
  sellerIban: string;
  cents: number;
  currency: string;
}

interface Payment {
  id: string;
  status: string;
}

@Injectable()
export class PayoutsService {
  private readonly log = new Logger(PayoutsService.name);

  constructor(private readonly aelix: AelixClient) {}

  async payOut(payout: Payout): Promise<Payment | null> {
    const amount = await this.inEuroCents(payout.cents, payout.currency);
    try {
      const payment = await withRetry(() =>
        this.aelix.post<Payment>(
          '/v1/payments',
          { amount, currency: 'EUR', iban: payout.sellerIban },
          { 'Idempotency-Key': randomUUID() },
        ),
      );
      await axios.post(`${config.ledgerUrl}/entries`, { payout: payout.id, payment: payment.id });
      return payment;
    } catch (error) {
      this.log.error(`payout ${payout.id} failed: ${(error as Error).message}`);
      return null;
    }
  }

  async refund(paymentId: string, cents: number): Promise<void> {
    await this.aelix.post(`/v1/payments/${paymentId}/refunds`, { amount: cents });
  }

  private async inEuroCents(cents: number, currency: string): Promise<number> {
    if (currency === 'EUR') return cents;
    const response = await fetch(`${config.ratesUrl}/latest?base=${currency}&symbols=EUR`);
    const { rates } = (await response.json()) as { rates: { EUR: number } };
    return Math.round(cents * rates.EUR);
  }
}
