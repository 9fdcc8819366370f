import type { Limiter } from './schema.ts';

/** promise-throttle. Runs what `add` gets, so many in a second. */
const library: Limiter = {
  kind: 'limiter',
  name: 'promise-throttle',
  readFrom: ['promise-throttle@1.1.2'],
  modules: ['promise-throttle'],
  exports: {
    default: {
      does: 'limit',
      construct: true,
      interval: true,
      members: ['add', 'addAll'],
      rate: { argument: 0, requests: ['requestsPerSecond'], perMs: 1_000 },
    },
  },
};

export default library;
