import type { Library, Method } from './schema-library.ts';

/** How a library's retry options are named. Dotted paths inside the options (or its `retry`). */
export interface RetryOptions {
  /** The number of retries after the first attempt. */
  readonly retries?: readonly string[];
  /** The number of attempts, the first one included. */
  readonly attempts?: readonly string[];
  /** Options that take the end away where they are `true`. */
  readonly endless?: readonly string[];
  /**
   * A bare number in place of the options is the number of retries, or of attempts where those alone
   * are named. `option`: under the name that the options have; `argument`: as the argument.
   */
  readonly bareNumber?: 'option' | 'argument';
  /** Lists of status codes that are retried. */
  readonly statuses?: readonly string[];
  readonly methods?: readonly string[];
  /** Predicates `(error, …) => boolean` that decide on a retry. `error` tells what argument 0 holds. */
  readonly predicates?: readonly string[];
  /** Where predicates find what they decide by. The error is argument 0 where absent. */
  readonly predicateReads?: {
    /** The argument that is the error, and the path inside it. */
    readonly error: number;
    readonly path?: string;
    /** The argument that is the answer: null where there is none, as the error is where there is one. */
    readonly response?: number;
    /** The error comes with its answer; where there is none, that is undefined. */
    readonly both?: true;
    /** The argument that counts the failures, and its value at the first. */
    readonly count?: { readonly argument: number; readonly first: number };
  };
  /** A predicate alone decides how often, whatever `retries` says. */
  readonly predicateBounds?: true;
  /** A predicate that gives `undefined` leaves it to the list and the defaults. */
  readonly undecidedIsDefault?: true;
  /** Hooks that stop the retry by throwing. */
  readonly stops?: readonly string[];
  readonly firstMs?: readonly string[];
  readonly factor?: readonly string[];
  readonly capMs?: readonly string[];
  /** Booleans that switch randomness on. */
  readonly jitter?: readonly string[];
  /** Where `jitter` options are no booleans: the values that switch it on. */
  readonly jitterValues?: readonly string[];
  /** An option whose words choose how the delay grows. */
  readonly growth?: {
    readonly option: string;
    readonly values: Readonly<Record<string, 'constant' | 'linear' | 'exponential'>>;
  };
  /** Functions `(attempt, …) => ms`. */
  readonly delay?: readonly string[];
  /** What `delay` functions get as the first attempt; 1 where absent. */
  readonly delayCountsFrom?: number;
  /** A `delay` is given one object: the members that count, and hold what the library would wait by itself. */
  readonly delayReads?: { readonly count: string; readonly computed: string };
  /** A `delay` of the caller's is taken in place of what `Retry-After` says, unless it looks there itself. */
  readonly delayReplacesRetryAfter?: true;
  /** Options that are the delay itself, constant. */
  readonly constantMs?: readonly string[];
  /** Booleans that switch retrying after a timeout on. */
  readonly timeouts?: readonly string[];
  /** The longest `Retry-After` that is obeyed. */
  readonly maxRetryAfterMs?: readonly string[];
  /** Writing the number of retries makes every method be retried, whatever `defaults.methods` says. */
  readonly everyMethodWhenSet?: true;
  /** What holds where nothing is written. `null`: the library has no such thing. */
  readonly defaults: {
    readonly retries: number | null;
    readonly statuses?: readonly number[];
    /** The methods that are retried; absent: all. */
    readonly methods?: readonly Method[];
    readonly networkErrors: boolean;
    readonly timeouts: boolean;
    readonly firstMs: number | null;
    readonly factor: number | null;
    readonly capMs: number | null;
    readonly jitter: boolean;
    readonly readsRetryAfter: boolean;
    /** The export of the library, a `condition`, that decides where no predicate is given. */
    readonly condition?: string;
    /** Retries whatever is thrown: the condition is left to the caller's function. */
    readonly everything?: true;
  };
}

/** A library that runs a function again after it failed. */
export interface RetryLibrary extends Library {
  readonly kind: 'retry';
  readonly globals?: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, RetryUse>>;
  readonly options: RetryOptions;
  /** What fixes bring in: the name for its default export, and options; `client`: for instances of that client. */
  readonly suggested?: {
    readonly name: string;
    readonly options: string;
    readonly client?: string;
  };
  /** The key under which a request's own options hold retry options; empty: beside them. */
  readonly requestOption?: string;
  /** Where versions differ: by version prefix (`3`, `4.1`; the longest that fits wins), what holds instead of the same-named entries above. */
  readonly majors?: Readonly<
    Record<
      string,
      {
        readonly defaults?: Partial<RetryOptions['defaults']>;
        readonly exports?: Readonly<Record<string, RetryUse>>;
        readonly options?: Partial<Omit<RetryOptions, 'defaults'>>;
      }
    >
  >;
}

/** How an export of a retry library is used. Arguments by index. */
export type RetryUse =
  /** `pRetry(task, options)`: runs `task`. */
  | {
      readonly does: 'run';
      readonly task: number;
      readonly options?: number;
      /** Argument that stops: `bail` of the task's parameters. */ readonly bail?: number;
      /** The task's parameter that must be called for a retry: what is thrown alone is not retried. */ readonly again?: number;
    }
  /** `axiosRetry(client, options)`: retries all requests of a client. */
  | {
      readonly does: 'attach';
      readonly client: number;
      readonly options?: number;
      /** Gives back a new client and leaves the old one as it is. */ readonly returns?: true;
    }
  /** `retry(policy, options)`: makes a policy whose member runs the task. */
  | {
      readonly does: 'policy';
      readonly handles?: number;
      readonly options: number;
      readonly run: string;
      /** Member that the task must call for a retry. */ readonly again?: string;
    }
  /** `new Queue(name, { defaults })`: a queue whose member takes jobs with their options, after a name that may be left out. */
  | {
      readonly does: 'jobs';
      readonly member: string;
      readonly options: number;
      readonly defaults: string;
    }
  /** `source.pipe(retry(options))`: runs what gives the source again. */
  | {
      readonly does: 'operator';
      readonly options: number;
      /** Operators that hand on every error as it is, where they stand before this one. */
      readonly after?: readonly string[];
      /** The option whose function gets each error, and how many there were, from 1: it gives a stream whose first value is the next try, or fails. */
      readonly decides?: string;
      /**
       * In place of options a function gets the stream of errors, and gives one of tries: what waits
       * there, what counts, what changes nothing, and what takes a function as `decides` does, counting from 0.
       */
      readonly notifier?: {
        readonly waits: string;
        readonly counts: string;
        readonly passes: readonly string[];
        readonly decides: readonly string[];
      };
    }
  /** `useQuery({ queryFn, retry })`: runs what it is given, and again as options beside it say. */
  | {
      readonly does: 'settings';
      readonly argument: number;
      /** The dotted paths of the objects in that argument that have the options; the argument itself: ''. */
      readonly at: readonly string[];
      /** The function that is run: the name of the option beside, or an argument. */
      readonly task?: string | number;
      /** The number of retries where none is written, if not the library's. */
      readonly retries?: number;
      /** An option that takes the place of all of them. */
      readonly unless?: string;
    }
  /** A condition that a policy handles: everything, or what a predicate lets through. */
  | {
      readonly does: 'handle';
      readonly predicate?: number;
      readonly everything?: true;
      /** The predicate gets what the task gave back, not an error. */ readonly of?: 'result';
      /** Chained members that widen it, to the argument that is their predicate. */ readonly or?: Readonly<
        Record<string, number>
      >;
    }
  /** A ready-made predicate: what it lets be retried. */
  | {
      readonly does: 'condition';
      readonly statuses: readonly (number | '4xx' | '5xx')[];
      readonly networkErrors: boolean;
      readonly timeouts: boolean;
      /** The methods whose error statuses are retried; all where absent. */ readonly methods?: readonly Method[];
      /** The methods whose network errors are retried; all where absent. */ readonly networkMethods?: readonly Method[];
    }
  /** A ready-made delay function or backoff class. */
  | {
      readonly does: 'delay';
      readonly growth: 'none' | 'constant' | 'linear' | 'exponential' | 'given';
      /** The argument that is the first (or only) delay, a list of delays, or a function that gives them (`given`). */ readonly argument?: number;
      /** Option and the values of it that take the randomness away. */ readonly withoutJitter?: {
        readonly option: string;
        readonly values: readonly string[];
      };
      readonly firstMs?: number;
      readonly factor?: number;
      readonly capMs?: number;
      readonly jitter: boolean;
      readonly readsRetryAfter?: true;
      readonly options?: number;
      readonly optionNames?: Pick<RetryOptions, 'firstMs' | 'capMs' | 'factor'>;
    }
  /** An error that ends the retry when it is thrown. */
  | { readonly does: 'abort' };
