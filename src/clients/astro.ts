import type { WebFramework } from './schema.ts';

/** Astro endpoints. `ALL` stands in for every method without a function of its own; what the handler returns must be a `Response`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Astro',
  readFrom: ['astro@5.18.2'],
  modules: ['astro'],
  forms: [
    {
      form: 'export',
      files: ['**/pages/**/*.{ts,js}'],
      names: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'ALL'],
      types: ['APIRoute'],
      before: {
        beside: { pages: false },
        files: ['middleware', 'middleware/index'],
        names: ['onRequest'],
      },
    },
  ],
  request: {
    parameter: 0,
    body: ['request.json()', 'request.formData()'],
    rawBody: [
      'request.text()',
      'request.arrayBuffer()',
      'request.blob()',
      'request.bytes()',
      'request.body',
    ],
    headers: ['request.headers.get(*)'],
    types: ['APIContext'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
