import type { Node } from '../ast/node.ts';
import { ancestorsOf, isFunction } from '../ast/node.ts';
import type { Edit } from './edit.ts';

const NAME = 'retryAfter';

/**
 * Waits as long as `Retry-After` says (seconds or a date), else as long as is written.
 * Null where the wait stands in no statement of its own, or the name is taken.
 * @param wait the number of milliseconds that is written
 * @param source the text of the file that holds it
 */
export function obeyRetryAfter(
  wait: Node,
  answer: { readonly name: string; readonly hasGet: boolean },
  source: string,
): Edit | null {
  const statement = statementOf(wait);
  const written = source.slice(wait.range[0], wait.range[1]);
  const fn = statement && [...ancestorsOf(statement)].find(isFunction);
  const text = fn ? source.slice(fn.range[0], fn.range[1]) : source;
  if (!statement || /\/[/*]/.test(written) || new RegExp(`\\b${NAME}\\b`).test(text)) return null;
  const header = answer.hasGet
    ? `${answer.name}.headers.get('retry-after') ?? ''`
    : `String(${answer.name}.headers['retry-after'] ?? '')`;
  const start = statement.range[0];
  const lineStart = source.lastIndexOf('\n', start - 1) + 1;
  const indent = source.slice(lineStart, start);
  if (indent.trim() !== '') return null;
  const otherwise = LOOSE.has(wait.type) ? `(${written})` : written;
  return {
    safe: false,
    title: 'Wait as long as Retry-After says',
    changes: [
      { range: [start, start], text: `const ${NAME} = ${header};\n${indent}` },
      {
        range: [wait.range[0], wait.range[1]],
        text: `Number(${NAME}) * 1000 || Date.parse(${NAME}) - Date.now() || ${otherwise}`,
      },
    ],
  };
}

const LOOSE: ReadonlySet<string> = new Set([
  'ConditionalExpression',
  'AssignmentExpression',
  'LogicalExpression',
  'ArrowFunctionExpression',
]);

/** The statement in a block that a node belongs to, its own functions included. */
function statementOf(node: Node): Node | null {
  for (const above of ancestorsOf(node)) {
    const isStatement =
      above.type === 'ExpressionStatement' || above.type === 'VariableDeclaration';
    if (isStatement && above.parent.type === 'BlockStatement') return above;
    if (above.type === 'BlockStatement') return null;
  }
  return null;
}
