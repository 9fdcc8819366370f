import type { Retry, RetryCondition } from '../facts/retry/retry.ts';

/** The wait between two attempts need not grow: something else says how long it has to be, or none is needed. */
export const isPacedElsewhere = (retry: Retry): boolean =>
  mayBeForNewToken(retry) || waitsAsTold(retry);

/**
 * Of what is known to be retried there is only the refusal of a token, and no wait makes that pass;
 * or it is done once more, and nothing is known of when.
 */
const mayBeForNewToken = ({ attempts, condition }: Retry): boolean =>
  (condition.statuses[401] === 'retried' || attempts.max === 2) &&
  condition.statuses[429] !== 'retried' &&
  !isForFailures(condition);

/** Only answers for too many requests are retried, and those say how long to wait. */
const waitsAsTold = ({ condition, retryAfter }: Retry): boolean =>
  retryAfter === 'obeyed' && condition.statuses[429] === 'retried' && !isForFailures(condition);

const isForFailures = ({ statuses, networkErrors, timeouts }: RetryCondition): boolean =>
  [statuses[500], statuses[503], networkErrors, timeouts].includes('retried');
