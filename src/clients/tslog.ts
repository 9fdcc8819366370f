import type { LoggerLibrary } from './schema.ts';

/**
 * Version 4 wants the message first and lists what is masked at the top of its settings; version 5
 * spreads the fields of a lone object and groups masking under `mask`.
 */
export default {
  kind: 'logger',
  name: 'tslog',
  readFrom: ['tslog@5.1.0'],
  modules: ['tslog', 'tslog/slim'],
  instances: [],
  makes: ['Logger', 'createLogger'],
  types: ['Logger', 'ILogObj'],
  children: { getSubLogger: { bindings: null }, getChildLogger: { bindings: null } },
  methods: {
    silly: 'trace',
    trace: 'trace',
    debug: 'debug',
    info: 'info',
    warn: 'warn',
    error: 'error',
    fatal: 'fatal',
  },
  leveled: ['log'],
  order: 'message-first',
  structured: true,
  threshold: { argument: 0, option: 'minLevel', verbose: { upTo: 2 } },
  redaction: {
    argument: 0,
    paths: ['maskValuesOfKeys', 'mask.keys', 'mask.paths'],
    anyDepth: true,
    transforms: ['middleware', 'overwrite.mask', 'overwrite.addMeta'],
    mixins: ['bindings', 'contextStorage'],
  },
} as const satisfies LoggerLibrary;
