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

/**
 * Hosts whose `key` parameter is the key of a web app, which each page shows: signing in with Firebase
 * (https://firebase.google.com/docs/projects/api-keys).
 */
export const publicKeyHosts: ReadonlySet<string> = new Set([
  'identitytoolkit.googleapis.com',
  'securetoken.googleapis.com',
]);
