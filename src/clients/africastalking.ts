import type { Sdk } from './schema.ts';

/** The SDK of Africa's Talking: one axios request a call, with no timeout, never repeated. */
const sdk: Sdk = {
  kind: 'sdk',
  name: "Africa's Talking",
  readFrom: ['africastalking@0.8.3'],
  modules: ['africastalking'],
  exports: ['default'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {},
};

export default sdk;
