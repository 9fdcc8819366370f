import { rethrow } from '../src/edits/rethrow.ts';
import type { ErrorHandling } from '../src/facts/errors/error-handling.ts';
import { createRule } from '../src/rule/create-rule.ts';

export default createRule({
  name: 'no-swallowed-api-error',
  description: 'Disallow catching the error of a request without a trace of it',
  checklist: ['aelix/error-codes', 'moncreneau/handle-4xx'],
  level: 'recommended',
  fix: 'suggest',
  messages: {
    dropped:
      'The error of this request ends here without a trace: nobody will know that it failed, or why. Handle it, or let the caller have it.',
    logged:
      'The error of this write is only logged: what follows goes on as if it had been done. Handle it, or let the caller have it.',
    asResult: 'This gives the error back as if it were the result of the request. Throw it.',
  },
  on: {
    errorHandling(handling, { isRunByHand, report }) {
      const messageId = handling.isMadeUpFor ? null : faultOf(handling);
      // Who runs a script reads what it logs.
      if (!messageId || (messageId === 'logged' && isRunByHand)) return;
      const { node, deeds, chain, isForgotten, module } = handling;
      const edit = rethrow({ node, result: deeds.result, chain, isAwaited: !isForgotten, module });
      report({ node, messageId, edit });
    },
  },
});

/** What a reviewer would object to. */
function faultOf({ outcome, isWrite, isForgotten, ...handling }: ErrorHandling) {
  if (outcome === 'handled' || handling.isBestEffort) return null;
  const mayGetLost = handling.isExplained && (!isWrite || handling.isNotice);
  if (outcome !== 'logged') return outcome === 'dropped' && mayGetLost ? null : outcome;
  return isWrite && !isForgotten && !handling.isNotice ? outcome : null;
}
