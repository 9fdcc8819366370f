import type { BreakerLibrary } from './schema.ts';

/** The circuit breakers of cockatiel; `wrap` joins one with retries and timeouts. */
const library: BreakerLibrary = {
  kind: 'breaker',
  name: 'cockatiel',
  readFrom: ['cockatiel@3.2.1'],
  modules: ['cockatiel'],
  exports: {
    circuitBreaker: { does: 'policy', members: ['execute'] },
    wrap: { does: 'combine', members: ['execute'] },
  },
};

export default library;
