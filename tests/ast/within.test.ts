import { describe, expect, it } from 'vitest';
import type { Node } from '../../src/ast/node.ts';
import { coveredBy, nodesWithin } from '../../src/ast/within.ts';

const node = (start: number, end: number): Node => ({ range: [start, end] }) as unknown as Node;

describe('nodesWithin', () => {
  const list = [node(0, 40), node(5, 10), node(6, 8), node(12, 20), node(30, 35)];

  it('keeps those that start and end inside', () => {
    expect(nodesWithin(list, node(5, 20))).toEqual(list.slice(1, 4));
  });

  it('keeps none where all stand around or beside', () => {
    expect(nodesWithin(list, node(21, 29))).toEqual([]);
  });
});

describe('coveredBy', () => {
  const isCovered = coveredBy([node(30, 50), node(0, 20), node(5, 10)]);

  it.each([
    ['the root itself', node(0, 20), true],
    ['inside of the wider of two', node(12, 14), true],
    ['inside of the last', node(31, 32), true],
    ['between them', node(21, 29), false],
    ['around one of them', node(25, 60), false],
    ['before all', node(-2, -1), false],
  ])('%s', (_, inner, expected) => {
    expect(isCovered(inner)).toBe(expected);
  });

  it('covers nothing without roots', () => {
    expect(coveredBy([])(node(0, 1))).toBe(false);
  });
});
