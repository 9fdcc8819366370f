import type { FlowGraph, Point } from './graph.ts';

/** What a `break` or `continue` can aim at. */
export interface JumpFrame {
  readonly kind: 'label' | 'loop' | 'switch';
  readonly parent: Frame | null;
  readonly labels: readonly string[];
  readonly breakTo: Point;
  /** Loops only. */
  readonly continueTo: Point | null;
}

/** A `try` with a `finally`, which every jump out of it runs first. */
export interface FinallyFrame {
  readonly kind: 'finally';
  readonly parent: Frame | null;
  readonly finalizer: Finalizer;
}

export type Frame = FinallyFrame | JumpFrame;

interface FinalizerCopy {
  readonly entry: Point;
  readonly destinations: Point[];
}

const MOST_COPIES = 8;

/**
 * A `finally` block is laid out once for each place that control goes on to after it, so that a
 * return through it does not look as if it could fall through. Beyond a number of copies (fewer
 * inside another `finally`, as they multiply) the last copy leads to all remaining places.
 */
export class Finalizer {
  readonly copies: FinalizerCopy[] = [];
  readonly #entries = new Map<Point, Point>();
  readonly #graph: FlowGraph;
  readonly #limit: number;

  constructor(graph: FlowGraph, depth: number) {
    this.#graph = graph;
    this.#limit = Math.max(1, MOST_COPIES >> (2 * depth));
  }

  /** Where to enter the block so that control goes on to `destination` after it. */
  entryToward(destination: Point): Point {
    const known = this.#entries.get(destination);
    if (known !== undefined) return known;
    const copy = this.#copyFor(destination);
    this.#entries.set(destination, copy.entry);
    return copy.entry;
  }

  #copyFor(destination: Point): FinalizerCopy {
    const last = this.copies.at(-1);
    if (last && this.copies.length >= this.#limit) {
      last.destinations.push(destination);
      return last;
    }
    const copy = { entry: this.#graph.addPoint(), destinations: [destination] };
    this.copies.push(copy);
    return copy;
  }
}

/** The first point of the way from inside `from` out to `destination`, which lies in `to`. */
export function routeThrough(from: Frame | null, to: Frame | null, destination: Point): Point {
  const crossed: Finalizer[] = [];
  for (let frame = from; frame && frame !== to; frame = frame.parent) {
    if (frame.kind === 'finally') crossed.push(frame.finalizer);
  }
  return crossed.reduceRight((next, finalizer) => finalizer.entryToward(next), destination);
}

/** The frame that a `break` or `continue` aims at. */
export function jumpFrame(
  innermost: Frame | null,
  kind: 'break' | 'continue',
  label: string | undefined,
): JumpFrame | null {
  for (let frame = innermost; frame; frame = frame.parent) {
    if (frame.kind !== 'finally' && isAim(frame, kind, label)) return frame;
  }
  return null;
}

function isAim(frame: JumpFrame, kind: 'break' | 'continue', label: string | undefined): boolean {
  if (kind === 'continue' && frame.kind !== 'loop') return false;
  if (label !== undefined) return frame.labels.includes(label);
  return frame.kind !== 'label';
}
