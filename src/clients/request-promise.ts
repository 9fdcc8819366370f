import request from './request.ts';
import type { HttpClient } from './schema.ts';

/**
 * `request` with promises. A status outside of 2xx rejects, with an error that carries the options of
 * the request, unless `simple` is false. What it gives is the body; all of the response with
 * `resolveWithFullResponse`.
 */
const { answersCallback: _, ...promised } = request;

export default {
  ...promised,
  name: 'request-promise',
  readFrom: [
    'request-promise@4.2.6',
    'request-promise-native@1.0.9',
    'request-promise-core@1.1.4',
    'request@2.88.2',
  ],
  modules: ['request-promise', 'request-promise-native'],
  types: { RequestPromiseAPI: 'request' },
  options: { ...request.options, keepsErrorStatus: { simple: false } },
  defaults: { timeoutMs: null, throwsOnErrorStatus: true },
  failure: {
    request: ['options', 'response.request'],
    printed: true,
    known: ['StatusCodeError', 'RequestError'],
  },
} as const satisfies HttpClient;
