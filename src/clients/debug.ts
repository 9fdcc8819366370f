import type { LoggerLibrary } from './schema.ts';

/**
 * Off unless the `DEBUG` variable names it. Objects are inspected like the console does.
 */
export default {
  kind: 'logger',
  name: 'debug',
  readFrom: ['debug@4.4.3'],
  modules: ['debug'],
  instances: [],
  makes: ['', 'default'],
  types: ['Debugger', 'debug.Debugger'],
  children: { extend: { bindings: null } },
  methods: {},
  call: 'debug',
  order: 'any',
  structured: false,
} as const satisfies LoggerLibrary;
