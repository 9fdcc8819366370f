import type { HttpClient } from './schema.ts';

/**
 * A wrapper of axios whose options are axios's. The service is injected: what `HttpModule.register`
 * was given elsewhere holds for it; where a module imports `HttpModule` as it is, it is axios without
 * options. A call gives an Observable; an error status is its error.
 * To end the subscription cancels the request, unless its answer is a stream.
 */
export default {
  kind: 'http',
  name: '@nestjs/axios',
  readFrom: ['@nestjs/axios@3.1.3', '@nestjs/axios@4.0.1', 'axios@1.21.1'],
  modules: ['@nestjs/axios'],
  exports: { HttpModule: 'module', HttpService: 'serviceClass' },
  types: { HttpService: 'service' },
  shapes: {
    module: {
      members: {
        register: { does: 'create', shape: 'service', options: 0 },
        registerAsync: { does: 'create', shape: 'service', options: 0, factory: 'useFactory' },
      },
    },
    serviceClass: { construct: { does: 'create', shape: 'service' } },
    service: {
      members: {
        request: { does: 'request', options: 0 },
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        put: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patch: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        postForm: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        putForm: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patchForm: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        axiosRef: 'axiosRef',
      },
    },
    axiosRef: {
      call: { does: 'request', url: 0, options: 1, optionsFirst: true },
      members: {
        request: { does: 'request', url: 0, options: 1, optionsFirst: true },
        options: { does: 'request', method: 'OPTIONS', url: 0, options: 1 },
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        put: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patch: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        postForm: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        putForm: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patchForm: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
      },
    },
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
  },
  asksForCompression: true,
  defaultsMember: 'axiosRef.defaults',
  interceptors: {
    request: 'axiosRef.interceptors.request.use',
    response: 'axiosRef.interceptors.response.use',
  },
  observable: true,
  failure: {
    request: ['config', 'request', 'response', 'response.config', 'response.request'],
    printed: true,
    dumps: ['toJSON'],
    known: [],
  },
  statusMembers: ['status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  setUp: {
    files: /\.(?:module|config|service|interceptor)\.[cm]?[jt]s$|^main\.[cm]?[jt]s$/,
    says: /HttpModule\s*\.\s*register|axiosRef\.(?:interceptors|defaults)|axios\.(?:interceptors|defaults)|AXIOS_INSTANCE_TOKEN|extends HttpService/,
    gathers: /@Module\b/,
    plain: /[[,]\s*HttpModule\s*[,\]]/,
  },
  timeoutFix: { option: 'timeout', text: '{ms}' },
} as const satisfies HttpClient;
