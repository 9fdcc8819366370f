import type { LoggerLibrary } from './schema.ts';

/**
 * An object in front is merged into the line, an Error in front goes through `serializers.err`, which
 * copies all its own properties; the rest fills the `%s` of the message and is dropped without them.
 */
export default {
  kind: 'logger',
  name: 'pino',
  readFrom: ['pino@10.4.0'],
  modules: ['pino'],
  instances: [],
  makes: ['', 'pino', 'default'],
  types: ['Logger', 'BaseLogger', 'pino.Logger'],
  children: { child: { bindings: 0, options: 1 } },
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
    '@opentelemetry/instrumentation-pino',
    '@opentelemetry/auto-instrumentations-node',
    'dd-trace',
  ],
  threshold: { argument: 0, option: 'level', setters: ['level='], verbose: { upTo: 20 } },
  redaction: {
    argument: 0,
    paths: ['redact', 'redact.paths'],
    serializers: ['serializers'],
    transforms: ['formatters.log', 'hooks.logMethod', 'hooks.streamWrite'],
    mixins: ['mixin'],
  },
} as const satisfies LoggerLibrary;
