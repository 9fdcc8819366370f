import type { WebFramework } from './schema.ts';

/** restify. A server is made by `createServer`; `next` ends a chain of handlers. */
const framework: WebFramework = {
  kind: 'web',
  name: 'restify',
  readFrom: ['restify@12.0.0'],
  modules: ['restify'],
  forms: [
    {
      form: 'register',
      makes: ['createServer'],
      types: ['Server'],
      methods: ['post', 'put', 'patch', 'del', 'get', 'head', 'opts'],
      path: 0,
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: ['body'],
    rawBody: ['rawBody', 'on()', 'pipe()'],
    headers: ['headers.*', 'header(*)'],
    types: ['Request'],
    jsonParsers: [{ module: 'restify', name: 'bodyParser' }],
  },
  answers: { calls: ['send', 'json', 'end', 'redirect', 'sendRaw'], returns: false },
};

export default framework;
