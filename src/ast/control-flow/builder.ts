import type { Scopes } from '../scope.ts';
import type { Frame } from './frames.ts';
import { routeThrough } from './frames.ts';
import { append, FlowGraph } from './graph.ts';
import type { Point } from './graph.ts';
import type {
  ControlFlowOptions,
  Expression,
  LoopNode,
  Node,
  Outcome,
  VisitorKeys,
} from './types.ts';

/** Points at which control waits for its next step, by the way a test came out. */
export type Exits = Readonly<Record<Outcome, readonly Point[]>>;

/**
 * A piece of building. Pieces are generators that yield their sub-pieces instead of calling them,
 * so that the depth of the code (a chain of 5,000 `else if`s) is not the depth of our stack.
 */
export interface Step extends Generator<Step | null, Exits | void, Exits> {}

/** A piece that lays out code and leaves the place where it ends in `frontier`. */
export type Layout = Generator<Step | null, void, Exits>;

/** A piece that lays out a test and hands back where its two outcomes end. */
export type Test = Generator<Step | null, Exits, Exits>;

/** How to lay out a node, as a value or statement, and as a test. */
export interface Layouts {
  visit(flow: FlowBuilder, node: Node): Step | null;
  condition(flow: FlowBuilder, node: Expression): Step;
}

/** The state of building one graph, and the few moves that everything is laid out with. */
export class FlowBuilder {
  readonly graph = new FlowGraph();
  /** The points that the next point follows. */
  frontier: readonly Point[] = [this.graph.entry];
  /** Where control goes when something throws. */
  throwTo: Point = this.graph.throwExit;
  throwCount = 0;
  frames: Frame | null = null;
  /** Labels of the statement that comes next. */
  labels: readonly string[] = [];
  loop: LoopNode | null = null;
  /** Where the `?.`s of the chain at hand leave it. */
  chainExits: Point[] = [];
  finallyDepth = 0;
  /** What names stand for; null where the root has no program around it. */
  scopes: Scopes | null = null;
  readonly visitorKeys: VisitorKeys | undefined;
  readonly options: ControlFlowOptions;
  readonly #layouts: Layouts;

  constructor(layouts: Layouts, keys: VisitorKeys | undefined, options: ControlFlowOptions) {
    this.#layouts = layouts;
    this.visitorKeys = keys;
    this.options = options;
  }

  visit(node: Node): Step | null {
    return this.#layouts.visit(this, node);
  }

  condition(node: Expression): Step {
    return this.#layouts.condition(this, node);
  }

  run(first: Step | null): void {
    const stack = first ? [first] : [];
    let answer: Exits = NOWHERE;
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const { done, value } = top.next(answer);
      answer = NOWHERE;
      if (done === true) {
        stack.pop();
        answer = value ?? NOWHERE;
      } else if (value) {
        stack.push(value);
      }
    }
  }

  /** A new point that follows the frontier and becomes it. */
  point(): Point {
    const point = this.graph.addPoint();
    this.flowInto(point);
    this.frontier = [point];
    return point;
  }

  /** Leads the frontier to a point laid out before; the frontier stays. */
  flowInto(point: Point): void {
    for (const from of this.frontier) this.graph.connect(from, point);
  }

  /** Leads the frontier away; what follows is dead code until something joins. */
  leaveTo(point: Point, frame: Frame | null): void {
    this.flowInto(routeThrough(this.frames, frame, point));
    this.frontier = [];
  }

  /** Lets the ways meet in one point, which keeps frontiers short. */
  join(...ways: readonly (readonly Point[])[]): void {
    this.frontier = ways.flat();
    if (this.frontier.length > 1) this.point();
  }

  /** The node is evaluated here. */
  mark(node: Node): void {
    this.markAt(node, this.point());
  }

  markAt(node: Node, point: Point): void {
    append(this.graph.events, node, point);
    if (this.loop) this.graph.loops.set(node, this.loop);
  }

  /** A compound statement is over here. */
  end(node: Node): void {
    append(this.graph.ends, node, this.point());
  }

  /** The evaluation of the node begins here, and may throw. */
  attempt(node: Node): void {
    const point = this.point();
    append(this.graph.attempts, node, point);
    this.graph.throwTargets.set(point, this.throwTo);
    this.flowInto(this.throwTo);
    this.throwCount += 1;
  }

  /** Sets each outcome apart by a point that says how the tests came out. */
  label(exits: Exits, tests: readonly Expression[]): Exits {
    return {
      truthy: this.assume(exits.truthy, tests, 'truthy'),
      falsy: this.assume(exits.falsy, tests, 'falsy'),
    };
  }

  assume(from: readonly Point[], tests: readonly Expression[], outcome: Outcome): readonly Point[] {
    if (from.length === 0) return from;
    this.frontier = from;
    const point = this.point();
    for (const test of tests) this.graph.assume(point, test, outcome);
    return this.frontier;
  }
}

export const NOWHERE: Exits = { truthy: [], falsy: [] };
