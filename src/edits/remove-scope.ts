import type { Node } from '../ast/node.ts';
import type { Edit } from './edit.ts';

/** One of the texts of a list, or a part of one text. */
interface Listed {
  readonly node: Node;
  readonly text: string;
  /** Offsets of it in the file. */
  readonly range: readonly [number, number];
}

/** Takes a scope out of a list, with the separator before or after it. Null where it stands alone, or is put together of parts. */
export function removeScope(scope: Listed, source: string, safe: boolean): Edit | null {
  const title = `Do not ask for ${scope.text}.`;
  const [start, end] = scope.range;
  if (source.slice(start, end) !== scope.text) return null;
  const isWhole = start === scope.node.range[0] + 1 && end === scope.node.range[1] - 1;
  const [from, to] = isWhole ? scope.node.range : [start, end];
  if (isWhole && scope.node.parent?.type !== 'ArrayExpression') return null;
  const before = separatorBefore(source.slice(0, from), isWhole);
  const after = (isWhole ? /^\s*,\s*/ : /^(?:[\s,+]|%20)+/).exec(source.slice(to));
  const range = before
    ? ([from - before, to] as const)
    : after && ([from, to + after[0].length] as const);
  return range && { safe, title, changes: [{ range, text: '' }] };
}

/** How long the separator is that a text ends in; 0 for none. */
function separatorBefore(text: string, isList: boolean): number {
  if (isList) {
    const list = text.trimEnd();
    return list.endsWith(',') ? text.length - list.slice(0, -1).trimEnd().length : 0;
  }
  let end = text.length;
  for (;;) {
    if (/[\s,+]/.test(text.charAt(end - 1))) end--;
    else if (text.slice(0, end).endsWith('%20')) end -= 3;
    else return text.length - end;
  }
}
