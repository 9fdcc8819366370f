import type { WebFramework } from './schema.ts';

/** Nitro and h3. Files are matched to a method by their suffix (`order.post.ts`); the functions are
 * imported by the framework itself, so they may be globals. What a handler returns is the answer. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Nitro',
  readFrom: ['h3@1.15.11', 'nitropack@2.13.6'],
  modules: ['h3', 'nitropack/runtime'],
  forms: [
    {
      form: 'export',
      files: [
        '**/server/api/**/*.{ts,js,mjs}',
        '**/server/routes/**/*.{ts,js,mjs}',
        '**/routes/**/*.{get,post,put,patch,delete,head,options}.{ts,js,mjs}',
      ],
      names: ['default'],
      before: {
        beside: { api: true, routes: false },
        files: ['middleware/'],
        names: ['default'],
      },
      wrappers: [
        'defineEventHandler',
        'eventHandler',
        'defineCachedEventHandler',
        'cachedEventHandler',
      ],
    },
    {
      form: 'register',
      makes: ['createRouter'],
      types: ['Router'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'head', 'options', 'use'],
      path: 0,
    },
  ],
  request: {
    parameter: 0,
    body: [],
    rawBody: ['node.req.on()', 'node.req.pipe()'],
    headers: ['headers.get(*)', 'node.req.headers.*'],
    types: ['H3Event'],
    functions: {
      body: ['readBody', 'readValidatedBody', 'readFormData', 'readMultipartFormData'],
      rawBody: ['readRawBody', 'getRequestWebStream'],
      headers: ['getHeader', 'getRequestHeader', 'getHeaders', 'getRequestHeaders'],
      fields: ['getQuery', 'getValidatedQuery', 'getRouterParams', 'getValidatedRouterParams'],
      others: [
        ...['getMethod', 'isMethod', 'assertMethod', 'getRouterParam', 'getCookie', 'parseCookies'],
        ...['getRequestURL', 'getRequestPath', 'getRequestHost', 'getRequestProtocol'],
        ...['getRequestIP', 'handleCors', 'appendCorsHeaders', 'isPreflightRequest'],
        ...['setResponseStatus', 'getResponseStatus', 'setHeader', 'setHeaders', 'appendHeader'],
        ...['setResponseHeader', 'setResponseHeaders', 'appendResponseHeader', 'setCookie'],
        ...['deleteCookie', 'send', 'sendNoContent', 'sendRedirect', 'sendError', 'sendStream'],
        ...['useRuntimeConfig', 'useAppConfig'],
      ],
    },
  },
  answers: {
    calls: ['node.res.end'],
    returns: true,
  },
};

export default framework;
