import type { LoggerLibrary } from './schema.ts';

/**
 * A message, its context, and an error last.
 */
export default {
  kind: 'logger',
  name: 'Datadog',
  readFrom: ['@datadog/browser-logs@7.16.2'],
  modules: ['@datadog/browser-logs'],
  instances: ['datadogLogs.logger'],
  makes: ['datadogLogs.createLogger', 'datadogLogs.getLogger'],
  types: ['Logger'],
  children: {},
  methods: {
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    critical: 'fatal',
    alert: 'fatal',
    emerg: 'fatal',
    notice: 'info',
    ok: 'info',
    log: 'info',
  },
  order: 'message-first',
  structured: true,
  bareErrors: true,
} as const satisfies LoggerLibrary;
