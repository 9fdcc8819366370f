import type { Library } from './schema-library.ts';

/** A library that reads something again and again until it is told to stop. */
export interface Poller extends Library {
  readonly kind: 'poller';
  readonly exports: Readonly<Record<string, PollerUse>>;
}

export type PollerUse =
  /** `pWaitFor(condition, { timeout })`: runs a function until it gives true. */
  | {
      readonly does: 'wait';
      readonly condition: number;
      readonly options: number;
      /** Options that end the wait; dotted paths. Milliseconds, where they are a number. */
      readonly timeoutMs: readonly string[];
      /** Other options that end it. */
      readonly ends: readonly string[];
    }
  /** `useQuery({ queryFn, refetchInterval })`: reads again for as long as its page is there. */
  | {
      readonly does: 'query';
      /** The function that reads: an option, or an argument. */
      readonly reads: string | number;
      /** The option that says how long to wait; a function of the answer may end it with `false` or 0. */
      readonly every: string;
      /** Where the answer is in what that function gets, if not that itself: `state.data`. */
      readonly answer?: string;
    };
