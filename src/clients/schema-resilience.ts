import type { Library } from './schema-library.ts';

/** A library that stops calls to a service that keeps failing. */
export interface BreakerLibrary extends Library {
  readonly kind: 'breaker';
  readonly exports: Readonly<Record<string, BreakerUse>>;
}

export type BreakerUse =
  /** `new CircuitBreaker(task)`, `new Circuit({ func: task })`: guards a task. */
  | {
      readonly does: 'guard';
      readonly task: number;
      /** The option of the argument that is the task. */ readonly option?: string;
      /** Members that take a task later. */ readonly members?: readonly string[];
    }
  /** `circuitBreaker(…)`: makes a policy; the members run a task under it. */
  | { readonly does: 'policy'; readonly members: readonly string[] }
  /** `wrap(retryPolicy, breakerPolicy)`: a policy that does what its parts do. */
  | { readonly does: 'combine'; readonly members: readonly string[] };

/** A library of jobs or messages that are tried again until they have failed for good. */
export interface QueueLibrary extends Library {
  readonly kind: 'queue';
  readonly exports: Readonly<Record<string, QueueUse>>;
}

export type QueueUse =
  /** `new Worker(name, task)`: runs a task for each job; listeners to `failed` hear of the last failure. */
  | {
      readonly does: 'consume';
      readonly task: number;
      readonly option?: string;
      readonly failed: readonly string[];
    }
  /** `new Queue(name)`: a member takes the task. */
  | {
      readonly does: 'queue';
      readonly process: string;
      readonly failed: readonly string[];
    }
  /** `@Processor(name) class`: the class takes the jobs; a method with one of the decorators hears of what fails. */
  | {
      readonly does: 'decorate';
      /** The method that takes a job; null where methods say so by a decorator of their own. */
      readonly task: string | null;
      /** By decorator: the event that it must name, null where it names none. */
      readonly listeners: Readonly<Record<string, string | null>>;
    }
  /** Something that hears of the last failures of a queue whose worker is elsewhere. */
  | { readonly does: 'listen'; readonly failed: readonly string[] }
  /** A queue as a resource: without one of these options what fails for good is dropped. */
  | { readonly does: 'resource'; readonly options: number; readonly deadLetter: readonly string[] };
