import type { HttpClient } from './schema.ts';

/**
 * Node's own client. It has no limit of time, and hands an error status on like any other.
 * `timeout` bounds a silence of the socket, connecting included; `setTimeout` starts once it is
 * connected. Both do no more than emit `timeout`: a listener has to destroy the request. `signal` ends it by itself.
 */
export default {
  kind: 'http',
  name: 'node:http',
  readFrom: ['node@20.20.2'],
  modules: ['http', 'node:http'],
  exports: { default: 'module', request: 'request', get: 'get' },
  types: { ClientRequest: 'clientRequest' },
  shapes: {
    module: { members: { request: 'request', get: 'get' } },
    request: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true, chain: 'clientRequest' },
    },
    get: {
      call: {
        does: 'request',
        method: 'GET',
        url: 0,
        options: 1,
        optionsFirst: true,
        chain: 'clientRequest',
      },
    },
    clientRequest: {
      members: {
        setTimeout: {
          does: 'set',
          option: 'timeout',
          argument: 0,
          chain: 'clientRequest',
          also: { option: 'listeners.timeout', argument: 1 },
        },
        setHeader: { does: 'set', option: 'headers', name: 0, argument: 1, chain: 'clientRequest' },
        end: { does: 'set', option: 'body', argument: 0, chain: 'clientRequest' },
        write: { does: 'set', option: 'body', argument: 0, chain: 'clientRequest' },
        on: { does: 'set', option: 'listeners', name: 0, argument: 1, chain: 'clientRequest' },
        once: { does: 'set', option: 'listeners', name: 0, argument: 1, chain: 'clientRequest' },
      },
    },
  },
  options: {
    host: ['hostname', 'host'],
    path: ['path'],
    protocol: ['protocol'],
    method: ['method'],
    headers: ['headers'],
    text: ['body'],
    signal: ['signal'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'read', event: 'timeout' }],
    dispatcher: ['agent', 'createConnection'],
  },
  protocol: 'http:',
  answersCallback: { response: 0 },
  statusMembers: ['statusCode'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: false },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
