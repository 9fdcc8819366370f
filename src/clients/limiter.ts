import type { Limiter, Rate } from './schema.ts';

const rate: Rate = {
  argument: 0,
  requests: ['tokensPerInterval'],
  interval: ['interval'],
  units: {
    sec: 1_000,
    second: 1_000,
    min: 60_000,
    minute: 60_000,
    hr: 3_600_000,
    hour: 3_600_000,
    day: 86_400_000,
  },
};

/** limiter. Runs nothing itself: the caller awaits `removeTokens` before each call. */
const library: Limiter = {
  kind: 'limiter',
  name: 'limiter',
  readFrom: ['limiter@3.0.0', 'limiter@4.1.0'],
  modules: ['limiter'],
  exports: {
    RateLimiter: {
      does: 'limit',
      construct: true,
      interval: true,
      intervalOptions: ['tokensPerInterval', 'interval'],
      rate,
      members: ['removeTokens', 'tryRemoveTokens'],
    },
    TokenBucket: {
      does: 'limit',
      construct: true,
      interval: true,
      intervalOptions: ['tokensPerInterval', 'interval'],
      rate,
      members: ['removeTokens', 'tryRemoveTokens'],
    },
  },
};

export default library;
