import type { WebFramework } from './schema.ts';

/** Bun's own server: `Bun.serve({ fetch(request) {…} })`. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Bun',
  readFrom: ['bun-types@1.4.5'],
  modules: ['bun'],
  forms: [
    {
      form: 'listener',
      makes: ['serve'],
      argument: 0,
      globals: ['Bun'],
      member: 'fetch',
      routes: 'routes',
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
