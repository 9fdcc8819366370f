import { createHmac, timingSafeEqual } from 'node:crypto';
import { Queue } from 'bullmq';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import rawBody from 'fastify-raw-body';
import { octopus, redisUrl } from './config.js';

const TOLERANCE_MS = 5 * 60 * 1000;
const WEEK_S = 7 * 24 * 3600;

const events = new Queue('octopus-events', { connection: { url: redisUrl } });

function isAuthentic(request: FastifyRequest): boolean {
  const signature = request.headers['x-signature'];
  if (typeof signature !== 'string' || request.rawBody === undefined) return false;
  const wanted = createHmac('sha256', octopus.webhookSecret).update(request.rawBody).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** X-Timestamp is in seconds. */
function isFresh(request: FastifyRequest): boolean {
  const sentAt = Number(request.headers['x-timestamp']) * 1000;
  return Math.abs(Date.now() - sentAt) <= TOLERANCE_MS;
}

export const webhooks: FastifyPluginAsync = async (app) => {
  await app.register(rawBody, { global: false, encoding: false });

  app.post<{ Body: { type: string } }>(
    '/webhooks/octopus',
    { config: { rawBody: true } },
    async (request, reply) => {
      if (!isAuthentic(request) || !isFresh(request)) return reply.code(401).send();
      const eventId = request.headers['x-event-id'];
      if (typeof eventId !== 'string') return reply.code(400).send();
      // the job id drops a second delivery of the same event; a worker does the rest
      await events.add(request.body.type, request.body, {
        jobId: eventId,
        removeOnComplete: { age: WEEK_S },
      });
      return reply.code(202).send();
    },
  );
};
