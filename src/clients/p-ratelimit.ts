import type { Limiter } from './schema.ts';

/** p-ratelimit. `pRateLimit(options)` gives a function that runs what it gets. */
const library: Limiter = {
  kind: 'limiter',
  name: 'p-ratelimit',
  readFrom: ['p-ratelimit@1.0.1'],
  modules: ['p-ratelimit'],
  exports: {
    pRateLimit: {
      does: 'limit',
      concurrency: { argument: 0, option: 'concurrency' },
      intervalOptions: ['interval', 'rate'],
      rate: { argument: 0, requests: ['rate'], interval: ['interval'] },
    },
  },
};

export default library;
