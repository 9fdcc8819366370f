import { randomUUID } from 'node:crypto';
import ky, { HTTPError } from 'ky';
import pThrottle from 'p-throttle';
import { env } from './config.js';
import { duration, logger, requests } from './telemetry.js';

const api = ky.create({
  prefixUrl: env.MONCRENEAU_BASE_URL,
  timeout: 30_000,
  headers: { Authorization: `Bearer ${env.MONCRENEAU_API_KEY}` },
  retry: {
    limit: 2,
    methods: ['get', 'post', 'put', 'delete'],
    statusCodes: [429, 500, 502, 503, 504],
    afterStatusCodes: [429, 503],
    retryOnTimeout: true,
    delay: (attempt) => 2000 * 2 ** (attempt - 1),
    jitter: (delay) => delay * (1 + Math.random() / 4),
  },
});

const throttle = pThrottle({ limit: 100, interval: 60_000 });

/** A refusal of the API, with the code to act upon. */
export class ApiError extends Error {
  constructor(status, code, requestId) {
    super(`moncreneau refused: ${code}`);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
  }
}

async function send(method, path, options, requestId) {
  const end = duration.startTimer({ method });
  try {
    const response = await api(path, {
      ...options,
      method,
      headers: { 'X-Request-Id': requestId },
    });
    requests.inc({ method, status: response.status });
    return await response.json();
  } catch (error) {
    requests.inc({ method, status: error instanceof HTTPError ? error.response.status : 'none' });
    if (!(error instanceof HTTPError)) throw error;
    const problem = await error.response.json().catch(() => ({}));
    const { status } = error.response;
    const code = problem.code ?? 'UNKNOWN';
    logger.error({ requestId, method, path, status, code }, 'moncreneau request failed');
    throw new ApiError(status, code, requestId);
  } finally {
    end();
  }
}

/** One request: throttled to 100 a minute, timed, retried, counted, with a request id. */
export const call = throttle((method, path, options = {}, requestId = randomUUID()) =>
  send(method, path, options, requestId),
);
