import type { HttpClient } from './schema.ts';

/**
 * A thin layer over `fetch`: options of the client, and of a call that is given one object, go on to
 * it, so that a `signal` bounds the call (until 6 the `timeout` of node-fetch, too) and nothing else
 * does. Whether a call asks or changes something its document says. It throws on an error status,
 * and where the answer holds errors.
 */
export default {
  kind: 'http',
  name: 'graphql-request',
  readFrom: ['graphql-request@6.1.0', 'graphql-request@7.4.0'],
  modules: ['graphql-request'],
  exports: {
    default: 'module',
    request: 'send',
    rawRequest: 'send',
    batchRequests: 'send',
    GraphQLClient: 'clientClass',
  },
  types: { GraphQLClient: 'client' },
  shapes: {
    module: {
      call: { does: 'request', url: 0, options: 0, optionsFirst: true, document: 1 },
      members: {
        request: 'send',
        rawRequest: 'send',
        batchRequests: 'send',
        GraphQLClient: 'clientClass',
      },
    },
    send: {
      call: { does: 'request', url: 0, options: 0, optionsFirst: true, document: 1 },
    },
    clientClass: { construct: { does: 'create', shape: 'client', baseUrl: 0, options: 1 } },
    client: {
      members: {
        request: { does: 'request', options: 0, document: 0 },
        rawRequest: { does: 'request', options: 0, document: 0 },
        batchRequests: { does: 'request', options: 0, document: 0 },
      },
    },
  },
  options: {
    url: ['url'],
    headers: ['headers', 'requestHeaders'],
    signal: ['signal'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    requestHooks: ['fetch', 'requestMiddleware'],
  },
  asksForCompression: true,
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  failure: { request: [], known: ['ClientError'] },
} as const satisfies HttpClient;
