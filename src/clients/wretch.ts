import type { HttpClient } from './schema.ts';

/**
 * A builder over fetch without a timeout or a retry of its own. `.setTimeout(ms)` comes with the
 * abort addon, after the method was called; it is never cleared, and so covers the body too.
 * `.url(part)` and the URL given to a method are appended to the base as text. A middleware may
 * bound or retry a call; addons set no timeout by themselves. `.timeout(callback)` handles a status of 408.
 */
export default {
  kind: 'http',
  name: 'wretch',
  readFrom: ['wretch@2.9.1'],
  modules: ['wretch'],
  exports: { default: 'wretch' },
  types: { Wretch: 'builder' },
  shapes: {
    wretch: {
      call: { does: 'create', shape: 'builder', baseUrl: 0, options: 1 },
      members: { default: 'wretch' },
    },
    builder: {
      members: {
        get: { does: 'request', method: 'GET', url: 0, chain: 'response' },
        delete: { does: 'request', method: 'DELETE', url: 0, chain: 'response' },
        head: { does: 'request', method: 'HEAD', url: 0, chain: 'response' },
        opts: { does: 'request', method: 'OPTIONS', url: 0, chain: 'response' },
        post: { does: 'request', method: 'POST', body: 0, url: 1, chain: 'response' },
        put: { does: 'request', method: 'PUT', body: 0, url: 1, chain: 'response' },
        patch: { does: 'request', method: 'PATCH', body: 0, url: 1, chain: 'response' },
        fetch: { does: 'request', methodArgument: 0, url: 1, body: 2, chain: 'response' },
        url: { does: 'set', option: 'url', argument: 0, chain: 'builder' },
        options: { does: 'set', option: '*', argument: 0, chain: 'builder' },
        headers: { does: 'set', option: 'headers', argument: 0, chain: 'builder' },
        accept: { does: 'set', option: 'headers.Accept', argument: 0, chain: 'builder' },
        content: { does: 'set', option: 'headers.Content-Type', argument: 0, chain: 'builder' },
        auth: { does: 'set', option: 'headers.Authorization', argument: 0, chain: 'builder' },
        json: { does: 'set', option: 'json', argument: 0, chain: 'builder' },
        body: { does: 'set', option: 'body', argument: 0, chain: 'builder' },
        query: { does: 'set', option: 'query', argument: 0, chain: 'builder' },
        formUrl: { does: 'set', option: 'json', argument: 0, chain: 'builder' },
        formData: { does: 'set', option: 'formData', argument: 0, chain: 'builder' },
        signal: { does: 'set', option: 'signal', argument: 0, chain: 'builder' },
        middlewares: { does: 'set', option: 'middlewares', argument: 0, chain: 'builder' },
        addon: { does: 'set', option: 'addon', argument: 0, chain: 'builder' },
        errorType: { does: 'set', option: 'errorType', argument: 0, chain: 'builder' },
        polyfills: { does: 'set', option: 'polyfills', argument: 0, chain: 'builder' },
        catcher: { does: 'set', option: 'catcher', argument: 0, chain: 'builder' },
        catcherFallback: { does: 'set', option: 'catcherFallback', argument: 0, chain: 'builder' },
        resolve: { does: 'set', option: 'resolve', argument: 0, chain: 'builder' },
        defer: { does: 'set', option: 'defer', argument: 0, chain: 'builder' },
        basicAuth: { does: 'set', option: 'headers.Authorization', chain: 'builder' },
      },
    },
    response: {
      members: {
        setTimeout: { does: 'set', option: 'setTimeout', argument: 0, chain: 'response' },
        error: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        badRequest: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        unauthorized: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        forbidden: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        notFound: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        timeout: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        internalError: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        fetchError: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
        onAbort: { does: 'set', option: 'catcher', argument: 0, chain: 'response' },
      },
    },
  },
  options: {
    url: ['url'],
    method: ['method'],
    headers: ['headers'],
    json: ['json'],
    text: ['body'],
    query: ['query'],
    signal: ['signal'],
    timeouts: [{ path: 'setTimeout', unit: 'ms', covers: 'overall' }],
    inert: ['timeout'],
    requestHooks: ['middlewares', 'defer', 'polyfills'],
    dispatcher: ['dispatcher', 'middlewares', 'polyfills', 'defer', 'resolve'],
  },
  defaultsCalls: ['options', 'polyfills'],
  asksForCompression: true,
  statusMembers: ['ok', 'status'],
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
} as const satisfies HttpClient;
