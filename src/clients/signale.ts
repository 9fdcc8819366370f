import type { LoggerLibrary } from './schema.ts';

/**
 * A logger for terminals; `secrets` lists texts that are blotted out.
 */
export default {
  kind: 'logger',
  name: 'signale',
  readFrom: ['signale@1.4.0'],
  modules: ['signale'],
  instances: ['', 'default'],
  makes: ['Signale', 'default.Signale'],
  types: ['Signale'],
  children: { scope: { bindings: null } },
  methods: {
    await: 'info',
    complete: 'info',
    error: 'error',
    debug: 'debug',
    fatal: 'fatal',
    fav: 'info',
    info: 'info',
    note: 'info',
    pause: 'info',
    pending: 'info',
    star: 'info',
    start: 'info',
    success: 'info',
    warn: 'warn',
    watch: 'info',
    log: 'info',
  },
  order: 'any',
  structured: false,
  threshold: { argument: 0, option: 'logLevel' },
  redaction: { argument: 0, paths: ['secrets'], transforms: [] },
} as const satisfies LoggerLibrary;
