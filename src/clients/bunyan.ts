import type { LoggerLibrary } from './schema.ts';

/**
 * An object in front is merged into the line; `err` and `req` go through serializers where the logger has them.
 */
export default {
  kind: 'logger',
  name: 'bunyan',
  readFrom: ['bunyan@2.0.5'],
  modules: ['bunyan'],
  instances: [],
  makes: ['createLogger', 'default.createLogger', 'Logger', '', 'default'],
  types: ['default', 'Logger', 'bunyan'],
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
  tracedBy: [
    '@opentelemetry/instrumentation-bunyan',
    '@opentelemetry/auto-instrumentations-node',
    'dd-trace',
  ],
  threshold: { argument: 0, option: 'level', setters: ['level()'], verbose: { upTo: 20 } },
  redaction: { argument: 0, paths: [], serializers: ['serializers'], transforms: [], mixins: [] },
} as const satisfies LoggerLibrary;
