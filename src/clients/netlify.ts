import type { WebFramework } from './schema.ts';

/** Netlify's functions and edge functions. The default export gets the request and returns the `Response`; a named `handler` is a Lambda's. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Netlify Functions',
  readFrom: ['@netlify/functions@5.3.0'],
  modules: ['@netlify/functions', '@netlify/edge-functions'],
  forms: [
    {
      form: 'export',
      files: ['**/netlify/{functions,edge-functions}/**/*.{ts,js,mts,mjs}'],
      names: ['default'],
    },
  ],
  request: {
    parameter: 0,
    body: ['json()', 'formData()'],
    rawBody: ['text()', 'arrayBuffer()', 'blob()', 'bytes()', 'body'],
    headers: ['headers.get(*)'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
