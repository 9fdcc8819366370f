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
  levelLists: [
    { module: '@nestjs/core', call: 'NestFactory.create', argument: -1, option: 'logger' },
    {
      module: '@nestjs/core',
      call: 'NestFactory.createApplicationContext',
      argument: -1,
      option: 'logger',
    },
    {
      module: '@nestjs/core',
      call: 'NestFactory.createMicroservice',
      argument: -1,
      option: 'logger',
    },
    { module: '@nestjs/core', call: 'NestFactory.create().useLogger', argument: 0 },
    { module: '@nestjs/common', call: 'Logger.overrideLogger', argument: 0 },
    { module: '@nestjs/common', call: 'ConsoleLogger', argument: -1, option: 'logLevels' },
    { module: '@nestjs/common', call: 'ConsoleLogger().setLogLevels', argument: 0 },
  ],
  order: 'message-first',
  structured: true,
} as const satisfies LoggerLibrary;
