import type { Node } from '../ast/node.ts';
import type { Edit } from './edit.ts';

/** Expressions that a `*` binds to as a whole. */
const WHOLE: ReadonlySet<string> = new Set([
  'Identifier',
  'Literal',
  'CallExpression',
  'MemberExpression',
]);

/**
 * Takes a random part, half of it at most, off a number of milliseconds: no wait gets longer.
 * Null where a comment stands in the expression.
 * @param source the text of the file that holds `node`
 */
export function addJitter(node: Node, source: string, title: string): Edit | null {
  const written = source.slice(node.range[0], node.range[1]);
  if (/\/[/*]/.test(written) || node.type === 'SpreadElement') return null;
  const isProduct =
    node.type === 'BinaryExpression' && (node.operator === '*' || node.operator === '**');
  const factor = WHOLE.has(node.type) || isProduct ? written : `(${written})`;
  return {
    safe: true,
    title,
    changes: [
      { range: [node.range[0], node.range[1]], text: `${factor} * (0.5 + Math.random() / 2)` },
    ],
  };
}
