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

/**
 * The points that every path from the entry to `target` passes, the last one first. Follows one
 * path and keeps those of its points that no detour goes around. Linear in the size of the graph.
 */
export function pointsOnEveryPath(graph: FlowGraph, target: Point): Point[] {
  const path = somePath(graph, target);
  const position = new Map(path.map((point, index) => [point, index]));
  const seen = new Uint8Array(graph.size);
  const passed: Point[] = [];
  let furthest = 0;
  path.forEach((start, index) => {
    if (furthest <= index) passed.push(start);
    const pending = [start];
    for (let point = pending.pop(); point !== undefined; point = pending.pop()) {
      for (const next of graph.successors[point] ?? []) {
        const ahead = position.get(next);
        if (ahead !== undefined) furthest = Math.max(furthest, ahead);
        else if (seen[next] !== 1) {
          seen[next] = 1;
          pending.push(next);
        }
      }
    }
  });
  return passed.reverse();
}

function somePath(graph: FlowGraph, target: Point): Point[] {
  const cameFrom = new Int32Array(graph.size).fill(-1);
  cameFrom[graph.entry] = graph.entry;
  const pending = [graph.entry];
  for (let point = pending.pop(); point !== undefined; point = pending.pop()) {
    if (point === target) return traceBack(cameFrom, target);
    for (const next of graph.successors[point] ?? []) {
      if (cameFrom[next] !== -1) continue;
      cameFrom[next] = point;
      pending.push(next);
    }
  }
  return [];
}

function traceBack(cameFrom: Int32Array, target: Point): Point[] {
  const path = [target];
  let point = target;
  for (let back = cameFrom[point]; back !== undefined && back !== point; back = cameFrom[point]) {
    path.push(back);
    point = back;
  }
  return path.reverse();
}

function pushAll(pending: Point[], points: readonly Point[] | undefined): void {
  if (points) for (const point of points) pending.push(point);
}
