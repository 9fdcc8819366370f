import type { WebFramework } from './schema.ts';

/** Oak, for Deno and others. A handler answers by setting `body` or `status` of `ctx.response`; before version 13 `request.body()` gave an object whose `value` is the payload. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Oak',
  readFrom: ['@oak/oak@17.2.0'],
  modules: ['oak', '@oak/oak', 'jsr:@oak/oak', 'https://deno.land/x/oak/mod.ts'],
  forms: [
    {
      form: 'register',
      makes: ['Router'],
      types: ['Router'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'head', 'options', 'all'],
      path: 0,
      prefix: { option: 'prefix' },
    },
  ],
  request: {
    parameter: 0,
    body: [
      'request.body.json()',
      'request.body.form()',
      'request.body.formData()',
      'request.body()',
    ],
    rawBody: [
      'request.body.text()',
      'request.body.arrayBuffer()',
      'request.body.blob()',
      'request.body.stream',
    ],
    headers: ['request.headers.get(*)'],
    types: ['Context', 'RouterContext'],
  },
  answers: {
    calls: ['response.body=', 'response.status=', 'response.redirect', 'throw'],
    returns: false,
  },
  throws: { methods: ['throw'], functions: [] },
};

export default framework;
