import type { RetryUse } from '../../clients/schema.ts';
import type { Outcome } from '../rehearsal/rehearsal.ts';

/** Whether a library's ready-made condition lets a request be sent again that went like this. */
export function letsThrough(
  { statuses, networkErrors, timeouts }: Extract<RetryUse, { does: 'condition' }>,
  outcome: Outcome,
): boolean {
  if (outcome.kind === 'network') return networkErrors;
  if (outcome.kind === 'timeout') return timeouts;
  if (outcome.kind === 'ok') return false;
  const { status } = outcome;
  return statuses.some(
    (one) =>
      one === status ||
      (one === '5xx' && status >= 500) ||
      (one === '4xx' && status >= 400 && status < 500),
  );
}
