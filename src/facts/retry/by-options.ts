import { UNKNOWN_DELAY } from './delay.ts';
import type { Retry } from './shape.ts';

type Needed =
  'node' | 'form' | 'root' | 'libraryName' | 'requests' | 'attempts' | 'condition' | 'evidence';

/** What nobody says of such a retry is the library's own matter. */
const OF_THE_LIBRARY: Omit<Retry, Needed> = {
  sends: 'known',
  delay: UNKNOWN_DELAY,
  retryAfter: 'unknown',
  rateLimitTest: null,
  wait: null,
  lastFailure: 'thrown',
  instance: null,
  options: null,
  delayFix: null,
  jitterFix: null,
  module: null,
};

/** A retry that a library does, with what its options say of it. */
export const retryByOptions = (said: Pick<Retry, Needed> & Partial<Retry>): Retry => ({
  ...OF_THE_LIBRARY,
  ...said,
});
