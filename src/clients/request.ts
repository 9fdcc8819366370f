import type { HttpClient } from './schema.ts';

/**
 * Deprecated since 2020 and still widely used. `timeout` bounds the time until the headers of the
 * answer are there, and any silence of the socket after that; without it there is none. The answer
 * goes to a callback `(error, response, body)`; no status is an error. Nothing is retried.
 */
export default {
  kind: 'http',
  name: 'request',
  readFrom: ['request@2.88.2'],
  modules: ['request'],
  exports: { default: 'request' },
  types: { RequestAPI: 'request' },
  shapes: {
    request: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true },
      members: {
        get: { does: 'request', method: 'GET', url: 0, options: 1, optionsFirst: true },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1, optionsFirst: true },
        options: { does: 'request', method: 'OPTIONS', url: 0, options: 1, optionsFirst: true },
        post: { does: 'request', method: 'POST', url: 0, options: 1, optionsFirst: true },
        put: { does: 'request', method: 'PUT', url: 0, options: 1, optionsFirst: true },
        patch: { does: 'request', method: 'PATCH', url: 0, options: 1, optionsFirst: true },
        del: { does: 'request', method: 'DELETE', url: 0, options: 1, optionsFirst: true },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1, optionsFirst: true },
        defaults: { does: 'create', shape: 'request', options: 0, inherits: true },
        default: 'request',
      },
    },
  },
  options: {
    url: ['url', 'uri'],
    baseUrl: ['baseUrl'],
    method: ['method'],
    headers: ['headers'],
    json: ['json', 'form', 'formData'],
    text: ['body'],
    query: ['qs'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    dispatcher: ['agent', 'agentOptions'],
  },
  answersCallback: { response: 1, body: 2 },
  statusMembers: ['statusCode'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: false },
  timeoutFix: { option: 'timeout', text: '{ms}' },
} as const satisfies HttpClient;
