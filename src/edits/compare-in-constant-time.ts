import { holdsComment } from '../ast/comments.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../ast/node.ts';
import { isFunction, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import { textOf } from '../values/source-module.ts';
import { parenthesised } from './parenthesised.ts';
import type { Edit, TextChange } from './edit.ts';
import { statementOf } from './hoist.ts';
import { importFunction } from './import-function.ts';

/** A comparison of two values, as a fact describes it. */
interface Compared {
  readonly node: TSESTree.BinaryExpression | TSESTree.CallExpression;
  readonly module: SourceModule;
  readonly form: string;
  readonly negated: boolean;
  readonly left: Side;
  readonly right: Side;
  readonly remedy: { readonly name: string; readonly module: string } | null;
}

interface Side {
  readonly node: Node;
  readonly kind: 'string' | 'missing' | 'unset' | 'bytes' | 'unknown';
}

const TITLE = 'Compare in constant time, after the lengths';

/**
 * Puts a comparison in constant time in the place of one that stops at the first difference: the
 * two sides as bytes, their lengths first, and the import in the file's own way. Safe where both
 * sides are known to be texts, or both bytes. Null where a side can't be written twice and the
 * statement is no place for a new variable.
 */
export function compareInConstantTime(compared: Compared): Edit | null {
  const { node, module, form, remedy, left, right } = compared;
  if (!remedy || (form !== 'operator' && form !== 'equals')) return null;
  const target = form === 'equals' ? negationAround(node) : null;
  const whole = target ?? node;
  const negated = compared.negated !== (target !== null);
  if (holdsComment(whole, module.text, module.visitorKeys)) return null;
  if (isBytes(left, right) === null) return null;
  const imported = importFunction(remedy.name, remedy.module, node, module);
  if (!imported) return null;
  const written =
    (form === 'equals' && isBytes(left, right)
      ? inPlace(compared, negated, imported.callee)
      : null) ??
    withVariables(compared, whole, negated, imported.callee) ??
    inPlace(compared, negated, imported.callee);
  if (!written) return null;
  return {
    safe: isSure(left) && isSure(right),
    title: TITLE,
    changes: [
      ...imported.changes,
      ...written.before,
      { range: [...whole.range], text: parenthesised(written.test, whole) },
    ],
  };
}

const isSure = ({ kind }: Side): boolean => kind === 'string' || kind === 'bytes';

/** Whether both sides are bytes; null where one is and the other is a text: they are never equal. */
function isBytes(left: Side, right: Side): boolean | null {
  if (left.kind === 'bytes' && right.kind === 'bytes') return true;
  return left.kind === 'bytes' || right.kind === 'bytes' ? null : false;
}

/** `!a.equals(b)`. */
const negationAround = ({ parent }: Node): TSESTree.UnaryExpression | null =>
  parent?.type === 'UnaryExpression' && parent.operator === '!' ? parent : null;

interface Written {
  readonly before: readonly TextChange[];
  readonly test: string;
}

/** `const given = Buffer.from(a);` and so on before the statement, where nothing decides whether it is compared. */
function withVariables(
  { node, module, left, right }: Compared,
  whole: Node,
  negated: boolean,
  callee: string,
): Written | null {
  const statement = statementOf(whole);
  if (!statement || !isComparedFirst(whole, statement)) return null;
  const { text } = module;
  const lineStart = text.lastIndexOf('\n', statement.range[0] - 1) + 1;
  const indent = text.slice(lineStart, statement.range[0]);
  if (indent.trim() !== '') return null;
  // What may be missing is what somebody sent.
  const isTurned = isSure(left) && !isSure(right);
  const names = (isTurned ? ['wanted', 'given'] : ['given', 'wanted']).map((name) =>
    freeName(name, node, module),
  );
  const [one = '', other = ''] = names;
  const lines = [left, right].map(
    (side, index) => `const ${names[index] ?? ''} = ${bytesOf(side, module)};\n${indent}`,
  );
  return {
    before: [{ range: [statement.range[0], statement.range[0]], text: lines.join('') }],
    test: testOf(one, other, negated, callee),
  };
}

const testOf = (one: string, other: string, negated: boolean, callee: string): string =>
  negated
    ? `${one}.length !== ${other}.length || !${callee}(${one}, ${other})`
    : `${one}.length === ${other}.length && ${callee}(${one}, ${other})`;

function bytesOf({ node, kind }: Side, module: SourceModule): string {
  const text = textOf(node, module);
  if (kind === 'bytes') return text;
  if (kind === 'string') return `Buffer.from(${text})`;
  // A secret that is unset must not turn into a text that somebody could send.
  if (kind === 'unset')
    return `Buffer.from(${text}${/\.[cm]?tsx?$/.test(module.file ?? '') ? '!' : ''})`;
  if (kind === 'missing') return `Buffer.from(${text} ?? '')`;
  return `Buffer.from(String(${text} ?? ''))`;
}

/** The comparison is the first thing that its statement evaluates. */
function isComparedFirst(whole: Node, statement: Node): boolean {
  if (statement.type === 'IfStatement' && statement.parent.type === 'IfStatement') return false;
  let inner = whole;
  for (let above = whole.parent; above; above = above.parent) {
    if (above === statement) return FIRST_PARTS.some((part) => partOf(above, part) === inner);
    const first = FIRST_PARTS.some((part) => above && partOf(above, part) === inner);
    const passes = above.type === 'UnaryExpression' || above.type === 'VariableDeclarator' || first;
    if (!passes || isFunction(above) || above.type === 'CallExpression') return false;
    inner = above;
  }
  return false;
}

const FIRST_PARTS = ['test', 'left', 'argument', 'init', 'expression'] as const;

function partOf(node: Node, part: (typeof FIRST_PARTS)[number]): unknown {
  if (node.type === 'VariableDeclaration') return node.declarations[0];
  if (/^(?:While|DoWhile|For)/.test(node.type)) return null;
  return part in node ? (node as unknown as Record<string, unknown>)[part] : null;
}

/** All in one expression: for sides that may be read twice. */
function inPlace(
  { module, left, right }: Compared,
  negated: boolean,
  callee: string,
): Written | null {
  if (!isSimple(left.node) || !isSimple(right.node)) return null;
  const [one, other] = [bytesOf(left, module), bytesOf(right, module)];
  return { before: [], test: testOf(one, other, negated, callee) };
}

function isSimple(node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'TemplateLiteral') return inner.expressions.every(isSimple);
  if (inner.type === 'MemberExpression') return isSimple(inner.object);
  return inner.type === 'Identifier' || inner.type === 'ThisExpression';
}

function freeName(name: string, at: Node, { scopes, text }: SourceModule): string {
  if (!scopes.lookup(name, at) && !new RegExp(`\\b${name}\\b`).test(text)) return name;
  for (let count = 2; ; count++) {
    const next = `${name}Bytes${count === 2 ? '' : count}`;
    if (!scopes.lookup(next, at) && !text.includes(next)) return next;
  }
}
