import rule from '../../rules/no-sensitive-data-in-logs.ts';
import { testRule } from '../rule-tester.ts';

/** A library: how its logger is made, how it writes a field, and how it is told to leave fields out. */
interface Library {
  readonly name: string;
  /** Makes `log`; `OPTIONS` stands for its options. */
  readonly head: string;
  /** A line with the field `password`. */
  readonly line: (field: string) => string;
  /** Makes `log` a child. */
  readonly child?: string;
  /** Options that leave `password` out, and ones that leave out something else. */
  readonly redacting?: readonly string[];
  readonly other?: readonly string[];
  readonly isTyped?: true;
}

const fieldsFirst = (field: string) => `log.info({ user, ${field} }, 'signed in');`;
const messageFirst = (field: string) => `log.info('signed in', { user, ${field} });`;

const PINO_REDACTING = [
  `redact: ['password']`,
  `redact: { paths: ['password'], censor: '***' }`,
  `redact: ['*']`,
  `formatters: { log: (fields) => mask(fields) }`,
];
const PINO_OTHER = [
  `redact: ['card.number']`,
  `level: 'info'`,
  `formatters: { log: (fields) => ({ ...fields, at: Date.now() }) }`,
];

const LIBRARIES: readonly Library[] = [
  {
    name: 'console',
    head: 'const log = console;',
    line: messageFirst,
  },
  {
    name: 'pino',
    head: `import pino from 'pino';\nconst log = pino({ OPTIONS });`,
    line: fieldsFirst,
    child: 'log.child({ module: "a" })',
    redacting: PINO_REDACTING,
    other: PINO_OTHER,
  },
  {
    name: 'winston',
    head: `import winston from 'winston';\nconst log = winston.createLogger({ OPTIONS });`,
    line: messageFirst,
    child: 'log.child({ module: "a" })',
    redacting: [
      `format: winston.format.combine(winston.format((info) => { delete info.password; return info; })(), winston.format.json())`,
      `format: winston.format((info) => redact(info))()`,
    ],
    other: [
      `format: winston.format.combine(winston.format.timestamp(), winston.format.json())`,
      `level: 'info'`,
    ],
  },
  {
    name: 'winston, with the level as an argument',
    head: `const { createLogger, format } = require('winston');\nconst log = createLogger({ OPTIONS });`,
    line: (field) => `log.log('info', 'signed in', { user, ${field} });`,
    redacting: [`format: format((info) => ({ ...info, password: '***' }))()`],
    other: ['format: format.json()'],
  },
  {
    name: 'bunyan',
    head: `import bunyan from 'bunyan';\nconst log = bunyan.createLogger({ name: 'a', OPTIONS });`,
    line: fieldsFirst,
    child: 'log.child({ module: "a" })',
    redacting: [`serializers: { password: () => '***' }`],
    other: [`serializers: bunyan.stdSerializers`, `serializers: { card: () => '***' }`],
  },
  {
    name: 'log4js',
    head: `import log4js from 'log4js';\nconst log = log4js.getLogger('a');`,
    line: messageFirst,
  },
  {
    name: 'consola',
    head: `import { createConsola } from 'consola';\nconst log = createConsola({});`,
    line: messageFirst,
    child: `log.withTag('a')`,
  },
  {
    name: 'signale',
    head: `import { Signale } from 'signale';\nconst log = new Signale({});`,
    line: messageFirst,
    child: `log.scope('a')`,
  },
  {
    name: 'roarr',
    head: `import { Roarr as log } from 'roarr';`,
    line: fieldsFirst,
    child: 'log.child({ module: "a" })',
  },
  {
    name: 'tslog',
    head: `import { Logger } from 'tslog';\nconst log = new Logger({ OPTIONS });`,
    line: messageFirst,
    child: `log.getSubLogger({ name: 'a' })`,
    redacting: [
      `maskValuesOfKeys: ['password']`,
      `mask: { keys: ['password'] }`,
      `maskValuesOfKeys: ['PASSWORD']`,
    ],
    other: [`maskValuesOfKeys: ['card']`, `minLevel: 3`],
  },
  {
    name: 'loglevel',
    head: `import loglevel from 'loglevel';\nconst log = loglevel.getLogger('a');`,
    line: messageFirst,
  },
  {
    name: 'the Nest logger',
    head: `import { Logger } from '@nestjs/common';\nconst log = new Logger('Users');`,
    line: (field) => `log.log('signed in', { user, ${field} });`,
  },
  {
    name: 'Fastify',
    head: `import Fastify from 'fastify';\nconst app = Fastify({ logger: { OPTIONS } });\nconst log = app.log;`,
    line: fieldsFirst,
    child: 'log.child({ module: "a" })',
    redacting: PINO_REDACTING,
    other: PINO_OTHER,
  },
  {
    name: 'debug',
    head: `import debug from 'debug';\nconst log = debug('a');`,
    line: (field) => `log('signed in %o', { user, ${field} });`,
    child: `log.extend('b')`,
  },
  {
    name: 'Datadog',
    head: `import { datadogLogs } from '@datadog/browser-logs';\nconst log = datadogLogs.logger;`,
    line: messageFirst,
  },
  {
    name: 'Sentry',
    head: `import * as Sentry from '@sentry/node';\nSentry.init({ dsn, OPTIONS });`,
    line: (field) => `Sentry.captureMessage('signed in', { extra: { user, ${field} } });`,
    redacting: [`beforeSend(event) { delete event.extra.password; return event; }`],
    other: [`beforeSend: (event) => event`, 'tracesSampleRate: 1'],
  },
  {
    name: 'Rollbar',
    head: `import Rollbar from 'rollbar';\nconst log = new Rollbar({ accessToken, OPTIONS });`,
    line: messageFirst,
    redacting: [`scrubFields: ['password']`, `transform: (payload) => scrub(payload)`],
    other: [`scrubFields: ['card']`],
  },
  {
    name: 'a logger of the project around the console',
    head: `const log = { info: (message, fields) => console.log(JSON.stringify({ message, ...fields })) };`,
    line: messageFirst,
  },
  {
    name: 'a class of the project around pino',
    head: `import pino from 'pino';
class Log { #inner = pino({}); info(message, fields) { this.#inner.info(fields, message); } }
const log = new Log();`,
    line: messageFirst,
  },
];

const write = ({ head }: Library, line: string, options = '') =>
  `${head.replace('OPTIONS', () => options)}
export function signIn(user, password) {
  ${line}
}`;

const onChild = ({ child = '' }: Library, line: string) =>
  line.replace(/^log\b/, 'inner').replace(/^/, `const inner = ${child};\n  `);

const PASSWORD = 'MARKpasswordMARK';
/** A report on what is marked, and the suggestion to leave it out. */
const reported = (code: string, left = "password: '[redacted]'") => ({
  code: code.replace('MARK', '[|').replace('MARK', '|]'),
  errors: [
    {
      messageId: 'credential',
      suggestions: [code.replace(/\$\{MARKpasswordMARK\}|MARKpasswordMARK/, () => left)],
    },
  ],
});

/** Loggers that no code makes where they are used: what sets them up stands in another file. */
interface Setup {
  readonly name: string;
  readonly code: string;
  readonly filename?: string;
  /** The file, and its text with `OPTIONS`. */
  readonly file: string;
  readonly text: string;
  readonly redacting: readonly string[];
  readonly other: readonly string[];
}

const ROUTE = (line: string, request = 'req') => `export async function signIn(${request}, res) {
  const { password } = ${request}.body;
  ${line}
  res.end();
}`;
const PLAIN = { redacting: PINO_REDACTING, other: PINO_OTHER };

const SETUPS: readonly Setup[] = [
  {
    name: 'request.log of Fastify',
    code: ROUTE(`request.log.info({ ${PASSWORD} }, 'signed in');`, 'request'),
    filename: 'src/routes/sign-in.ts',
    file: 'src/app.ts',
    text: `import Fastify from 'fastify';\nexport const app = Fastify({ logger: { OPTIONS } });`,
    ...PLAIN,
  },
  {
    name: 'request.log of Fastify with a logger that is made before',
    code: ROUTE(`request.log.info({ ${PASSWORD} }, 'signed in');`, 'request'),
    filename: 'src/routes/sign-in.ts',
    file: 'src/server.ts',
    text: `import fastify from 'fastify';\nimport { pino } from 'pino';\nconst logger = pino({ OPTIONS });\nfastify({ loggerInstance: logger });`,
    ...PLAIN,
  },
  {
    name: 'a child of fastify.log in a plugin',
    code: `export default async function users(fastify) {
  const log = fastify.log.child({ module: 'users' });
  fastify.post('/users', async ({ body: { password } }) => {
    log.warn({ ${PASSWORD} }, 'weak');
  });
}`,
    filename: 'src/plugins/users.ts',
    file: 'src/index.ts',
    text: `import Fastify from 'fastify';\nFastify({ logger: { OPTIONS } });`,
    ...PLAIN,
  },
  {
    name: 'req.log of pino-http',
    code: ROUTE(`req.log.error({ ${PASSWORD} }, 'signed in');`),
    filename: 'src/controllers/users.js',
    file: 'src/app.js',
    text: `const pinoHttp = require('pino-http');\nrequire('express')().use(pinoHttp({ OPTIONS }));`,
    ...PLAIN,
  },
  {
    name: 'req.log of pino-http with a logger that is made before',
    code: ROUTE(`req.log.error({ ${PASSWORD} }, 'signed in');`),
    filename: 'src/routes/users.ts',
    file: 'src/app.ts',
    text: `import { pinoHttp } from 'pino-http';\nimport pino from 'pino';\nexport const http = pinoHttp({ logger: pino({ OPTIONS }) });`,
    ...PLAIN,
  },
  {
    name: 'nestjs-pino',
    code: `import { PinoLogger } from 'nestjs-pino';
export class Users {
  constructor(private readonly logger: PinoLogger) {}
  signIn(password: string) {
    this.logger.info({ ${PASSWORD} }, 'signed in');
  }
}`,
    filename: 'src/users/users.service.ts',
    file: 'src/app.module.ts',
    text: `import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
@Module({ imports: [LoggerModule.forRoot({ pinoHttp: { OPTIONS } })] })
export class AppModule {}`,
    ...PLAIN,
  },
  {
    name: 'the Nest logger that writes through nestjs-pino',
    code: `import { Logger } from '@nestjs/common';
export class Users {
  private readonly logger = new Logger(Users.name);
  signIn(password: string) {
    this.logger.log({ ${PASSWORD} }, 'signed in');
  }
}`,
    filename: 'src/users/users.service.ts',
    file: 'src/app.module.ts',
    text: `import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
@Module({ imports: [LoggerModule.forRootAsync({ useFactory: () => ({ pinoHttp: { OPTIONS } }) })] })
export class AppModule {}`,
    redacting: [`redact: ['password']`],
    other: [`level: 'info'`],
  },
  {
    name: 'Sentry',
    code: `import * as Sentry from '@sentry/nextjs';
export function failed(error, password) {
  Sentry.captureException(error, { extra: { ${PASSWORD} } });
}`,
    filename: 'src/lib/users.ts',
    file: 'sentry.server.config.ts',
    text: `import * as Sentry from '@sentry/nextjs';\nSentry.init({ OPTIONS });`,
    redacting: ['beforeSend: (event) => scrub(event)'],
    other: ['sendDefaultPii: true', 'beforeSend: (event) => (event.level ? event : null)'],
  },
];

const setUp = ({ file, text, filename = 'src/file.ts' }: Setup, options: string) => ({
  filename,
  files: { [file]: text.replace('OPTIONS', () => options) },
});

const isTyped = ({ code }: Setup) => (code.includes('private') ? { parser: 'ts' as const } : {});

testRule(rule, {
  valid: LIBRARIES.flatMap((library) => [
    {
      name: `${library.name}: a field that is no secret`,
      code: write(library, library.line('count')),
    },
    ...(library.redacting ?? []).map((options) => ({
      name: `${library.name}: ${options}`,
      code: write(library, library.line('password'), options),
    })),
    ...(library.child && library.redacting
      ? library.redacting.map((options) => ({
          name: `${library.name}, a child: ${options}`,
          code: write(library, onChild(library, library.line('password')), options),
        }))
      : []),
  ]).concat(
    SETUPS.flatMap((setup) =>
      setup.redacting.map((options) => ({
        name: `${setup.name}: ${options}`,
        code: setup.code.replaceAll('MARK', ''),
        ...setUp(setup, options),
        ...isTyped(setup),
      })),
    ),
  ),
  invalid: LIBRARIES.flatMap((library) => [
    {
      name: `${library.name}: a field`,
      ...reported(write(library, library.line(PASSWORD))),
    },
    ...(library.child
      ? [
          {
            name: `${library.name}: a field of a child`,
            ...reported(write(library, onChild(library, library.line(PASSWORD)))),
          },
        ]
      : []),
    ...(library.other ?? []).map((options) => ({
      name: `${library.name}: ${options}`,
      ...reported(write(library, library.line(PASSWORD), options)),
    })),
    ...(library.redacting ?? []).slice(0, 1).map((options) => ({
      name: `${library.name}: in the text of a line that is redacted`,
      ...reported(
        write(
          library,
          library
            .line('count')
            .replace(`'signed in'`, () => '`signed in with ${MARKpasswordMARK}`'),
          options,
        ),
        '[redacted]',
      ),
    })),
  ]).concat(
    SETUPS.flatMap((setup) =>
      setup.other.map((options) => ({
        name: `${setup.name}: ${options}`,
        ...reported(setup.code),
        ...setUp(setup, options),
        ...isTyped(setup),
      })),
    ),
  ),
});
