import type { Sdk } from './schema.ts';

/** The SDK of OpenAI. Reads `Retry-After` between attempts; the timeout (10 minutes) is that of one attempt. It takes an idempotency key and sends it in no header. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'OpenAI',
  readFrom: ['openai@6.49.0'],
  modules: ['openai'],
  exports: ['default', 'OpenAI', 'AzureOpenAI'],
  defaults: { timeoutMs: 600_000, retries: 2 },
  options: { settings: 0, retries: 'maxRetries' },
};

export default sdk;
