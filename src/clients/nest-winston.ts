import type { LoggerLibrary } from './schema.ts';

/** What Nest is given as its logger: winston's options, and the methods of Nest. */
export default {
  kind: 'logger',
  name: 'nest-winston',
  readFrom: ['nest-winston@2.0.0'],
  modules: ['nest-winston'],
  instances: [],
  makes: ['WinstonModule.createLogger'],
  types: ['WinstonLogger'],
  children: {},
  methods: {
    log: 'info',
    error: 'error',
    warn: 'warn',
    debug: 'debug',
    verbose: 'debug',
    fatal: 'fatal',
  },
  order: 'any',
  structured: true,
  threshold: { argument: 0, option: 'level' },
  redaction: { argument: 0, paths: [], transforms: ['format'], mixins: ['defaultMeta', 'format'] },
} as const satisfies LoggerLibrary;
