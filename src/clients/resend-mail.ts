import type { Sdk } from './schema.ts';

/** The SDK of Resend. One `fetch` a call, with no timeout, never repeated; a refusal is a part of the answer, and nothing is thrown. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Resend',
  readFrom: ['resend@6.38.0'],
  modules: ['resend'],
  exports: ['Resend'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {},
};

export default sdk;
