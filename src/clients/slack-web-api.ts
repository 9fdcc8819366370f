import type { Sdk } from './schema.ts';

/** The Web API client of Slack. No timeout, and ten retries over half an hour, unless told otherwise; a 429 pauses the whole queue for as long as `Retry-After` says. */
const sdk: Sdk = {
  kind: 'sdk',
  queues: true,
  name: 'Slack Web API',
  readFrom: ['@slack/web-api@8.2.0'],
  modules: ['@slack/web-api'],
  exports: ['WebClient'],
  defaults: { timeoutMs: null, retries: 10 },
  options: {
    settings: 1,
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    retries: 'retryConfig.retries',
  },
};

export default sdk;
