import { Queue, Worker } from 'bullmq';
import ky from 'ky';
import { agenda, openCounters } from './appointments.js';
import { call } from './client.js';
import { env } from './config.js';
import { logger } from './telemetry.js';

const DAY_MS = 24 * 60 * 60 * 1000;

const connection = { url: env.REDIS_URL };
const events = new Queue('moncreneau-events', { connection });
const deadLetters = new Queue('moncreneau-dead-letters', { connection });

const partners = ky.create({
  timeout: 10_000,
  retry: {
    limit: 2,
    methods: ['post'],
    statusCodes: [429, 500, 502, 503, 504],
    delay: (attempt) => 2000 * 2 ** (attempt - 1),
  },
});

async function sendTicket(appointment, requestId) {
  const { departments } = await openCounters();
  const department = departments.find((one) => one.id === appointment.departmentId);
  const text = `${department?.name}: ${appointment.startsAt}, ticket ${appointment.number}`;
  await partners.post(env.SMS_URL, {
    json: { to: appointment.phone, text },
    headers: { 'X-Request-Id': requestId },
  });
}

async function settlePayment({ id, status, organizationId }, requestId) {
  switch (status) {
    case 'SUCCESSFUL':
      await partners.post(env.BILLING_URL, {
        json: { payment: id, organization: organizationId },
        headers: { 'X-Request-Id': requestId },
      });
      break;
    case 'FAILED':
      logger.warn({ requestId, payment: id, alert: 'payment-failed' }, 'payment refused');
      break;
    case 'PENDING':
      break;
    default:
      throw new Error(`payment ${id} has the unknown status ${status}`);
  }
}

async function remindTomorrow(requestId) {
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  for await (const appointment of agenda(tomorrow)) await sendTicket(appointment, requestId);
}

async function handle({ name, id, data }) {
  if (name === 'appointment.created') {
    const appointment = await call('GET', `appointments/${data.data.id}`, {}, id);
    await sendTicket(appointment, id);
  }
  if (name === 'payment.updated') await settlePayment(data.data, id);
  if (name === 'reminders') await remindTomorrow(id);
}

await events.upsertJobScheduler('reminders', { pattern: '0 18 * * *' }, { name: 'reminders' });

const worker = new Worker('moncreneau-events', handle, { connection, concurrency: 5 });

worker.on('failed', async (job, error) => {
  if (!job || job.attemptsMade < (job.opts.attempts ?? 1)) return;
  logger.error({ requestId: job.id, event: job.name, code: error.name }, 'event given up');
  await deadLetters.add(job.name, job.data, { jobId: job.id });
});
