import type { LoggerLibrary } from './schema.ts';

/**
 * The server that Nest runs on: what the adapter is made with is handed on to Fastify as it is.
 */
export default {
  kind: 'logger',
  name: 'the Fastify logger of Nest',
  readFrom: ['@nestjs/platform-fastify@12.5.0'],
  modules: ['@nestjs/platform-fastify'],
  instances: ['FastifyAdapter().getInstance().log'],
  makes: [],
  types: [],
  children: { child: { bindings: 0 } },
  methods: {
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    fatal: 'fatal',
  },
  order: 'fields-first',
  structured: true,
  threshold: { argument: 0, option: 'logger.level', verbose: { upTo: 20 } },
  redaction: {
    argument: 0,
    paths: ['logger.redact', 'logger.redact.paths'],
    serializers: ['logger.serializers'],
    transforms: ['logger.formatters.log', 'logger.hooks.logMethod'],
    mixins: ['logger.mixin'],
  },
  configures: {
    by: ['FastifyAdapter'],
    requests: true,
    standsFor: ['pino'],
    ready: ['logger', 'loggerInstance'],
  },
} as const satisfies LoggerLibrary;
