import type { BreakerLibrary } from './schema.ts';

/** mollitia. A circuit has a function of its own, or gets one by `fn` for one call. */
const library: BreakerLibrary = {
  kind: 'breaker',
  name: 'mollitia',
  readFrom: ['mollitia@0.1.1'],
  modules: ['mollitia'],
  exports: { Circuit: { does: 'guard', task: 0, option: 'func', members: ['fn'] } },
};

export default library;
