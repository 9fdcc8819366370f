import type { FlowGraph, Point } from './graph.ts';

export interface Search {
  /** The steps to take from each point. */
  readonly steps: readonly (readonly Point[])[];
  /** Points to step off from; they are not looked at themselves. */
  readonly after: Iterable<Point>;
  /** Points to look at from the start. */
  readonly at?: Iterable<Point>;
  readonly isGoal: (point: Point) => boolean;
  /** Points that no path may pass; a goal is found even where it is one of them. */
  readonly isBarred: (point: Point) => boolean;
}

/** Whether a path leads to a goal. Linear in the size of the graph. */
export function pathExists(search: Search): boolean {
  const { steps, isGoal, isBarred } = search;
  const seen = new Uint8Array(steps.length);
  const pending: Point[] = [...(search.at ?? [])];
  for (const start of search.after) pushAll(pending, steps[start]);
  for (let point = pending.pop(); point !== undefined; point = pending.pop()) {
    if (seen[point] === 1) continue;
    seen[point] = 1;
    if (isGoal(point)) return true;
    if (!isBarred(point)) pushAll(pending, steps[point]);
  }
  return false;
}

export interface Dominators {
  /** The points that the entry leads to, each behind its dominator. */
  readonly order: readonly Point[];
  /** The last point that every path from the entry to a point passes; the entry's is the entry, that of a point without a path -1. */
  readonly immediate: Int32Array;
}

/**
 * The immediate dominator of each point. After Cooper, Harvey and
 * Kennedy, "A Simple, Fast Dominance Algorithm".
 */
export function dominatorsOf(graph: FlowGraph): Dominators {
  const order = postorder(graph).reverse();
  const rank = new Int32Array(graph.size).fill(-1);
  order.forEach((point, index) => (rank[point] = index));
  const immediate = new Int32Array(graph.size).fill(-1);
  immediate[graph.entry] = graph.entry;
  const common = (one: Point, other: Point): Point => {
    let [a, b] = [one, other];
    while (a !== b) {
      while ((rank[a] ?? 0) > (rank[b] ?? 0)) a = immediate[a] ?? graph.entry;
      while ((rank[b] ?? 0) > (rank[a] ?? 0)) b = immediate[b] ?? graph.entry;
    }
    return a;
  };
  for (let isSettled = false; !isSettled;) {
    isSettled = true;
    for (const point of order.slice(1)) {
      const known = (graph.predecessors[point] ?? []).filter((from) => immediate[from] !== -1);
      const dominator = known.reduce(common);
      if (immediate[point] === dominator) continue;
      immediate[point] = dominator;
      isSettled = false;
    }
  }
  return { order, immediate };
}

/** The points that the entry leads to, each behind those that it leads to; the entry is the last. */
function postorder({ successors, entry, size }: FlowGraph): Point[] {
  const order: Point[] = [];
  const seen = new Uint8Array(size);
  const taken = new Int32Array(size);
  const pending = [entry];
  seen[entry] = 1;
  for (let point = pending.at(-1); point !== undefined; point = pending.at(-1)) {
    const step = taken[point] ?? 0;
    const next = successors[point]?.[step];
    taken[point] = step + 1;
    if (next === undefined) order.push(pending.pop() ?? point);
    else if (seen[next] !== 1) {
      seen[next] = 1;
      pending.push(next);
    }
  }
  return order;
}

function pushAll(pending: Point[], points: readonly Point[] | undefined): void {
  if (points) for (const point of points) pending.push(point);
}
