import type { TSESTree } from '@typescript-eslint/utils';
import type { Exits, FlowBuilder, Layout } from './builder.ts';
import { childrenOf } from './children.ts';
import type { Expression, Node } from './types.ts';

/** Expressions and patterns that can throw on their own account, apart from their parts. */
const THROWING: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'ImportExpression',
  'NewExpression',
  'TaggedTemplateExpression',
  'YieldExpression',
]);

/** These throw too, but so seldom that it only counts inside a `try`. */
const SELDOM_THROWING: ReadonlySet<string> = new Set([
  'ArrayPattern',
  'ObjectPattern',
  'SpreadElement',
]);

/** Evaluates the parts in order, then the node itself. */
export function* inOrder(flow: FlowBuilder, node: Node): Layout {
  for (const child of childrenOf(node, flow.visitorKeys)) yield flow.visit(child);
  if (THROWING.has(node.type)) flow.attempt(node);
  else if (SELDOM_THROWING.has(node.type)) attemptInsideTry(flow, node);
  flow.mark(node);
}

export function* logical(flow: FlowBuilder, node: TSESTree.LogicalExpression): Layout {
  const short = yield* branchOnLeft(flow, node.left, node.operator);
  yield flow.visit(node.right);
  flow.join(flow.frontier, short);
  flow.mark(node);
}

/** Leaves the frontier where the right side comes next; hands back where it is skipped. */
function* branchOnLeft(
  flow: FlowBuilder,
  left: Expression,
  operator: string,
): Generator<ReturnType<FlowBuilder['visit']>, Exits['truthy'], Exits> {
  if (operator.startsWith('??')) {
    yield flow.visit(left);
    const here = flow.frontier;
    flow.frontier = flow.assume(here, [left], 'falsy');
    return here;
  }
  const exits: Exits = yield flow.condition(left);
  const isAnd = operator.startsWith('&&');
  flow.frontier = isAnd ? exits.truthy : exits.falsy;
  return isAnd ? exits.falsy : exits.truthy;
}

export function* conditional(flow: FlowBuilder, node: TSESTree.ConditionalExpression): Layout {
  const exits: Exits = yield flow.condition(node.test);
  flow.frontier = exits.truthy;
  yield flow.visit(node.consequent);
  const afterConsequent = flow.frontier;
  flow.frontier = exits.falsy;
  yield flow.visit(node.alternate);
  flow.join(afterConsequent, flow.frontier);
  flow.mark(node);
}

export function* chain(flow: FlowBuilder, node: TSESTree.ChainExpression): Layout {
  const outer = flow.chainExits;
  flow.chainExits = [];
  yield flow.visit(node.expression);
  flow.join(flow.frontier, flow.chainExits);
  flow.chainExits = outer;
  flow.mark(node);
}

export function* member(flow: FlowBuilder, node: TSESTree.MemberExpression): Layout {
  yield flow.visit(node.object);
  if (node.optional) stopChainAt(flow, node.object);
  if (node.computed) yield flow.visit(node.property);
  attemptInsideTry(flow, node);
  flow.mark(node);
}

export function* call(flow: FlowBuilder, node: TSESTree.CallExpression): Layout {
  yield flow.visit(node.callee);
  if (node.optional) stopChainAt(flow, node.callee);
  for (const argument of node.arguments) yield flow.visit(argument);
  if (flow.options.neverReturns?.(node) === true) {
    flow.mark(node);
    flow.frontier = [];
    return;
  }
  flow.attempt(node);
  flow.mark(node);
}

export function* assignment(flow: FlowBuilder, node: TSESTree.AssignmentExpression): Layout {
  if (/^(?:&&|\|\||\?\?)=$/u.test(node.operator)) {
    yield* logicalAssignment(flow, node);
    return;
  }
  const isPlain = node.operator === '=';
  const writesLast = isPlain && node.left.type !== 'MemberExpression';
  if (!writesLast) yield flow.visit(node.left);
  yield flow.visit(node.right);
  if (writesLast) yield flow.visit(node.left);
  flow.mark(node);
}

function* logicalAssignment(flow: FlowBuilder, node: TSESTree.AssignmentExpression): Layout {
  const short = yield* branchOnLeft(flow, node.left, node.operator);
  yield flow.visit(node.right);
  flow.join(flow.frontier, short);
  flow.mark(node);
}

/** `target = fallback` in a pattern: the fallback is evaluated only where the value is missing. */
export function* withDefault(flow: FlowBuilder, node: TSESTree.AssignmentPattern): Layout {
  const given = flow.frontier;
  yield flow.visit(node.right);
  flow.join(flow.frontier, given);
  yield flow.visit(node.left);
  flow.mark(node);
}

/** Patterns take their value apart before they evaluate what is inside them. */
export function* pattern(
  flow: FlowBuilder,
  node: TSESTree.ArrayPattern | TSESTree.ObjectPattern,
): Layout {
  attemptInsideTry(flow, node);
  for (const child of childrenOf(node, flow.visitorKeys)) yield flow.visit(child);
  flow.mark(node);
}

/** Creates the class: evaluates what stands in it, but no method and no field of an instance. */
export function* classCreation(
  flow: FlowBuilder,
  node: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
): Layout {
  for (const decorator of node.decorators ?? []) yield flow.visit(decorator);
  if (node.superClass) yield flow.visit(node.superClass);
  for (const element of node.body.body) yield* classElement(flow, element);
  flow.mark(node);
}

function* classElement(flow: FlowBuilder, element: TSESTree.ClassElement): Layout {
  if (element.type === 'StaticBlock') {
    yield flow.visit(element);
    return;
  }
  if ('decorators' in element) {
    for (const decorator of element.decorators ?? []) yield flow.visit(decorator);
  }
  if ('key' in element && element.computed) yield flow.visit(element.key);
  const isField = element.type === 'PropertyDefinition' || element.type === 'AccessorProperty';
  if (isField && element.static && element.value) yield flow.visit(element.value);
}

function stopChainAt(flow: FlowBuilder, object: Expression): void {
  const here = flow.frontier;
  flow.chainExits.push(...flow.assume(here, [object], 'falsy'));
  flow.frontier = here;
}

/** Outside any `try` nearly everything can throw, which would tell nothing about the code. */
function attemptInsideTry(flow: FlowBuilder, node: Node): void {
  if (flow.throwTo !== flow.graph.throwExit) flow.attempt(node);
}
