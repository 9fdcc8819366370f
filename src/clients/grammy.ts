import type { Sdk } from './schema.ts';

/** grammY, a client of Telegram's bots: one `fetch` a call, which may take 500 s; repeats only by a plugin. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'grammY',
  readFrom: ['grammy@1.46.0'],
  modules: ['grammy'],
  exports: ['Bot', 'Api'],
  defaults: { timeoutMs: 500_000, retries: 0 },
  options: {},
};

export default sdk;
