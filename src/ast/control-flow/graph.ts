import type { Expression, Guard, LoopNode, Node, Outcome } from './types.ts';

/** Index of a point, a moment between two steps of the function. */
export type Point = number;

/**
 * The points of a function and the steps between them. A node has several points where code is
 * laid out more than once: `finally` blocks, one copy for each way out of the `try`.
 */
export class FlowGraph {
  readonly successors: Point[][] = [];
  readonly entry = this.addPoint();
  readonly returnExit = this.addPoint();
  readonly throwExit = this.addPoint();
  /** Where a node is evaluated. */
  readonly events: Map<Node, Point[]> = new Map();
  /** Where a compound statement is over. */
  readonly ends: Map<Node, Point[]> = new Map();
  /** Where an evaluation that may throw begins. */
  readonly attempts: Map<Node, Point[]> = new Map();
  /** Where an attempt goes when it throws. */
  readonly throwTargets = new Map<Point, Point>();
  /** Where a test is known to have come out one way. */
  readonly outcomes: Readonly<Record<Outcome, Map<Node, Point[]>>> = {
    truthy: new Map(),
    falsy: new Map(),
  };
  readonly guards = new Map<Point, Guard[]>();
  readonly loops: Map<Node, LoopNode> = new Map();
  #predecessors: Point[][] | null = null;
  #reachable: Uint8Array | null = null;

  get size(): number {
    return this.successors.length;
  }

  addPoint(): Point {
    return this.successors.push([]) - 1;
  }

  connect(from: Point, to: Point): void {
    this.successors[from]?.push(to);
  }

  assume(point: Point, test: Expression, outcome: Outcome): void {
    append(this.outcomes[outcome], test, point);
    append(this.guards, point, { test, outcome });
  }

  /** Steps turned around; ask only once the graph is complete. */
  get predecessors(): readonly (readonly Point[])[] {
    if (this.#predecessors) return this.#predecessors;
    const turned: Point[][] = this.successors.map(() => []);
    this.successors.forEach((targets, from) => {
      for (const to of targets) turned[to]?.push(from);
    });
    return (this.#predecessors = turned);
  }

  /** Whether a path leads from the entry to the point; ask only once the graph is complete. */
  isReachable(point: Point): boolean {
    this.#reachable ??= reachableFrom(this, [this.entry]);
    return this.#reachable[point] === 1;
  }
}

export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function reachableFrom(graph: FlowGraph, starts: readonly Point[]): Uint8Array {
  const seen = new Uint8Array(graph.size);
  const pending = [...starts];
  for (let point = pending.pop(); point !== undefined; point = pending.pop()) {
    if (seen[point] === 1) continue;
    seen[point] = 1;
    for (const next of graph.successors[point] ?? []) pending.push(next);
  }
  return seen;
}
