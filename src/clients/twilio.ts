import type { Sdk } from './schema.ts';

/** The SDK of Twilio. With `autoRetry: true` it retries a 429 `maxRetries` times, three by default. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Twilio',
  readFrom: ['twilio@6.2.0'],
  modules: ['twilio'],
  exports: ['default', 'Twilio'],
  defaults: { timeoutMs: 30_000, retries: 0 },
  options: { timeoutMs: 'timeout' },
};

export default sdk;
