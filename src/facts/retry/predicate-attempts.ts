import type { Outcome } from '../rehearsal/rehearsal.ts';
import { playAll } from '../rehearsal/rehearse.ts';
import { isAbortError } from './exports.ts';
import type { Written } from './options.ts';
import { attemptsIn, option } from './options.ts';
import { predicateVerdicts } from './predicate.ts';
import type { Attempts, Verdict } from './shape.ts';

/** More failures than this are as good as without end. */
const MANY = 60;

/** What may pass, the likeliest to be retried first. */
const MAY_PASS: readonly Outcome[] = [
  { kind: 'status', status: 503 },
  { kind: 'network' },
  { kind: 'status', status: 429 },
];

/** How often is tried: as a predicate says that alone decides, or the options. */
export const attemptsOf = (written: Written): Attempts =>
  attemptsByPredicate(written) ?? attemptsIn(written);

function attemptsByPredicate(written: Written): Attempts | null {
  const { predicateBounds, predicates } = written.names;
  const found = predicateBounds ? option(written, predicates) : null;
  if (found?.state !== 'known' || found.value.kind !== 'function') return null;
  const outcome = MAY_PASS.find((each) => verdictAfter(0, each, written) === 'retried');
  return { max: outcome ? mostOf(outcome, written) : null, limit: null, isWritten: true };
}

/** The attempts until a predicate ends it; Infinity where it never does, null where it may. */
function mostOf(outcome: Outcome, written: Written): number | null {
  for (let failures = 1; failures < MANY; failures++) {
    const verdict = verdictAfter(failures, outcome, written);
    if (verdict !== 'retried') return verdict === 'not' ? failures + 1 : null;
  }
  return Number.POSITIVE_INFINITY;
}

function verdictAfter(failures: number, outcome: Outcome, written: Written): Verdict {
  const judge = predicateVerdicts(written, failures);
  const [ending] = playAll(
    () => ({ t: 'failure' }),
    { outcome, requestAt: () => null, isAbortError, mostAttempts: 1 },
    written.module,
  );
  return judge && ending ? judge(ending) : 'unknown';
}
