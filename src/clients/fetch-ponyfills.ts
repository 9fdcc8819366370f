import type { HttpClient } from './schema.ts';

/**
 * Both call node-fetch 2 in Node, which knows `timeout`, and the platform's fetch or XHR in a
 * browser, which do not.
 */
export default {
  kind: 'http',
  name: 'fetch',
  readFrom: ['cross-fetch@4.1.0', 'isomorphic-fetch@3.0.0', 'node-fetch@2.7.0'],
  modules: ['cross-fetch', 'isomorphic-fetch'],
  exports: { default: 'fetch', fetch: 'fetch' },
  shapes: {
    fetch: { call: { does: 'request', url: 0, options: 1 }, members: { default: 'fetch' } },
  },
  options: {
    method: ['method'],
    headers: ['headers'],
    text: ['body'],
    signal: ['signal'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    dispatcher: ['agent'],
    compression: { compress: false },
  },
  asksForCompression: true,
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: false, response: true },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
