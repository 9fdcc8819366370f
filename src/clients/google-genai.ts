import type { Sdk } from './schema.ts';

/** The SDK of Google's models. Without `httpOptions` it bounds no request and sends none again; `httpOptions.retryOptions.attempts` counts the first one too, so it is no number of retries. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Google Gen AI',
  readFrom: ['@google/genai@2.32.0'],
  modules: ['@google/genai'],
  exports: ['GoogleGenAI'],
  defaults: { timeoutMs: null, retries: 0 },
  options: { settings: 0 },
};

export default sdk;
