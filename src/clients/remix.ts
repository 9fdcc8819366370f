import type { WebFramework } from './schema.ts';

/** Remix. `action` takes every method but GET and HEAD; the handler's one parameter holds the request. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Remix',
  readFrom: ['@remix-run/node@2.17.5', '@remix-run/server-runtime@2.17.5'],
  modules: ['@remix-run/node', '@remix-run/server-runtime'],
  forms: [
    {
      form: 'export',
      files: ['**/app/routes/**/*.{ts,js,tsx,jsx}'],
      names: ['action'],
      types: ['ActionFunction'],
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
    types: ['ActionFunctionArgs'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
