import type { WebFramework } from './schema.ts';

/** Next.js API routes of the pages directory. The raw body needs `export const config = { api: { bodyParser: false } }` and a read of the stream. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Next.js API routes',
  readFrom: ['next@15.5.29', 'raw-body@3.0.2', 'micro@10.0.1'],
  modules: ['next'],
  forms: [
    {
      form: 'export',
      files: ['**/pages/api/**/*.{ts,js,tsx,jsx}'],
      names: ['default'],
      before: {
        beside: { pages: false },
        files: ['middleware', 'proxy'],
        names: ['middleware', 'proxy', 'default'],
        matcher: ['config', 'matcher'],
      },
      types: ['NextApiHandler'],
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: ['body'],
    rawBody: ['on()', 'pipe()'],
    headers: ['headers.*'],
    types: ['NextApiRequest'],
    parsedUnless: ['config', 'api', 'bodyParser'],
    functions: { body: [], rawBody: ['getRawBody', 'rawBody', 'buffer', 'text'], headers: [] },
  },
  answers: { calls: ['send', 'json', 'end', 'redirect'], returns: false },
};

export default framework;
