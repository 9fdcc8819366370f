import type { WebhookVerifier } from './schema.ts';

/** Slack Bolt. Its HTTP receivers verify by themselves. */
const verifier: WebhookVerifier = {
  kind: 'verifier',
  name: 'Slack Bolt',
  readFrom: ['@slack/bolt@5.1.0'],
  modules: ['@slack/bolt'],
  throwing: ['verifySlackRequest'],
  answering: ['isValidSlackRequest'],
  middleware: ['new HTTPReceiver', 'new ExpressReceiver', 'new AwsLambdaReceiver'],
};

export default verifier;
