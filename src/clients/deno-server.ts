import type { WebFramework } from './schema.ts';

/** Deno's own server: `Deno.serve(handler)`, with options before it or around it; `serve` of its old standard library. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Deno',
  readFrom: ['@types/deno@2.7.0'],
  modules: ['https://deno.land/std/http/server.ts', 'jsr:@std/http', '@std/http'],
  forms: [
    { form: 'listener', makes: ['serve'], argument: 0, globals: ['Deno'] },
    { form: 'listener', makes: ['serve'], argument: 1, globals: ['Deno'] },
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
