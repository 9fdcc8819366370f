import type { WebFramework } from './schema.ts';

/** Fastify. `rawBody` comes from a plugin (`fastify-raw-body`) or a content type parser of the project. `reply.code` and `reply.status` only set the status. */
const framework: WebFramework = {
  kind: 'web',
  name: 'Fastify',
  readFrom: ['fastify@5.12.8', 'fastify-raw-body@6.0.1'],
  modules: ['fastify'],
  forms: [
    {
      form: 'register',
      makes: ['default', 'fastify'],
      types: ['FastifyInstance'],
      methods: ['post', 'put', 'patch', 'delete', 'get', 'head', 'options', 'all'],
      path: 0,
      optionsMethod: 'route',
    },
  ],
  request: {
    parameter: 0,
    response: 1,
    body: ['body'],
    rawBody: ['rawBody'],
    headers: ['headers.*', 'raw.headers.*'],
    types: ['FastifyRequest'],
  },
  answers: { calls: ['send', 'redirect', 'callNotFound', 'hijack'], returns: true },
};

export default framework;
