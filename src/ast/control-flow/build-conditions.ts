import type { TSESTree } from '@typescript-eslint/utils';
import type { Exits, FlowBuilder, Step, Test } from './builder.ts';
import { impliedByName } from './named-conditions.ts';
import type { Expression } from './types.ts';

/** Lays out an expression as a test, so that each outcome has its own way on. */
export function layOutCondition(flow: FlowBuilder, node: Expression): Step {
  switch (node.type) {
    case 'LogicalExpression':
      return node.operator === '??' ? nullishTest(flow, node) : logicalTest(flow, node);
    case 'UnaryExpression':
      return node.operator === '!' ? negation(flow, node) : valueTest(flow, node);
    case 'ConditionalExpression':
      return conditionalTest(flow, node);
    case 'ChainExpression':
      return chainTest(flow, node);
    case 'SequenceExpression':
      return sequenceTest(flow, node);
    case 'AssignmentExpression':
      return node.operator === '=' ? assignmentTest(flow, node) : valueTest(flow, node);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return wrappedTest(flow, node);
    default:
      return valueTest(flow, node);
  }
}

/** Whether a literal is truthy; null for anything else. */
export function literalOutcome(node: Expression): boolean | null {
  if (node.type !== 'Literal') return null;
  if ('regex' in node) return true;
  if ('bigint' in node) return Number(node.bigint) !== 0;
  return Boolean(node.value);
}

function* valueTest(flow: FlowBuilder, node: Expression): Test {
  yield flow.visit(node);
  const known = literalOutcome(node);
  const here = flow.frontier;
  if (known !== null) return { truthy: known ? here : [], falsy: known ? [] : here };
  const exits = flow.label({ truthy: here, falsy: here }, [node]);
  return node.type === 'Identifier' ? withNamed(flow, node, exits) : exits;
}

/** With what the condition tells that the name stands for. */
function withNamed(flow: FlowBuilder, name: TSESTree.Identifier, exits: Exits): Exits {
  const { scopes } = flow;
  if (!scopes) return exits;
  for (const outcome of ['truthy', 'falsy'] as const)
    for (const point of exits[outcome])
      for (const implied of impliedByName(name, outcome, scopes))
        flow.graph.assume(point, implied.test, implied.outcome);
  return exits;
}

function* logicalTest(flow: FlowBuilder, node: TSESTree.LogicalExpression): Test {
  const left: Exits = yield flow.condition(node.left);
  const isAnd = node.operator === '&&';
  flow.frontier = isAnd ? left.truthy : left.falsy;
  const right: Exits = yield flow.condition(node.right);
  return composed(flow, node, {
    truthy: isAnd ? right.truthy : [...left.truthy, ...right.truthy],
    falsy: isAnd ? [...left.falsy, ...right.falsy] : right.falsy,
  });
}

/** A falsy left side is either nullish, so that the right side decides, or settles the test. */
function* nullishTest(flow: FlowBuilder, node: TSESTree.LogicalExpression): Test {
  yield flow.visit(node.left);
  const here = flow.frontier;
  const left = flow.label({ truthy: here, falsy: here }, [node.left]);
  flow.frontier = left.falsy;
  const right: Exits = yield flow.condition(node.right);
  return composed(flow, node, {
    truthy: [...left.truthy, ...right.truthy],
    falsy: [...left.falsy, ...right.falsy],
  });
}

function* negation(flow: FlowBuilder, node: TSESTree.UnaryExpression): Test {
  const inner: Exits = yield flow.condition(node.argument);
  return composed(flow, node, { truthy: inner.falsy, falsy: inner.truthy });
}

function* conditionalTest(flow: FlowBuilder, node: TSESTree.ConditionalExpression): Test {
  const test: Exits = yield flow.condition(node.test);
  flow.frontier = test.truthy;
  const consequent: Exits = yield flow.condition(node.consequent);
  flow.frontier = test.falsy;
  const alternate: Exits = yield flow.condition(node.alternate);
  return composed(flow, node, {
    truthy: [...consequent.truthy, ...alternate.truthy],
    falsy: [...consequent.falsy, ...alternate.falsy],
  });
}

/** A chain that stops at a `?.` is undefined, so it is not truthy. */
function* chainTest(flow: FlowBuilder, node: TSESTree.ChainExpression): Test {
  const outer = flow.chainExits;
  flow.chainExits = [];
  const inner: Exits = yield flow.condition(node.expression);
  const stopped = flow.chainExits;
  flow.chainExits = outer;
  return composed(flow, node, { truthy: inner.truthy, falsy: [...inner.falsy, ...stopped] });
}

function* sequenceTest(flow: FlowBuilder, node: TSESTree.SequenceExpression): Test {
  const last = node.expressions.at(-1);
  for (const expression of node.expressions) {
    if (expression !== last) yield flow.visit(expression);
  }
  if (!last) return { truthy: flow.frontier, falsy: flow.frontier };
  const inner: Exits = yield flow.condition(last);
  return composed(flow, node, inner);
}

function* assignmentTest(flow: FlowBuilder, node: TSESTree.AssignmentExpression): Test {
  yield flow.visit(node);
  const here = flow.frontier;
  return flow.label({ truthy: here, falsy: here }, [node, node.right]);
}

type Wrapper =
  | TSESTree.TSAsExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion;

function* wrappedTest(flow: FlowBuilder, node: Wrapper): Test {
  const inner: Exits = yield flow.condition(node.expression);
  return composed(flow, node, inner);
}

/** The outcomes of a test made of other tests; it is evaluated when one of them is settled. */
function composed(flow: FlowBuilder, node: Expression, exits: Exits): Exits {
  const labelled = flow.label(exits, [node]);
  for (const point of [...labelled.truthy, ...labelled.falsy]) flow.markAt(node, point);
  return labelled;
}
