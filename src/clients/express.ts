import type { WebFramework } from './schema.ts';

/** Express. `body` is parsed only behind a body parser; behind `express.raw` it is a Buffer, behind
 * `express.text` a string. Nothing sets `rawBody` but a parser's `verify` hook of the project. In
 * version 4 a rejected async handler is not answered, in version 5 it reaches the error handler. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Express',
  readFrom: ['express@4.22.3', 'express@5.3.0', 'body-parser@2.2.0'],
  modules: ['express'],
  forms: [
    {
      form: 'register',
      makes: ['default', 'Router'],
      types: ['Express', 'Application', 'Router', 'IRouter'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'head', 'options', 'all'],
      path: 0,
      pathMember: 'route',
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: ['body'],
    rawBody: ['rawBody', 'on()', 'pipe()'],
    headers: ['headers.*', 'get(*)', 'header(*)'],
    types: ['Request'],
    rawMiddleware: ['raw', 'text'],
    jsonParsers: [
      { module: 'express', name: 'json' },
      { module: 'body-parser', name: 'json' },
    ],
  },
  answers: {
    calls: [
      'send',
      'json',
      'jsonp',
      'sendStatus',
      'end',
      'redirect',
      'render',
      'sendFile',
      'download',
      'format',
    ],
    returns: false,
  },
};

export default framework;
