import type { HttpClient } from './schema.ts';

/**
 * The platform's fetch, which ofetch hands on, and that of undici, which is Node's. There is no limit to the whole of a
 * request. Node gives up when headers, or the next part of a body, take 300 s; browsers differ.
 * What is unknown in the options is ignored: a `timeout` there does nothing.
 */
export default {
  kind: 'http',
  name: 'fetch',
  readFrom: ['undici@5.29.0', 'undici@6.29.1', 'undici@7.30.2', 'ofetch@1.5.1'],
  modules: ['undici', 'ofetch'],
  globals: { fetch: 'fetch' },
  exports: { fetch: 'fetch' },
  shapes: { fetch: { call: { does: 'request', url: 0, options: 1 } } },
  options: {
    method: ['method'],
    headers: ['headers'],
    text: ['body'],
    keeps: ['next.revalidate', 'next.tags', 'cache'],
    signal: ['signal'],
    inert: ['timeout', 'headersTimeout', 'bodyTimeout', 'connectTimeout'],
    dispatcher: ['dispatcher'],
    compression: { decompress: false },
  },
  asksForCompression: true,
  defaultsCalls: ['setGlobalDispatcher'],
  headersClasses: ['Headers'],
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: false, response: true },
  memoized: {
    folder: 'app',
    files: ['page', 'layout', 'template', 'default', 'loading'],
    options: ['next'],
  },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
} as const satisfies HttpClient;
