import type { HttpClient } from './schema.ts';

const shared = {
  json: ['body'],
  headers: ['headers'],
  query: ['params'],
} as const;

const timeoutFix = { option: 'timeout', text: '{ms}' } as const;
const timeout = { path: 'timeout', unit: 'ms', covers: 'overall' } as const;

/**
 * `timeout` came within version 20 (20.0 has none, 20.3 has), a positive integer; before, RxJS's
 * operator is the way to bound a request. A call gives an Observable; an error status is its error.
 * Interceptors may bound and retry what the client sends; `provideHttpClient` and providers set them up.
 */
export default {
  kind: 'http',
  name: 'HttpClient',
  readFrom: [
    '@angular/common@17.3.6',
    '@angular/common@18.2.8',
    '@angular/common@19.2.15',
    '@angular/common@20.0.0',
    '@angular/common@20.3.0',
    '@angular/common@21.0.0',
    '@angular/common@22.2.6',
  ],
  modules: ['@angular/common/http'],
  exports: { HttpClient: 'class' },
  types: { HttpClient: 'client' },
  shapes: {
    class: {},
    client: {
      members: {
        request: { does: 'request', methodArgument: 0, url: 1, options: 2 },
        get: { does: 'request', method: 'GET', url: 0, options: 1 },
        delete: { does: 'request', method: 'DELETE', url: 0, options: 1 },
        head: { does: 'request', method: 'HEAD', url: 0, options: 1 },
        options: { does: 'request', method: 'OPTIONS', url: 0, options: 1 },
        post: { does: 'request', method: 'POST', url: 0, body: 1, options: 2 },
        put: { does: 'request', method: 'PUT', url: 0, body: 1, options: 2 },
        patch: { does: 'request', method: 'PATCH', url: 0, body: 1, options: 2 },
        jsonp: { does: 'request', method: 'GET', url: 0 },
      },
    },
  },
  options: { ...shared, timeouts: [timeout] },
  observable: true,
  handlers: {
    types: { HttpHandler: 'handle', HttpHandlerFn: null },
    functions: { HttpInterceptorFn: 1 },
  },
  headersClasses: ['HttpHeaders'],
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  majors: {
    '17': { options: { ...shared, inert: ['timeout'] } },
    '18': { options: { ...shared, inert: ['timeout'] } },
    '19': { options: { ...shared, inert: ['timeout'] } },
    '20': { options: { ...shared, timeouts: [timeout] } },
    '21': { options: { ...shared, timeouts: [timeout] }, timeoutFix },
    '22': { options: { ...shared, timeouts: [timeout] }, timeoutFix },
  },
  injectors: { '@angular/core': 'inject' },
  setUp: {
    files: /^(?:main|app|core|.*\.(?:config|module|interceptor|providers))\.[cm]?[jt]s$/,
    says: /withInterceptors|HTTP_INTERCEPTORS/,
  },
} as const satisfies HttpClient;
