import type { WebFramework } from './schema.ts';

/** Hono. The context is the handler's only needed parameter; what the handler returns is the answer. The body may be read in more than one form: it is cached. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Hono',
  readFrom: ['hono@4.13.19'],
  modules: ['hono', 'hono/quick', 'hono/tiny'],
  forms: [
    {
      form: 'register',
      makes: ['Hono'],
      types: ['Hono'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'options', 'query', 'all'],
      path: 0,
      prefix: { method: 'basePath' },
    },
  ],
  request: {
    parameter: 0,
    body: ['req.json()', 'req.parseBody()', 'req.formData()', 'req.valid()'],
    rawBody: [
      'req.text()',
      'req.arrayBuffer()',
      'req.bytes()',
      'req.blob()',
      'req.raw.text()',
      'req.raw.arrayBuffer()',
    ],
    headers: ['req.header(*)', 'req.raw.headers.get(*)'],
    types: ['Context'],
  },
  answers: {
    calls: ['json', 'text', 'body', 'html', 'redirect', 'newResponse', 'notFound'],
    returns: true,
  },
};

export default framework;
