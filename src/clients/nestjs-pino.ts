import type { LoggerLibrary } from './schema.ts';

/**
 * `PinoLogger` has the methods of pino; `Logger` those of Nest, and is known by its name alone.
 */
export default {
  kind: 'logger',
  name: 'nestjs-pino',
  readFrom: ['nestjs-pino@4.6.1'],
  modules: ['nestjs-pino'],
  instances: [],
  makes: [],
  types: ['PinoLogger'],
  children: {},
  methods: {
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    log: 'info',
    warn: 'warn',
    error: 'error',
    fatal: 'fatal',
  },
  order: 'fields-first',
  structured: true,
  redaction: {
    argument: 0,
    paths: ['pinoHttp.redact', 'pinoHttp.redact.paths'],
    serializers: ['pinoHttp.serializers'],
    transforms: ['pinoHttp.formatters.log', 'pinoHttp.hooks.logMethod', 'useFactory'],
  },
  configures: {
    by: ['LoggerModule.forRoot', 'LoggerModule.forRootAsync'],
    requests: true,
    standsFor: ['@nestjs/common'],
    ready: ['pinoHttp.logger'],
  },
} as const satisfies LoggerLibrary;
