import type { LoggerLibrary } from './schema.ts';

/**
 * Arguments are kept as a list and formatted into text by the layout.
 */
export default {
  kind: 'logger',
  name: 'log4js',
  readFrom: ['log4js@6.9.1'],
  modules: ['log4js'],
  instances: [],
  makes: ['getLogger', 'default.getLogger'],
  types: ['Logger', 'log4js.Logger'],
  children: {},
  methods: {
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    fatal: 'fatal',
    mark: 'info',
  },
  leveled: ['log'],
  order: 'message-first',
  structured: false,
  threshold: {
    argument: -1,
    option: 'level',
    setters: ['level='],
    configure: { call: 'configure', each: 'categories' },
  },
} as const satisfies LoggerLibrary;
