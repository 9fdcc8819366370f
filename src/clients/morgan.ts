import type { LoggerLibrary } from './schema.ts';

/**
 * A line for each request: a format, or a function that gives the whole line; `token` names a
 * function that gives a part of it.
 */
export default {
  kind: 'logger',
  name: 'morgan',
  readFrom: ['morgan@1.12.1'],
  modules: ['morgan'],
  instances: [],
  makes: [],
  types: [],
  children: {},
  methods: {},
  order: 'any',
  structured: false,
  linesBy: { '': 0, default: 0, token: 1, 'default.token': 1 },
} as const satisfies LoggerLibrary;
