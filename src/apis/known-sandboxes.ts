/** Sandboxes whose names do not say so in the usual words, by their providers' own documentation. */
const KNOWN_SANDBOXES: ReadonlySet<string> = new Set([
  'paper-api.alpaca.markets',
  'broker-api.sandbox.alpaca.markets',
  'checkout-test.adyen.com',
  'pal-test.adyen.com',
  'management-test.adyen.com',
  'apitest.authorize.net',
  'apitest.cybersource.com',
  'connect.squareupsandbox.com',
  'test.api.amadeus.com',
  'api.test.hotelbeds.com',
  'test.salesforce.com',
  'api-m.sandbox.paypal.com',
]);

/** Whether a host is known to be a sandbox, whatever it is called. */
export const isKnownSandbox = (host: string): boolean => KNOWN_SANDBOXES.has(host);
