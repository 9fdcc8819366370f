import type { MakeNode } from './read.ts';
import type { DataEntry, DataScalar, DataTree } from './tree.ts';

interface Placed {
  readonly range: readonly [number, number];
}

/** The nodes of the YAML parser, as far as they are read. */
export type YamlNode = Placed &
  (
    | { readonly type: 'YAMLDocument'; readonly content: YamlNode | null }
    | { readonly type: 'YAMLMapping'; readonly pairs: readonly YamlPair[] }
    | { readonly type: 'YAMLSequence'; readonly entries: readonly (YamlNode | null)[] }
    | {
        readonly type: 'YAMLScalar';
        readonly style: string;
        readonly value: unknown;
        readonly strValue?: string;
      }
    | {
        readonly type: 'YAMLWithMeta';
        readonly tag: { readonly tag: string } | null;
        readonly value: YamlNode | null;
      }
    | { readonly type: 'YAMLAlias' }
  );

interface YamlPair {
  readonly key: YamlNode | null;
  readonly value: YamlNode | null;
}

/** Tags that say no more than how a scalar is to be read. */
const PLAIN_TAGS: ReadonlySet<string> = new Set([
  '!',
  '!!str',
  '!!int',
  '!!float',
  '!!bool',
  '!!null',
  '!!binary',
  '!!map',
  '!!seq',
  'tag:yaml.org,2002:str',
]);

export function yamlDocuments(
  documents: readonly YamlNode[],
  source: string,
  node: MakeNode,
): DataTree[] {
  return documents.map((document) =>
    treeOf(
      document.type === 'YAMLDocument' ? document.content : document,
      { source, node, isStandIn: false },
      document.range,
    ),
  );
}

interface Reading {
  readonly source: string;
  readonly node: MakeNode;
  readonly isStandIn: boolean;
}

function treeOf(
  yaml: YamlNode | null,
  reading: Reading,
  around: readonly [number, number],
): DataTree {
  const { node } = reading;
  switch (yaml?.type) {
    case 'YAMLMapping':
      return {
        kind: 'map',
        node: node(yaml.range, '', null),
        entries: yaml.pairs.flatMap((pair) => entryOf(pair, reading)),
      };
    case 'YAMLSequence':
      return {
        kind: 'list',
        node: node(yaml.range, '', null),
        items: yaml.entries.map((entry) => treeOf(entry, reading, yaml.range)),
      };
    case 'YAMLWithMeta': {
      const isStandIn = yaml.tag !== null && !PLAIN_TAGS.has(yaml.tag.tag);
      return treeOf(yaml.value, { ...reading, isStandIn: reading.isStandIn || isStandIn }, around);
    }
    case 'YAMLScalar':
      return scalarOf(yaml, reading);
    default:
      return {
        kind: 'scalar',
        node: node(yaml?.range ?? around, '', null),
        text: '',
        type: 'null',
        isStandIn: yaml?.type === 'YAMLAlias',
      };
  }
}

function entryOf({ key, value }: YamlPair, reading: Reading): DataEntry[] {
  const name = key === null ? null : treeOf(key, reading, key.range);
  if (name?.kind !== 'scalar') return [];
  return [{ key: name.text, keyNode: name.node, value: treeOf(value, reading, name.node.range) }];
}

function scalarOf(
  yaml: Extract<YamlNode, { type: 'YAMLScalar' }>,
  { source, node, isStandIn }: Reading,
): DataScalar {
  const [start, end] = yaml.range;
  const isPlain = yaml.style === 'plain';
  const written = source.slice(start, end);
  const text = yaml.value === null ? '' : isPlain ? (yaml.strValue ?? written) : String(yaml.value);
  const textStart =
    text !== '' && written === text ? start : written.slice(1, -1) === text ? start + 1 : null;
  return {
    kind: 'scalar',
    node: node(yaml.range, text, textStart),
    text,
    type: isPlain ? typeOf(yaml.value) : 'string',
    isStandIn,
  };
}

const typeOf = (value: unknown): DataScalar['type'] =>
  typeof value === 'number' || typeof value === 'bigint'
    ? 'number'
    : typeof value === 'boolean'
      ? 'boolean'
      : value === null
        ? 'null'
        : 'string';
