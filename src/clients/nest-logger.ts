import type { LoggerLibrary } from './schema.ts';

/**
 * Everything behind the message is written in lines of its own; the last text is the context.
 */
export default {
  kind: 'logger',
  name: 'the Nest logger',
  readFrom: ['@nestjs/common@12.5.1'],
  modules: ['@nestjs/common'],
  instances: ['Logger'],
  makes: ['Logger', 'ConsoleLogger'],
  types: ['Logger', 'ConsoleLogger', 'LoggerService'],
  children: {},
  methods: {
    log: 'info',
    error: 'error',
    warn: 'warn',
    debug: 'debug',
    verbose: 'trace',
    fatal: 'fatal',
  },
  order: 'message-first',
  structured: true,
} as const satisfies LoggerLibrary;
