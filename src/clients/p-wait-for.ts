import type { Poller } from './schema.ts';

/** p-wait-for. Without a timeout it runs its condition for ever, 20 ms apart. */
const library: Poller = {
  kind: 'poller',
  name: 'p-wait-for',
  readFrom: ['p-wait-for@6.0.0'],
  modules: ['p-wait-for'],
  exports: {
    default: {
      does: 'wait',
      condition: 0,
      options: 1,
      timeoutMs: ['timeout.milliseconds', 'timeout'],
      ends: ['signal'],
    },
  },
};

export default library;
