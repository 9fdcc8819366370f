import type { HttpClient } from './schema.ts';

const shared = {
  method: ['method'],
  headers: ['headers'],
  text: ['body'],
  signal: ['signal'],
  dispatcher: ['agent'],
  compression: { compress: false },
} as const;

/**
 * Version 2 knows `timeout`: it bounds the time from connecting until the headers are there, and
 * once more the time until the body is. Version 3 does not read it. Neither has a limit of its own.
 */
export default {
  kind: 'http',
  name: 'node-fetch',
  readFrom: ['node-fetch@2.7.0', 'node-fetch@3.3.1'],
  modules: ['node-fetch'],
  exports: { default: 'fetch' },
  shapes: {
    fetch: { call: { does: 'request', url: 0, options: 1 }, members: { default: 'fetch' } },
  },
  options: { ...shared, timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }] },
  asksForCompression: true,
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: false, response: true },
  majors: {
    '2': { options: { ...shared, timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }] } },
    '3': { options: { ...shared, inert: ['timeout'] } },
  },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
