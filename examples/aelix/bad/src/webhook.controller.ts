import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { PayoutStore } from './payout.store';

interface AelixEvent {
  id: string;
  type: 'payment.settled' | 'payment.failed';
  data: { payment_id: string; reason?: string };
}

@Controller('webhooks/aelix')
export class AelixWebhookController {
  constructor(private readonly store: PayoutStore) {}

  @Post()
  @HttpCode(200)
  async receive(@Body() event: AelixEvent): Promise<{ received: true }> {
    if (event.type === 'payment.settled') await this.store.markSettled(event.data.payment_id);
    if (event.type === 'payment.failed') {
      await this.store.markFailed(event.data.payment_id, event.data.reason ?? 'unknown');
    }
    return { received: true };
  }
}
