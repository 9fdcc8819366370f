import type { LoggerLibrary } from './schema.ts';

/**
 * Hands every argument to the console method of the level.
 */
export default {
  kind: 'logger',
  name: 'loglevel',
  readFrom: ['loglevel@1.9.2'],
  modules: ['loglevel'],
  instances: ['', 'default'],
  makes: ['getLogger', 'default.getLogger'],
  types: ['Logger', 'RootLogger'],
  children: {},
  methods: {
    trace: 'trace',
    debug: 'debug',
    log: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
  },
  order: 'any',
  structured: false,
  threshold: {
    argument: -1,
    option: 'level',
    setters: ['setLevel()', 'setDefaultLevel()'],
    verbose: { upTo: 1 },
  },
} as const satisfies LoggerLibrary;
