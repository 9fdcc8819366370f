import type { Binding } from '../../ast/scope.ts';
import type { Identifier, Node } from '../../ast/node.ts';
import { ancestorsOf, isFunction, keyName } from '../../ast/node.ts';
import { targetsOf } from '../../ast/pattern.ts';
import { walk } from '../../ast/walk.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { textOf } from '../../values/source-module.ts';

/** The names that hold what a request answered, and what was made of it. */
export type Answer = ReadonlySet<Binding>;

/** How often names are gone through: an answer, its body, a field of it, a test of that. */
const ROUNDS = 4;

/** The names of a part of the code that are filled from an answer of the requests in it, or from names that hold one. */
export function answerOf(
  calls: readonly Node[],
  root: Node,
  module: SourceModule,
  given: readonly Identifier[] = [],
): Answer {
  const filled = new Set(given.flatMap((name) => module.scopes.bindingOf(name) ?? []));
  const makers: { pattern: Node; from: Node }[] = [];
  walk(root, module.visitorKeys, (node) => {
    if (node.type === 'VariableDeclarator' && node.init)
      makers.push({ pattern: node.id, from: node.init });
    if (node.type === 'AssignmentExpression')
      makers.push({ pattern: heldBy(node.left), from: node.right });
    if (isFunction(node) && node !== root && node.params[0] && isThenCallback(node))
      makers.push({ pattern: node.params[0], from: node.parent ?? node });
  });
  for (let round = 0; round < ROUNDS; round++) {
    const filling = makers.filter(({ from }) => readsAnswer(from, calls, filled, module));
    for (const target of filling.flatMap(({ pattern }) => targetsOf(pattern))) {
      const binding = module.scopes.bindingOf(target);
      if (binding) filled.add(binding);
    }
  }
  return filled;
}

/** `status.value = …`: what is kept in a ref is all that it holds. */
function heldBy(target: Node): Node {
  const isRef = target.type === 'MemberExpression' && keyName(target) === 'value';
  return isRef && target.object.type === 'Identifier' ? target.object : target;
}

/** A function that gets what a promise gives: `.then((answer) => …)`. */
function isThenCallback({ parent }: Node): boolean {
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    keyName(parent.callee) === 'then'
  );
}

function readsAnswer(
  part: Node,
  calls: readonly Node[],
  filled: Answer,
  { scopes, visitorKeys }: SourceModule,
): boolean {
  let found = false;
  walk(part, visitorKeys, (node) => {
    found ||= calls.includes(node);
    if (node.type === 'Identifier') {
      const binding = scopes.bindingOf(node);
      found ||= binding !== null && filled.has(binding);
    }
    return found ? 'skip' : undefined;
  });
  return found;
}

/** What a test depends on. */
export interface Dependence {
  /** It reads the answer. */
  readonly onAnswer: boolean;
  /** It asks the answer for a status: compares it with a text, or reads a flag that tells one. */
  readonly onStatus: boolean;
  /** It reads something else that changes: a clock, a counter, a flag. */
  readonly onOther: boolean;
}

const STATUS =
  /^(?:is)?_?(?:status|state|phase|stage|done|complete|completed|finished|ready|paid|confirmed|processed|settled|succeeded|result)$/i;

/** What a test depends on; `calls` are requests whose answer it may read on the spot. */
export function dependenceOf(
  test: Node,
  answer: Answer,
  calls: readonly Node[],
  module: SourceModule,
): Dependence {
  const found = { onAnswer: false, onStatus: false, onOther: false };
  walk(test, module.visitorKeys, (node) => {
    if (calls.includes(node)) {
      found.onAnswer = true;
      return 'skip';
    }
    if (node.type === 'Identifier') noteName(node, answer, module, found);
    if (node.type === 'ThisExpression') found.onOther ||= !isMethodCalled(node);
    if (node.type === 'MemberExpression' && STATUS.test(keyName(node) ?? '')) found.onStatus = true;
    if (node.type === 'Literal' && typeof node.value === 'string' && isCompared(node))
      found.onStatus = true;
    if (node.type === 'CallExpression' || node.type === 'NewExpression') {
      const { callee } = node;
      if (isClock(textOf(callee, module))) found.onOther = true;
    }
    return undefined;
  });
  return { ...found, onStatus: found.onAnswer && found.onStatus };
}

type Name = Extract<Node, { type: 'Identifier' }>;

function noteName(
  name: Name,
  answer: Answer,
  module: SourceModule,
  found: { onAnswer: boolean; onStatus: boolean; onOther: boolean },
): void {
  const binding = module.scopes.bindingOf(name);
  if (!binding) return;
  if (answer.has(binding)) {
    found.onAnswer = true;
    if (STATUS.test(name.name)) found.onStatus = true;
    return;
  }
  const isFixed = binding.kind !== 'param' && binding.writes.length <= 1;
  const reads = isFixed ? valueOf(name, module) : null;
  if (reads?.kind === 'array' || reads?.kind === 'object') found.onStatus = true;
  const isClockRead = binding.writes.some(({ by }) => isClock(textOf(by, module)));
  if (!isFixed || isClockRead) found.onOther = true;
}

const isClock = (text: string): boolean =>
  /\bDate\b|performance|hrtime|deadline|timeout|expire|elapsed/i.test(text);

/** `'done'` in `status === 'done'`, `['done', 'failed'].includes(status)`. */
const isCompared = ({ parent }: Node): boolean =>
  parent?.type === 'BinaryExpression' ||
  parent?.type === 'ArrayExpression' ||
  parent?.type === 'SwitchCase';

/** `this.api.get(…)`, `this.isDone(…)`: what is called, not what is asked. */
function isMethodCalled(node: Node): boolean {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type !== 'MemberExpression')
      return above.type === 'CallExpression' && above.callee === inner;
    inner = above;
  }
  return false;
}

/** The tests that decide whether a node of a part is come to, without those around the part. */
export function testsBefore(node: Node, root: Node): Node[] {
  const tests: Node[] = [];
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'IfStatement' && above.test !== inner) tests.push(above.test);
    if (above.type === 'ConditionalExpression' && above.test !== inner) tests.push(above.test);
    if (above.type === 'LogicalExpression' && above.right === inner) tests.push(above.left);
    if (above.type === 'SwitchCase') tests.push(...casesOf(above));
    if (above === root) break;
    inner = above;
  }
  return tests;
}

/** The tests of the statements before a node that end its turn: `if (pending) return; clear(id);`. */
export function testsOfLeaving(node: Node, root: Node): Node[] {
  const tests: Node[] = [];
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'BlockStatement') tests.push(...leavingTests(above.body, inner));
    if (above === root) break;
    inner = above;
  }
  return tests;
}

function leavingTests(statements: readonly Node[], before: Node): Node[] {
  const earlier = statements.slice(0, Math.max(0, statements.indexOf(before)));
  return earlier.flatMap((statement) =>
    statement.type === 'IfStatement' && leaves(statement.consequent) ? [statement.test] : [],
  );
}

function leaves(branch: Node): boolean {
  const last = branch.type === 'BlockStatement' ? branch.body.at(-1) : branch;
  return last?.type === 'ReturnStatement' || last?.type === 'ContinueStatement';
}

const casesOf = (chosen: Extract<Node, { type: 'SwitchCase' }>): Node[] => {
  const { parent } = chosen;
  return parent.type === 'SwitchStatement'
    ? [parent.discriminant, ...(chosen.test ? [chosen.test] : [])]
    : [];
};
