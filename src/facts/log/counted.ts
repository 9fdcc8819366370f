import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { Binding } from '../../ast/scope.ts';
import { wordsOf } from '../../ast/words.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { valueWritten } from '../../values/written-for.ts';

/** Sums are followed this far. */
const DEEPEST = 3;

/** What only numbers are used for. */
const NUMERIC: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '-', '*', '/', '%', '**']);
/** Gives a number, and takes some. */
const OF_NUMBERS: ReadonlySet<string> = new Set(['Math', 'Number', 'parseInt', 'parseFloat']);

/**
 * `reservedTokens`, `migratedKeys`: so many of them, which are no credentials. A number by what it is
 * made of or used for: compared in size, taken from something, part of such a sum.
 */
export function isCountOfThings(node: Node, module: SourceModule, field?: string): boolean {
  if (isElseNumber(node)) return true;
  if (node.type !== 'Identifier') return false;
  const word = wordsOf(field ?? node.name).at(-1) ?? '';
  return word.endsWith('s') && isNumber(module.scopes.bindingOf(node), module, DEEPEST);
}

/** `usage.promptTokens ?? 0` */
const isElseNumber = ({ parent, range }: Node): boolean =>
  parent?.type === 'LogicalExpression' &&
  parent.left.range[0] === range[0] &&
  parent.right.type === 'Literal' &&
  typeof parent.right.value === 'number';

function isNumber(binding: Binding | null, module: SourceModule, depth: number): boolean {
  if (!binding || depth === 0) return false;
  return (
    binding.writes.some(({ by }) => isMadeNumber(by)) ||
    binding.reads.some((read) => isUsedAsNumber(read, module, depth))
  );
}

function isMadeNumber(by: Node): boolean {
  const made = valueWritten(by);
  if (!made) return false;
  const bare = unwrap(made);
  if (bare.type === 'BinaryExpression') return NUMERIC.has(bare.operator);
  return bare.type === 'CallExpression' && isOfNumbers(bare.callee);
}

/** `Math.ceil(…)`, `Number(…)`. */
function isOfNumbers(wrapped: Node): boolean {
  const callee = unwrap(wrapped);
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  return root.type === 'Identifier' && OF_NUMBERS.has(root.name);
}

function isUsedAsNumber(read: Node, module: SourceModule, depth: number): boolean {
  const { parent } = read;
  if (!parent) return false;
  if (parent.type === 'CallExpression') return parent.callee !== read && isOfNumbers(parent.callee);
  if (parent.type === 'MemberExpression')
    return parent.object === read && /^to(?:Fixed|Precision)$/.test(keyName(parent) ?? '');
  if (parent.type === 'AssignmentExpression') return /^[-+*/]=$/.test(parent.operator);
  if (parent.type !== 'BinaryExpression') return false;
  if (NUMERIC.has(parent.operator)) return true;
  const sum = parent.operator === '+' ? parent.parent : null;
  if (sum?.type !== 'VariableDeclarator' || sum.id.type !== 'Identifier') return false;
  return isNumber(module.scopes.bindingOf(sum.id), module, depth - 1);
}
