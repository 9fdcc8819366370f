import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, unwrap } from '../ast/node.ts';
import type { Node } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import type { ArrayValue, Attribute, Entry, ObjectValue, Value } from './value.ts';
import { ABSENT, alternatives, isNothing, UNKNOWN } from './value.ts';

/** An object literal; where a name is bound to it, with what is written through that name later. */
export function objectOf(
  evaluation: Evaluation,
  node: TSESTree.ObjectExpression,
  context: Context,
): ObjectValue {
  const entries: Entry[] = node.properties.map((property) =>
    entryOf(evaluation, property, context),
  );
  const later = laterWrites(evaluation, node, context);
  return {
    kind: 'object',
    node,
    module: context.module,
    entries: [...entries, ...later.entries],
    open: later.open,
  };
}

function entryOf(
  evaluation: Evaluation,
  property: TSESTree.ObjectLiteralElement,
  context: Context,
): Entry {
  if (property.type === 'SpreadElement') {
    return {
      kind: 'spread',
      node: property,
      value: () => evaluation.valueOf(property.argument, context),
    };
  }
  const name = keyName(property) ?? computedName(evaluation, property, context);
  if (name === null || property.kind === 'set') return { kind: 'computed', node: property };
  return {
    kind: 'property',
    name,
    node: property,
    value: () => evaluation.valueOf(property.value, context),
  };
}

/** `{ [HEADER]: value }` where `HEADER` is a known string. */
function computedName(
  evaluation: Evaluation,
  property: TSESTree.Property,
  context: Context,
): string | null {
  const key = evaluation.valueOf(property.key, context);
  return key.kind === 'literal' && key.value != null ? String(key.value) : null;
}

/** The name that an initializer is bound to: `const name = { ... } as const`. */
function boundName(node: Node): TSESTree.Identifier | null {
  let outer: Node = node;
  while (outer.parent && unwrap(outer.parent) === unwrap(node) && outer.parent !== outer)
    outer = outer.parent;
  const declarator = outer.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init !== outer) return null;
  return declarator.id.type === 'Identifier' ? declarator.id : null;
}

interface Later {
  readonly entries: readonly Entry[];
  readonly open: boolean;
}

const NOTHING_LATER: Later = { entries: [], open: false };

function laterWrites(evaluation: Evaluation, node: Node, context: Context): Later {
  const name = boundName(node);
  const binding = name && context.module.scopes.bindingOf(name);
  if (!binding) return NOTHING_LATER;
  const entries: Entry[] = [];
  let open = false;
  for (const read of binding.reads) {
    const { parent } = read;
    if (parent?.type === 'MemberExpression' && parent.object === read) {
      const entry = writeThrough(evaluation, parent, context);
      if (entry) entries.push(entry);
    } else if (isHandedOver(evaluation, read, context)) open = true;
  }
  return { entries, open };
}

/** `options.name = value` as an entry; null for a read. */
function writeThrough(
  evaluation: Evaluation,
  member: TSESTree.MemberExpression,
  context: Context,
): Entry | null {
  const write = member.parent;
  if (write.type === 'UnaryExpression' && write.operator === 'delete')
    return { kind: 'computed', node: write };
  if (write.type !== 'AssignmentExpression' || write.left !== member) return null;
  const name = keyName(member);
  if (name === null || write.operator !== '=') return { kind: 'computed', node: write };
  return {
    kind: 'property',
    name,
    node: write,
    value: () => evaluation.valueOf(write.right, context),
  };
}

/** Whether an own function gets the object, and so may write to it. What a package gets it reads. */
function isHandedOver(evaluation: Evaluation, read: Node, context: Context): boolean {
  const call = read.parent;
  if (call?.type !== 'CallExpression' || !call.arguments.some((argument) => argument === read))
    return false;
  const callee = evaluation.valueOf(call.callee, context);
  if (callee.kind === 'external' && callee.path.at(-1) === 'assign')
    return call.arguments[0] === read;
  return callee.kind === 'function' || callee.kind === 'unknown' || callee.kind === 'parameter';
}

export function arrayOf(
  evaluation: Evaluation,
  node: TSESTree.ArrayExpression,
  context: Context,
): ArrayValue {
  const elements: Value[] = [];
  let open = isFilledLater(node, context);
  for (const element of node.elements) {
    if (!element) continue;
    if (element.type !== 'SpreadElement') {
      elements.push(evaluation.valueOf(element, context));
      continue;
    }
    const inner = evaluation.valueOf(element.argument, context);
    if (inner.kind === 'array') elements.push(...inner.elements);
    open ||= inner.kind !== 'array' || inner.open;
  }
  return { kind: 'array', node, module: context.module, elements, open };
}

const FILLING: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'fill']);

function isFilledLater(node: Node, context: Context): boolean {
  const name = boundName(node);
  const binding = name && context.module.scopes.bindingOf(name);
  return !!binding?.reads.some((read) => {
    const member = read.parent;
    if (member?.type !== 'MemberExpression' || member.object !== read) return false;
    const written = member.parent.type === 'AssignmentExpression' && member.parent.left === member;
    return written || FILLING.has(keyName(member) ?? '');
  });
}

/**
 * The property `name` of an object value, later writes and spreads included: known, absent, or
 * unknown where a spread, a computed key or other code may hold it.
 */
export function attributeOf(value: Value, name: string): Attribute {
  if (value.kind === 'choice') return attributeOfChoice(value.options, name);
  if (isNothing(value)) return ABSENT;
  if (value.kind !== 'object' || asked.has(value.node)) return UNKNOWN;
  asked.add(value.node);
  try {
    return attributeOfObject(value, name);
  } finally {
    asked.delete(value.node);
  }
}

/** The objects that are being asked: `options = { ...options, a }` leads back to itself. */
const asked = new Set<Node>();

function attributeOfObject(value: ObjectValue, name: string): Attribute {
  for (const entry of value.entries.toReversed()) {
    if (entry.kind === 'computed') return UNKNOWN;
    if (entry.kind === 'property') {
      if (sameName(entry.name, name))
        return { state: 'known', value: entry.value(), node: entry.node };
      continue;
    }
    const inner = attributeOf(entry.value(), name);
    if (inner.state !== 'absent') return inner;
  }
  return value.open ? UNKNOWN : ABSENT;
}

function attributeOfChoice(options: readonly Value[], name: string): Attribute {
  const found = options.map((option) => attributeOf(option, name));
  const [first] = found;
  if (found.length === 1 && first) return first;
  return found.every(({ state }) => state === 'absent') ? ABSENT : UNKNOWN;
}

/** Header names differ in case only; other names are never told apart by case alone. */
const sameName = (written: string, asked: string): boolean =>
  written === asked ||
  (written.length === asked.length && written.toLowerCase() === asked.toLowerCase());

/** The attribute at a dotted path: `attributeAt(options, ['timeout', 'request'])`. */
export function attributeAt(value: Value, path: readonly string[]): Attribute {
  let found: Attribute = { state: 'known', value, node: value.node };
  for (const name of path) {
    if (found.state !== 'known') return found;
    found = attributeOf(found.value, name);
  }
  return found;
}

/** Every name that an object certainly has, spreads included. */
export function namesOf(value: Value, seen: ReadonlySet<Node> = new Set()): string[] {
  const names = [...alternatives(value)].flatMap((option) => {
    if (option.kind !== 'object' || seen.has(option.node)) return [];
    const inside = new Set([...seen, option.node]);
    return option.entries.flatMap((entry) => {
      if (entry.kind === 'property') return [entry.name];
      return entry.kind === 'spread' ? namesOf(entry.value(), inside) : [];
    });
  });
  return [...new Set(names)];
}
