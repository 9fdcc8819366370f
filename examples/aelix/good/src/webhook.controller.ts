import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  Body,
  Controller,
  HttpCode,
  Injectable,
  Post,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
  type RawBodyRequest,
} from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Request } from 'express';
import { config } from './config';

interface AelixEvent {
  id: string;
  type: 'payment.settled' | 'payment.failed';
  data: { payment_id: string; reason?: string };
}

/** Needs `NestFactory.create(AppModule, { rawBody: true })`: the signature covers the raw bytes. */
@Injectable()
export class AelixSignatureGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<RawBodyRequest<Request>>();
    const header = request.headers['x-aelix-signature'];
    if (typeof header !== 'string' || !request.rawBody) return false;
    const wanted = createHmac('sha256', config.webhookSecret).update(request.rawBody).digest();
    const given = Buffer.from(header, 'hex');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

const events = new Queue('aelix-events', { connection: { url: config.redisUrl } });
const WEEK_S = 7 * 24 * 3600;

@Controller('webhooks/aelix')
@UseGuards(AelixSignatureGuard)
export class AelixWebhookController {
  /** The job id drops a second delivery of the same event; a worker does the rest. */
  @Post()
  @HttpCode(202)
  async receive(@Body() event: AelixEvent): Promise<void> {
    await events.add(event.type, event, { jobId: event.id, removeOnComplete: { age: WEEK_S } });
  }
}
