import type { HttpClient } from './schema.ts';

/**
 * `timeout` bounds a whole request in the XHR and fetch adapters. The Node adapter bounds the time
 * until the headers are there, then each silence of the socket. The default, 0, sets no timer.
 * 0.21 has no `signal`, 0.27 does; `cancelToken` is no AbortSignal, yet gives up a request just so.
 */
export default {
  kind: 'http',
  name: 'axios',
  readFrom: ['axios@0.21.4', 'axios@0.27.2', 'axios@1.21.1', 'follow-redirects@1.16.3'],
  modules: ['axios'],
  exports: { default: 'axios', Axios: 'class' },
  types: { AxiosStatic: 'axios', AxiosInstance: 'axios', Axios: 'axios' },
  shapes: {
    axios: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true },
      members: {
        request: { does: 'request', url: 0, options: 1, optionsFirst: true },
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        options: { does: 'request', method: 'OPTIONS', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        put: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patch: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        postForm: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        putForm: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patchForm: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        create: { does: 'create', shape: 'axios', options: 0, inherits: true },
        default: 'axios',
        Axios: 'class',
      },
    },
    class: { construct: { does: 'create', shape: 'axios', options: 0 } },
  },
  options: {
    url: ['url'],
    baseUrl: ['baseURL'],
    method: ['method'],
    headers: ['headers', 'headers.common'],
    json: ['data'],
    query: ['params'],
    signal: ['signal', 'cancelToken'],
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    dispatcher: ['httpAgent', 'httpsAgent', 'fetchOptions.dispatcher'],
    streams: { responseType: ['stream'] },
    statusPredicates: ['validateStatus'],
    basicUser: ['auth.username'],
    compression: { decompress: false },
    requestHooks: ['transformRequest', 'adapter'],
  },
  asksForCompression: true,
  defaultsMember: 'defaults',
  interceptors: { request: 'interceptors.request.use', response: 'interceptors.response.use' },
  failure: {
    request: ['config', 'request', 'response', 'response.config', 'response.request'],
    printed: true,
    dumps: ['toJSON'],
    redact: 'redact',
    known: ['AxiosError', 'isAxiosError'],
  },
  headersClasses: ['AxiosHeaders'],
  statusMembers: ['status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  timeoutFix: { option: 'timeout', text: '{ms}' },
} as const satisfies HttpClient;
