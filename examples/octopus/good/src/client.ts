import { setTimeout as sleep } from 'node:timers/promises';
import KSUID from 'ksuid';
import pRetry from 'p-retry';
import { Agent, fetch } from 'undici';
import { octopus } from './config.js';
import { log } from './log.js';

const dispatcher = new Agent({
  connect: { timeout: 10_000 },
  headersTimeout: 30_000,
  bodyTimeout: 30_000,
});

interface Envelope {
  error?: { name: string; code: string; message: string };
}

export class OctopusError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly requestId: string,
    message: string,
    readonly retryAfterMs: number | undefined,
  ) {
    super(message);
  }
}

function parseRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  return Number.isNaN(seconds) ? Date.parse(header) - Date.now() : seconds * 1000;
}

/** 429, 5xx, and whatever kept an answer from coming: network errors and timeouts. */
const isTransient = (error: Error): boolean =>
  !(error instanceof OctopusError) || error.status === 429 || error.status >= 500;

async function send<T>(method: string, path: string, body: unknown, bearer?: string): Promise<T> {
  const requestId = KSUID.randomSync().string;
  const res = await fetch(new URL(path, octopus.baseUrl), {
    method,
    dispatcher,
    headers: {
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(45_000),
  });
  if (res.ok) return (await res.json()) as T;
  const { error } = (await res.json().catch(() => ({}))) as Envelope;
  const code = error?.code ?? 'UNKNOWN';
  log.error({ requestId, method, path, status: res.status, code, name: error?.name }, 'refused');
  const retryAfterMs = parseRetryAfter(res.headers.get('retry-after'));
  const message = error?.message ?? res.statusText;
  throw new OctopusError(res.status, code, requestId, message, retryAfterMs);
}

/** 200 ms, doubled each time up to 10 s, with jitter; a Retry-After is waited for first. */
function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  return pRetry(attempt, {
    retries: 5,
    factor: 2,
    minTimeout: 200,
    maxTimeout: 10_000,
    randomize: true,
    shouldRetry: ({ error }) => isTransient(error),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const wait = error instanceof OctopusError ? error.retryAfterMs : undefined;
      if (wait !== undefined && wait > 0 && retriesLeft > 0) await sleep(wait);
    },
  });
}

let session: { token: string; expiresAt: number } | undefined;

async function bearer(): Promise<string> {
  if (session && Date.now() < session.expiresAt) return session.token;
  const credentials = { api_key: octopus.apiKey, api_secret: octopus.apiSecret };
  const answer = await send<{ token: string; expires_in: number }>(
    'POST',
    '/auth/login',
    credentials,
  );
  session = { token: answer.token, expiresAt: Date.now() + (answer.expires_in - 60) * 1000 };
  return session.token;
}

/** One call to the API: logged in, timed, retried. A 401 renews the login once. */
export async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const attempt = async (): Promise<T> => send<T>(method, path, body, await bearer());
  try {
    return await withRetry(attempt);
  } catch (error) {
    if (!(error instanceof OctopusError) || error.status !== 401) throw error;
    session = undefined;
    return withRetry(attempt);
  }
}
