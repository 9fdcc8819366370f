import type { Sdk } from './schema.ts';

/** Incoming webhooks of Slack. No timeout and no retries, unless told otherwise. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Slack incoming webhooks',
  readFrom: ['@slack/webhook@8.0.2'],
  modules: ['@slack/webhook'],
  exports: ['IncomingWebhook'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {
    settings: 1,
    timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }],
    retries: 'retryConfig.retries',
  },
};

export default sdk;
