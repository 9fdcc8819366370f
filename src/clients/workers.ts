import type { WebFramework } from './schema.ts';

/** Cloudflare Workers. `fetch` of the default export gets the request and returns the `Response`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Cloudflare Workers',
  readFrom: ['@cloudflare/workers-types@5.20261117.1'],
  modules: ['cloudflare:workers', '@cloudflare/workers-types'],
  forms: [
    {
      form: 'export',
      files: ['**/*.{ts,js,mjs,mts}'],
      names: ['default'],
      member: 'fetch',
      types: ['ExportedHandler'],
    },
  ],
  request: {
    parameter: 0,
    body: ['json()', 'formData()'],
    rawBody: ['text()', 'arrayBuffer()', 'blob()', 'bytes()', 'body'],
    headers: ['headers.get(*)'],
    types: ['Request'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
