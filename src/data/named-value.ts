import type { DataNode } from '../ast/data-node.ts';
import { defaultOf } from './reference.ts';
import type { DataFile, DataMap, DataScalar, DataTree } from './tree.ts';
import { textAt } from './tree.ts';

/** A scalar of a data file, what it is called and where it stands. */
export interface NamedValue {
  readonly node: DataNode;
  readonly text: string;
  readonly type: DataScalar['type'];
  /** Its key, the `KEY` of a list's `KEY=value`, the `name` beside a `value`; null in a bare list. */
  readonly name: string | null;
  /** The keys from the root of its document to it, its name last; lists leave none. */
  readonly path: readonly string[];
  /** The names beside it. */
  readonly besides: readonly string[];
  /** It stands in a map that is an entry of a list: one of several things of a kind. */
  readonly isListed: boolean;
  /** The variable whose default it is: `${NAME:-value}`. */
  readonly fallbackOf: string | null;
  /** The root of its document. */
  readonly document: DataTree;
}

interface Around {
  readonly path: readonly string[];
  readonly besides: readonly string[];
  readonly isListed: boolean;
  readonly document: DataTree;
}

/** Every scalar of a file that is written there and not merely referred to, in source order. */
export function namedValues({ documents }: DataFile): NamedValue[] {
  const root = { path: [], besides: [], isListed: false };
  return documents.flatMap((document) => valuesOf(document, { ...root, document }));
}

/** Deeper data is no configuration. */
const DEEPEST = 60;

function valuesOf(tree: DataTree, around: Around): NamedValue[] {
  if (around.path.length > DEEPEST) return [];
  if (tree.kind === 'scalar') return scalarValue(tree, around);
  if (tree.kind === 'list')
    return tree.items.flatMap((item) =>
      valuesOf(item, { ...around, isListed: item.kind === 'map' }),
    );
  const besides = tree.entries.map(({ key }) => key);
  const named = nameOfPair(tree);
  return tree.entries.flatMap(({ key, value }) => {
    const name = named !== null && VALUE_KEYS.test(key) ? named : key;
    return valuesOf(value, { ...around, path: [...around.path, name], besides });
  });
}

const VALUE_KEYS = /^(?:value|parametervalue)$/i;

/** `{ name: API_KEY, value: … }`: containers, task definitions, collections of variables. */
function nameOfPair(map: DataMap): string | null {
  if (map.entries.length > 8 || !map.entries.some(({ key }) => VALUE_KEYS.test(key))) return null;
  const keys = ['name', 'Name', 'key', 'Key', 'ParameterKey'];
  return keys.map((key) => textAt(map, key)).find((name) => name !== null) ?? null;
}

/** `KEY=value` in a list of variables. */
const ASSIGNMENT = /^([A-Za-z_][\w.-]*)=/;
const VARIABLE_LISTS = /^(?:env|environment|args|build_?args?|variables|vars|envs)$/i;

function scalarValue(scalar: DataScalar, around: Around): NamedValue[] {
  if (scalar.isStandIn || scalar.type === 'null') return [];
  const { node, text, type } = scalar;
  const key = around.path.at(-1) ?? null;
  const variable =
    key !== null && VARIABLE_LISTS.test(key) ? ASSIGNMENT.exec(text)?.[1] : undefined;
  if (variable === undefined) return [withDefault({ ...around, node, text, type }, key)];
  const start = variable.length + 1;
  const value = { node: node.part(start, text.length), text: text.slice(start), type };
  const path = [...around.path, variable];
  return [withDefault({ ...around, ...value, path }, variable)];
}

function withDefault(
  value: Omit<NamedValue, 'name' | 'fallbackOf'>,
  name: string | null,
): NamedValue {
  const fallback = defaultOf(value.text);
  if (!fallback) return { ...value, name, fallbackOf: null };
  const { variable, text, start } = fallback;
  const node = value.node.part(start, start + text.length);
  return { ...value, name, text, node, fallbackOf: variable };
}
