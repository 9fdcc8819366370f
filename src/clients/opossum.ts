import type { BreakerLibrary } from './schema.ts';

/** opossum. `new CircuitBreaker(action, options)`; `breaker.fire(…)` runs the action. */
const library: BreakerLibrary = {
  kind: 'breaker',
  name: 'opossum',
  readFrom: ['opossum@9.0.0'],
  modules: ['opossum'],
  exports: { default: { does: 'guard', task: 0 } },
};

export default library;
