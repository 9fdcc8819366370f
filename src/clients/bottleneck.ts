import type { Limiter } from './schema.ts';

/** bottleneck. No bound unless one of the options is given. A `failed` listener that gives back anything but null or undefined has the job run again after so many ms. */
const library: Limiter = {
  kind: 'limiter',
  name: 'bottleneck',
  readFrom: ['bottleneck@2.19.5'],
  modules: ['bottleneck'],
  exports: {
    default: {
      does: 'limit',
      construct: true,
      gives: ['wrap'],
      concurrency: { argument: 0, option: 'maxConcurrent' },
      intervalOptions: [
        'minTime',
        'reservoir',
        'reservoirRefreshAmount',
        'reservoirIncreaseAmount',
      ],
      rate: {
        argument: 0,
        requests: ['reservoirRefreshAmount', 'reservoir'],
        interval: ['reservoirRefreshInterval'],
        gap: ['minTime'],
      },
      members: ['schedule', 'submit', 'wrap'],
      onFailure: { member: 'on', event: 'failed', counter: 'retryCount' },
    },
  },
};

export default library;
