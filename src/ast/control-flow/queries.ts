import type { FlowGraph, Point } from './graph.ts';
import { dominatorsOf, pathExists } from './search.ts';
import type { ControlFlow, Guard, LoopNode, Node, Outcome } from './types.ts';

/** Each of these costs a search; a function has few, unless it is generated. */
const MOST_SCATTERED = 50;

/** What is inside these is evaluated at another time than they are, unless it has its own points. */
const RUNS_LATER: ReadonlySet<string> = new Set([
  'ArrowFunctionExpression',
  'ClassBody',
  'FunctionDeclaration',
  'FunctionExpression',
  'Program',
]);

/** The answers to all questions about one graph. */
export class GraphControlFlow implements ControlFlow {
  readonly #graph: FlowGraph;

  #scattered: Guard[] | null = null;
  #above: Int32Array | null = null;

  constructor(graph: FlowGraph) {
    this.#graph = graph;
  }

  isReachable(node: Node): boolean {
    return this.#livePoints(this.#placeOf(node)).length > 0;
  }

  everyPathTo(node: Node, through: Iterable<Node>): boolean {
    const targets = new Set(this.#pointsOf(this.#placeOf(node)));
    if (targets.size === 0) return false;
    const barred = this.#eventsOf(through);
    return !pathExists({
      steps: this.#graph.successors,
      after: [this.#graph.entry],
      isGoal: (point) => targets.has(point),
      isBarred: (point) => barred.has(point),
    });
  }

  everyPathFrom(node: Node, through: Iterable<Node>, options?: { throws?: boolean }): boolean {
    const from = this.#ownPlaceOf(node);
    if (!from) return false;
    const throws = options?.throws === true;
    const { returnExit, throwExit, successors } = this.#graph;
    const barred = this.#eventsOf(through, throws);
    return !pathExists({
      steps: successors,
      after: this.#live(this.#endsOf(from)),
      isGoal: (point) => point === returnExit || (throws && point === throwExit),
      isBarred: (point) => barred.has(point),
    });
  }

  canReach(from: Node, to: Node, avoiding: Iterable<Node> = []): boolean {
    const start = this.#ownPlaceOf(from);
    if (!start) return false;
    return this.#leads(this.#live(this.#endsOf(start)), to, avoiding, this.#failuresOf(start));
  }

  canReachWhen(test: Node, outcome: Outcome, to: Node, avoiding: Iterable<Node> = []): boolean {
    const starts = this.#graph.outcomes[outcome].get(test);
    return starts === undefined || this.#leads(this.#live(starts), to, avoiding);
  }

  #leads(after: Point[], to: Node, avoiding: Iterable<Node>, at: Point[] = []): boolean {
    const targets = new Set(this.#pointsOf(this.#placeOf(to)));
    const barred = this.#eventsOf(avoiding);
    return pathExists({
      steps: this.#graph.successors,
      after,
      at,
      isGoal: (point) => targets.has(point),
      isBarred: (point) => barred.has(point),
    });
  }

  dominates(a: Node, b: Node): boolean {
    return a === b || this.everyPathTo(b, [a]);
  }

  outcomeAt(test: Node, node: Node): Outcome | null {
    const points = this.#livePoints(this.#placeOf(node));
    if (points.length === 0) return null;
    if (this.#isCertain(test, 'truthy', points)) return 'truthy';
    return this.#isCertain(test, 'falsy', points) ? 'falsy' : null;
  }

  guardsOf(node: Node): readonly Guard[] {
    const points = this.#livePoints(this.#placeOf(node));
    const [first] = points;
    if (first === undefined || !this.#hasGuards()) return [];
    const guards = new Map<Node, Guard>();
    for (const guard of [...this.#guardsOnEveryPath(first), ...this.#scatteredGuards()]) {
      if (!guards.has(guard.test) && this.#holds(guard, points)) guards.set(guard.test, guard);
    }
    return [...guards.values()];
  }

  /** Of the points that every path to one passes, the last one first. */
  #guardsOnEveryPath(point: Point): Guard[] {
    this.#above ??= this.#guardedAbove();
    const found: Guard[] = [];
    const { guards } = this.#graph;
    for (let at = point; at !== -1; at = this.#above[at] ?? -1)
      found.push(...(guards.get(at) ?? []));
    return found;
  }

  /** For each point the next one with a guard that every path to it passes; -1 where there is none. */
  #guardedAbove(): Int32Array {
    const { guards } = this.#graph;
    const { order, immediate } = dominatorsOf(this.#graph);
    const above = new Int32Array(immediate.length).fill(-1);
    for (const point of order.slice(1)) {
      const next = immediate[point] ?? -1;
      above[point] = guards.has(next) ? next : (above[next] ?? -1);
    }
    return above;
  }

  /** A long function without a test is not searched for each question. */
  #hasGuards(): boolean {
    return this.#graph.guards.size > 0 || this.#scatteredGuards().length > 0;
  }

  inLoop(node: Node): LoopNode | null {
    const place = this.#placeOf(node);
    return (place && this.#graph.loops.get(place)) ?? null;
  }

  /**
   * A guard that every path passes is certain as it stands if its test is laid out once: a later
   * evaluation that comes out differently could as well have been the first one.
   */
  #holds({ test, outcome }: Guard, points: readonly Point[]): boolean {
    const isScattered = (this.#graph.outcomes[outcome].get(test)?.length ?? 0) > 1;
    if (points.length === 1 && !isScattered) return true;
    return this.#isCertain(test, outcome, points);
  }

  /** Outcomes that several points stand for, none of which need lie on every path. */
  #scatteredGuards(): Guard[] {
    if (this.#scattered) return this.#scattered;
    const { outcomes, guards } = this.#graph;
    const found = [...outcomes.truthy, ...outcomes.falsy].flatMap(([test, points]) =>
      points.length === 1 ? [] : (guards.get(points[0] ?? -1) ?? []).filter((g) => g.test === test),
    );
    return (this.#scattered = found.slice(0, MOST_SCATTERED));
  }

  /** Going back from the points, the outcome is met before the test's evaluation or the entry. */
  #isCertain(test: Node, outcome: Outcome, points: readonly Point[]): boolean {
    const settled = new Set(this.#graph.outcomes[outcome].get(test));
    if (settled.size === 0) return false;
    const evaluated = new Set(this.#graph.events.get(test));
    return !pathExists({
      steps: this.#graph.predecessors,
      after: points,
      isGoal: (point) =>
        point === this.#graph.entry || (evaluated.has(point) && !settled.has(point)),
      isBarred: (point) => settled.has(point) || !this.#graph.isReachable(point),
    });
  }

  /** The node of this graph that stands for a node: itself or what it stands in. */
  #placeOf(node: Node): Node | null {
    for (let place: Node | undefined = node; place; place = place.parent) {
      if (this.#graph.events.has(place)) return place;
    }
    return null;
  }

  /** The same, except for nodes that are evaluated at another time than what they stand in. */
  #ownPlaceOf(node: Node): Node | null {
    for (let place: Node | undefined = node; place; place = place.parent) {
      if (place !== node && RUNS_LATER.has(place.type)) return null;
      if (this.#graph.events.has(place)) return place;
    }
    return null;
  }

  #pointsOf(place: Node | null): readonly Point[] {
    return (place && this.#graph.events.get(place)) ?? [];
  }

  #live(points: readonly Point[]): Point[] {
    return points.filter((point) => this.#graph.isReachable(point));
  }

  #livePoints(place: Node | null): Point[] {
    return this.#live(this.#pointsOf(place));
  }

  #endsOf(place: Node): readonly Point[] {
    return this.#graph.ends.get(place) ?? this.#pointsOf(place);
  }

  #failuresOf(place: Node): Point[] {
    return this.#live(this.#graph.attempts.get(place) ?? []).flatMap(
      (attempt) => this.#graph.throwTargets.get(attempt) ?? [],
    );
  }

  #eventsOf(nodes: Iterable<Node>, withAttempts = false): Set<Point> {
    const points = new Set<Point>();
    for (const node of nodes) {
      const place = this.#ownPlaceOf(node);
      if (!place) continue;
      for (const point of this.#pointsOf(place)) points.add(point);
      if (!withAttempts) continue;
      for (const attempt of this.#graph.attempts.get(place) ?? []) points.add(attempt);
    }
    return points;
  }
}
