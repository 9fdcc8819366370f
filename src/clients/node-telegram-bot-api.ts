import type { Sdk } from './schema.ts';

/** A client of Telegram's bots: one request a call, with no timeout and never repeated before 2.0. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'node-telegram-bot-api',
  readFrom: ['node-telegram-bot-api@0.66.0', 'node-telegram-bot-api@2.1.0'],
  modules: ['node-telegram-bot-api'],
  exports: ['default', 'TelegramBot'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {},
};

export default sdk;
