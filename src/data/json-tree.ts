import type { MakeNode } from './read.ts';
import type { DataScalar, DataTree } from './tree.ts';

interface Placed {
  readonly range: readonly [number, number];
}

interface JsonMember extends Placed {
  readonly name: {
    readonly type: string;
    readonly value?: string;
    readonly name?: string;
  } & Placed;
  readonly value: JsonNode;
}

/** The nodes of ESLint's JSON parser, as far as they are read. */
export type JsonNode = Placed &
  (
    | { readonly type: 'Object'; readonly members: readonly JsonMember[] }
    | { readonly type: 'Array'; readonly elements: readonly { readonly value: JsonNode }[] }
    | { readonly type: 'String'; readonly value: string }
    | { readonly type: 'Number' | 'Boolean' | 'Null' | 'NaN' | 'Infinity' }
  );

const SCALAR_TYPES: Readonly<Record<string, DataScalar['type']>> = {
  Number: 'number',
  Boolean: 'boolean',
};

export function jsonTree(json: JsonNode, source: string, node: MakeNode): DataTree {
  const own = (): ReturnType<MakeNode> => node(json.range, '', null);
  if (json.type === 'Object') {
    const entries = json.members.map(({ name, value }) => {
      const key = name.value ?? name.name ?? '';
      return { key, keyNode: node(name.range, key, null), value: jsonTree(value, source, node) };
    });
    return { kind: 'map', node: own(), entries };
  }
  if (json.type === 'Array') {
    const items = json.elements.map(({ value }) => jsonTree(value, source, node));
    return { kind: 'list', node: own(), items };
  }
  const [start, end] = json.range;
  if (json.type === 'String') {
    const isPlain = source.slice(start + 1, end - 1) === json.value;
    const place = node(json.range, json.value, isPlain ? start + 1 : null);
    return { kind: 'scalar', node: place, text: json.value, type: 'string', isStandIn: false };
  }
  const text = json.type === 'Null' ? '' : source.slice(start, end);
  const type = SCALAR_TYPES[json.type] ?? (json.type === 'Null' ? 'null' : 'number');
  const place = node(json.range, text, text === '' ? null : start);
  return { kind: 'scalar', node: place, text, type, isStandIn: false };
}
