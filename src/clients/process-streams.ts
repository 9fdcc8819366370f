import type { LoggerLibrary } from './schema.ts';

/** What a program writes to its standard streams is where logs are gathered from. */
export default {
  kind: 'logger',
  name: 'the standard streams',
  readFrom: ['node@24.0.0'],
  modules: ['process', 'node:process'],
  globals: ['process.stdout', 'process.stderr'],
  instances: ['stdout', 'stderr', 'default.stdout', 'default.stderr'],
  makes: [],
  types: [],
  children: {},
  methods: { write: 'info' },
  order: 'any',
  structured: false,
} as const satisfies LoggerLibrary;
