import type { LoggerLibrary } from './schema.ts';

/**
 * Reporters format all arguments for a terminal or for JSON. Levels count up to 5, which is trace.
 */
export default {
  kind: 'logger',
  name: 'consola',
  readFrom: ['consola@3.4.2'],
  modules: ['consola', 'consola/basic', 'consola/core', 'consola/browser'],
  instances: ['', 'default', 'consola'],
  makes: ['createConsola'],
  types: ['ConsolaInstance', 'Consola'],
  children: {
    withTag: { bindings: null },
    withScope: { bindings: null },
    withDefaults: { bindings: null },
    create: { bindings: null },
  },
  methods: {
    fatal: 'fatal',
    error: 'error',
    warn: 'warn',
    log: 'info',
    info: 'info',
    success: 'info',
    fail: 'error',
    ready: 'info',
    start: 'info',
    box: 'info',
    debug: 'debug',
    trace: 'trace',
    verbose: 'trace',
  },
  order: 'any',
  structured: false,
  threshold: { argument: 0, option: 'level', setters: ['level='], verbose: { from: 4 } },
} as const satisfies LoggerLibrary;
