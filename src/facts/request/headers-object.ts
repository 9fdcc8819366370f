import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import type { HttpClient } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { objectOfPairs } from '../../values/platform.ts';
import type { CallValue, Entry, ObjectValue, Value } from '../../values/value.ts';
import { clientsOfKind } from './client-shapes.ts';
import type { Layer, Option } from './request-options.ts';
import { optionOf } from './request-options.ts';

const headersClasses = new Set(
  clientsOfKind('http').flatMap((client) => client.headersClasses ?? []),
);

/**
 * `new Headers({…})`, what is set on it by its name later, and `new HttpHeaders().set(…)`, which gives
 * the headers back, as an object; any other value as it is.
 */
function headersObject(value: Value): Value {
  if (value.kind === 'array') return objectOfPairs(value) ?? value;
  return value.kind === 'call' ? (madeHeaders(value) ?? chainedHeaders(value) ?? value) : value;
}

/** The headers that a layer of options gives, as an object; `paths`: what the client calls them. */
export function headersAt(layer: Layer, paths: readonly string[]): Option {
  const found = optionOf([layer], paths);
  return found.state === 'known' ? { ...found, value: headersObject(found.value) } : found;
}

/** What a client calls its headers. */
export const headerPathsOf = (client: HttpClient | null): readonly string[] =>
  client?.options.headers ?? ['headers'];

function madeHeaders(value: CallValue): ObjectValue | null {
  const { callee, node, module } = value;
  const isHeaders =
    value.isNew && callee.kind === 'external' && headersClasses.has(callee.path.at(-1) ?? '');
  if (!isHeaders) return null;
  const [first] = value.args;
  const given = first && headersObject(first);
  const start: Entry[] = given ? [{ kind: 'spread', node, value: () => given }] : [];
  const later = writtenLater(value);
  return {
    kind: 'object',
    node,
    module,
    entries: [...start, ...(later ?? [])],
    open: later === null,
  };
}

/** `headers.set(name, value)`, where headers are read of. */
function chainedHeaders({ callee, args: [name, given], node, module }: CallValue): Value | null {
  if (callee.kind !== 'member' || !SETTERS.includes(callee.name) || !name || !given) return null;
  const before = headersObject(callee.object);
  if (before.kind !== 'object') return null;
  const start: Entry = { kind: 'spread', node, value: () => before };
  const set = entryOf(name, node, () => given);
  return { kind: 'object', node, module, entries: [start, set], open: false };
}

const SETTERS: readonly string[] = ['set', 'append'];

const entryOf = (key: Value, node: Node, value: () => Value): Entry =>
  key.kind === 'literal'
    ? { kind: 'property', name: String(key.value), node, value }
    : { kind: 'computed', node };

/** Where headers go that have no name: into options, or on along a chain. */
const NAMELESS: ReadonlySet<string> = new Set(['Property', 'MemberExpression']);

/** What is set through the name that holds it; null where it goes elsewhere, or has no name. */
function writtenLater({ node, module }: CallValue): Entry[] | null {
  const declarator = node.parent;
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier')
    return NAMELESS.has(declarator?.type ?? '') ? [] : null;
  const entries: Entry[] = [];
  for (const read of module.scopes.bindingOf(declarator.id)?.reads ?? []) {
    const { parent } = read;
    if (parent?.type === 'CallExpression') return null;
    if (parent?.type !== 'MemberExpression' || parent.parent.type !== 'CallExpression') continue;
    const [name, given] = parent.parent.arguments;
    if (!SETTERS.includes(keyName(parent) ?? '') || !name || !given) continue;
    entries.push(entryOf(valueOf(name, module), parent.parent, () => valueOf(given, module)));
  }
  return entries;
}
