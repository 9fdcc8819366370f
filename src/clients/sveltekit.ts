import type { WebFramework } from './schema.ts';

/** SvelteKit endpoints. The handler's one parameter holds the request; what it returns must be a `Response`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'SvelteKit',
  readFrom: ['@sveltejs/kit@2.70.4'],
  modules: ['@sveltejs/kit'],
  forms: [
    {
      form: 'export',
      files: ['**/routes/**/+server.{ts,js}'],
      names: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS', 'fallback'],
      before: { beside: { routes: false }, files: ['hooks.server'], names: ['handle'] },
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
    types: ['RequestEvent'],
  },
  answers: { calls: [], returns: true },
  throws: { methods: [], functions: ['error', 'redirect'] },
};

export default framework;
