/**
 * Services whose project token or write key stands in every page that uses them, so that it is no
 * secret. By their own documentation; their API secrets are called `secret`.
 */
export const publicTokenServices: ReadonlySet<string> = new Set([
  'mixpanel',
  'posthog',
  'amplitude',
  'heap',
  'logrocket',
  'fullstory',
  'bugsnag',
  'hotjar',
]);

/** Services whose API key is the id of a client, which each page shows; what is secret they call so. */
export const publicKeyServices: ReadonlySet<string> = new Set(['shopify']);
