import type { HttpClient } from './schema.ts';

/**
 * There is no timeout by default, and every default is the same from 11 to 14. A bare number for
 * `timeout` or `retry` is taken by 11 alone: later versions throw. `signal` and `retry.backoffLimit`
 * came with 12. A status of 413 is retried only with a `Retry-After`. Without `retry.maxRetryAfter`
 * a `Retry-After` longer than `timeout.request` ends the retries.
 */
export default {
  kind: 'http',
  name: 'got',
  readFrom: ['got@11.8.5', 'got@12.6.0', 'got@13.0.0', 'got@14.6.5'],
  modules: ['got'],
  exports: { default: 'got', got: 'got' },
  types: { Got: 'got' },
  shapes: {
    got: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true },
      members: {
        get: { does: 'request', method: 'GET', url: 0, options: 1, optionsFirst: true },
        post: { does: 'request', method: 'POST', url: 0, options: 1, optionsFirst: true },
        put: { does: 'request', method: 'PUT', url: 0, options: 1, optionsFirst: true },
        patch: { does: 'request', method: 'PATCH', url: 0, options: 1, optionsFirst: true },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1, optionsFirst: true },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1, optionsFirst: true },
        paginate: 'paginate',
        stream: 'stream',
        extend: { does: 'create', shape: 'got', options: 0, inherits: true },
        default: 'got',
      },
    },
    paginate: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true },
      members: {
        all: { does: 'request', url: 0, options: 1, optionsFirst: true },
        each: { does: 'request', url: 0, options: 1, optionsFirst: true },
      },
    },
    stream: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true, streams: true },
      members: {
        get: { does: 'request', method: 'GET', url: 0, options: 1, streams: true },
        post: { does: 'request', method: 'POST', url: 0, options: 1, streams: true },
        put: { does: 'request', method: 'PUT', url: 0, options: 1, streams: true },
        patch: { does: 'request', method: 'PATCH', url: 0, options: 1, streams: true },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1, streams: true },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1, streams: true },
      },
    },
  },
  options: {
    url: ['url'],
    baseUrl: ['prefixUrl'],
    method: ['method'],
    headers: ['headers'],
    json: ['json', 'form'],
    text: ['body'],
    query: ['searchParams'],
    keeps: ['cache'],
    signal: ['signal'],
    timeouts: [
      { path: 'timeout.request', unit: 'ms', covers: 'overall' },
      { path: 'timeout.socket', unit: 'ms', covers: 'read' },
      { path: 'timeout.response', unit: 'ms', covers: 'read', partial: true },
      { path: 'timeout.read', unit: 'ms', covers: 'read', partial: true },
      { path: 'timeout.send', unit: 'ms', covers: 'read', partial: true },
      { path: 'timeout.lookup', unit: 'ms', covers: 'connect', partial: true },
      { path: 'timeout.connect', unit: 'ms', covers: 'connect', partial: true },
      { path: 'timeout.secureConnect', unit: 'ms', covers: 'connect', partial: true },
      { path: 'timeout', unit: 'ms', covers: 'overall' },
    ],
    dispatcher: ['agent', 'agent.http', 'agent.https', 'agent.http2'],
    streams: { isStream: [true] },
    retry: ['retry'],
    keepsErrorStatus: { throwHttpErrors: false },
    compression: { decompress: false },
    requestHooks: ['hooks.beforeRequest', 'hooks.init', 'handlers'],
  },
  responseHooks: { 'hooks.afterResponse': { parameter: 0 } },
  asksForCompression: true,
  defaultsMember: 'defaults.options',
  failure: { request: ['options', 'request'], known: ['HTTPError', 'RequestError'] },
  statusMembers: ['ok', 'statusCode'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  retry: {
    retries: ['retry.limit'],
    bareNumber: true,
    statuses: ['retry.statusCodes'],
    methods: ['retry.methods'],
    stops: ['hooks.beforeRetry'],
    capMs: ['retry.backoffLimit'],
    delay: ['retry.calculateDelay'],
    delayReplacesRetryAfter: true,
    maxRetryAfterMs: ['retry.maxRetryAfter'],
    defaults: {
      retries: 2,
      statuses: [408, 413, 429, 500, 502, 503, 504, 521, 522, 524],
      methods: ['GET', 'PUT', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE'],
      networkErrors: true,
      timeouts: true,
      firstMs: 1000,
      factor: 2,
      capMs: null,
      jitter: true,
      readsRetryAfter: true,
    },
  },
  timeoutFix: { option: 'timeout', text: '{ request: {ms} }' },
} as const satisfies HttpClient;
