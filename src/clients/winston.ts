import type { LoggerLibrary } from './schema.ts';

/**
 * What follows the message is merged into the line (an Error with all its own properties), and what is
 * written of it is the format's matter: a format of one's own may change or drop anything.
 */
export default {
  kind: 'logger',
  name: 'winston',
  readFrom: ['winston@3.19.0', 'logform@2.7.0'],
  modules: ['winston'],
  instances: ['', 'default'],
  makes: ['createLogger', 'default.createLogger', 'loggers.get', 'loggers.add'],
  types: ['Logger', 'winston.Logger', 'default.Logger'],
  children: { child: { bindings: 0 } },
  methods: {
    error: 'error',
    warn: 'warn',
    info: 'info',
    http: 'info',
    verbose: 'debug',
    debug: 'debug',
    silly: 'trace',
    emerg: 'fatal',
    alert: 'fatal',
    crit: 'fatal',
    warning: 'warn',
    notice: 'info',
  },
  leveled: ['log'],
  order: 'message-first',
  structured: true,
  tracedBy: [
    '@opentelemetry/instrumentation-winston',
    '@opentelemetry/auto-instrumentations-node',
    'dd-trace',
  ],
  threshold: { argument: 0, option: 'level', setters: ['level='] },
  redaction: { argument: 0, paths: [], transforms: ['format'], mixins: ['defaultMeta', 'format'] },
} as const satisfies LoggerLibrary;
