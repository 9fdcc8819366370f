import type { HttpClient } from './schema.ts';

/**
 * Headers, and each next part of a body, may take 300 s by default, and a connection 10 s. Nothing
 * bounds the whole. A call with a `body` and no `method` is a PUT. `throwOnError` was known until 6;
 * 7 throws when it is given. Nothing is retried without `RetryAgent` or `interceptors.retry`.
 * `fetch` of this package is described with the platform's.
 */
export default {
  kind: 'http',
  name: 'undici',
  readFrom: ['undici@5.29.0', 'undici@6.29.1', 'undici@7.30.2'],
  modules: ['undici'],
  exports: {
    default: 'undici',
    request: 'request',
    stream: 'stream',
    pipeline: 'stream',
    Client: 'originClass',
    Pool: 'originClass',
    BalancedPool: 'originClass',
    Agent: 'agentClass',
    EnvHttpProxyAgent: 'agentClass',
    ProxyAgent: 'agentClass',
  },
  types: {
    Dispatcher: 'dispatcher',
    Client: 'dispatcher',
    Pool: 'dispatcher',
    Agent: 'dispatcher',
  },
  shapes: {
    undici: {
      members: {
        request: 'request',
        stream: 'stream',
        pipeline: 'stream',
        Client: 'originClass',
        Pool: 'originClass',
        BalancedPool: 'originClass',
        Agent: 'agentClass',
        EnvHttpProxyAgent: 'agentClass',
        ProxyAgent: 'agentClass',
      },
    },
    request: { call: { does: 'request', url: 0, options: 1, optionsFirst: true } },
    stream: { call: { does: 'request', url: 0, options: 1, streams: true } },
    originClass: { construct: { does: 'create', shape: 'dispatcher', baseUrl: 0, options: 1 } },
    agentClass: { construct: { does: 'create', shape: 'dispatcher', options: 0 } },
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
      { path: 'connectTimeout', unit: 'ms', covers: 'connect', partial: true },
      { path: 'connect.timeout', unit: 'ms', covers: 'connect', partial: true },
    ],
    inert: ['timeout'],
    dispatcher: ['dispatcher'],
    keepsErrorStatus: { throwOnError: false },
  },
  hasHeadersPerCall: true,
  defaultsCalls: ['setGlobalDispatcher'],
  statusMembers: ['statusCode'],
  defaults: { timeoutMs: 300_000, throwsOnErrorStatus: false, response: true },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
