import type { HttpClient } from './schema.ts';

const timeout = { path: 'timeout', unit: 'ms', covers: 'overall', off: [false] } as const;

const shared = {
  method: ['method'],
  headers: ['headers'],
  json: ['json'],
  text: ['body'],
  query: ['searchParams'],
  keeps: ['next.revalidate', 'next.tags', 'cache'],
  signal: ['signal'],
  dispatcher: ['dispatcher'],
  retry: ['retry'],
  keepsErrorStatus: { throwHttpErrors: false },
  statusPredicates: ['throwHttpErrors'],
  requestHooks: ['hooks.beforeRequest', 'hooks.init', 'fetch'],
} as const;

/**
 * `timeout` is 10 s by default. It bounds each attempt until the headers are there; in version 2 also
 * the reading of a body by `.json()` and the like, anew. `totalTimeout` (2) bounds all attempts
 * together. `prefixUrl` (1) throws in 2, which has `prefix` and `baseUrl`. `create` keeps no
 * defaults, `extend` does. `shouldRetry` (1.9 has none yet) gets one object; true overrides the
 * lists of statuses, yet not that of methods. A status of 413 needs a `Retry-After`. Only the
 * statuses 413, 429 and 503 have theirs obeyed.
 */
export default {
  kind: 'http',
  name: 'ky',
  readFrom: ['ky@1.9.1', 'ky@1.14.3', 'ky@2.1.0'],
  modules: ['ky'],
  exports: { default: 'ky' },
  types: { KyInstance: 'ky' },
  shapes: {
    ky: {
      call: { does: 'request', url: 0, options: 1 },
      members: {
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, options: 1 },
        put: { does: 'request', method: 'PUT', url: 0, options: 1 },
        patch: { does: 'request', method: 'PATCH', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        create: { does: 'create', shape: 'ky', options: 0 },
        extend: { does: 'create', shape: 'ky', options: 0, inherits: true },
      },
    },
  },
  options: {
    ...shared,
    baseUrl: ['prefixUrl', 'baseUrl', 'prefix'],
    timeouts: [timeout, { path: 'totalTimeout', unit: 'ms', covers: 'overall', off: [false] }],
  },
  failure: { request: ['request', 'options'], printed: true, known: ['HTTPError', 'isHTTPError'] },
  asksForCompression: true,
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: 10_000, throwsOnErrorStatus: true },
  majors: {
    '1': {
      timeoutMs: 10_000,
      throwsOnErrorStatus: true,
      options: { ...shared, baseUrl: ['prefixUrl'], timeouts: [timeout], inert: ['totalTimeout'] },
    },
    '2': {
      timeoutMs: 10_000,
      throwsOnErrorStatus: true,
      options: {
        ...shared,
        baseUrl: ['baseUrl', 'prefix'],
        timeouts: [timeout, { path: 'totalTimeout', unit: 'ms', covers: 'overall', off: [false] }],
      },
    },
  },
  retry: {
    retries: ['retry.limit'],
    bareNumber: 'option',
    statuses: ['retry.statusCodes'],
    methods: ['retry.methods'],
    predicates: ['retry.shouldRetry'],
    predicateReads: { error: 0, path: 'error' },
    undecidedIsDefault: true,
    stops: ['hooks.beforeRetry'],
    capMs: ['retry.backoffLimit'],
    jitter: ['retry.jitter'],
    delay: ['retry.delay'],
    timeouts: ['retry.retryOnTimeout'],
    maxRetryAfterMs: ['retry.maxRetryAfter'],
    defaults: {
      retries: 2,
      statuses: [408, 413, 429, 500, 502, 503, 504],
      methods: ['GET', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'],
      networkErrors: true,
      timeouts: false,
      firstMs: 300,
      factor: 2,
      capMs: null,
      jitter: false,
      readsRetryAfter: true,
    },
  },
  responseHooks: { 'hooks.afterResponse': { parameter: 2 } },
  timeoutFix: { option: 'timeout', text: '{ms}' },
} as const satisfies HttpClient;
