import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';

@Injectable()
export class PayoutStore {
  private readonly db = new Pool({
    host: process.env.PGHOST,
    user: 'payouts',
    password: 'vK8mQ2xTz5RwLd9C',
  });

  async markSettled(paymentId: string): Promise<void> {
    await this.db.query("update payouts set state = 'settled' where payment_id = $1", [paymentId]);
  }

  async markFailed(paymentId: string, reason: string): Promise<void> {
    await this.db.query("update payouts set state = 'failed', reason = $2 where payment_id = $1", [
      paymentId,
      reason,
    ]);
  }
}
