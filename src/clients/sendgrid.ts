import type { Sdk } from './schema.ts';

/** The mail client of SendGrid: the module itself is one. One axios request a call, with no timeout unless `setTimeout` is called, never repeated. */
const sdk: Sdk = {
  kind: 'sdk',
  name: 'SendGrid',
  readFrom: ['@sendgrid/mail@8.1.6', '@sendgrid/client@8.1.6'],
  modules: ['@sendgrid/mail'],
  exports: ['default', 'MailService'],
  functions: ['send', 'sendMultiple'],
  defaults: { timeoutMs: null, retries: 0 },
  options: {},
};

export default sdk;
