import rule from '../../rules/no-debug-log-level.ts';
import { testRule } from '../rule-tester.ts';

const NEST = "import { NestFactory } from '@nestjs/core';\n";

testRule(rule, {
  valid: [
    "import pino from 'pino';\nexport const log = pino({ level: process.env.LOG_LEVEL ? process.env.LOG_LEVEL : 'info' });",
    "import pino from 'pino';\nexport const log = pino({ level: process.env.VERBOSE ? process.env.LOG_LEVEL : 'debug' });",
    "import pino from 'pino';\nexport const log = pino({ level: isLive ? 'info' : 'debug' });",
    `${NEST}await NestFactory.create(AppModule, { logger: ['error', 'warn', 'log'] });`,
    `${NEST}await NestFactory.create(AppModule, { logger: process.env.NODE_ENV === 'production' ? ['error'] : ['error', 'debug'] });`,
    `${NEST}await NestFactory.create(AppModule, { logger: levels });`,
    `${NEST}const app = await NestFactory.create(AppModule); if (process.env.NODE_ENV === 'development') app.useLogger(['debug']);`,
    "export const menu = { logger: ['debug', 'verbose'] }; create(menu);",
    { filename: '.env', code: 'LOG_LEVEL=debug' },
    { filename: '.env.development', code: 'LOG_LEVEL=debug' },
    { filename: '.env.production.example', code: 'LOG_LEVEL=debug' },
    { filename: '.env.production', code: 'LOG_LEVEL=info\nGAME_LEVEL=debug' },
    {
      filename: 'docker-compose.yml',
      code: 'services:\n  api:\n    environment:\n      NODE_ENV: development\n      LOG_LEVEL: debug',
    },
    {
      filename: 'docker-compose.yml',
      code: 'services:\n  api:\n    environment:\n      NODE_ENV: production\n  tool:\n    environment:\n      LOG_LEVEL: debug',
    },
    "import pino from 'pino'; export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });",
    "import bunyan from 'bunyan'; export const log = bunyan.createLogger({ name: 'a', level: bunyan.INFO });",
    {
      name: 'the level of something else',
      code: "export const level = process.env.ZOOM_LEVEL ?? 'all'; export const log = process.env.LOG_FORMAT ?? 'debug';",
    },
    {
      name: 'a default in development alone',
      code: "export const logLevel = process.env.NODE_ENV === 'development' ? (process.env.LOG_LEVEL ?? 'debug') : 'info';",
    },
    "import pino from 'pino'; export const log = pino();",
    "import pino from 'pino'; export const log = pino({ level: process.env.NODE_ENV === 'test' ? 'silent' : process.env.NODE_ENV === 'production' ? 'info' : 'debug' });",
    "import pino from 'pino'; export const log = pino({ level: process.env.APP_ENV !== 'production' ? 'debug' : 'info' });",
    "import pino from 'pino'; export const log = pino({ level: process.env.NODE_ENV === 'development' ? 'trace' : 'warn' });",
    "import pino from 'pino'; export const log = pino({ level: process.env.NODE_ENV === 'production' ? 'info' : 'debug' });",
    "import pino from 'pino'; export const log = pino(options);",
    "import winston from 'winston'; const transports = process.env.NODE_ENV === 'development' ? [new winston.transports.Console({ level: 'debug' })] : []; export const log = winston.createLogger({ level: 'info', transports });",
    "import createDebug from 'debug'; const debug = createDebug('a'); debug('score %d', 1);",
    "import log from 'loglevel'; log.setLevel('warn');",
    "import log from 'loglevel'; if (process.env.NODE_ENV !== 'production') log.setLevel('debug');",
    "import pino from 'pino'; const log = pino(); export function main(verbose) { if (verbose) log.level = 'debug'; }",
    "export const difficulty = { level: 'trace', zoom: { level: 3 } };",
    "export function setUp(game) { game.level = 'debug'; game.setLevel('trace'); }",
    "import bunyan from 'bunyan'; export const log = bunyan.createLogger({ name: 'a', level: 30 });",
    { filename: 'tests/log.test.ts', code: "import pino from 'pino'; pino({ level: 'debug' });" },
    "import { createConsola } from 'consola'; export const log = createConsola({ level: 3 });",
    "import pino from 'pino'; const isDev = process.env.NODE_ENV === 'development'; export const log = pino({ level: isDev ? 'trace' : 'info' });",
  ],
  invalid: [
    {
      name: "winston's options as Nest is given them",
      code: "import { WinstonModule } from 'nest-winston';\nexport const logger = WinstonModule.createLogger({ level: [|'silly'|], transports: [] });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import { WinstonModule } from 'nest-winston';\nexport const logger = WinstonModule.createLogger({ level: 'info', transports: [] });",
          ],
        },
      ],
    },
    {
      name: 'everywhere but in tests',
      code: "import pino from 'pino';\nexport const log = pino({ level: process.env.NODE_ENV === 'test' ? 'silent' : [|'debug'|] });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import pino from 'pino';\nexport const log = pino({ level: process.env.NODE_ENV === 'test' ? 'silent' : 'info' });",
          ],
        },
      ],
    },
    {
      name: 'a constant of the library',
      code: "import bunyan from 'bunyan'; export const log = bunyan.createLogger({ name: 'a', level: [|bunyan.TRACE|] });",
      errors: ['fixed'],
    },
    {
      name: 'a category of all loggers',
      code: "const log4js = require('log4js'); log4js.configure({ appenders: { out: { type: 'stdout' } }, categories: { default: { appenders: ['out'], level: [|'debug'|] }, quiet: { appenders: ['out'], level: 'warn' } } });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "const log4js = require('log4js'); log4js.configure({ appenders: { out: { type: 'stdout' } }, categories: { default: { appenders: ['out'], level: 'info' }, quiet: { appenders: ['out'], level: 'warn' } } });",
          ],
        },
      ],
    },
    {
      name: 'the default of a schema',
      code: "import { z } from 'zod';\nexport const env = z.object({ LOG_LEVEL: z.enum(['debug', 'info']).default([|'debug'|]) }).parse(process.env);",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "import { z } from 'zod';\nexport const env = z.object({ LOG_LEVEL: z.enum(['debug', 'info']).default('info') }).parse(process.env);",
          ],
        },
      ],
    },
    {
      name: 'a default in the settings that a logger of another file has',
      code: "export const settings = { logLevel: process.env.APP_LOG_LEVEL || [|'trace'|] };",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "export const settings = { logLevel: process.env.APP_LOG_LEVEL || 'info' };",
          ],
        },
      ],
    },
    {
      name: 'a level that is asked for itself',
      code: "import pino from 'pino';\nconst level = process.env.LOG_LEVEL;\nexport const log = pino({ level: level ? level : [|'debug'|] });",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "import pino from 'pino';\nconst level = process.env.LOG_LEVEL;\nexport const log = pino({ level: level ? level : 'info' });",
          ],
        },
      ],
    },
    {
      code: `${NEST}await NestFactory.create(AppModule, { logger: ['error', 'warn', 'log', [|'debug'|], 'verbose'] });`,
      errors: ['listed'],
    },
    {
      code: `${NEST}await NestFactory.create(AppModule, new FastifyAdapter(), { bufferLogs: true, logger: [[|'verbose'|]] });`,
      errors: ['listed'],
    },
    {
      code: `${NEST}const LEVELS = ['log', [|'debug'|]];\nconst app = await NestFactory.create(AppModule);\napp.useLogger(LEVELS);`,
      errors: ['listed'],
    },
    {
      code: "import { ConsoleLogger } from '@nestjs/common'; export const log = new ConsoleLogger('App', { logLevels: ['error', [|'debug'|]] });",
      errors: ['listed'],
    },
    {
      code: "import { Logger } from '@nestjs/common'; Logger.overrideLogger(['log', [|'verbose'|]]);",
      errors: ['listed'],
    },
    {
      filename: '.env.production',
      code: 'NODE_ENV=production\nLOG_LEVEL=[|debug|]',
      errors: [{ messageId: 'deployed', suggestions: ['NODE_ENV=production\nLOG_LEVEL=info'] }],
    },
    {
      filename: '.env.prod',
      code: 'APP_LOG_LEVEL=[|"trace"|]',
      errors: [{ messageId: 'deployed', suggestions: ['APP_LOG_LEVEL="info"'] }],
    },
    {
      filename: 'docker-compose.yml',
      code: 'services:\n  api:\n    environment:\n      NODE_ENV: production\n      LOG_LEVEL: [|debug|]',
      errors: [
        {
          messageId: 'deployed',
          suggestions: [
            'services:\n  api:\n    environment:\n      NODE_ENV: production\n      LOG_LEVEL: info',
          ],
        },
      ],
    },
    {
      filename: 'k8s/production/api.yaml',
      code: 'spec:\n  containers:\n    - env:\n        - name: LOG_LEVEL\n          value: [|silly|]',
      errors: [
        {
          messageId: 'deployed',
          suggestions: [
            'spec:\n  containers:\n    - env:\n        - name: LOG_LEVEL\n          value: info',
          ],
        },
      ],
    },
    {
      code: "import pino from 'pino'; export const log = pino({ level: [|'debug'|] });",
      errors: [
        {
          messageId: 'fixed',
          data: { level: 'debug' },
          suggestions: [
            {
              title: 'Log from info on',
              output: "import pino from 'pino'; export const log = pino({ level: 'info' });",
            },
          ],
        },
      ],
    },
    {
      code: "const pino = require('pino'); module.exports = pino({ name: 'a', level: process.env.LOG_LEVEL || [|'trace'|] });",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "const pino = require('pino'); module.exports = pino({ name: 'a', level: process.env.LOG_LEVEL || 'info' });",
          ],
        },
      ],
    },
    {
      code: 'import pino from \'pino\'; const level = process.env.LOG_LEVEL ?? [|"debug"|]; export const log = pino({ level });',
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            'import pino from \'pino\'; const level = process.env.LOG_LEVEL ?? "info"; export const log = pino({ level });',
          ],
        },
      ],
    },
    {
      code: "const { LOG_LEVEL = [|'debug'|] } = process.env; const log = require('pino')({ level: LOG_LEVEL }); module.exports = log;",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "const { LOG_LEVEL = 'info' } = process.env; const log = require('pino')({ level: LOG_LEVEL }); module.exports = log;",
          ],
        },
      ],
    },
    {
      code: "import winston from 'winston'; export const log = winston.createLogger({ level: [|'silly'|], format: winston.format.json() });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import winston from 'winston'; export const log = winston.createLogger({ level: 'info', format: winston.format.json() });",
          ],
        },
      ],
    },
    {
      code: "import { createLogger } from 'winston'; export const log = createLogger({ level: process.env.LEVEL || [|'verbose'|] });",
      errors: [
        {
          messageId: 'fallback',
          suggestions: [
            "import { createLogger } from 'winston'; export const log = createLogger({ level: process.env.LEVEL || 'info' });",
          ],
        },
      ],
    },
    {
      code: "import pino from 'pino'; const log = pino(); log.level = [|'trace'|];",
      errors: [
        {
          messageId: 'fixed',
          suggestions: ["import pino from 'pino'; const log = pino(); log.level = 'info';"],
        },
      ],
    },
    {
      code: "import log from 'loglevel'; log.setLevel([|'debug'|]);",
      errors: [
        { messageId: 'fixed', suggestions: ["import log from 'loglevel'; log.setLevel('info');"] },
      ],
    },
    {
      code: "import bunyan from 'bunyan'; export const log = bunyan.createLogger({ name: 'a', level: [|10|] });",
      errors: [{ messageId: 'fixed', data: { level: '10' }, suggestions: [] }],
    },
    {
      code: "import log4js from 'log4js'; const logger = log4js.getLogger(); logger.level = [|'debug'|];",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import log4js from 'log4js'; const logger = log4js.getLogger(); logger.level = 'info';",
          ],
        },
      ],
    },
    {
      code: "import Fastify from 'fastify'; export const app = Fastify({ logger: { level: [|'debug'|] } });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import Fastify from 'fastify'; export const app = Fastify({ logger: { level: 'info' } });",
          ],
        },
      ],
    },
    {
      name: 'the adapter that Nest runs on',
      code: "import { FastifyAdapter } from '@nestjs/platform-fastify'; export const adapter = new FastifyAdapter({ trustProxy: true, logger: { level: [|'trace'|] } });",
      errors: [
        {
          messageId: 'fixed',
          suggestions: [
            "import { FastifyAdapter } from '@nestjs/platform-fastify'; export const adapter = new FastifyAdapter({ trustProxy: true, logger: { level: 'info' } });",
          ],
        },
      ],
    },
    {
      code: "import { createConsola } from 'consola'; export const log = createConsola({ level: [|5|] });",
      errors: [{ messageId: 'fixed', suggestions: [] }],
    },
    {
      code: "import { log } from './log'; log.level = [|'debug'|];",
      files: { 'src/log.ts': "import pino from 'pino'; export const log = pino();" },
      errors: [
        { messageId: 'fixed', suggestions: ["import { log } from './log'; log.level = 'info';"] },
      ],
    },
  ],
});
