import type { Node } from '../../ast/node.ts';
import { keyName, staticString } from '../../ast/node.ts';

/** An address inside a longer text: JSX children, templates of markup, after other words. */
export const isWithinText = (node: Node): boolean =>
  node.parent?.type === 'JSXElement' ||
  isAfterWords(node) ||
  node.parent?.type === 'TaggedTemplateExpression' ||
  keyName(node) === 'href';

/** `'open ' + url`, `${text} ${url}`, `<a href="${url}">`, `[here](${url})`: no address has that before it. */
function isAfterWords(node: Node): boolean {
  const { parent } = node;
  if (parent?.type === 'TemplateLiteral') {
    const index = parent.expressions.findIndex((expression) => expression === node);
    return BEFORE.test(parent.quasis[index]?.value.cooked ?? '');
  }
  if (parent?.type !== 'BinaryExpression' || parent.operator !== '+' || parent.right !== node)
    return false;
  const { left } = parent;
  const before = left.type === 'BinaryExpression' ? left.right : left;
  return BEFORE.test(staticString(before) ?? '');
}

const BEFORE = /(?:\s|\bhref\s?=\s?["']|\]\()$/i;
