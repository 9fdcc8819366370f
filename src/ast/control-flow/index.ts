import { buildGraph } from './build.ts';
import { GraphControlFlow } from './queries.ts';
import type { ControlFlow, ControlFlowOptions, FlowRoot, Node, VisitorKeys } from './types.ts';

export type {
  ControlFlow,
  ControlFlowOptions,
  FlowRoot,
  FunctionNode,
  Guard,
  LoopNode,
  Outcome,
  VisitorKeys,
} from './types.ts';

type Flows = WeakMap<FlowRoot, ControlFlow>;

const flowsWithoutPredicate: Flows = new WeakMap();
const flowsByPredicate = new WeakMap<object, Flows>();

/**
 * The control flow of a function or program, laid out when first asked for and kept as long as its
 * node lives (for each `neverReturns` separately; so pass the same function each time).
 */
export function controlFlowOf(
  root: FlowRoot,
  visitorKeys?: VisitorKeys,
  options: ControlFlowOptions = {},
): ControlFlow {
  const flows = flowsFor(options);
  const known = flows.get(root);
  if (known) return known;
  const flow = new GraphControlFlow(buildGraph(root, visitorKeys, options));
  flows.set(root, flow);
  return flow;
}

/** Some path leads from the entry of the function or program to `node`. */
export function isReachable(root: FlowRoot, node: Node, visitorKeys?: VisitorKeys): boolean {
  return controlFlowOf(root, visitorKeys).isReachable(node);
}

function flowsFor({ neverReturns }: ControlFlowOptions): Flows {
  if (!neverReturns) return flowsWithoutPredicate;
  const known = flowsByPredicate.get(neverReturns);
  if (known) return known;
  const flows: Flows = new WeakMap();
  flowsByPredicate.set(neverReturns, flows);
  return flows;
}
