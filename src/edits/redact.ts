import type { Expression, Node } from '../ast/node.ts';
import { keyName } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit } from './edit.ts';

const REDACTED = '[redacted]';

/**
 * Puts a fixed text in the place of what must not be written out; of an error, its code, message and
 * status are kept. Null for what is spread.
 */
export function redact(written: Expression, isError: boolean, { text }: SourceModule): Edit | null {
  const { parent, range } = isError ? written : wholeOf(written);
  const [start, end] = range;
  if (!parent || parent.type === 'SpreadElement') return null;
  const name = text.slice(start, end);
  if (isError) {
    if (!/^[\w$]+$/.test(name)) return null;
    const fields = `{ code: ${name}.code, status: ${name}.response?.status, message: ${name}.message }`;
    return edit('Log its code, status and message', range, inProperty(parent, name, fields));
  }
  const title = `Write ${REDACTED} instead`;
  if (parent.type !== 'TemplateLiteral')
    return edit(title, range, inProperty(parent, name, `'${REDACTED}'`));
  const open = text.lastIndexOf('${', start);
  const close = text.indexOf('}', end);
  if (text.slice(open + 2, start).trim() !== '' || text.slice(end, close).trim() !== '')
    return null;
  return edit(title, [open, close + 1], REDACTED);
}

/** `Object.fromEntries(await headers())`, which no text can stand in: all of it. */
function wholeOf(node: Node): Node {
  const { parent } = node;
  const isPairs =
    parent?.type === 'CallExpression' &&
    parent.callee !== node &&
    parent.callee.type === 'MemberExpression' &&
    keyName(parent.callee) === 'fromEntries';
  return parent && (isPairs || parent.type === 'AwaitExpression') ? wholeOf(parent) : node;
}

/** `{ token }` needs its name back. */
const inProperty = (parent: Node, name: string, text: string): string =>
  parent.type === 'Property' && parent.shorthand ? `${name}: ${text}` : text;

const edit = (title: string, range: readonly [number, number], text: string): Edit => ({
  safe: false,
  title,
  changes: [{ range, text }],
});
