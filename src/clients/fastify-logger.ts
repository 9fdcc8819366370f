import type { LoggerLibrary } from './schema.ts';

/**
 * `app.log` and `request.log` are pino loggers made from the option `logger`.
 */
export default {
  kind: 'logger',
  name: 'the Fastify logger',
  readFrom: ['fastify@5.12.8'],
  modules: ['fastify'],
  instances: ['().log', 'default().log', 'fastify().log'],
  makes: [],
  types: ['FastifyBaseLogger'],
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
    by: ['', 'default', 'fastify'],
    requests: true,
    standsFor: ['pino'],
    ready: ['logger', 'loggerInstance'],
  },
} as const satisfies LoggerLibrary;
