import type { Limiter } from './schema.ts';

/** limiter. Runs nothing itself: the caller awaits `removeTokens` before each call. */
const library: Limiter = {
  kind: 'limiter',
  name: 'limiter',
  readFrom: ['limiter@3.0.0'],
  modules: ['limiter'],
  exports: {
    RateLimiter: {
      does: 'limit',
      construct: true,
      interval: true,
      intervalOptions: ['tokensPerInterval', 'interval'],
      members: ['removeTokens', 'tryRemoveTokens'],
    },
    TokenBucket: {
      does: 'limit',
      construct: true,
      interval: true,
      intervalOptions: ['tokensPerInterval', 'interval'],
      members: ['removeTokens', 'tryRemoveTokens'],
    },
  },
};

export default library;
