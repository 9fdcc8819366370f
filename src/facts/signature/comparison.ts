import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isWrittenOut, keyName, staticString, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { VerifierUse } from '../webhook/verifiers.ts';
import { verifierOf } from '../webhook/verifiers.ts';

/** A place where two values are compared. */
export interface Comparison {
  readonly node: TSESTree.BinaryExpression | TSESTree.CallExpression;
  readonly left: Node;
  readonly right: Node;
  /**
   * `operator`: `===` and its kin; `equals`: a method or function that tells whether both are equal;
   * `search`: one is looked for in the other; `order`: tells which comes first; `timed`: in constant
   * time, throwing where the lengths differ; `helper`: a function of another module compares them.
   */
  readonly form: 'operator' | 'equals' | 'search' | 'order' | 'timed' | 'helper';
  /** True where they differ. */
  readonly negated: boolean;
}

const SEARCHES: ReadonlySet<string> = new Set(['includes', 'indexOf', 'startsWith', 'endsWith']);
const OPERATORS: ReadonlySet<string> = new Set(['===', '!==', '==', '!=']);

/** What a node compares; null where it compares nothing, or something that is written out. */
export function comparisonAt(
  node: TSESTree.BinaryExpression | TSESTree.CallExpression,
  module: SourceModule,
): Comparison | null {
  const found = node.type === 'BinaryExpression' ? ofOperator(node) : ofCall(node, module);
  return found && (isWrittenOut(found.left) || isWrittenOut(found.right)) ? null : found;
}

function ofOperator(node: TSESTree.BinaryExpression): Comparison | null {
  const { operator, left, right } = node;
  if (!OPERATORS.has(operator) || left.type === 'PrivateIdentifier') return null;
  return { node, left, right, form: 'operator', negated: operator.startsWith('!') };
}

function ofCall(node: TSESTree.CallExpression, module: SourceModule): Comparison | null {
  const [first, second] = node.arguments;
  if (!first || first.type === 'SpreadElement' || second?.type === 'SpreadElement') return null;
  const method = node.callee.type === 'MemberExpression' ? (keyName(node.callee) ?? '') : '';
  const form = METHODS.get(method);
  if (form === undefined) return ofFunction(node, module);
  if (node.callee.type !== 'MemberExpression') return null;
  if (second && method !== 'indexOf' && method !== 'includes') return ofFunction(node, module);
  if (form === 'search' && isNameAndSign(first)) return null;
  return { node, left: node.callee.object, right: first, form, negated: false };
}

/** `part.startsWith(`${name}=`)`: a pair is looked for by its name. */
const isNameAndSign = (searched: Node): boolean =>
  searched.type === 'TemplateLiteral'
    ? /[=:]\s*$/.test(searched.quasis.at(-1)?.value.raw ?? '')
    : searched.type === 'BinaryExpression' &&
      searched.operator === '+' &&
      /^[=:]\s*$/.test(staticString(searched.right) ?? '');

const METHODS: ReadonlyMap<string, Comparison['form']> = new Map([
  ...[...SEARCHES].map((name) => [name, 'search'] as const),
  ['equals', 'equals'],
  ['localeCompare', 'order'],
  ['compare', 'order'],
]);

/** `isEqual(a, b)`, `Buffer.compare(a, b)`, `Object.is(a, b)`, and the comparison in constant time. */
function ofFunction(node: TSESTree.CallExpression, module: SourceModule): Comparison | null {
  const [left, right] = node.arguments;
  if (!left || !right) return null;
  const callee = valueOf(node.callee, module);
  const form = formOf(verifierOf(callee)) ?? formOfGlobal(node.callee);
  return form && { node, left, right, form, negated: false };
}

function formOf(use: VerifierUse | null): Comparison['form'] | null {
  if (use?.does === 'equate') return 'equals';
  return use?.does === 'answer' && use.equalLength ? 'timed' : null;
}

function formOfGlobal(callee: Node): Comparison['form'] | null {
  const inner = unwrap(callee);
  if (inner.type !== 'MemberExpression' || inner.object.type !== 'Identifier') return null;
  const name = `${inner.object.name}.${keyName(inner) ?? ''}`;
  return name === 'Buffer.compare' ? 'order' : name === 'Object.is' ? 'equals' : null;
}

/** Written out, or a name of what is. */
export const isFixed = (node: Node, module: SourceModule): boolean =>
  isWrittenOut(node) || valueOf(unwrap(node), module).kind === 'literal';
