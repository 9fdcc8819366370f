import nodeHttp from './node-http.ts';
import type { HttpClient } from './schema.ts';

/**
 * Node's own client over TLS; all is as in `node:http`, but for the protocol.
 * `timeout` bounds a silence of the socket, connecting included; `setTimeout` starts once it is
 * connected. Both do no more than emit `timeout`: a listener has to destroy the request. `signal` ends it by itself.
 */
export default {
  ...nodeHttp,
  name: 'node:https',
  modules: ['https', 'node:https'],
  protocol: 'https:',
} as const satisfies HttpClient;
