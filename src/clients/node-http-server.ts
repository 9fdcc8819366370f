import type { WebFramework } from './schema.ts';

/** Servers of `node:http`, `node:https` and `node:http2`. The listener is the last argument (options may stand before it), or that of the event `request`. There is no parsed body. */
const framework: WebFramework = {
  kind: 'web',
  name: 'node:http',
  readFrom: ['@types/node@22.20.5', 'raw-body@3.0.2'],
  modules: ['node:http', 'http', 'node:https', 'https', 'node:http2', 'http2'],
  forms: [
    {
      form: 'listener',
      makes: ['createServer', 'createSecureServer', 'Server'],
      argument: -1,
      event: 'request',
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: [],
    rawBody: ['on()', 'pipe()', 'read()'],
    headers: ['headers.*', 'headersDistinct.*', 'rawHeaders'],
    types: ['IncomingMessage', 'Http2ServerRequest'],
    functions: {
      body: ['json'],
      rawBody: ['getRawBody', 'text', 'buffer', 'arrayBuffer'],
      headers: [],
    },
  },
  answers: { calls: ['end', 'writeHead', 'write', 'pipe'], returns: false },
};

export default framework;
