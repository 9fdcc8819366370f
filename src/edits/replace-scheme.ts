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
  if (node.type === 'BinaryExpression') return startOf(node.left, scheme);
  const text =
    node.type === 'TemplateLiteral'
      ? node.quasis[0]?.value.raw
      : node.type === 'Literal'
        ? node.raw.slice(1)
        : undefined;
  return text?.slice(0, scheme.length + 1).toLowerCase() === `${scheme}:`
    ? node.range[0] + 1
    : null;
}
