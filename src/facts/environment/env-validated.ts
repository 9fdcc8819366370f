import { environmentSchemas } from '../../clients/environment-readers.ts';
import { bindingGiven } from '../../ast/name-given.ts';
import type { Node } from '../../ast/node.ts';
import { keyName, wrapped } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { importedFrom } from '../../values/value.ts';

/**
 * The object that a read stands in is handed to a schema that throws where this text of it is empty:
 * `Schema.parse({ shop: { key: process.env.KEY ?? '' } })`.
 */
export function isRefusedBySchema(read: Node, module: SourceModule): boolean {
  const place = placeIn(read);
  if (!place) return false;
  const named = bindingGiven(place.object, module.scopes);
  return (named?.reads ?? [place.object]).some((use) => {
    const schema = schemaFor(use, module);
    const field = schema && fieldAt(schema, place.path);
    return field !== null && refusesEmptyText(field);
  });
}

/** The outermost object around a read, and the names that lead to it from there. */
function placeIn(read: Node): { readonly object: Node; readonly path: readonly string[] } | null {
  const path: string[] = [];
  let node = wrapped(read);
  for (let { parent } = node; parent?.type === 'Property'; { parent } = node) {
    const name = parent.value === node ? keyName(parent) : null;
    if (name === null) return null;
    path.unshift(name);
    node = wrapped(parent.parent);
  }
  return path.length > 0 ? { object: node, path } : null;
}

/** The schema that is asked whether an object fits, and throws where it does not. */
function schemaFor(object: Node, module: SourceModule): Value | null {
  const call = object.parent;
  if (call?.type !== 'CallExpression' || call.arguments[0] !== object) return null;
  const { callee } = call;
  if (callee.type !== 'MemberExpression') return null;
  const schema = valueOf(callee.object, module);
  return readerOf(schema)?.checks?.includes(keyName(callee) ?? '') ? schema : null;
}

const readerOf = (schema: Value) => {
  const source = importedFrom(schema);
  return environmentSchemas.find(({ modules }) => source !== null && modules.includes(source));
};

/** The calls of a chain from its end, each with the name it is called by: `min`, `string`. */
function linksOf(schema: Value): { readonly name: string; readonly call: CallValue }[] {
  if (schema.kind !== 'call') return [];
  const { callee } = schema;
  if (callee.kind === 'member')
    return [{ name: callee.name, call: schema }, ...linksOf(callee.object)];
  return callee.kind === 'external' ? [{ name: callee.path.at(-1) ?? '', call: schema }] : [];
}

/** The schema of a field that a path of names leads to, where each step is an object written out. */
function fieldAt(schema: Value, path: readonly string[]): Value | null {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const shape = linksOf(schema).find((link) => link.name === 'object')?.call.args[0];
  const field = shape && attributeOf(shape, name);
  return field?.state === 'known' ? fieldAt(field.value, rest) : null;
}

function refusesEmptyText(field: Value): boolean {
  const refusing = readerOf(field)?.refusesEmpty ?? [];
  return linksOf(field).some(({ name, call: { args } }) => {
    const [first] = args;
    const isNone = first?.kind === 'literal' && typeof first.value === 'number' && first.value < 1;
    return refusing.includes(name) && !isNone;
  });
}
