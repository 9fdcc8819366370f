import type { Sdk } from './schema.ts';

/** Telegraf, a client of Telegram's bots: one `fetch` a call, which may take 500 s, never repeated. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Telegraf',
  readFrom: ['telegraf@4.16.3'],
  modules: ['telegraf'],
  exports: ['Telegraf', 'Telegram'],
  defaults: { timeoutMs: 500_000, retries: 0 },
  options: {},
};

export default sdk;
