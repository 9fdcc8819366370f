import type { LoggerLibrary } from './schema.ts';

/**
 * Context in front, then a message with `%s`; `adopt` keeps a context for all lines within.
 */
export default {
  kind: 'logger',
  name: 'roarr',
  readFrom: ['roarr@7.21.7'],
  modules: ['roarr'],
  instances: ['Roarr', 'ROARR', 'default', ''],
  makes: [],
  types: ['Logger'],
  children: { child: { bindings: 0 } },
  methods: {
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    fatal: 'fatal',
  },
  call: 'info',
  order: 'fields-first',
  structured: true,
} as const satisfies LoggerLibrary;
