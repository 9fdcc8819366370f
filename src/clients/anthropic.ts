import type { Sdk } from './schema.ts';

/** The SDK of Anthropic. Reads `Retry-After` between attempts; the timeout (10 minutes) is that of one attempt. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Anthropic',
  readFrom: ['@anthropic-ai/sdk@1.12.0'],
  modules: ['@anthropic-ai/sdk'],
  exports: ['default', 'Anthropic'],
  defaults: { timeoutMs: 600_000, retries: 2 },
  options: { settings: 0, retries: 'maxRetries' },
};

export default sdk;
