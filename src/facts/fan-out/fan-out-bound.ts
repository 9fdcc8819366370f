import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { knownNames } from '../../ast/imports.ts';
import { isFunction, keyName, unwrap } from '../../ast/node.ts';
import { wordsOf } from '../../ast/words.ts';
import { valueOf } from '../../values/evaluate.ts';
import { namesOf } from '../../values/objects.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { queueBatches } from '../../clients/queue-deliveries.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import type { Bound } from './bound.ts';
import { bounded, NO_BOUND, UNKNOWN_BOUND } from './bound.ts';
import { boundOfFilled } from './filled.ts';
import { limiterBound } from './limiter-use.ts';
import { keepsWaiting } from './own-limiter.ts';
import { callsThatSend } from '../request/wrapped-request.ts';

const SAME_LENGTH: ReadonlySet<string> = new Set([
  'filter',
  'map',
  'reverse',
  'sort',
  'toSorted',
  'toReversed',
  'entries',
  'keys',
  'values',
  'fill',
  'flatMap',
  'flat',
  'concat',
]);
const WHOLE: ReadonlySet<string> = new Set([
  'Object.entries',
  'Object.keys',
  'Object.values',
  'Array.from',
]);
const PART = /chunk|batch|slice|partition|\b(?:window|page|group)|\b(?:top|first)\b/;

/** Called a part of more: `chunks`, `firstPage`, not `stops`. */
const isPartName = (name: string): boolean => PART.test(wordsOf(name).join(' '));

/** How many items a list has at most. */
export function boundOfItems(value: Value, node: Node, module: SourceModule): Bound {
  const written = unwrap(node);
  const size = written.type === 'Identifier' ? sizeOfPart(written, module) : null;
  if (size) return size;
  const filled =
    written.type === 'Identifier' && value.kind === 'array' && value.open
      ? boundOfFilled(written, module)
      : null;
  if (filled) return filled;
  if (
    written.type === 'Identifier' &&
    (isPartName(written.name) || /^[A-Z][A-Z\d_]*$/.test(written.name)) &&
    value.kind !== 'array'
  )
    return UNKNOWN_BOUND;
  if (written.type === 'ArrayExpression' && written.elements.length > 0)
    return boundOfArray(written, value, module);
  return cutOff(written, module) ?? boundOfValue(value, 0);
}

/** How many keys an object has: as many as are written, where that is all. */
export const boundOfKeys = (value: Value): Bound => boundOfValue(value, 0);

/** `found.slice(0, 3)`, whatever it is cut off: `const found = (await load()) ?? []`. */
function cutOff(list: Node, module: SourceModule): Bound | null {
  const call = callBehind(list, module);
  const callee = call && unwrap(call.callee);
  const name = callee?.type === 'MemberExpression' ? keyName(callee) : null;
  if (!call || (name !== 'slice' && name !== 'splice')) return null;
  const [first, second] = call.arguments.map((given) =>
    given.type === 'SpreadElement' ? undefined : valueOf(given, module),
  );
  return boundOfSlice(name, first, second);
}

/** `for (const part of chunk(items, 100))`: the number that the list was cut by; null where it is no part of one. */
function sizeOfPart(part: TSESTree.Identifier, module: SourceModule): Bound | null {
  const [declaration] = module.scopes.bindingOf(part)?.declarations ?? [];
  const loop = declaration?.parent?.parent?.parent;
  if (loop?.type !== 'ForOfStatement' || declaration?.parent?.type !== 'VariableDeclarator')
    return null;
  const cut = callBehind(loop.right, module);
  if (!cut || !isPartName(calledNames(cut.callee, module))) return null;
  const [, size] = cut.arguments;
  const quantity = size && size.type !== 'SpreadElement' ? quantityOf(valueOf(size, module)) : null;
  return quantity && quantity.value > 0 ? bounded(quantity.value) : UNKNOWN_BOUND;
}

function calledNames(wrapped: Node, { scopes }: SourceModule): string {
  const callee = unwrap(wrapped);
  if (callee.type === 'Identifier') return knownNames(callee, scopes).join(' ');
  return callee.type === 'MemberExpression' ? (keyName(callee) ?? '') : '';
}

/** The call that an expression is, or that its variable was given once and for all. */
function callBehind(wrapped: Node, module: SourceModule): TSESTree.CallExpression | null {
  const node = unwrap(wrapped);
  if (node.type === 'CallExpression') return node;
  const binding = node.type === 'Identifier' ? module.scopes.bindingOf(node) : null;
  const [declaration] = binding?.declarations ?? [];
  const declarator = declaration?.parent;
  if (binding?.writes.length !== 1 || declarator?.type !== 'VariableDeclarator') return null;
  const made = declarator.init && unwrap(declarator.init);
  return made?.type === 'CallExpression' ? made : null;
}

function boundOfArray(array: TSESTree.ArrayExpression, value: Value, module: SourceModule): Bound {
  if (value.kind === 'array' && !value.open) return bounded(value.elements.length);
  const [only] = array.elements;
  if (array.elements.length === 1 && only?.type === 'SpreadElement')
    return boundOfItems(valueOf(only.argument, module), only.argument, module);
  return NO_BOUND;
}

const DEEPEST = 8;

function boundOfValue(value: Value, depth: number): Bound {
  if (depth > DEEPEST) return UNKNOWN_BOUND;
  switch (value.kind) {
    case 'array':
      return value.open ? NO_BOUND : bounded(value.elements.length);
    case 'object':
      return value.open ? UNKNOWN_BOUND : lengthOption(value);
    case 'awaited':
      return boundOfValue(value.of, depth + 1);
    case 'choice':
      return value.options.map((option) => boundOfValue(option, depth + 1)).reduce(wider);
    case 'external':
      return UNKNOWN_BOUND;
    case 'call':
      return boundOfCall(value, depth);
    case 'member':
      return isBatch(value) ? UNKNOWN_BOUND : NO_BOUND;
    default:
      return NO_BOUND;
  }
}

/** `event.Records` of an `SQSEvent`: as many as the queue is set to hand out, ten where nothing is set. */
function isBatch({ object, name }: Extract<Value, { kind: 'member' }>): boolean {
  const type = object.kind === 'typed' || object.kind === 'parameter' ? object.type : null;
  const typeName = type?.kind === 'external' ? type.path.at(-1) : undefined;
  return queueBatches.some((batch) => batch.list === name && batch.type === typeName);
}

const wider = (one: Bound, other: Bound): Bound =>
  one.state === 'none' || other.state === 'none'
    ? NO_BOUND
    : one.state === 'known' && other.state === 'known' && (one.value ?? 0) < (other.value ?? 0)
      ? other
      : one;

/** `{ length: n }`. */
function lengthOption(value: Extract<Value, { kind: 'object' }>): Bound {
  for (const entry of value.entries) {
    if (entry.kind !== 'property' || entry.name !== 'length') continue;
    const quantity = quantityOf(entry.value());
    return quantity ? bounded(quantity.value) : UNKNOWN_BOUND;
  }
  return bounded(namesOf(value).length);
}

function boundOfCall(
  { callee, args, isNew }: Extract<Value, { kind: 'call' }>,
  depth: number,
): Bound {
  const [first, second] = args;
  const name = callee.kind === 'external' && callee.source === null ? callee.path.join('.') : null;
  if (name === 'Array') {
    const quantity = first && quantityOf(first);
    return quantity ? bounded(quantity.value) : UNKNOWN_BOUND;
  }
  if (name !== null && (WHOLE.has(name) || (isNew && (name === 'Set' || name === 'Map'))))
    return first ? boundOfValue(first, depth + 1) : bounded(0);
  if (callee.kind === 'external' && callee.source !== null && isPartName(callee.path.at(-1) ?? ''))
    return UNKNOWN_BOUND;
  if (callee.kind !== 'member') return NO_BOUND;
  if (callee.name === 'slice' || callee.name === 'splice')
    return boundOfSlice(callee.name, first, second);
  if (SAME_LENGTH.has(callee.name)) return boundOfValue(callee.object, depth + 1);
  // Parts of one text: a setting, a line, a frame.
  if (callee.name === 'split') return UNKNOWN_BOUND;
  return isPartName(callee.name) ? UNKNOWN_BOUND : NO_BOUND;
}

function boundOfSlice(name: string, first: Value | undefined, second: Value | undefined): Bound {
  const from = first && quantityOf(first);
  const to = second && quantityOf(second);
  if (!second) return from && from.value < 0 ? bounded(-from.value) : NO_BOUND;
  if (name === 'splice') return to ? bounded(to.value) : UNKNOWN_BOUND;
  return from && to ? bounded(to.value - from.value) : UNKNOWN_BOUND;
}

/** Methods by which code waits for its turn. */
const WAITS: ReadonlySet<string> = new Set([
  'acquire',
  'wait',
  'take',
  'lock',
  'runExclusive',
  'removeTokens',
  'consume',
  'onIdle',
  'waitForSlot',
]);
const PLAIN: ReadonlySet<string> = new Set([
  'then',
  'catch',
  'finally',
  'map',
  'forEach',
  'all',
  'allSettled',
  'race',
  'any',
  'flatMap',
  'filter',
  'reduce',
]);
const retrying = new Set(clientsOfKind('retry').flatMap(({ modules }) => modules));
const WRAPPERS_DEEP = 4;

/** What limits a request that is sent inside a task: a limiter around it, or a turn that is waited for. */
export function boundOfTask(
  sending: TSESTree.CallExpression,
  task: Node | null,
  module: SourceModule,
  depth = 0,
): Bound {
  const around = limitAround(sending, task, module);
  if (around.state !== 'none') return around;
  if (task && waitsForTurn(task, module)) return UNKNOWN_BOUND;
  const callee = valueOf(sending.callee, module);
  if (callee.kind !== 'function' || depth >= WRAPPERS_DEEP) return limiterBound(callee) ?? NO_BOUND;
  return boundInside(callee.node, callee.module, depth);
}

function boundInside(fn: FunctionNode, module: SourceModule, depth: number): Bound {
  const [inner] = callsThatSend(fn, module);
  return inner?.type === 'CallExpression' ? boundOfTask(inner, fn, module, depth + 1) : NO_BOUND;
}

function limitAround(sending: Node, task: Node | null, module: SourceModule): Bound {
  for (let node: Node = sending; node.parent && node !== task; node = node.parent) {
    const { parent } = node;
    if (
      !isFunction(node) ||
      parent.type !== 'CallExpression' ||
      parent.callee === node ||
      node === task
    )
      continue;
    const bound = boundByCall(parent, module);
    if (bound.state !== 'none') return bound;
  }
  return task?.type === 'CallExpression' ? boundByCall(task, module) : NO_BOUND;
}

/** `limit(() => send())`: what the function that a task is given to makes of it. */
function boundByCall(call: TSESTree.CallExpression, module: SourceModule): Bound {
  const { callee } = call;
  if (callee.type === 'MemberExpression' && PLAIN.has(keyName(callee) ?? '')) return NO_BOUND;
  const value = valueOf(callee, module);
  const limit = limiterBound(value);
  if (limit) return limit;
  if (value.kind === 'function') return holdsBack(value) ? UNKNOWN_BOUND : NO_BOUND;
  if (value.kind === 'external' && value.source !== null && retrying.has(value.source))
    return NO_BOUND;
  if (
    value.kind === 'external' &&
    value.source === null &&
    /^(?:setTimeout|queueMicrotask|setImmediate)$/.test(value.path.join('.'))
  )
    return NO_BOUND;
  return UNKNOWN_BOUND;
}

/** A function of the project that may let what it is given wait. */
export const holdsBack = ({ node, module }: FunctionValue): boolean =>
  waitsForTurn(node, module) || callsBack(node, module) || keepsWaiting(node, module);

/** A limiter of one's own: keeps tasks in a list, or counts those under way. */
function callsBack(fn: FunctionNode, module: SourceModule): boolean {
  const text = module.text.slice(fn.range[0], fn.range[1]);
  return /\b(?:queue|active|running|pending|inFlight|slots?|semaphore|limiter)\b/i.test(text);
}

function waitsForTurn(scope: Node, module: SourceModule): boolean {
  return module.calls.some((call) => {
    if (
      call.range[0] < scope.range[0] ||
      call.range[1] > scope.range[1] ||
      call.callee.type !== 'MemberExpression'
    )
      return false;
    return WAITS.has(keyName(call.callee) ?? '');
  });
}
