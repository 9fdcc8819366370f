import type { WebFramework } from './schema.ts';

/** Hapi. Routes are options with `path` and `handler`; `payload` is the raw bytes where the route sets `payload.parse` to false. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Hapi',
  readFrom: ['@hapi/hapi@21.4.10'],
  modules: ['@hapi/hapi'],
  forms: [
    {
      form: 'register',
      makes: ['server', 'Server'],
      types: ['Server'],
      methods: [],
      path: 0,
      optionsMethod: 'route',
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: ['payload'],
    rawBody: ['raw.req.on()', 'raw.req.pipe()'],
    headers: ['headers.*', 'raw.req.headers.*'],
    types: ['Request'],
  },
  answers: { calls: ['response', 'redirect', 'abandon'], returns: true },
};

export default framework;
