import type { WebFramework } from './schema.ts';

/** Azure Functions, model 4: `app.http(name, { route, handler })`, or the method by its name. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Azure Functions',
  readFrom: ['@azure/functions@4.16.5'],
  modules: ['@azure/functions'],
  forms: [
    {
      form: 'register',
      makes: ['app'],
      types: [],
      methods: ['post', 'put', 'patch', 'get', 'deleteRequest'],
      path: 0,
      optionsMethod: 'http',
    },
  ],
  request: {
    parameter: 0,
    body: ['json()', 'formData()'],
    rawBody: ['text()', 'arrayBuffer()', 'blob()', 'body'],
    headers: ['headers.get(*)'],
    types: ['HttpRequest'],
  },
  answers: { calls: [], returns: true },
};

export default framework;
