import type { WebFramework } from './schema.ts';

/** Koa with its router. A handler answers by setting `body` or `status`; the parsers put the payload on `ctx.request`. The path may be preceded by a name: `router.post(name, path, handler)`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Koa',
  readFrom: ['koa@2.16.4', '@koa/router@13.1.1', 'koa-bodyparser@4.4.1', '@koa/bodyparser@6.1.0'],
  modules: ['koa', '@koa/router'],
  forms: [
    {
      form: 'register',
      makes: ['default', 'Router'],
      types: ['Router'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'head', 'options', 'all', 'del'],
      path: 0,
    },
  ],
  request: {
    parameter: 0,
    body: ['request.body'],
    rawBody: ['request.rawBody', 'req.rawBody', 'req.on()', 'req.pipe()'],
    headers: [
      'headers.*',
      'header.*',
      'get(*)',
      'request.headers.*',
      'request.header.*',
      'request.get(*)',
      'req.headers.*',
    ],
    types: ['Context', 'ParameterizedContext', 'RouterContext'],
    functions: { body: [], rawBody: ['getRawBody', 'rawBody', 'buffer', 'text'], headers: [] },
  },
  answers: {
    calls: [
      'body=',
      'status=',
      'response.body=',
      'response.status=',
      'redirect',
      'throw',
      'res.end',
    ],
    returns: false,
  },
  throws: { methods: ['throw'], functions: [] },
};

export default framework;
