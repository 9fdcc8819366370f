import type { Limiter } from './schema.ts';

/** bottleneck. No bound unless one of the options is given. */
const library: Limiter = {
  kind: 'limiter',
  name: 'bottleneck',
  readFrom: ['bottleneck@2.19.5'],
  modules: ['bottleneck'],
  exports: {
    default: {
      does: 'limit',
      construct: true,
      concurrency: { argument: 0, option: 'maxConcurrent' },
      intervalOptions: [
        'minTime',
        'reservoir',
        'reservoirRefreshAmount',
        'reservoirIncreaseAmount',
      ],
      members: ['schedule', 'submit', 'wrap'],
    },
  },
};

export default library;
