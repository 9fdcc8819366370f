import type { WebhookVerifier } from './schema.ts';

/** Webhooks of LINE. The middleware reads `rawBody`, then an unparsed `body`, then the stream; `skipSignatureVerification` switches it off. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'LINE webhooks',
  readFrom: ['@line/bot-sdk@11.0.0'],
  modules: ['@line/bot-sdk'],
  throwing: [],
  answering: ['validateSignature'],
  middleware: ['middleware'],
};

export default verifier;
