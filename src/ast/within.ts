import type { Node } from './node.ts';

export const isWithin = (inner: Node, outer: Node): boolean =>
  outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];

/** Those of a list in source order that lie within a node, itself included; looks at no others. */
export function within<T>(list: readonly T[], outer: Node, nodeOf: (item: T) => Node): T[] {
  const found: T[] = [];
  for (let index = firstFrom(list, outer.range[0], nodeOf); index < list.length; index++) {
    const item = list[index];
    if (item === undefined || nodeOf(item).range[0] >= outer.range[1]) break;
    if (nodeOf(item).range[1] <= outer.range[1]) found.push(item);
  }
  return found;
}

/** Nodes of a list in source order that lie within a node. */
export const nodesWithin = <N extends Node>(list: readonly N[], outer: Node): N[] =>
  within(list, outer, (node) => node);

/** Tells whether a node lies within one of some nodes of its file, however many these are. */
export function coveredBy(roots: readonly Node[]): (node: Node) => boolean {
  const sorted = roots.toSorted((a, b) => a.range[0] - b.range[0]);
  const reach: number[] = [];
  for (const { range } of sorted) reach.push(Math.max(range[1], reach.at(-1) ?? 0));
  return (node) => {
    const before = firstFrom(sorted, node.range[0] + 1, (root) => root) - 1;
    return (reach[before] ?? Number.NEGATIVE_INFINITY) >= node.range[1];
  };
}

/** Index of the first item that starts at a place or after it. */
function firstFrom<T>(list: readonly T[], start: number, nodeOf: (item: T) => Node): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && nodeOf(item).range[0] < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
