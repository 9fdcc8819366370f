import { setTimeout as sleep } from 'node:timers/promises';
import { isAxiosError } from 'axios';
import CircuitBreaker from 'opossum';

const MAX_RETRIES = 4;
const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 10_000;

function isTransient(error: unknown): boolean {
  if (!isAxiosError(error)) return false;
  const status = error.response?.status;
  return status === undefined || status === 429 || status >= 500;
}

function retryAfterMs(error: unknown): number | undefined {
  const header: unknown = isAxiosError(error) ? error.response?.headers['retry-after'] : undefined;
  if (typeof header !== 'string') return undefined;
  const seconds = Number(header);
  return Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
}

/** Calls again on 429, 5xx and network errors: exponential, capped, with full jitter. */
export async function withRetry<T>(call: () => Promise<T>): Promise<T> {
  for (let retry = 0; ; retry++) {
    try {
      return await call();
    } catch (error) {
      if (retry >= MAX_RETRIES || !isTransient(error)) throw error;
      const backoff = Math.random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** retry);
      await sleep(retryAfterMs(error) ?? backoff);
    }
  }
}

/** A refused request (4xx) says nothing of the API's health. */
const isRefusal = (error: unknown): boolean =>
  isAxiosError(error) && error.response !== undefined && error.response.status < 500;

/** Retries behind a circuit breaker: one for each API, so that one outage stops one API. */
export function guard(name: string): <T>(call: () => Promise<T>) => Promise<T> {
  const breaker = new CircuitBreaker((call: () => Promise<unknown>) => withRetry(call), {
    name,
    timeout: false,
    errorThresholdPercentage: 50,
    resetTimeout: 30_000,
    errorFilter: isRefusal,
  });
  return async <T>(call: () => Promise<T>) => (await breaker.fire(call)) as T;
}
