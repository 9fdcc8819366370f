import type { TSESTree } from '@typescript-eslint/utils';
import type { FlowBuilder, Layout } from './builder.ts';
import { Finalizer } from './frames.ts';
import type { Point } from './graph.ts';

export function* tryStatement(flow: FlowBuilder, node: TSESTree.TryStatement): Layout {
  flow.mark(node);
  if (node.finalizer) yield* withFinalizer(flow, node, node.finalizer);
  else yield* blockAndHandler(flow, node, flow.throwTo);
  flow.end(node);
}

function* withFinalizer(
  flow: FlowBuilder,
  node: TSESTree.TryStatement,
  body: TSESTree.BlockStatement,
): Layout {
  const { frames: parent, throwTo } = flow;
  const finalizer = new Finalizer(flow.graph, flow.finallyDepth);
  const after = flow.graph.addPoint();
  const afterAll = finalizer.entryToward(after);
  flow.frames = { kind: 'finally', parent, finalizer };
  yield* blockAndHandler(flow, node, finalizer.entryToward(throwTo));
  flow.flowInto(afterAll);
  flow.frames = parent;
  flow.throwTo = throwTo;
  flow.finallyDepth += 1;
  for (const copy of finalizer.copies) {
    flow.frontier = [copy.entry];
    yield flow.visit(body);
    for (const destination of copy.destinations) flow.flowInto(destination);
  }
  flow.finallyDepth -= 1;
  flow.frontier = [after];
}

/** Lays out the `try` block and its `catch`; what neither catches goes to `uncaught`. */
function* blockAndHandler(flow: FlowBuilder, node: TSESTree.TryStatement, uncaught: Point): Layout {
  const outer = flow.throwTo;
  const caught = node.handler ? flow.graph.addPoint() : uncaught;
  flow.throwTo = caught;
  const throwsBefore = flow.throwCount;
  const entry = flow.point();
  yield flow.visit(node.block);
  // Something in the block throws, or nobody would have written it: a missing global, a getter.
  if (flow.throwCount === throwsBefore) flow.graph.connect(entry, caught);
  flow.throwTo = uncaught;
  if (node.handler) {
    const afterBlock = flow.frontier;
    flow.frontier = [caught];
    yield* catchClause(flow, node.handler);
    flow.join(afterBlock, flow.frontier);
  }
  flow.throwTo = outer;
}

function* catchClause(flow: FlowBuilder, node: TSESTree.CatchClause): Layout {
  flow.mark(node);
  if (node.param) yield flow.visit(node.param);
  yield flow.visit(node.body);
}
