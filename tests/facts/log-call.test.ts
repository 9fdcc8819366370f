import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

/** level, library, number of arguments that are written out. */
function linesOf(code: string): string[] {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null).logCall.map(({ level, logger, args, own }) =>
    [level, own ? 'own' : (logger.library?.name ?? 'by name'), args.length].join(', '),
  );
}

test.each([
  ["console.error('a', b);", ['error, console, 2']],
  ['process.stdout.write(a);', ['info, the standard streams, 1']],
  ["const { warn } = console; warn('a');", ['warn, console, 1']],
  ["import pino from 'pino'; const log = pino(); log.info({ a }, 'b');", ['info, pino, 2']],
  [
    "const log = require('pino')({ name: 'a' }).child({ b: 1 }); log.fatal('c');",
    ['fatal, pino, 1'],
  ],
  [
    "import { createLogger } from 'winston'; createLogger({}).log('warn', 'a', b);",
    ['warn, winston, 2'],
  ],
  ["import winston from 'winston'; winston.error('a');", ['error, winston, 1']],
  [
    "import bunyan from 'bunyan'; const l = bunyan.createLogger({ name: 'a' }); l.warn('a');",
    ['warn, bunyan, 1'],
  ],
  ["import log4js from 'log4js'; log4js.getLogger('a').info('b');", ['info, log4js, 1']],
  ["import { consola } from 'consola'; consola.success('a');", ['info, consola, 1']],
  ["import signale from 'signale'; signale.scope('a').start('b');", ['info, signale, 1']],
  [
    "import { Roarr as log } from 'roarr'; log({ a }, 'b'); log.error('c');",
    ['info, roarr, 2', 'error, roarr, 1'],
  ],
  ["import { Logger } from 'tslog'; new Logger({}).silly('a');", ['trace, tslog, 1']],
  ["import log from 'loglevel'; log.getLogger('a').trace('b');", ['trace, loglevel, 1']],
  [
    "import { Logger } from '@nestjs/common'; class A { logger = new Logger('A'); f() { this.logger.log('a'); } }",
    ['info, the Nest logger, 1'],
  ],
  ["import debug from 'debug'; const d = debug('a'); d('b %s', c);", ['debug, debug, 2']],
  ["import * as Sentry from '@sentry/node'; Sentry.captureException(e);", ['error, Sentry, 1']],
  [
    "import Fastify from 'fastify'; const app = Fastify(); app.log.info('a');",
    ['info, the Fastify logger, 1'],
  ],
  [
    "import type { Logger } from 'pino'; export const f = (l: Logger) => l.error('a');",
    ['error, pino, 1'],
  ],
  ["export const f = (req) => req.log.warn('a');", ['warn, by name, 1']],
  ["import { logger } from './missing'; logger.info('a');", ['info, by name, 1']],
  [
    "const logEvent = (name, fields) => console.log(JSON.stringify({ name, ...fields })); logEvent('a', { b });",
    ['info, console, 1', 'info, own, 2'],
  ],
  [
    "const log = (name, fields) => console.log(name, redact(fields)); log('a', { b });",
    ['info, console, 2', 'info, own, 1'],
  ],
])('%s', (code, expected) => {
  expect(linesOf(code)).toEqual(expected);
});

test.each([
  'Math.log(2);',
  'toast.error("failed");',
  'res.error("failed");',
  'subject.error(new Error());',
  'git.log({ n: 1 });',
  'validate.log = 1;',
  'login(user, password);',
  'const debug = true; f(debug);',
])('no line: %s', (code) => {
  expect(linesOf(code)).toEqual([]);
});
