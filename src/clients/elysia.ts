import type { WebFramework } from './schema.ts';

/** Elysia. The handler comes after the path, and its schema or hooks after it; what it returns is the answer. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Elysia',
  readFrom: ['elysia@1.4.30'],
  modules: ['elysia'],
  forms: [
    {
      form: 'register',
      makes: ['Elysia'],
      types: ['Elysia'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'options', 'head', 'all'],
      path: 0,
      prefix: { option: 'prefix' },
    },
  ],
  request: {
    parameter: 0,
    body: ['body', 'request.json()', 'request.formData()'],
    rawBody: ['request.text()', 'request.arrayBuffer()', 'request.blob()', 'request.bytes()'],
    headers: ['headers.*', 'request.headers.get(*)'],
    types: ['Context'],
  },
  answers: { calls: ['set.status=', 'status', 'redirect'], returns: true },
};

export default framework;
