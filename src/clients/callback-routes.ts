/**
 * Routes that a provider calls back under names of its own, without a word of webhooks: mobile money
 * answers a payment at a result URL, and tells of one at a confirmation URL. Both words have to
 * stand in a path: what is paid with, and what it is called back for.
 * Source: the Daraja reference (B2C, B2B, C2B, reversal, account balance, transaction status).
 */
export const callbackRoutes = {
  services: ['mpesa', 'daraja', 'safaricom', 'stk', 'stkpush', 'b2c', 'c2b', 'b2b'],
  routes: ['result', 'confirmation', 'confirm', 'validation', 'timeout'],
} as const satisfies {
  readonly services: readonly string[];
  readonly routes: readonly string[];
};
