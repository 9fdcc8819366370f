import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import type { Delay } from './delay.ts';
import type { Fact } from '../fact.ts';

/** Whether a kind of failure leads to another attempt. */
export type Verdict = 'retried' | 'not' | 'unknown';

/** The statuses that conditions are tried with. */
export const SAMPLE_STATUSES = [
  400, 401, 403, 404, 408, 409, 422, 425, 429, 500, 502, 503, 504,
] as const;
export type SampleStatus = (typeof SAMPLE_STATUSES)[number];

/** Which failures are retried. */
export interface RetryCondition {
  readonly statuses: Readonly<Record<SampleStatus, Verdict>>;
  /** No connection: refused, reset, not resolved. */
  readonly networkErrors: Verdict;
  /** The request's own timeout. */
  readonly timeouts: Verdict;
  /** Somebody wrote it: a list, a test, a predicate, or a loop that looks at nothing. Never a library's default. */
  readonly isWritten: boolean;
  /** Where it is written, or the retry's own node. */
  readonly node: Node;
  /** The list of statuses it is, if it is one of this file. */
  readonly list: StatusList | null;
  /** The one comparison of the status with a number, where there is only one. */
  readonly test: TSESTree.BinaryExpression | null;
  /** The text of the file that holds `test`. */
  readonly source: string;
}

export interface StatusList {
  readonly node: TSESTree.ArrayExpression;
  readonly source: string;
  /** Nothing but the retry reads it. */
  readonly isOwn: boolean;
}

/** How often is tried. */
export interface Attempts {
  /** The first attempt included; Infinity where nothing ends it; null where not known. */
  readonly max: number | null;
  /** The written number that bounds it, and how many attempts it is off from `max`; null where there is none in this file. */
  readonly limit: {
    readonly node: Node;
    readonly value: number;
    readonly source: string;
    readonly isOwn: boolean;
  } | null;
  readonly isWritten: boolean;
}

/** What becomes of the last failure. */
export type LastFailure = 'thrown' | 'returned' | 'silent' | 'unknown';

/** What becomes of a `Retry-After` in an answer of 429. `unused`: it is read, and no wait hangs on it. */
export type RetryAfter = 'obeyed' | 'ignored' | 'unused' | 'unknown';

/** The expression that says how long is waited before the next attempt. */
export interface Wait {
  readonly node: Node;
  /** The text of the file that holds it. */
  readonly source: string;
  /** The failed answer, where it is at hand there; `hasGet`: its headers are read by `get`. */
  readonly answer: { readonly name: string; readonly hasGet: boolean } | null;
}

/** Something that sends a request again after it failed. */
export interface Retry extends Fact {
  /** Where it is reported: the head of the loop, the call of the library, the option. */
  readonly node: Node;
  readonly form:
    'loop' | 'recursion' | 'library' | 'client' | 'interceptor' | 'listener' | 'wrapper';
  /** All of it: the loop, the function, the call of the library, the options. */
  readonly root: Node;
  /** The library that retries; null for own code. */
  readonly libraryName: string | null;
  /** `known`: an API request. `likely`: a function handed in, by name or use one that sends requests. */
  readonly sends: 'known' | 'likely' | 'unknown';
  /** The requests of this file that it repeats. */
  readonly requests: readonly ApiCall[];
  readonly attempts: Attempts;
  readonly condition: RetryCondition;
  readonly delay: Delay;
  readonly retryAfter: RetryAfter;
  /** The test that 429 has a branch of its own by. */
  readonly rateLimitTest: Node | null;
  /** Null where the wait is not written in this file, or not for this retry alone. */
  readonly wait: Wait | null;
  readonly lastFailure: LastFailure;
  /** The client whose requests are all retried; `node` null: the library itself, not an instance of it. */
  readonly instance: { readonly node: Node | null; readonly clientName: string } | null;
  /** Where its options stand or would stand. */
  readonly options: OptionsPlace | null;
  /** What the library's helper for an exponential delay is, as an option and its text. */
  readonly delayFix: { readonly option: string; readonly text: string } | null;
  /** The option that switches randomness on, and its value; null where there is none. */
  readonly jitterFix: { readonly option: string; readonly text: string } | null;
  /** The file, for an edit of what its own code repeats; null for a library's work. */
  readonly module: SourceModule | null;
}
