import type { LoggerLibrary } from './schema.ts';

/**
 * `req.log` is a child of its logger; options are those of pino, with `logger` for a ready one.
 */
export default {
  kind: 'logger',
  name: 'pino-http',
  readFrom: ['pino-http@11.0.0'],
  modules: ['pino-http'],
  instances: ['().logger', 'default().logger', 'pinoHttp().logger'],
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
  redaction: {
    argument: 0,
    paths: ['redact', 'redact.paths'],
    serializers: ['serializers'],
    transforms: ['formatters.log', 'hooks.logMethod', 'hooks.streamWrite'],
  },
  configures: {
    by: ['', 'default', 'pinoHttp'],
    requests: true,
    standsFor: ['pino'],
    ready: ['logger'],
  },
} as const satisfies LoggerLibrary;
