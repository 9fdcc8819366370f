import type { FileView } from '../fact.ts';
import { findStreamsCaughtAgain } from './caught-again.ts';
import { findClientRetries } from './client.ts';
import { findInterceptors, findLoops } from './code.ts';
import { findRecursions } from './recursion.ts';
import { findImportedRetries } from './imported.ts';
import { findFailureListeners } from './failure-listener.ts';
import { findJobRetries } from './jobs.ts';
import { findLibraryRetries } from './library.ts';
import { findOwnWrappers } from './own-wrapper.ts';
import { findOperatorRetries } from './operator.ts';
import { findPolicyRetries } from './policy.ts';
import { findSettingRetries } from './settings.ts';
import { findRequestRetries } from './request-option.ts';
import { findSdkRetries } from './sdk.ts';
import type { Retry } from './shape.ts';

export type { Delay } from './delay.ts';
export type {
  Attempts,
  LastFailure,
  Retry,
  RetryCondition,
  SampleStatus,
  StatusList,
  Verdict,
} from './shape.ts';

/** All retries of a file, however they are written. */
export function findRetries(view: FileView): Retry[] {
  const found = [
    findLoops,
    findRecursions,
    findInterceptors,
    findFailureListeners,
    findImportedRetries,
    findLibraryRetries,
    findRequestRetries,
    findOperatorRetries,
    findStreamsCaughtAgain,
    findPolicyRetries,
    findClientRetries,
    findSdkRetries,
    findSettingRetries,
    findJobRetries,
  ].flatMap((find) => find(view));
  return [...found, ...findOwnWrappers(view, found)].sort(
    (one, other) => one.node.range[0] - other.node.range[0],
  );
}
