import type { LoggerLibrary } from './schema.ts';

/**
 * Every argument is written out as it is: objects are inspected, errors with all their own properties.
 */
export default {
  kind: 'logger',
  name: 'console',
  readFrom: ['node@24.0.0'],
  modules: ['console', 'node:console'],
  globals: ['console'],
  instances: [''],
  makes: ['Console'],
  types: ['Console'],
  children: {},
  methods: {
    log: 'info',
    info: 'info',
    warn: 'warn',
    error: 'error',
    debug: 'debug',
    trace: 'trace',
    dir: 'info',
    table: 'info',
  },
  order: 'any',
  structured: false,
} as const satisfies LoggerLibrary;
