import type { TSESTree } from '@typescript-eslint/utils';
import { keyName } from '../ast/node.ts';
import type { Node } from '../ast/node.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { usesOf } from './field-uses.ts';
import { laterWritesOf } from './later-writes.ts';
import type { ArrayValue, Attribute, Entry, ObjectValue, Place, Value } from './value.ts';
import { ABSENT, isNothing, UNKNOWN } from './value.ts';

/** An object literal; where a name or field is set to it, with what is written through that later. */
export function objectOf(
  evaluation: Evaluation,
  node: TSESTree.ObjectExpression,
  context: Context,
): ObjectValue {
  const entries: Entry[] = node.properties.map((property) =>
    entryOf(evaluation, property, context),
  );
  const later = laterWritesOf(evaluation, node, context);
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
  const read = () => evaluation.valueOf(property.value, context);
  const got = () => evaluation.call(read(), [], at) ?? unknown(at);
  const at: Place = { node: property, module: context.module };
  return { kind: 'property', name, node: property, value: property.kind === 'get' ? got : read };
}

/** `{ [HEADER]: value }` where `HEADER` is a known string. */
export function computedName(
  evaluation: Evaluation,
  property: TSESTree.Property,
  context: Context,
): string | null {
  const key = evaluation.valueOf(property.key, context);
  return key.kind === 'literal' && key.value != null ? String(key.value) : null;
}

/** Spreads add to an array up to this many elements. */
const LONGEST = 10_000;

export function arrayOf(
  evaluation: Evaluation,
  node: TSESTree.ArrayExpression,
  context: Context,
): ArrayValue {
  const elements: Value[] = [];
  let open = isFilledLater(node, context);
  for (const element of node.elements) {
    if (!element) {
      elements.push({ kind: 'literal', value: undefined, node, module: context.module });
      continue;
    }
    if (element.type !== 'SpreadElement') {
      elements.push(evaluation.valueOf(element, context));
      continue;
    }
    const inner = listedBy(evaluation.valueOf(element.argument, context));
    const fits = inner.kind === 'array' && elements.length + inner.elements.length <= LONGEST;
    if (fits) for (const each of inner.elements) elements.push(each);
    open ||= !fits || inner.open;
  }
  return { kind: 'array', node, module: context.module, elements, open };
}

/** `[...new Set([1, 2])]`: the list that a set was made of. */
function listedBy(value: Value): Value {
  const [list] = value.kind === 'call' && value.isNew ? value.args : [];
  const isSet =
    value.kind === 'call' && value.callee.kind === 'external' && value.callee.source === null;
  return isSet && value.callee.path.join('.') === 'Set' && list?.kind === 'array' ? list : value;
}

const FILLING: ReadonlySet<string> = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'fill']);

function isFilledLater(node: Node, context: Context): boolean {
  return usesOf(node, context.module).some((read) => {
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
  if (value.kind !== 'object' || depth > DEEPEST) return UNKNOWN;
  const found = answers.get(value) ?? new Map<string, Attribute>();
  answers.set(value, found);
  const known = found.get(name);
  if (known) return known;
  // `options = { ...options, a }` leads back to itself, which adds nothing to what the others have:
  // what is absent from each of them is absent, and of what is not, no more is said.
  found.set(name, ABSENT);
  depth++;
  try {
    const attribute = attributeOfObject(value, name);
    found.set(name, attribute);
    return attribute;
  } finally {
    depth--;
    if (depth === 0) answers.clear();
  }
}

/** Spreads are followed this deep. */
const DEEPEST = 100;
let depth = 0;

/** What the objects that are being asked have answered: one may be spread in many places. */
const answers = new Map<Value, Map<string, Attribute>>();

function attributeOfObject(value: ObjectValue, name: string): Attribute {
  for (const entry of value.entries.toReversed()) {
    if (entry.kind === 'computed') return UNKNOWN;
    if (entry.kind === 'property') {
      if (!sameName(entry.name, name)) continue;
      if (isDeletion(entry)) return UNKNOWN;
      if (isLeftOut(entry)) return ABSENT;
      return { state: 'known', value: entry.value(), node: entry.node };
    }
    const inner = attributeOfSpread(entry.value(), name);
    if (inner.state !== 'absent') return inner;
  }
  return value.open ? UNKNOWN : ABSENT;
}

/** `const { name, ...rest } = options`: the rest does not have it. */
const isLeftOut = ({ node }: Entry): boolean => node.parent?.type === 'ObjectPattern';

/** `delete options.name` may not be reached. */
const isDeletion = ({ node }: Entry): boolean => node.type === 'UnaryExpression';

/** `...(condition && { name: value })`: where the condition does not hold, nothing is spread. */
function attributeOfSpread(value: Value, name: string): Attribute {
  if (value.kind !== 'choice' || value.by !== '&&') return attributeOf(value, name);
  const last = value.options.at(-1);
  return !last || attributeOf(last, name).state === 'absent' ? ABSENT : UNKNOWN;
}

function attributeOfChoice(options: readonly Value[], name: string): Attribute {
  const found = options.map((option) => attributeOf(option, name));
  const [first] = found;
  if (first && found.every((one) => isSame(one, first))) return first;
  return found.every(({ state }) => state === 'absent') ? ABSENT : UNKNOWN;
}

/** Spread into all of them: `a ? { ...shared, body } : shared`. */
const isSame = (one: Attribute, other: Attribute): boolean =>
  one === other ||
  (one.state === 'known' &&
    other.state === 'known' &&
    one.node === other.node &&
    one.value.node === other.value.node);

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

/** Every name that an object has, spreads included. */
export function namesOf(value: Value): string[] {
  const names = new Set<string>();
  const seen = new Set<Value>();
  const pending: Value[] = [value];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (seen.has(next) || seen.size > MOST_OBJECTS) continue;
    seen.add(next);
    if (next.kind === 'choice') pending.push(...next.options.toReversed());
    if (next.kind !== 'object') continue;
    for (const entry of next.entries) {
      if (entry.kind === 'property' && !isDeletion(entry)) names.add(entry.name);
      else if (entry.kind === 'spread') pending.push(entry.value());
    }
  }
  return [...names];
}

/** Spreads lead to this many objects at most. */
const MOST_OBJECTS = 1_000;
