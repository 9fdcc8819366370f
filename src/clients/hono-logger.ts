import type { LoggerLibrary } from './schema.ts';

/**
 * The middleware writes method, path and status through the function it is given; nothing else.
 */
export default {
  kind: 'logger',
  name: 'the Hono logger',
  readFrom: ['hono@4.13.19'],
  modules: ['hono/logger'],
  instances: [],
  makes: [],
  types: ['PrintFunc'],
  children: {},
  methods: {},
  call: 'info',
  order: 'any',
  structured: false,
} as const satisfies LoggerLibrary;
