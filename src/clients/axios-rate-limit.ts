import type { Limiter } from './schema.ts';

/** axios-rate-limit. Gives back the instance that it gets; `maxRPS` is requests in a second. */
const library: Limiter = {
  kind: 'limiter',
  name: 'axios-rate-limit',
  readFrom: ['axios-rate-limit@1.9.0'],
  modules: ['axios-rate-limit'],
  exports: {
    default: {
      does: 'limit',
      interval: true,
      wraps: 0,
      rate: {
        argument: 1,
        requests: ['maxRPS', 'maxRequests'],
        interval: ['perMilliseconds', 'duration'],
        units: { '1s': 1_000, '1m': 60_000, '1h': 3_600_000 },
        perMs: 1_000,
      },
    },
  },
};

export default library;
