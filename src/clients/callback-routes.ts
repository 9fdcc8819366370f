/**
 * Routes that a provider calls back under names of its own, without a word of webhooks: mobile money
 * answers a payment at a result URL, and tells of one at a confirmation URL. Both words have to
 * stand in a path: what is paid with, and what it is called back for.
 * So do providers of messages, with what was sent to one's number.
 * Sources: the Daraja reference (B2C, B2B, C2B, reversal, account balance, transaction status), the
 * guides of Twilio, Vonage and Africa's Talking on messages that come in.
 */
export const callbackRoutes = [
  {
    services: ['mpesa', 'daraja', 'safaricom', 'stk', 'stkpush', 'b2c', 'c2b', 'b2b'],
    routes: ['result', 'confirmation', 'confirm', 'validation', 'timeout'],
    rarer: 'services',
  },
  { services: ['sms', 'whatsapp', 'mms'], routes: ['inbound', 'incoming'], rarer: 'routes' },
] as const satisfies readonly CallbackRoutes[];

interface CallbackRoutes {
  readonly services: readonly string[];
  readonly routes: readonly string[];
  /** Which of the two fewer files have. */
  readonly rarer: 'services' | 'routes';
}
