import type { WebhookVerifier } from './schema.ts';

/** The Events API adapter of Slack: its middleware and listener verify the unparsed payload. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Slack Events API',
  readFrom: ['@slack/events-api@3.0.1'],
  modules: ['@slack/events-api'],
  throwing: ['verifyRequestSignature'],
  answering: [],
  middleware: ['createEventAdapter().expressMiddleware', 'createEventAdapter().requestListener'],
};

export default verifier;
