import type { Node } from '../ast/node.ts';
import { staticString } from '../ast/node.ts';
import type { Edit } from './edit.ts';

/** Writes a text in place of a string literal, in its quotes. Null for anything else. */
export function replaceLiteral(
  node: Node,
  text: string,
  title: string,
  source: string,
): Edit | null {
  if (node.type !== 'Literal' || staticString(node) === null) return null;
  const quote = source[node.range[0]] ?? "'";
  if (text.includes(quote) || text.includes('\\')) return null;
  return { safe: true, title, changes: [{ range: node.range, text: `${quote}${text}${quote}` }] };
}
