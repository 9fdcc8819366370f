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
} as const satisfies LoggerLibrary;
