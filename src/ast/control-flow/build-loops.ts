import type { TSESTree } from '@typescript-eslint/utils';
import type { Exits, FlowBuilder, Layout } from './builder.ts';
import type { Point } from './graph.ts';
import type { LoopNode } from './types.ts';

export function* whileLoop(flow: FlowBuilder, node: TSESTree.WhileStatement): Layout {
  const loop = enter(flow, node);
  flow.flowInto(loop.continueTo);
  flow.frontier = [loop.continueTo];
  const exits: Exits = yield flow.condition(node.test);
  flow.frontier = exits.truthy;
  yield flow.visit(node.body);
  flow.flowInto(loop.continueTo);
  leave(flow, node, loop, exits.falsy);
}

export function* doWhileLoop(flow: FlowBuilder, node: TSESTree.DoWhileStatement): Layout {
  const loop = enter(flow, node);
  const again = flow.point();
  yield flow.visit(node.body);
  flow.flowInto(loop.continueTo);
  flow.frontier = [loop.continueTo];
  const exits: Exits = yield flow.condition(node.test);
  flow.frontier = exits.truthy;
  flow.flowInto(again);
  leave(flow, node, loop, exits.falsy);
}

export function* forLoop(flow: FlowBuilder, node: TSESTree.ForStatement): Layout {
  const labels = flow.labels;
  flow.labels = [];
  flow.mark(node);
  if (node.init) yield flow.visit(node.init);
  const loop = repeat(flow, node, labels);
  const again = flow.point();
  let exits: Exits = { truthy: flow.frontier, falsy: [] };
  if (node.test) exits = yield flow.condition(node.test);
  flow.frontier = exits.truthy;
  yield flow.visit(node.body);
  flow.flowInto(loop.continueTo);
  flow.frontier = [loop.continueTo];
  if (node.update) yield flow.visit(node.update);
  flow.flowInto(again);
  leave(flow, node, loop, exits.falsy);
}

export function* forEachLoop(
  flow: FlowBuilder,
  node: TSESTree.ForInStatement | TSESTree.ForOfStatement,
): Layout {
  const labels = flow.labels;
  flow.labels = [];
  flow.mark(node);
  yield flow.visit(node.right);
  const loop = repeat(flow, node, labels);
  flow.flowInto(loop.continueTo);
  flow.frontier = [loop.continueTo];
  if (node.type === 'ForOfStatement') flow.attempt(node);
  const next = flow.point();
  yield flow.visit(node.left);
  yield flow.visit(node.body);
  flow.flowInto(loop.continueTo);
  leave(flow, node, loop, [next]);
}

interface OpenLoop {
  readonly breakTo: Point;
  readonly continueTo: Point;
  readonly outer: LoopNode | null;
  readonly parent: FlowBuilder['frames'];
}

function enter(flow: FlowBuilder, node: LoopNode): OpenLoop {
  const labels = flow.labels;
  flow.labels = [];
  flow.mark(node);
  return repeat(flow, node, labels);
}

/** What is laid out from here on repeats with the loop. */
function repeat(flow: FlowBuilder, node: LoopNode, labels: readonly string[]): OpenLoop {
  const parent = flow.frames;
  const [breakTo, continueTo] = [flow.graph.addPoint(), flow.graph.addPoint()];
  flow.frames = { kind: 'loop', parent, labels, breakTo, continueTo };
  const outer = flow.loop;
  flow.loop = node;
  return { breakTo, continueTo, outer, parent };
}

function leave(
  flow: FlowBuilder,
  node: LoopNode,
  loop: OpenLoop,
  afterLast: readonly Point[],
): void {
  flow.frames = loop.parent;
  flow.loop = loop.outer;
  flow.join(afterLast, [loop.breakTo]);
  flow.end(node);
}
