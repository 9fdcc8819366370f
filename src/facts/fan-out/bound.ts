import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';

/** What limits how many things run at a time, with the number where it is known. */
export interface Bound {
  readonly state: 'none' | 'known' | 'unknown';
  readonly value: number | null;
  /** The number in the code, for a limiter. */
  readonly node: Node | null;
  readonly module: SourceModule | null;
  /** A limiter lets only so many start in a while, too. */
  readonly isPaced?: true;
}

export const NO_BOUND: Bound = { state: 'none', value: null, node: null, module: null };
export const UNKNOWN_BOUND: Bound = { state: 'unknown', value: null, node: null, module: null };
/** A bound that is the number itself. */
export const bounded = (value: number): Bound => ({
  state: 'known',
  value,
  node: null,
  module: null,
});

/** Of two limits on the same things, the one that counts. */
export function tighter(one: Bound, other: Bound): Bound {
  if (one.state === 'none') return other;
  if (other.state === 'none') return one;
  if (one.state === 'unknown' || other.state === 'unknown') return UNKNOWN_BOUND;
  return (one.value ?? Infinity) <= (other.value ?? Infinity) ? one : other;
}
