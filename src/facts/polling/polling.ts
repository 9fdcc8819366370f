import type { Node } from '../../ast/node.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { findIntervals } from './interval.ts';
import { findPollingLoops } from './loop.ts';
import { findPolledQueries } from './query.ts';
import { findPollingRecursions } from './recursion.ts';
import { findPollingStreams } from './stream.ts';
import { findWaiters } from './waiter.ts';

/** The same read sent again and again until its answer tells what was waited for. */
export interface Polling extends Fact {
  /** The head of the loop, what repeats it (`setInterval`, a library's function or option), or the call that starts the next turn. */
  readonly node: Node;
  readonly form: 'loop' | 'interval' | 'recursion' | 'wait' | 'query' | 'stream';
  /** The requests that are sent in each turn. */
  readonly calls: readonly ApiCall[];
  /** Something besides the answer ends it: a clock, a count, a signal, or something that can't be read. */
  readonly isBounded: boolean;
  /** It ends when the page or component goes away, besides what its answer says. */
  readonly endsWithPage: boolean;
  /** It waits for a payment, by its address or the names around. */
  readonly isPayment: boolean;
  /** Whether it waits between two turns. */
  readonly pause: 'some' | 'none' | 'unknown';
  /** It ends after this many milliseconds at the latest, where that can be computed. */
  readonly longestMs: number | null;
}

/** All polling of a file. */
export function findPolling(view: FileView): Polling[] {
  return [
    ...findPollingLoops(view),
    ...findIntervals(view),
    ...findPollingRecursions(view),
    ...findWaiters(view),
    ...findPolledQueries(view),
    ...findPollingStreams(view),
  ].sort((one, other) => one.node.range[0] - other.node.range[0]);
}
