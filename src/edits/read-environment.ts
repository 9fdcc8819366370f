import type { Node } from '../ast/node.ts';
import { wordsOf } from '../ast/words.ts';
import type { Edit, TextChange } from './edit.ts';

/** A literal that belongs into the environment. */
interface Replaced {
  readonly node: Node;
  /** What it is bound to. */
  readonly name: string | null;
  /** The variable that it stands in for already. */
  readonly fallbackOf?: string | null;
  /** Text in the literal that stays: `Bearer `. */
  readonly prefix?: string;
  /** Only a part of the literal belongs there. */
  readonly isPart?: true;
}

/**
 * Reads a value from the environment in place of a literal; `known` names the variable where that is
 * clear, and what a name is made from what it is bound to begins with `beginning`.
 */
export function readEnvironment(
  replaced: Replaced,
  known: string | null,
  beginning = '',
): Edit | null {
  const { node, name, fallbackOf = null, prefix = '', isPart } = replaced;
  // A member of an enum can't be read at run time beside others that are texts.
  if (isPart || node.parent?.type === 'TSEnumMember') return null;
  if (
    node.type !== 'Literal' &&
    node.type !== 'TemplateLiteral' &&
    node.type !== 'BinaryExpression'
  )
    return null;
  if (node.type === 'Literal' && typeof node.value !== 'string') return null;
  if (node.type === 'TemplateLiteral' && node.expressions.length > 0) return null;
  const variable = fallbackOf ?? known ?? begun(variableName(name), beginning);
  if (variable === null) return null;
  const change =
    fallbackOf !== null
      ? withoutFallback(node)
      : { range: node.range, text: inPlaceOf(node, variable, prefix) };
  return (
    change && {
      safe: false,
      title: `Read it from the environment variable ${variable}.`,
      changes: [change],
    }
  );
}

/** `x || 'v'` as `x`, `{ x = 'v' }` as `{ x }`; null where the literal is no plain fallback. */
function withoutFallback(node: Node): TextChange | null {
  const { parent } = node;
  if (parent?.type === 'LogicalExpression' && parent.right === node)
    return { range: [parent.left.range[1], parent.range[1]], text: '' };
  return parent?.type === 'AssignmentPattern'
    ? { range: [parent.left.range[1], parent.range[1]], text: '' }
    : null;
}

function inPlaceOf(node: Node, variable: string, prefix: string): string {
  const read = `process.env.${variable}`;
  const text = prefix === '' ? read : `\`${prefix}\${${read}}\``;
  return node.parent?.type === 'JSXAttribute' ? `{${text}}` : text;
}

const begun = (name: string | null, beginning: string): string | null =>
  name === null || name.startsWith(beginning) ? name : `${beginning}${name}`;

/** `clientSecret` as `CLIENT_SECRET`, without what only marks a header. */
function variableName(name: string | null): string | null {
  const words = name === null ? [] : wordsOf(name.replace(/^x-/i, ''));
  const joined = words.join('_').toUpperCase();
  if (joined === 'AUTHORIZATION') return 'API_TOKEN';
  return /^[A-Z][A-Z\d_]*$/.test(joined) ? joined : null;
}
