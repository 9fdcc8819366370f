import fastify from './fastify-logger.ts';
import type { LoggerLibrary } from './schema.ts';

/**
 * The server that Nest runs on: what the adapter is made with is handed on to Fastify as it is.
 */
export default {
  ...fastify,
  name: 'the Fastify logger of Nest',
  readFrom: ['@nestjs/platform-fastify@12.5.0'],
  modules: ['@nestjs/platform-fastify'],
  instances: ['FastifyAdapter().getInstance().log'],
  types: [],
  configures: { ...fastify.configures, by: ['FastifyAdapter'] },
} as const satisfies LoggerLibrary;
