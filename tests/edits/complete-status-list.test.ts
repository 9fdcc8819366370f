import { describe, expect, it } from 'vitest';
import { completeStatusList, removeStatuses } from '../../src/edits/complete-status-list.ts';
import type { Edit } from '../../src/edits/edit.ts';
import { parse } from '../ast/parse.ts';

/** The only list of a text. */
function listIn(text: string, isOwn = true) {
  const [statement] = parse(text).program.body;
  const node = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  if (node?.type !== 'ArrayExpression') throw new Error('No list.');
  return { node, source: text, isOwn };
}

const applied = (text: string, edit: Edit | null): string | null =>
  edit &&
  edit.changes
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce(
      (now, { range, text: put }) => now.slice(0, range[0]) + put + now.slice(range[1]),
      text,
    );

describe('completeStatusList', () => {
  it.each([
    ['[500, 502]', [429], '[429, 500, 502]'],
    ['[429, 500]', [502, 504, 503], '[429, 500, 502, 503, 504]'],
    ['[429, 503]', [500, 504], '[429, 500, 503, 504]'],
    ['[\n  500,\n  503,\n]', [502], '[\n  500,\n  502, 503,\n]'],
    ['[]', [429], null],
    ['[...codes, 500]', [429], null],
    ["['500']", [429], null],
    ['[500, , 502]', [429], null],
  ])('%s with %j', (text, missing, expected) => {
    expect(applied(text, completeStatusList(listIn(text), missing, 'Add'))).toBe(expected);
  });

  it('is safe where nothing else reads the list', () => {
    expect(completeStatusList(listIn('[500]', true), [429], 'Add')?.safe).toBe(true);
    expect(completeStatusList(listIn('[500]', false), [429], 'Add')?.safe).toBe(false);
    expect(completeStatusList(null, [429], 'Add')).toBeNull();
  });
});

describe('removeStatuses', () => {
  it.each([
    ['[400, 429, 500]', [400], '[429, 500]'],
    ['[429, 500, 404]', [404], '[429, 500]'],
    ['[400, 404]', [400, 404], null],
    ['[429, 500]', [404], null],
    ['[429, /* gone */ 410]', [410], null],
    ['[\n  400,\n  429,\n  500,\n]', [400], '[\n  429,\n  500,\n]'],
    ['[\n  429,\n  500,\n  599,\n]', [599], '[\n  429,\n  500,\n  \n]'],
    ['[...codes, 404]', [404], null],
  ])('%s without %j', (text, unwanted, expected) => {
    expect(applied(text, removeStatuses(listIn(text), unwanted, 'Remove'))).toBe(expected);
  });
});
