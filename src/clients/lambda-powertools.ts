import type { LoggerLibrary } from './schema.ts';

/**
 * The fields of a line follow the message; keys that were appended stay on all lines after.
 */
export default {
  kind: 'logger',
  name: 'Powertools Logger',
  readFrom: ['@aws-lambda-powertools/logger@2.36.0'],
  modules: ['@aws-lambda-powertools/logger'],
  instances: [],
  makes: ['Logger'],
  types: ['Logger'],
  children: { createChild: { bindings: 0 } },
  methods: {
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    critical: 'fatal',
  },
  order: 'message-first',
  structured: true,
  threshold: { argument: 0, option: 'logLevel', setters: ['setLogLevel()'] },
  redaction: {
    argument: 0,
    paths: [],
    transforms: ['logFormatter', 'jsonReplacerFn'],
    mixins: ['persistentKeys', 'persistentLogAttributes'],
  },
} as const satisfies LoggerLibrary;
