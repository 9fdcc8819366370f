import type { TSESTree } from '@typescript-eslint/utils';
import { controlFlowOf } from '../../ast/control-flow/index.ts';
import type { Outcome } from '../../ast/control-flow/index.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { calledName, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { isWithin } from '../../ast/within.ts';
import type { Check, Checked } from './checks.ts';
import {
  callProves,
  comparisonProves,
  logicalProves,
  nameProves,
  partProves,
} from './compositions.ts';
import { neverReturnsIn } from './never-returns.ts';
import { cannotBe, isCaught, testOf } from './places.ts';

const flip = (outcome: Outcome): Outcome => (outcome === 'truthy' ? 'falsy' : 'truthy');

const flowOf = (fn: FunctionNode, { origins: { module } }: Checked) =>
  controlFlowOf(fn, module.visitorKeys, { neverReturns: neverReturnsIn(module) });

/** Tests that ask about tests are followed this far. */
const DEEPEST = 30;

/**
 * Whether a test that came out this way means that the signature was right. `path` is the part of
 * the expression's value that was tested: `['valid']` for `result.valid`.
 */
export function proves(
  wrapped: Node,
  outcome: Outcome,
  inside: Checked,
  path: readonly string[] = [],
  depth = 0,
): boolean {
  const node = unwrap(wrapped);
  if (depth > DEEPEST) return false;
  const again = (part: Node, as: Outcome, at = path) => proves(part, as, inside, at, depth + 1);
  const check = inside.checks.get(node);
  if (check) return checkProves(check, outcome, path);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' && again(node.argument, flip(outcome), []);
    case 'AwaitExpression':
      return again(node.argument, outcome);
    case 'AssignmentExpression':
      return again(node.right, outcome);
    case 'LogicalExpression':
      return logicalProves(node, outcome, again);
    case 'ConditionalExpression':
      return again(node.consequent, outcome) && again(node.alternate, outcome);
    case 'BinaryExpression':
      return comparisonProves(node, outcome, inside, again);
    case 'MemberExpression':
      return again(node.object, outcome, [keyName(node) ?? '', ...path]);
    case 'Identifier':
      return nameProves(node, outcome, inside, again, path);
    case 'ObjectExpression':
      return partProves(node, outcome, inside, again, path);
    case 'CallExpression':
      return callProves(node, outcome, inside, again);
    default:
      return cannotBe(node, outcome, inside);
  }
}

function checkProves(check: Check, outcome: Outcome, path: readonly string[]): boolean {
  switch (check.does) {
    case 'throw':
      return true;
    case 'unknown':
      return true;
    case 'promise':
      return false;
    case 'answer':
      return outcome === 'truthy';
    case 'compare':
      return check.node.operator.startsWith('!') ? outcome === 'falsy' : outcome === 'truthy';
    case 'help':
      return throwsWhenWrong(check.helper) || answerProves(check.helper, outcome, path);
  }
}

/** Whether a helper only gives an answer that comes out this way after it has verified. */
function answerProves(helper: Checked, outcome: Outcome, path: readonly string[]): boolean {
  const { fn, module } = helper.origins;
  if (fn.body.type !== 'BlockStatement') return proves(fn.body, outcome, helper, path);
  let count = 0;
  let all = true;
  walk(fn.body, module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    if (node.type !== 'ReturnStatement') return undefined;
    count++;
    const sure = node.argument
      ? proves(node.argument, outcome, helper, path)
      : outcome === 'truthy';
    all &&=
      sure || cannotBePart(node.argument, outcome, helper, path) || isVerifiedAt(node, helper);
    return undefined;
  });
  return count > 0 && all;
}

const cannotBePart = (
  node: Node | null,
  outcome: Outcome,
  helper: Checked,
  path: readonly string[],
): boolean =>
  node !== null &&
  (path.length === 0
    ? cannotBe(unwrap(node), outcome, helper)
    : unwrap(node).type === 'Literal' && outcome === 'truthy');

const throwing = new WeakMap<Checked, boolean>();

/** Whether a helper throws when the signature is wrong: nothing behind it needs to look at its answer. */
export function throwsWhenWrong(helper: Checked): boolean {
  const known = throwing.get(helper);
  if (known !== undefined) return known;
  throwing.set(helper, false);
  const { fn, module } = helper.origins;
  let throws = false;
  walk(fn, module.visitorKeys, (node) => {
    const leaves =
      node.type === 'ThrowStatement' ||
      (node.type === 'CallExpression' && neverReturnsIn(module)(node));
    if (leaves && isAfterCheck(node, helper)) throws = true;
    const check = helper.checks.get(node);
    const inside =
      check?.does === 'throw' ||
      check?.does === 'unknown' ||
      (check?.does === 'help' && throwsWhenWrong(check.helper));
    if (inside && !isCaught(node, fn)) throws = true;
  });
  throwing.set(helper, throws);
  return throws;
}

/** `if (!equal(a, b)) throw …`. */
function isAfterCheck(statement: Node, helper: Checked): boolean {
  const fn = enclosingFunction(statement);
  if (!fn) return false;
  const guards = flowOf(fn, helper).guardsOf(statement);
  return guards.some(({ test, outcome }) => proves(test, flip(outcome), helper));
}

/** Whether every way to a node leads through a check that came out right. */
export function isVerifiedAt(node: Node, inside: Checked): boolean {
  const root = inside.origins.fn;
  for (let place: Node | null = node; place && place !== root;) {
    const fn: FunctionNode | null = enclosingFunction(place);
    if (!fn) return false;
    if (isVerifiedWithin(place, fn, inside)) return true;
    if (fn === root) return false;
    if (fn.parent.type === 'CallExpression' && fn.parent.callee.type === 'MemberExpression') {
      if (provenPromise(fn.parent.callee.object, inside)) return true;
    }
    place = fn;
  }
  return false;
}

/** `verify(…).then((event) => …)`. */
function provenPromise(promise: Node, inside: Checked): boolean {
  for (const [node, check] of inside.checks) {
    const within = promise.range[0] <= node.range[0] && node.range[1] <= promise.range[1];
    if (within && (check.does === 'throw' || check.does === 'unknown')) return true;
    if (within && check.does === 'help' && throwsWhenWrong(check.helper)) return true;
  }
  return false;
}

function isVerifiedWithin(place: Node, fn: FunctionNode, inside: Checked): boolean {
  const flow = flowOf(fn, inside);
  const gates = gatesOf(fn, inside);
  const closed = gates.filter((gate) => leadsAway(gate, place, flow)).map(({ node }) => node);
  if (closed.length === 0) return false;
  // `if (!isOperator) { if (!isSigned) return; }`: from the outer one no way leads past the inner one.
  const outer = gates.filter(
    ({ node, outcome }) =>
      outcome !== null && !flow.canReachWhen(node, flip(outcome), place, closed),
  );
  return flow.everyPathTo(place, [...closed, ...outer.map(({ node }) => node)]);
}

interface Gate {
  readonly node: Node;
  /** How a test comes out where the signature is right; null for what throws when it is wrong. */
  readonly outcome: Outcome | null;
}

const gatesByFunction = new WeakMap<Checked, Map<FunctionNode, readonly Gate[]>>();

function gatesOf(fn: FunctionNode, inside: Checked): readonly Gate[] {
  const known = gatesByFunction.get(inside) ?? new Map<FunctionNode, readonly Gate[]>();
  gatesByFunction.set(inside, known);
  const found = known.get(fn) ?? findGates(fn, inside);
  known.set(fn, found);
  return found;
}

const ASSERTS = /^(?:assert|invariant|ok|strictEqual|expect)/;

function findGates(fn: FunctionNode, inside: Checked): Gate[] {
  const gates: Gate[] = [];
  walk(fn.body, inside.origins.module.visitorKeys, (node) => {
    if (isFunction(node)) return 'skip';
    const check = inside.checks.get(node);
    if (check?.does === 'throw' || (check?.does === 'help' && throwsWhenWrong(check.helper)))
      gates.push({ node, outcome: null });
    const test = testOf(node);
    for (const outcome of test ? (['truthy', 'falsy'] as const) : []) {
      if (test && proves(test, outcome, inside)) gates.push({ node: test, outcome });
    }
    if (node.type === 'CallExpression' && asserts(node, inside))
      gates.push({ node, outcome: null });
    return undefined;
  });
  return gates;
}

function asserts(
  { callee, arguments: [first] }: TSESTree.CallExpression,
  inside: Checked,
): boolean {
  const name = calledName(callee);
  return (
    ASSERTS.test(name) &&
    first !== undefined &&
    first.type !== 'SpreadElement' &&
    proves(first, 'truthy', inside)
  );
}

/** Whether the way on from a wrong signature does not come to `place`. */
function leadsAway(
  { node, outcome }: Gate,
  place: Node,
  flow: ReturnType<typeof controlFlowOf>,
): boolean {
  if (outcome === null || flow.outcomeAt(node, place) === outcome) return true;
  const { parent } = node;
  if (parent?.type !== 'IfStatement') return false;
  const wrong = outcome === 'truthy' ? parent.alternate : parent.consequent;
  return wrong !== null && !isWithin(place, wrong) && !flow.canReach(wrong, place);
}
