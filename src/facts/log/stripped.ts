import type { TSESTree } from '@typescript-eslint/utils';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import type { Expression, Node } from '../../ast/node.ts';

/** The longest word before a credential in a header: `Negotiate `. */
const LONGEST_SCHEME = 10;

/**
 * What an expression is nearly all of: a header without the word before its credential
 * (`header.slice('Bearer '.length)`, `header.split(' ')[1]`, `header.replace(/^Bearer /, '')`).
 * Null for anything else.
 */
export function wholeOfStripped(node: Node): Expression | null {
  if (node.type === 'MemberExpression') return isAfterFirst(node) ? wordsSplit(node.object) : null;
  if (node.type !== 'CallExpression') return null;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return null;
  const [first, second] = node.arguments;
  switch (keyName(callee)) {
    case 'slice':
    case 'substring':
    case 'substr':
      return first && !second && isSchemeLength(first) ? callee.object : null;
    case 'replace':
      return first && namesScheme(first) && staticString(second) === '' ? callee.object : null;
    default:
      return null;
  }
}

/** `header.split(' ')`: what is split into its words. */
export function wordsSplit(wrapped: Node): Expression | null {
  const call = unwrap(wrapped);
  const callee = call.type === 'CallExpression' ? unwrap(call.callee) : null;
  if (call.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return null;
  const [separator] = call.arguments;
  const isSpace =
    staticString(separator) === ' ' ||
    (separator?.type === 'Literal' &&
      'regex' in separator &&
      /^\\s\+?$/.test(separator.regex.pattern));
  return keyName(callee) === 'split' && isSpace ? callee.object : null;
}

const isAfterFirst = ({ computed, property }: TSESTree.MemberExpression): boolean =>
  computed && property.type === 'Literal' && property.value === 1;

function isSchemeLength(node: Node): boolean {
  if (node.type === 'Literal')
    return typeof node.value === 'number' && node.value > 0 && node.value <= LONGEST_SCHEME;
  return (
    node.type === 'MemberExpression' &&
    keyName(node) === 'length' &&
    (staticString(node.object)?.length ?? Infinity) <= LONGEST_SCHEME
  );
}

function namesScheme(node: Node): boolean {
  const text = node.type === 'Literal' && 'regex' in node ? node.regex.pattern : staticString(node);
  return text !== null && /^\W*(?:bearer|basic|token)\b/i.test(text);
}
