import type { WebhookVerifier } from './schema.ts';

/** Webhooks of OpenAI: both reject, `unwrap` gives the parsed payload, timestamps more than 5 minutes off are refused. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'OpenAI webhooks',
  readFrom: ['openai@6.49.0'],
  modules: ['openai'],
  throwing: [
    'new default().webhooks.unwrap',
    'new default().webhooks.verifySignature',
    'new OpenAI().webhooks.unwrap',
    'new OpenAI().webhooks.verifySignature',
  ],
  answering: [],
  promising: [
    'new default().webhooks.unwrap',
    'new default().webhooks.verifySignature',
    'new OpenAI().webhooks.unwrap',
    'new OpenAI().webhooks.verifySignature',
  ],
};

export default verifier;
