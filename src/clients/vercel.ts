import type { WebFramework } from './schema.ts';

/** Vercel's functions of the `api` folder, one exported function a method. Those that take a request and a response are told by their parameters. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Vercel Functions',
  readFrom: ['@vercel/node@24.0.0'],
  modules: ['@vercel/node', '@vercel/functions'],
  forms: [
    {
      form: 'export',
      files: ['**/api/**/*.{ts,js,mts,mjs}'],
      names: ['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'HEAD', 'OPTIONS'],
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
