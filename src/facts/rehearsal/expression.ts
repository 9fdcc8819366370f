import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { exactly, NOT_KNOWN, numberOf, tellsOf, truthOf, unknownOf } from './rehearsal.ts';
import { binaryOf, combine, stepped } from './compare.ts';
import { assignTo } from './assign.ts';
import { fieldIn } from './field.ts';
import { memberOf, statusOf, thingOf } from './things.ts';
import { isCountedDown, read } from './scope.ts';

/** What an expression is worth in a rehearsal; calls are handed on. */
export function evaluateIn(
  run: Run,
  wrapped: Node,
  scope: Scope,
  callOf: (node: TSESTree.CallExpression | TSESTree.NewExpression) => Thing,
): Thing {
  const node = unwrap(wrapped);
  if (isFunction(node))
    return { t: 'function', node, module: scope.module, scope, self: scope.self };
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'number')
        return numberOf(node.value, { node, module: scope.module });
      return 'regex' in node || typeof node.value === 'bigint'
        ? NOT_KNOWN
        : exactly(node.value as string);
    case 'Identifier':
      return read(node, scope, run);
    case 'ThisExpression':
      return scope.self ?? thingOf(valueOf(node, scope.module), scope);
    case 'MemberExpression':
      return memberIn(node, scope, run);
    case 'CallExpression':
    case 'NewExpression':
      return callOf(node);
    case 'AwaitExpression':
      return run.evaluate(node.argument, scope);
    case 'ObjectExpression':
      return objectIn(node, scope, run);
    case 'ArrayExpression':
      return arrayIn(node, scope, run);
    default:
      return evaluateOperator(run, node, scope);
  }
}

function evaluateOperator(run: Run, node: Node, scope: Scope): Thing {
  switch (node.type) {
    case 'BinaryExpression':
      return binaryOf(node, scope, run);
    case 'UnaryExpression':
      return unaryIn(node, scope, run);
    case 'LogicalExpression':
      return logicalIn(node, scope, run);
    case 'ConditionalExpression':
      return run.evaluate(
        isTrue(node.test, scope, run, true) ? node.consequent : node.alternate,
        scope,
      );
    case 'AssignmentExpression':
      return assignmentIn(node, scope, run);
    case 'UpdateExpression': {
      const before = run.evaluate(node.argument, scope);
      const after = stepped(before, node.operator === '++' ? 1 : -1, run);
      assignTo(node.argument, after, scope, run);
      return node.prefix || before.t !== 'number' ? after : { ...before, isCounter: true };
    }
    case 'SequenceExpression':
      return node.expressions.map((part) => run.evaluate(part, scope)).at(-1) ?? NOT_KNOWN;
    case 'TemplateLiteral': {
      const parts = node.expressions.map((part) => run.evaluate(part, scope));
      return textWith(node.quasis, parts, run) ?? unknownOf(...parts);
    }
    case 'ClassExpression':
      return { t: 'value', value: valueOf(node, scope.module) };
    default:
      return NOT_KNOWN;
  }
}

/**
 * `HTTP ${response.status}: ${text}`, by which a thrown error is known again. What else stands in it
 * is left out: nobody looks for that.
 */
function textWith(
  quasis: readonly TSESTree.TemplateElement[],
  parts: readonly Thing[],
  { outcome }: Run,
): Thing | null {
  const isOfStatus = outcome.kind === 'status' && parts.some(({ t }) => t === 'status');
  if (parts.length > 0 && !isOfStatus) return null;
  const status = outcome.kind === 'status' ? String(outcome.status) : '';
  const text = quasis.map(
    ({ value }, index) => (value.cooked ?? '') + (parts[index]?.t === 'status' ? status : ''),
  );
  return exactly(text.join(''), isOfStatus);
}

/** The way that a test goes. */
export function isTrue(test: Node, scope: Scope, run: Run, preferred: boolean): boolean {
  const thing = run.evaluate(test, scope);
  return truthAt(test, thing, scope, run) ?? run.decide(tellsOf(thing), preferred);
}

/** Where limits are ignored, `while (left)` never runs out of what it counts down. */
function truthAt(test: Node, thing: Thing, scope: Scope, run: Run): boolean | null {
  const isLeft = run.ignoresLimits && thing.t === 'number' && thing.isCounter;
  return (isLeft && isCountedDown(test, scope.module)) || truthOf(thing, run.outcome);
}

function memberIn(node: TSESTree.MemberExpression, scope: Scope, run: Run): Thing {
  const object = node.object.type === 'Super' ? NOT_KNOWN : run.evaluate(node.object, scope);
  const key = keyName(node);
  const name = key ?? computedName(node, scope, run);
  if (name === null) return object.t === 'list' ? anyOf(object.items) : unknownOf(object);
  if (object.t === 'value' || (object.t === 'unknown' && !object.tells))
    return fieldIn(node, scope, run);
  return memberOf(object, name, run);
}

function computedName(node: TSESTree.MemberExpression, scope: Scope, run: Run): string | null {
  const key = run.evaluate(node.property, scope);
  if (key.t === 'number' && key.lo === key.hi) return String(key.lo);
  return key.t === 'plain' && typeof key.values[0] === 'string' && key.values.length === 1
    ? key.values[0]
    : null;
}

function anyOf(items: readonly Thing[]): Thing {
  const numbers = items.filter((item) => item.t === 'number');
  if (numbers.length === 0 || numbers.length < items.length) return NOT_KNOWN;
  return {
    t: 'number',
    lo: Math.min(...numbers.map(({ lo }) => lo)),
    hi: Math.max(...numbers.map(({ hi }) => hi)),
    from: null,
    isCounter: false,
  };
}

function objectIn(node: TSESTree.ObjectExpression, scope: Scope, run: Run): Thing {
  const fields = new Map<string, Thing>();
  let isOpen = false;
  for (const property of node.properties) {
    if (property.type === 'SpreadElement') {
      const inner = run.evaluate(property.argument, scope);
      const held = inner.t === 'object' ? inner.fields : [];
      for (const [name, value] of held) fields.set(name, value);
      isOpen ||= inner.t !== 'object' || inner.isOpen;
      continue;
    }
    const name = keyName(property);
    if (name === null) isOpen = true;
    else fields.set(name, run.evaluate(property.value, scope));
  }
  return { t: 'object', made: null, fields, isOpen, ends: false };
}

function arrayIn(node: TSESTree.ArrayExpression, scope: Scope, run: Run): Thing {
  const items: Thing[] = [];
  let isOpen = false;
  for (const element of node.elements) {
    if (!element) continue;
    const item = run.evaluate(element.type === 'SpreadElement' ? element.argument : element, scope);
    if (element.type !== 'SpreadElement') items.push(item);
    else if (item.t === 'list') items.push(...item.items);
    isOpen ||= element.type === 'SpreadElement' && (item.t !== 'list' || item.isOpen);
  }
  return { t: 'list', items, isOpen };
}

function unaryIn(node: TSESTree.UnaryExpression, scope: Scope, run: Run): Thing {
  const argument = run.evaluate(node.argument, scope);
  switch (node.operator) {
    case '!': {
      const truth = truthAt(node.argument, argument, scope, run);
      return truth === null ? unknownOf(argument) : exactly(!truth, tellsOf(argument));
    }
    case '-':
      return argument.t === 'number'
        ? { ...argument, lo: -argument.hi, hi: -argument.lo, from: null }
        : unknownOf(argument);
    case '+':
      return argument.t === 'number' || argument.t === 'status' ? argument : unknownOf(argument);
    case 'void':
      return exactly(undefined);
    case 'typeof':
      if (argument.t === 'number') return exactly('number');
      if (argument.t === 'status')
        return exactly(statusOf(run.outcome) === undefined ? 'undefined' : 'number', true);
      if (argument.t === 'failure' || argument.t === 'response' || argument.t === 'object')
        return exactly('object', true);
      return argument.t === 'function' ? exactly('function') : unknownOf(argument);
    default:
      return unknownOf(argument);
  }
}

function logicalIn(node: TSESTree.LogicalExpression, scope: Scope, run: Run): Thing {
  const left = run.evaluate(node.left, scope);
  if (node.operator === '??') {
    const isNothing = isNullish(left, run);
    if (isNothing === false || (left.t === 'unknown' && left.tells)) return left;
    return isNothing === null && !isFallback(node.right, scope, run)
      ? unknownOf(left)
      : run.evaluate(node.right, scope);
  }
  const truth = truthOf(left, run.outcome);
  if (truth === null && node.operator === '||' && !isTest(node) && !tellsOf(left)) {
    return isFallback(node.right, scope, run) ? run.evaluate(node.right, scope) : NOT_KNOWN;
  }
  const goesOn = truth ?? run.decide(tellsOf(left), node.operator === '&&');
  const isShort = goesOn === (node.operator === '||');
  if (isShort) return truth === null ? exactly(goesOn, tellsOf(left)) : left;
  const right = run.evaluate(node.right, scope);
  return right.t === 'plain' && tellsOf(left) ? { ...right, tells: true } : right;
}

/** Read as a condition, not as a value with a fallback. */
function isTest(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (parent.type === 'LogicalExpression' || parent.type === 'UnaryExpression')
    return parent.type === 'UnaryExpression' || isTest(parent);
  return (
    (parent.type === 'IfStatement' ||
      parent.type === 'ConditionalExpression' ||
      parent.type === 'WhileStatement') &&
    parent.test === node
  );
}

/** A written number or list that stands in for what was not given. */
function isFallback(node: Node, scope: Scope, run: Run): boolean {
  const thing = run.evaluate(node, scope);
  return thing.t === 'number' || thing.t === 'list' || thing.t === 'plain';
}

function isNullish(thing: Thing, run: Run): boolean | null {
  if (thing.t === 'plain')
    return thing.values.every((value) => value == null)
      ? true
      : thing.values.some((value) => value == null)
        ? null
        : false;
  if (thing.t === 'status') return statusOf(run.outcome) === undefined;
  return thing.t === 'unknown' || thing.t === 'value' ? null : false;
}

function assignmentIn(node: TSESTree.AssignmentExpression, scope: Scope, run: Run): Thing {
  const { operator } = node;
  if (operator === '=') {
    const value = run.evaluate(node.right, scope);
    assignTo(node.left, value, scope, run);
    return value;
  }
  const before = run.evaluate(node.left, scope);
  if (operator === '??=' || operator === '||=' || operator === '&&=') {
    const isEmpty =
      operator === '??=' ? isNullish(before, run) : truthOf(before, run.outcome) === false;
    const value = isEmpty === false ? before : run.evaluate(node.right, scope);
    assignTo(node.left, value, scope, run);
    return value;
  }
  const after = combine(operator.slice(0, -1), before, run.evaluate(node.right, scope), run);
  assignTo(node.left, after, scope, run);
  return after;
}
