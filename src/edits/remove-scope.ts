import type { Node } from '../ast/node.ts';
import type { Edit } from './edit.ts';

/** One of the texts of a list, or a part of one text. */
interface Listed {
  readonly node: Node;
  readonly text: string;
  /** Offsets of it in the file. */
  readonly range: readonly [number, number];
}

/** Takes a scope out of a list, with the separator before or after it. Null where it stands alone. */
export function removeScope(scope: Listed, source: string, safe: boolean): Edit | null {
  const title = `Do not ask for ${scope.text}.`;
  const [start, end] = scope.range;
  const isWhole = start === scope.node.range[0] + 1 && end === scope.node.range[1] - 1;
  const [from, to] = isWhole ? scope.node.range : [start, end];
  const separator = isWhole ? /\s*,\s*/ : /(?:[\s,]|%20|\+)+/;
  if (isWhole && scope.node.parent?.type !== 'ArrayExpression') return null;
  const before = new RegExp(`${separator.source}$`).exec(source.slice(0, from));
  const after = new RegExp(`^${separator.source}`).exec(source.slice(to));
  const range = before
    ? ([from - before[0].length, to] as const)
    : after && ([from, to + after[0].length] as const);
  return range && { safe, title, changes: [{ range, text: '' }] };
}
