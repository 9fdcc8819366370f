import type { HttpClient } from './schema.ts';

/**
 * `open_timeout`, 10 s by default, ends when the socket is connected. `timeout` is another name of
 * it, and so bounds no answer. `response_timeout` runs from then until the headers are there,
 * `read_timeout` from the headers to the end of the body; both are off. Nothing is retried.
 */
export default {
  kind: 'http',
  name: 'needle',
  readFrom: ['needle@3.5.0'],
  modules: ['needle'],
  exports: { default: 'needle' },
  shapes: {
    needle: {
      call: {
        does: 'request',
        methodArgument: 0,
        url: 1,
        body: 2,
        options: 3,
        optionsForBody: ['GET', 'HEAD'],
      },
      members: {
        request: { does: 'request', methodArgument: 0, url: 1, body: 2, options: 3 },
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        put: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patch: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        delete: { does: 'request', method: 'DELETE', url: 0, body: 1, options: 2 },
        default: 'needle',
      },
    },
  },
  options: {
    headers: ['headers'],
    query: ['query'],
    signal: ['signal'],
    timeouts: [
      { path: 'response_timeout', unit: 'ms', covers: 'read' },
      { path: 'read_timeout', unit: 'ms', covers: 'read', partial: true },
      { path: 'open_timeout', unit: 'ms', covers: 'connect', partial: true },
      { path: 'timeout', unit: 'ms', covers: 'connect', partial: true },
    ],
    dispatcher: ['agent'],
    compression: { compressed: false },
  },
  defaultsCalls: ['defaults'],
  statusMembers: ['statusCode'],
  answersCallback: { response: 1, body: 2, orPromise: true },
  defaults: { timeoutMs: null, throwsOnErrorStatus: false, response: true },
  timeoutFix: { option: 'response_timeout', text: '{ms}' },
} as const satisfies HttpClient;
