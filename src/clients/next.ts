import type { WebFramework } from './schema.ts';

/** Next.js route handlers of the app directory. What is returned must be a `Response`. `headers()` of `next/headers` gives a promise of the headers. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Next.js',
  readFrom: ['next@15.5.29'],
  modules: ['next/server', 'next/headers'],
  forms: [
    {
      form: 'export',
      files: ['**/app/**/route.{ts,js,tsx,jsx}'],
      names: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS'],
      before: {
        beside: { app: false },
        files: ['middleware', 'proxy'],
        names: ['middleware', 'proxy', 'default'],
        matcher: ['config', 'matcher'],
      },
    },
  ],
  request: {
    parameter: 0,
    body: ['json()', 'formData()'],
    rawBody: ['text()', 'arrayBuffer()', 'blob()', 'bytes()', 'body'],
    headers: ['headers.get(*)'],
    types: ['NextRequest', 'Request'],
    functions: { body: [], rawBody: [], headers: ['headers'] },
  },
  answers: { calls: [], returns: true },
};

export default framework;
