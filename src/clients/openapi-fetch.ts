import type { HttpClient } from './schema.ts';

/**
 * A typed layer over `fetch`: what it does not know of its options goes on to a `Request`, so that a
 * `signal` bounds the call and nothing else does. It never throws on an error status: it gives
 * `{ data, error, response }`. The URL is a path with holes, `params` fills them and the query.
 */
export default {
  kind: 'http',
  name: 'openapi-fetch',
  readFrom: ['openapi-fetch@0.17.0'],
  modules: ['openapi-fetch'],
  exports: { default: 'factory' },
  types: { Client: 'client' },
  shapes: {
    factory: { call: { does: 'create', shape: 'client', options: 0 } },
    client: {
      members: {
        GET: { does: 'request', method: 'GET', url: 0, options: 1 },
        POST: { does: 'request', method: 'POST', url: 0, options: 1 },
        PUT: { does: 'request', method: 'PUT', url: 0, options: 1 },
        PATCH: { does: 'request', method: 'PATCH', url: 0, options: 1 },
        DELETE: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        HEAD: { does: 'request', method: 'HEAD', url: 0, options: 1 },
      },
    },
  },
  options: {
    baseUrl: ['baseUrl'],
    headers: ['headers'],
    json: ['body'],
    query: ['params.query'],
    keeps: ['next.revalidate', 'next.tags', 'cache'],
    signal: ['signal'],
    inert: ['timeout'],
    streams: { parseAs: ['stream'] },
    requestHooks: ['fetch', 'middleware'],
  },
  middleware: { member: 'use', request: 'onRequest' },
  asksForCompression: true,
  defaults: { timeoutMs: null, throwsOnErrorStatus: false },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
