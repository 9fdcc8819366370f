/**
 * What is known of libraries, as data. A file a library; its default export is one of the kinds
 * below. No control flow, no functions: the facts read it.
 */

import type { HttpClient, TimeoutOption } from './schema-http.ts';
import type { Library } from './schema-library.ts';
import type { LoggerLibrary } from './schema-log.ts';
import type { BreakerLibrary, QueueLibrary } from './schema-resilience.ts';
import type { Poller } from './schema-poller.ts';
import type { RetryLibrary } from './schema-retry.ts';
import type { RpcLibrary } from './schema-rpc.ts';
import type { Scheduler } from './schema-scheduler.ts';
import type { WebFramework, WebhookVerifier } from './schema-web.ts';

export type * from './schema-http.ts';
export type { Method } from './schema-library.ts';
export type * from './schema-log.ts';
export type * from './schema-poller.ts';
export type * from './schema-resilience.ts';
export type * from './schema-retry.ts';
export type * from './schema-rpc.ts';
export type * from './schema-scheduler.ts';
export type * from './schema-web.ts';

/** A library that bounds how much runs at a time, or how often. */
export interface Limiter extends Library {
  /** The one that fixes bring in: its default export makes a limiter of so many at a time. */
  readonly suggested?: true;
  readonly kind: 'limiter';
  readonly exports: Readonly<Record<string, LimiterUse>>;
  /** Methods of what its exports give: `Promise.resolve(xs).map(task)`. The arguments are the method's own. */
  readonly chain?: Readonly<Record<string, LimiterUse>>;
}

/** How a limiter is told how often it may let things run. */
export interface Rate {
  /** The options; or the number itself, with the time, or options, behind it. */
  readonly argument: number;
  /** Options with the number of things in an interval. */
  readonly requests?: readonly string[];
  /** Options with the interval: milliseconds, or a word of `units`. */
  readonly interval?: readonly string[];
  /** Words for intervals, in milliseconds. */
  readonly units?: Readonly<Record<string, number>>;
  /** The interval in milliseconds where no option names one. */
  readonly perMs?: number;
  /** Options with the milliseconds between two things. */
  readonly gap?: readonly string[];
}

export type LimiterUse =
  /** `pLimit(10)`: makes a function (or object with `members`) that runs what it gets. */
  | {
      readonly does: 'limit';
      readonly concurrency?: { readonly argument: number; readonly option?: string };
      /** Calls of per-interval limiters. */ readonly interval?: true;
      /** Options that bound how often. */ readonly intervalOptions?: readonly string[];
      readonly members?: readonly string[];
      /** Members that run a list of functions. */
      readonly lists?: readonly string[];
      readonly construct?: true;
      readonly rate?: Rate;
      /** The argument that it gives back, limited: a client, whose calls are made as before. */
      readonly wraps?: number;
      /** Members of what it makes that give back the function they get, limited; `''` is what it makes itself. */
      readonly gives?: readonly string[];
      /** Listeners to this event get the failure, and how often it was tried again; what they give back is the wait before the next try. */
      readonly onFailure?: {
        readonly member: string;
        readonly event: string;
        readonly counter: string;
      };
    }
  /** `pMap(items, task, { concurrency })`: runs a task for each item; no bound without the option. */
  | {
      readonly does: 'map';
      readonly items: number;
      readonly task: number;
      readonly concurrency?: { readonly argument: number; readonly option?: string };
      readonly bounded?: true;
    };

/** An SDK of a remote API that retries, times out and signs by itself. */
export interface Sdk extends Library {
  readonly kind: 'sdk';
  /** It lets only so many requests be under way by itself. */
  readonly queues?: true;
  readonly exports: readonly string[];
  /** Parts of the module that make texts to answer with, and send nothing. */
  readonly builders?: readonly string[];
  /** Functions of the module itself that send: it is a client by itself. */
  readonly functions?: readonly string[];
  /** Methods that move money, as paths from an instance. */
  readonly payments?: readonly string[];
  /** The methods that change something there: names, whatever they are of, or ends of paths (`calls.create`). */
  readonly writes?: readonly string[];
  readonly defaults: { readonly timeoutMs: number | null; readonly retries: number };
  readonly options: {
    /** The argument that a client's settings are, where it is made. */
    readonly settings?: number;
    /** Where they bound a request. Not for what may take minutes to answer, as a model does: a long limit is no mistake there. */
    readonly timeouts?: readonly TimeoutOption[];
    /** Where they say how often a request is sent again; dotted. */
    readonly retries?: string;
    /** The option of a call that holds the idempotency key. */
    readonly idempotencyKey?: string;
  };
}

export type Client =
  | HttpClient
  | RpcLibrary
  | LoggerLibrary
  | RetryLibrary
  | BreakerLibrary
  | QueueLibrary
  | Limiter
  | Poller
  | Scheduler
  | WebFramework
  | WebhookVerifier
  | Sdk;
