import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { keyName, unwrap } from '../ast/node.ts';
import { choice } from './choices.ts';
import type { Context, Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import { boundName, partsOf, usesOf } from './field-uses.ts';
import { mayBeWrittenBy } from './handed-over.ts';
import type { Entry, Value } from './value.ts';
import { alternatives, isNothing } from './value.ts';

interface Later {
  readonly entries: readonly Entry[];
  readonly open: boolean;
}

const NOTHING_LATER: Later = { entries: [], open: false };

/** What is written, where a node is used by its name or field, to the object that it holds. */
export function laterWrites(
  evaluation: Evaluation,
  uses: readonly Node[],
  isNamed: boolean,
  context: Context,
): Later {
  if (uses.length === 0) return NOTHING_LATER;
  const entries: Entry[] = [];
  let open = false;
  for (const read of uses) {
    const { parent } = read;
    if (parent?.type === 'MemberExpression' && parent.object === read) {
      const entry = writeThrough(evaluation, parent, context);
      if (entry) entries.push(entry);
      continue;
    }
    const assigned = assignedTo(evaluation, read, context);
    if (assigned) entries.push(...assigned);
    else if (isNamed && mayBeWrittenBy(evaluation, read, context)) open = true;
  }
  return { entries, open };
}

/** The same for what a node is set to. */
export const laterWritesOf = (evaluation: Evaluation, node: Node, context: Context): Later =>
  laterWrites(evaluation, usesOf(node, context.module), boundName(node) !== null, context);

/** What `Object.assign(name, …)` writes; null for any other use of the name. */
function assignedTo(evaluation: Evaluation, read: Node, context: Context): Entry[] | null {
  const call = read.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== read) return null;
  if (call.callee.type !== 'MemberExpression') return null;
  const name = keyName(call.callee) ?? '';
  if (name !== 'assign' && !DEFINING.has(name)) return null;
  if (evaluation.valueOf(call.callee.object, context).kind !== 'external') return null;
  if (name !== 'assign') return [definedBy(evaluation, call, context)];
  return call.arguments.slice(1).map((given): Entry => {
    if (given.type === 'SpreadElement') return { kind: 'computed', node: given };
    return { kind: 'spread', node: given, value: () => evaluation.valueOf(given, context) };
  });
}

/** `Object.defineProperty(name, key, …)`, `Reflect.set(name, key, value)` */
const DEFINING: ReadonlySet<string> = new Set(['defineProperty', 'defineProperties', 'set']);

function definedBy(evaluation: Evaluation, call: TSESTree.CallExpression, context: Context): Entry {
  const [, given] = call.arguments;
  const key = given ? evaluation.valueOf(given, context) : null;
  if (key?.kind !== 'literal') return { kind: 'computed', node: call };
  return setToUnknown(String(key.value), call, context);
}

/** A property that has been written, or taken away: there is no telling what it holds. */
const setToUnknown = (name: string, node: Node, { module }: Context): Entry => ({
  kind: 'property',
  name,
  node,
  value: () => unknown({ node, module }),
});

/** `[options.name] = values`, `({ name: options.name } = values)` */
const isTarget = ({ parent }: Node): boolean =>
  parent?.type === 'ArrayPattern' ||
  (parent?.type === 'Property' && parent.parent.type === 'ObjectPattern');

/** `options.name = value` as an entry; null for a read. */
function writeThrough(
  evaluation: Evaluation,
  member: TSESTree.MemberExpression,
  context: Context,
): Entry | null {
  const write = member.parent;
  const name = keyName(member);
  if (write.type === 'UnaryExpression' && write.operator === 'delete') {
    return name === null ? { kind: 'computed', node: write } : setToUnknown(name, write, context);
  }
  if (name !== null && isTarget(member)) return setToUnknown(name, write, context);
  if (write.type !== 'AssignmentExpression' || write.left !== member) return null;
  if (name === null || write.operator !== '=') return { kind: 'computed', node: write };
  return {
    kind: 'property',
    name,
    node: write,
    value: () => evaluation.valueOf(write.right, context),
  };
}

/**
 * An object that comes out of a call or a choice, with what is written to it where its name or field
 * is set to that: `const order = toOrder(cart); order.reference = id`. A literal has that already.
 */
export function withLaterWrites(
  evaluation: Evaluation,
  node: Node,
  value: Value,
  context: Context,
): Value {
  if (!isObject(value) || unwrap(node).type === 'ObjectExpression') return value;
  return writtenLater(
    evaluation,
    value,
    usesOf(node, context.module),
    boundName(node) !== null,
    context,
  );
}

/** An object that a function gets, with what it writes to it: `function sign(body) { body.key = key; }`. */
export function writtenLater(
  evaluation: Evaluation,
  value: Value,
  uses: readonly Node[],
  isNamed: boolean,
  context: Context,
): Value {
  if (!isObject(value)) return value;
  const later = laterWrites(evaluation, uses, isNamed, context);
  const entries = [
    ...later.entries.map((entry) => withBefore(evaluation, value, entry, context)),
    ...writesToParts(evaluation, value, uses, context),
  ];
  if (entries.length === 0 && !later.open) return value;
  const { node, module } = value;
  const open = later.open || (value.kind === 'object' && value.open);
  const before: readonly Entry[] =
    value.kind === 'object' ? value.entries : [{ kind: 'spread', node, value: () => value }];
  return { kind: 'object', node, module, entries: [...before, ...entries], open };
}

/** `body.form = tidy(body.form)`: what it was is still in it. */
function withBefore(evaluation: Evaluation, value: Value, entry: Entry, context: Context): Entry {
  const { node } = entry;
  if (entry.kind !== 'property' || node.type !== 'AssignmentExpression') return entry;
  const { text } = context.module;
  const written = text.slice(...node.right.range);
  if (!written.includes(text.slice(...node.left.range))) return entry;
  const place = { node, module: context.module };
  const before = () => evaluation.memberOf(value, entry.name, place);
  return { ...entry, value: () => choice('writes', [before(), entry.value()], place) };
}

/** `options.headers[name] = value`: the part that it had, with that. */
function writesToParts(
  evaluation: Evaluation,
  value: Value,
  uses: readonly Node[],
  context: Context,
): Entry[] {
  const parts = new Map<string, Node[]>();
  for (const use of uses) {
    for (const name of partNamesAt(use)) {
      const found = partsOf(use, name, context.module);
      const others = parts.get(name);
      if (others) others.push(...found);
      else parts.set(name, [...found]);
    }
  }
  return [...parts].flatMap(([name, reads]): Entry[] => {
    const { entries } = laterWrites(evaluation, reads, false, context);
    const [node] = reads;
    if (entries.length === 0 || !node) return [];
    const before = () => evaluation.memberOf(value, name, { node, module: context.module });
    const all: Entry[] = [{ kind: 'spread', node, value: before }, ...entries];
    const whole = { kind: 'object', node, module: context.module, entries: all, open: false };
    return [{ kind: 'property', name, node, value: () => whole as Value }];
  });
}

/** `headers` of `options.headers`, and of `const { headers } = options`. */
function partNamesAt(use: Node): string[] {
  const { parent } = use;
  const properties: readonly Node[] =
    parent?.type === 'MemberExpression' && parent.object === use
      ? [parent]
      : parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern'
        ? parent.id.properties
        : [];
  return properties.flatMap((property) => keyName(property) ?? []);
}

function isObject(value: Value): boolean {
  if (value.kind !== 'choice') return value.kind === 'object';
  const options = [...alternatives(value)].filter((option) => !isNothing(option));
  return options.length > 0 && options.every(({ kind }) => kind === 'object');
}
