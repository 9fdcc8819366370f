import type { TSESTree } from '@typescript-eslint/utils';
import type { Edit, TextChange } from './edit.ts';

interface List {
  readonly node: TSESTree.ArrayExpression;
  readonly source: string;
  readonly isOwn: boolean;
}

/** Adds statuses to a list of them, each before the first that is larger. Null where the list holds more than numbers. */
export function completeStatusList(
  list: List | null,
  missing: readonly number[],
  title: string,
): Edit | null {
  const numbers = list && numbersIn(list.node);
  if (!list || !numbers || numbers.length === 0) return null;
  const changes = new Map<number, TextChange>();
  for (const status of missing.toSorted((one, other) => one - other)) {
    const next = numbers.find(({ value }) => value > status);
    const last = numbers.at(-1)?.node.range[1] ?? 0;
    const at = next ? next.node.range[0] : last;
    const before = changes.get(at)?.text ?? '';
    changes.set(at, { range: [at, at], text: before + (next ? `${status}, ` : `, ${status}`) });
  }
  return { safe: list.isOwn, title, changes: [...changes.values()] };
}

/** Takes statuses out of a list. Null where a comment stands in it, or nothing would be left. */
export function removeStatuses(
  list: List | null,
  unwanted: readonly number[],
  title: string,
): Edit | null {
  const numbers = list && numbersIn(list.node);
  if (!list || !numbers) return null;
  const [start, end] = list.node.range;
  const text = list.source.slice(start, end);
  const kept = numbers.filter(({ value }) => !unwanted.includes(value));
  if (/\/[/*]/.test(text) || kept.length === 0 || kept.length === numbers.length) return null;
  const isOneLine = !text.includes('\n');
  if (!isOneLine)
    return { safe: list.isOwn, title, changes: lineChanges(numbers, unwanted, list.source) };
  return {
    safe: list.isOwn,
    title,
    changes: [
      {
        range: [start, end],
        text: `[${kept.map(({ node }) => list.source.slice(node.range[0], node.range[1])).join(', ')}]`,
      },
    ],
  };
}

interface Listed {
  readonly node: TSESTree.Node;
  readonly value: number;
}

/** Each unwanted element with the comma and space after it, or before it where it is the last. */
function lineChanges(
  numbers: readonly Listed[],
  unwanted: readonly number[],
  source: string,
): TextChange[] {
  return numbers.flatMap(({ node, value }, index) => {
    if (!unwanted.includes(value)) return [];
    const next = numbers[index + 1];
    if (next) return [{ range: [node.range[0], next.node.range[0]] as const, text: '' }];
    const comma = /^\s*,/.exec(source.slice(node.range[1]))?.[0].length ?? 0;
    return [{ range: [node.range[0], node.range[1] + comma] as const, text: '' }];
  });
}

function numbersIn(list: TSESTree.ArrayExpression): Listed[] | null {
  const found = list.elements.flatMap((node) =>
    node?.type === 'Literal' && typeof node.value === 'number' ? [{ node, value: node.value }] : [],
  );
  return found.length === list.elements.length ? found : null;
}
