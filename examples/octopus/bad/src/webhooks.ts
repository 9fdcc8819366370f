import { createHmac } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import { call } from './client.js';
import { octopus } from './config.js';
import { deliverCards, refreshCatalogue } from './fulfilment.js';

interface OrderEvent {
  type: 'order.completed' | 'order.failed';
  data: { order_id: string };
}

export const webhooks: FastifyPluginAsync = async (app) => {
  app.post<{ Body: OrderEvent }>('/webhooks/octopus/orders', async (request, reply) => {
    const expected = createHmac('sha256', octopus.webhookSecret)
      .update(JSON.stringify(request.body))
      .digest('hex');
    if (request.headers['x-signature'] !== expected) {
      return reply.code(401).send({ error: 'bad signature' });
    }
    if (request.body.type === 'order.completed') {
      const order = await call<{ cards: string[]; email: string }>(
        'GET',
        `/api/v1/orders/${request.body.data.order_id}`,
      );
      await deliverCards(order.email, order.cards);
    }
    return reply.send({ ok: true });
  });

  app.post<{ Body: { product_ids: number[] } }>(
    '/webhooks/octopus/catalogue',
    async (request, reply) => {
      await refreshCatalogue(request.body.product_ids);
      return reply.send({ ok: true });
    },
  );
};
