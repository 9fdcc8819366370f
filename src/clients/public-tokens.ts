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
