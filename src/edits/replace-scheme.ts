import { dataNodeOf } from '../ast/data-node.ts';
import type { Node } from '../ast/node.ts';
import type { Edit } from './edit.ts';

const SECURE: Readonly<Record<string, string>> = { http: 'https', ws: 'wss' };

/**
 * Writes the encrypted scheme in the place of the plain one; quotes and template parts stay. Null
 * where the text does not begin with it.
 */
export function replaceScheme(node: Node, scheme: string, safe: boolean): Edit | null {
  const start = startOf(node, scheme);
  const secure = SECURE[scheme];
  if (start === null || secure === undefined) return null;
  const range = [start, start + scheme.length] as const;
  return { safe, title: `Use ${secure}.`, changes: [{ range, text: secure }] };
}

/** Where the scheme begins in the source. */
function startOf(node: Node, scheme: string): number | null {
  const data = dataNodeOf(node);
  if (data) return begins(data.text, scheme) ? data.textStart : null;
  if (node.type === 'BinaryExpression') return startOf(node.left, scheme);
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis[0]?.value.raw
      : node.type === 'Literal'
        ? node.raw.slice(1)
        : undefined;
  return text !== undefined && begins(text, scheme) ? node.range[0] + 1 : null;
}

const begins = (text: string, scheme: string): boolean =>
  text.slice(0, scheme.length + 1).toLowerCase() === `${scheme}:`;
