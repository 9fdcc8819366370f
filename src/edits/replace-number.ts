import type { Node } from '../ast/node.ts';
import { keyName, programOf } from '../ast/node.ts';
import { scopesOf } from '../ast/scope.ts';
import { isWithin } from '../ast/within.ts';
import type { Edit } from './edit.ts';

/**
 * Writes a number in place of another, in the way the other was written: `90_000` as `60_000`,
 * `90 * 1000` as `60 * 1000`. Null where a comment stands in the expression; not safe where another
 * place reads the name that the number has.
 * @param source the text of the file that holds `node`
 * @param owner what the number is for: reads of its name in there are no other places
 */
export function replaceNumber(
  node: Node,
  value: number,
  source: string,
  title: string,
  safe = true,
  owner: Node | null = null,
): Edit | null {
  const written = source.slice(node.range[0], node.range[1]);
  if (/\/[/*]/.test(written)) return null;
  return {
    safe: safe && !isReadElsewhere(node, owner),
    title,
    changes: [{ range: [node.range[0], node.range[1]], text: inStyleOf(written, value) }],
  };
}

/** Writes a number in place of each of several, once where they are one constant; null where one of them can't be replaced. */
export function replaceNumbers(
  numbers: readonly { readonly node: Node; readonly value: number }[],
  value: number,
  source: string,
  title: string,
): Edit | null {
  const nodes = [...new Set(numbers.map(({ node }) => node))];
  const edits = nodes.map((node) => replaceNumber(node, value, source, title));
  const known = edits.filter((edit) => edit !== null);
  if (known.length === 0 || known.length < edits.length) return null;
  return {
    safe: known.every(({ safe }) => safe),
    title,
    changes: known.flatMap(({ changes }) => changes),
  };
}

/** `const COUNT = 5`, `const SIZES = { page: 500 }`: several places read the name, or other files can. */
function isReadElsewhere(number: Node, owner: Node | null): boolean {
  let field: string | null = null;
  let node = number;
  for (let { parent } = node; parent && HOLDS.has(parent.type); { parent } = node) {
    if (parent.type === 'Property') field = keyName(parent);
    node = parent;
  }
  const { parent } = node;
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false;
  const program = programOf(parent);
  const reads = (program && scopesOf(program).bindingOf(parent.id)?.reads) ?? [];
  const whole = reads.filter((read) => field === null || read.parent.type !== 'MemberExpression');
  const ofField = reads.filter(
    ({ parent: read }) => read.type === 'MemberExpression' && keyName(read) === field,
  );
  // Options that are given whole are the client's own, however many it serves.
  if (field !== null && ofField.length === 0) return false;
  const isExported = parent.parent.parent.type === 'ExportNamedDeclaration';
  const all = new Set([...whole, ...ofField]);
  const isOwned = owner !== null && [...all].every((read) => isWithin(read, owner));
  return isExported || (all.size > 1 && !isOwned);
}

/** What a constant of a number, or of an object with it, is made of. */
const HOLDS: ReadonlySet<string> = new Set([
  'ObjectExpression',
  'Property',
  'TSAsExpression',
  'TSSatisfiesExpression',
]);

/** A number as text, in the style of another: factors, separators or plain digits. */
export function inStyleOf(written: string, value: number): string {
  const factors = written.split('*').map((part) => part.trim());
  const last = factors.at(-1)?.replaceAll('_', '');
  if (factors.length > 1 && last === '1000' && value % 1000 === 0) {
    const seconds = value / 1000;
    const isMinutes =
      factors.length > 2 && factors.at(-2) === '60' && seconds % 60 === 0 && seconds > 60;
    return isMinutes
      ? `${seconds / 60} * 60 * ${factors.at(-1) ?? ''}`
      : `${seconds} * ${factors.at(-1) ?? ''}`;
  }
  const digits = /^\d+$/.test(written) || value < 10_000;
  return digits ? String(value) : value.toLocaleString('en').replaceAll(',', '_');
}
