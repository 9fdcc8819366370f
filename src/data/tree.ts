import type { DataNode } from '../ast/data-node.ts';

/** What a data file holds, whatever its format. */
export type DataTree = DataMap | DataList | DataScalar;

export interface DataMap {
  readonly kind: 'map';
  readonly node: DataNode;
  readonly entries: readonly DataEntry[];
}

export interface DataEntry {
  readonly key: string;
  readonly keyNode: DataNode;
  readonly value: DataTree;
}

export interface DataList {
  readonly kind: 'list';
  readonly node: DataNode;
  readonly items: readonly DataTree[];
}

export interface DataScalar {
  readonly kind: 'scalar';
  readonly node: DataNode;
  /** Without quotes; `true`, `8080` as they are written; empty for null. */
  readonly text: string;
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  /** A program is to put something else in its place: `!secret name`, an alias. */
  readonly isStandIn: boolean;
}

export type DataFormat = 'json' | 'yaml' | 'env';

/** A data file as it was read: a YAML file may hold several documents. */
export interface DataFile {
  readonly format: DataFormat;
  readonly documents: readonly DataTree[];
}

/** What stands under a key of a map; null where it is no map, or has no such key. */
export function at(tree: DataTree | null, ...path: readonly string[]): DataTree | null {
  let here = tree;
  for (const key of path) {
    here =
      here?.kind === 'map' ? (here.entries.find((one) => one.key === key)?.value ?? null) : null;
  }
  return here;
}

/** The text under a key of a map; null where there is no scalar. */
export function textAt(tree: DataTree | null, ...path: readonly string[]): string | null {
  const found = at(tree, ...path);
  return found?.kind === 'scalar' ? found.text : null;
}

/** The items under a key of a map; none where there is no list. */
export function itemsAt(tree: DataTree | null, ...path: readonly string[]): readonly DataTree[] {
  const found = at(tree, ...path);
  return found?.kind === 'list' ? found.items : [];
}
