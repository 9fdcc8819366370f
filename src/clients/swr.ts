import type { Poller } from './schema.ts';

/** SWR. `refreshInterval` is a number, or a function of the newest data; 0 ends it. */
const library: Poller = {
  kind: 'poller',
  name: 'SWR',
  readFrom: ['swr@2.5.1'],
  modules: ['swr'],
  exports: { default: { does: 'query', reads: 1, every: 'refreshInterval' } },
};

export default library;
