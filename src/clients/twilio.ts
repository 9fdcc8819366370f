import type { Sdk } from './schema.ts';

/** The SDK of Twilio. With `autoRetry: true` it retries a 429 `maxRetries` times, three by default. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'Twilio',
  readFrom: ['twilio@6.2.0'],
  modules: ['twilio'],
  exports: ['default', 'Twilio'],
  builders: ['twiml', 'jwt'],
  writes: [
    'calls.create',
    'calls.remove',
    'calls.update',
    'conferences.update',
    'incomingPhoneNumbers.create',
    'incomingPhoneNumbers.remove',
    'incomingPhoneNumbers.update',
    'participants.create',
    'participants.remove',
    'participants.update',
    'payments.create',
    'payments.update',
    'recordings.remove',
  ],
  defaults: { timeoutMs: 30_000, retries: 0 },
  options: { settings: 2, timeouts: [{ path: 'timeout', unit: 'ms', covers: 'overall' }] },
};

export default sdk;
