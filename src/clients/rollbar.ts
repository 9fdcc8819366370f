import type { LoggerLibrary } from './schema.ts';

/**
 * Error, message, request and custom data in any order; `scrubFields` are blotted out at any depth.
 */
export default {
  kind: 'logger',
  name: 'Rollbar',
  readFrom: ['rollbar@3.1.0'],
  modules: ['rollbar'],
  instances: [],
  makes: ['', 'default'],
  types: ['default', 'Rollbar'],
  children: {},
  methods: {
    debug: 'debug',
    info: 'info',
    log: 'info',
    warn: 'warn',
    warning: 'warn',
    error: 'error',
    critical: 'fatal',
  },
  order: 'any',
  structured: true,
  bareErrors: true,
  redaction: {
    argument: 0,
    paths: ['scrubFields', 'scrubPaths'],
    anyDepth: true,
    transforms: ['transform', 'onSendCallback'],
  },
} as const satisfies LoggerLibrary;
