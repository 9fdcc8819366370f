import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, staticString, unwrap } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FileView } from '../fact.ts';
import { soleValueOf } from '../../values/written-for.ts';

/**
 * `'ab' + 'cd'`, `['ab', 'cd'].join('')`: the outermost concatenation that a literal is a part of, or that the constant which
 * holds it is a piece of.
 */
export function joinedWith(node: Node, { module }: FileView): Node {
  const call = putTogether(node);
  if (call) return call;
  const own = concatenationAround(node);
  if (own !== node || node.parent?.type !== 'VariableDeclarator') return own;
  const read = onlyReadOf(node.parent.id, module);
  const whole = read ? concatenationAround(read) : null;
  return whole && whole !== read && joinsPieces(whole, module) ? whole : own;
}

/** The outermost `+` or template around a node. */
function concatenationAround(node: Node): Node {
  let whole = node;
  for (let outer = node.parent; outer && isConcatenation(outer); outer = outer.parent)
    whole = outer;
  return whole;
}

const isConcatenation = (node: Node): boolean =>
  node.type === 'TemplateLiteral'
    ? node.parent.type !== 'TaggedTemplateExpression'
    : node.type === 'BinaryExpression' && node.operator === '+';

/** `['ab', 'cd'].join('\n')`, `'ab'.concat('cd')`, of which the node is a piece. */
function putTogether(node: Node): TSESTree.CallExpression | null {
  const { parent } = node;
  const start = parent?.type === 'ArrayExpression' ? parent : node;
  const { parent: outer } = start;
  const call = outer?.type === 'MemberExpression' ? outer.parent : outer;
  return call?.type === 'CallExpression' && piecesOf(call)?.includes(node) ? call : null;
}

/** The texts that a call puts together, all of them written there. */
function piecesOf({ callee, arguments: given }: TSESTree.CallExpression): readonly Node[] | null {
  if (callee.type !== 'MemberExpression') return null;
  const { object } = callee;
  const name = keyName(callee);
  const list = name === 'join' && object.type === 'ArrayExpression' ? object.elements : null;
  const pieces = list ?? (name === 'concat' ? [object, ...given] : []);
  return pieces.length > 1 &&
    pieces.every((piece) => piece !== null && staticString(piece) !== null)
    ? pieces.flatMap((piece) => piece ?? [])
    : null;
}

/** All of a text is written in it: what a variable adds is reported where that is written. */
export function ownText(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'CallExpression') return piecesOf(inner) !== null;
  if (inner.type === 'TemplateLiteral')
    return inner.expressions.every((expression) => ownText(expression));
  return inner.type === 'BinaryExpression'
    ? ownText(inner.left) && ownText(inner.right)
    : inner.type === 'Literal';
}

/**
 * A text is put together from constants that serve for nothing else: a value cut in pieces. One of
 * them may stand in place, if it is long enough to be the secret part.
 */
export function joinsPieces(whole: Node, module: SourceModule): boolean {
  const parts = partsOf(whole);
  const pieces = parts.filter((part) => part.type === 'Identifier');
  const hasLong = parts.some((part) => (staticString(part)?.length ?? 0) >= SECRET_PART);
  return (
    pieces.length >= (hasLong ? 1 : 2) &&
    parts.every((part) => part.type === 'Literal' || isPiece(part, module)) &&
    /^[\w -]*$/.test(writtenAround(whole))
  );
}

/** What stands between the pieces: the name of a scheme at most, and not a URL that they are put into. */
function writtenAround(wrapped: Node): string {
  const node = unwrap(wrapped);
  if (node.type === 'TemplateLiteral')
    return [
      ...node.quasis.map(({ value }) => value.raw),
      ...node.expressions.map((part) => writtenAround(part)),
    ].join('');
  if (node.type === 'BinaryExpression')
    return `${writtenAround(node.left)}${writtenAround(node.right)}`;
  return staticString(node) ?? '';
}

function partsOf(wrapped: Node): Node[] {
  const node = unwrap(wrapped);
  if (node.type === 'TemplateLiteral') return node.expressions.flatMap(partsOf);
  return node.type === 'BinaryExpression' && node.operator === '+'
    ? [...partsOf(node.left), ...partsOf(node.right)]
    : [node];
}

/** A variable of the file that only ever holds a text, read in this one place. */
function isPiece(node: Node, module: SourceModule): boolean {
  if (node.type !== 'Identifier') return false;
  const binding = module.scopes.bindingOf(node);
  const piece = binding && soleValueOf(binding);
  return binding?.reads.length === 1 && (staticString(piece)?.length ?? 0) >= SHORTEST;
}

/** Shorter pieces are words of a text. */
const SHORTEST = 6;

/** So long is what makes a key one. */
const SECRET_PART = 16;

function onlyReadOf(name: Node, module: SourceModule): Node | null {
  if (name.type !== 'Identifier') return null;
  const reads = module.scopes.bindingOf(name)?.reads ?? [];
  return reads.length === 1 ? (reads[0] ?? null) : null;
}
