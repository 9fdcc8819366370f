import type { HttpClient } from './schema.ts';

/**
 * `RetryAgent` (since 6) wraps a dispatcher; `interceptors.retry` (since 6) makes an interceptor for
 * `compose`. A `Retry-After` longer than `maxTimeout` is cut to it. Timeouts of undici itself
 * (`UND_ERR_HEADERS_TIMEOUT` and the like) are in no default list. `retry` decides by calling back.
 */
export default {
  kind: 'http',
  name: 'undici',
  readFrom: ['undici@5.29.0', 'undici@6.29.1', 'undici@7.30.2'],
  modules: ['undici'],
  exports: { RetryAgent: 'agentClass', interceptors: 'interceptors' },
  types: { RetryAgent: 'dispatcher' },
  shapes: {
    agentClass: { construct: { does: 'create', shape: 'dispatcher', options: 1 } },
    interceptors: { members: { retry: { does: 'create', shape: 'interceptor', options: 0 } } },
    interceptor: {},
    dispatcher: {
      members: {
        request: { does: 'request', options: 0 },
        stream: { does: 'request', options: 0, streams: true },
        pipeline: { does: 'request', options: 0, streams: true },
      },
    },
  },
  options: {
    baseUrl: ['origin'],
    path: ['path'],
    method: ['method'],
    headers: ['headers'],
    text: ['body'],
    query: ['query'],
    signal: ['signal'],
    timeouts: [
      { path: 'headersTimeout', unit: 'ms', covers: 'read' },
      { path: 'bodyTimeout', unit: 'ms', covers: 'read', partial: true },
    ],
    retry: [
      'maxRetries',
      'minTimeout',
      'maxTimeout',
      'timeoutFactor',
      'statusCodes',
      'methods',
      'retry',
    ],
  },
  statusMembers: ['statusCode'],
  defaults: { timeoutMs: 300_000, throwsOnErrorStatus: false, response: true },
  retry: {
    retries: ['maxRetries'],
    statuses: ['statusCodes'],
    methods: ['methods'],
    predicates: ['retry'],
    firstMs: ['minTimeout'],
    factor: ['timeoutFactor'],
    capMs: ['maxTimeout'],
    maxRetryAfterMs: ['maxTimeout'],
    defaults: {
      retries: 5,
      statuses: [500, 502, 503, 504, 429],
      methods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'],
      networkErrors: true,
      timeouts: false,
      firstMs: 500,
      factor: 2,
      capMs: 30_000,
      jitter: false,
      readsRetryAfter: true,
    },
  },
} as const satisfies HttpClient;
