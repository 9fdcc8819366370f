import { LRUCache } from 'lru-cache';
import { ApiError, call } from './client.js';
import { creditsLeft, logger } from './telemetry.js';

const PAGE_SIZE = 100;
const CREDITS_ALERT = 10;

const cache = new LRUCache({
  max: 10,
  ttl: 60 * 60 * 1000,
  fetchMethod: (path) => call('GET', path),
});

export class OutOfCredits extends Error {}

/** Departments and services change rarely: asked for once an hour. */
export async function openCounters() {
  const [departments, services] = await Promise.all([
    cache.fetch('departments'),
    cache.fetch('services'),
  ]);
  return { departments, services };
}

async function checkCredits(requestId) {
  const { balance } = await call('GET', 'credits', {}, requestId);
  creditsLeft.set(balance);
  if (balance < CREDITS_ALERT) logger.warn({ requestId, balance }, 'credits are running out');
  if (balance < 1) throw new OutOfCredits();
}

/** Books a slot; the caller shows `OutOfCredits` as "booking is closed for now". */
export async function book(patient, slot, requestId) {
  await checkCredits(requestId);
  const json = { departmentId: slot.departmentId, startsAt: slot.startsAt, name: patient.name };
  try {
    const appointment = await call('POST', 'appointments', { json }, requestId);
    logger.info({ requestId, appointmentId: appointment.id }, 'appointment booked');
    return appointment;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'INSUFFICIENT_CREDITS')
      throw new OutOfCredits();
    throw error;
  }
}

/** Every appointment of a day, page after page. */
export async function* agenda(day) {
  for (let page = 1; ; page++) {
    const searchParams = { day, page, limit: PAGE_SIZE };
    const { items, hasMore } = await call('GET', 'appointments', { searchParams });
    yield* items;
    if (!hasMore) return;
  }
}
