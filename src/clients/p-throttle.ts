import type { Limiter } from './schema.ts';

/** p-throttle. `pThrottle(options)(fn)` gives back the bounded function; bounds how often, not how many at a time. */
const library: Limiter = {
  kind: 'limiter',
  name: 'p-throttle',
  readFrom: ['p-throttle@7.0.0'],
  modules: ['p-throttle'],
  exports: {
    default: {
      does: 'limit',
      interval: true,
      gives: [''],
      intervalOptions: ['limit', 'interval'],
      rate: { argument: 0, requests: ['limit'], interval: ['interval'] },
    },
  },
};

export default library;
