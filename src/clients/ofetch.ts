import type { HttpClient } from './schema.ts';

/**
 * `timeout` bounds an attempt until the headers are there, not the body. It is not read where a
 * `signal` is given, and a retry has no timer of its own: it reuses the first attempt's signal.
 * Without `retry` a request is repeated once, at once, unless it is a PATCH, POST, PUT or DELETE;
 * with a number for `retry` every method is. Network errors count as status 500.
 */
export default {
  kind: 'http',
  name: 'ofetch',
  readFrom: ['ofetch@1.5.1'],
  modules: ['ofetch'],
  globals: { $fetch: 'ofetch' },
  exports: { ofetch: 'ofetch', $fetch: 'ofetch' },
  types: { $Fetch: 'ofetch' },
  shapes: {
    ofetch: {
      call: { does: 'request', url: 0, options: 1 },
      members: {
        raw: { does: 'request', url: 0, options: 1 },
        create: { does: 'create', shape: 'ofetch', options: 0, inherits: true },
      },
    },
  },
  options: {
    baseUrl: ['baseURL'],
    method: ['method'],
    headers: ['headers'],
    json: ['body'],
    query: ['query', 'params'],
    keeps: ['cache'],
    signal: ['signal'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    dispatcher: ['dispatcher', 'agent'],
    streams: { responseType: ['stream'] },
    retry: ['retry', 'retryDelay', 'retryStatusCodes'],
    keepsErrorStatus: { ignoreResponseError: true },
    requestHooks: ['onRequest'],
  },
  failure: { request: ['request', 'options'], known: ['FetchError'] },
  asksForCompression: true,
  responseHooks: {
    onResponse: { parameter: 0, member: 'response' },
    onResponseError: { parameter: 0, member: 'response' },
  },
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  retry: {
    retries: ['retry'],
    statuses: ['retryStatusCodes'],
    delay: ['retryDelay'],
    constantMs: ['retryDelay'],
    everyMethodWhenSet: true,
    defaults: {
      retries: 1,
      statuses: [408, 409, 425, 429, 500, 502, 503, 504],
      methods: ['GET', 'HEAD', 'OPTIONS', 'TRACE'],
      networkErrors: true,
      timeouts: true,
      firstMs: 0,
      factor: null,
      capMs: null,
      jitter: false,
      readsRetryAfter: false,
    },
  },
  timeoutFix: { option: 'timeout', text: '{ms}' },
} as const satisfies HttpClient;
