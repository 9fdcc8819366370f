import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { ancestorsOf, enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import { evidenceAmong } from '../retry/code.ts';
import { statusTables } from './status-table.ts';

/** Code that goes different ways for different statuses of a thing, in a file that speaks of payments. */
export interface StatusBranch extends Fact {
  /** What is switched on, the first comparison, or the table. */
  readonly node: Node;
  readonly form: 'switch' | 'if' | 'lookup';
  /** The statuses that are told apart, as written. */
  readonly values: readonly string[];
  /** What happens with any other status: nothing, an error, or something. */
  readonly otherwise: 'nothing' | 'throws' | 'acts';
  /** It is about a payment, by the names around. */
  readonly isPayment: boolean;
  /** The statement, for an edit of it. */
  readonly statement: TSESTree.SwitchStatement | null;
  readonly module: SourceModule;
}

/** The places of a file that tell statuses apart. */
export function findStatusBranches(view: FileView): StatusBranch[] {
  const tables = statusTables(view, textsOf).map(({ node, lookup, values, hasFallback }) => {
    const otherwise = hasFallback ? ('acts' as const) : ('nothing' as const);
    const found = { form: 'lookup' as const, values, otherwise, statement: null };
    const looked = branch(view, lookup, found);
    return looked.isPayment ? { ...looked, node } : branch(view, node, found);
  });
  return [...switchesOf(view), ...comparisonsOf(view), ...tables].sort(
    (one, other) => one.node.range[0] - other.node.range[0],
  );
}

function branch(
  view: FileView,
  node: Node,
  found: Pick<StatusBranch, 'form' | 'values' | 'otherwise' | 'statement'>,
): StatusBranch {
  const { module, facts } = view;
  const fn = enclosingFunction(node);
  const near = facts.apiCall.filter((call) => call.enclosingFunction === fn);
  const isPayment = PAYMENT.test(namesAround(node, module)) || PAYMENT.test(module.file ?? '');
  return { ...found, node, isPayment, module, evidence: evidenceAmong(near) };
}

const PAYMENT = /pay(?:ment|ments|ing|in)?(?![a-z])|payment|transaction|checkout|momo/i;

/** The text of the function around, up to its size, and the names of those around that. */
function namesAround(node: Node, { text }: SourceModule): string {
  const fn = enclosingFunction(node);
  if (!fn) return text.slice(Math.max(0, node.range[0] - 400), node.range[1]);
  const outer = [...ancestorsOf(fn)].flatMap((above) =>
    isFunction(above) ? [text.slice(above.range[0], above.body.range[0])] : [],
  );
  const before = text.slice(Math.max(0, fn.range[0] - 80), fn.range[0]);
  return [before, text.slice(fn.range[0], fn.range[1]), ...outer].join('\n');
}

function switchesOf(view: FileView): StatusBranch[] {
  return view.candidates.switches.flatMap((statement) => {
    const subject = unwrap(statement.discriminant);
    const values = statement.cases.flatMap(({ test }) => textsOf(test, view.module));
    if (values.length === 0) return [];
    const otherwise = statement.cases.find(({ test }) => test === null);
    return [
      branch(view, subject.type === 'Literal' ? statement : statement.discriminant, {
        form: 'switch',
        values,
        otherwise: otherwise ? wayOf(otherwise.consequent) : afterSwitch(statement),
        statement,
      }),
    ];
  });
}

/** Cases that all leave make what stands behind the statement the way of all others. */
function afterSwitch(statement: TSESTree.SwitchStatement): StatusBranch['otherwise'] {
  const { parent } = statement;
  const allLeave = statement.cases.every(
    ({ consequent }) => consequent.length === 0 || leaves(consequent),
  );
  if (!allLeave || parent.type !== 'BlockStatement') return 'nothing';
  const after = parent.body.filter(({ range }) => range[0] > statement.range[0]);
  return givesNothing(after[0]) ? 'nothing' : wayOf(after);
}

/** `return null;`, `return '';` */
const givesNothing = (statement: Node | undefined): boolean =>
  statement?.type === 'ReturnStatement' &&
  statement.argument?.type === 'Literal' &&
  (statement.argument.value ?? '') === '';

function wayOf(statements: readonly Node[]): StatusBranch['otherwise'] {
  const [first] = statements;
  if (!first) return 'nothing';
  if (first.type === 'BlockStatement') return wayOf(first.body);
  if (statements.some(({ type }) => type === 'ThrowStatement')) return 'throws';
  if (first.type === 'BreakStatement' || first.type === 'ContinueStatement') return 'nothing';
  return first.type === 'ReturnStatement' && !first.argument ? 'nothing' : 'acts';
}

/** A way out of the function, the loop or the statement. */
function leaves(statements: readonly Node[]): boolean {
  const last = statements.at(-1);
  if (last?.type === 'BlockStatement') return leaves(last.body);
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}

/** The texts that an expression of a comparison stands for: a literal, or a name of an enumeration. */
function textsOf(expression: Node | null, module: SourceModule): string[] {
  if (!expression) return [];
  const value = valueOf(expression, module);
  if (value.kind === 'literal') return typeof value.value === 'string' ? [value.value] : [];
  if (value.kind === 'array') return value.elements.flatMap(({ node }) => textsOf(node, module));
  const name =
    value.kind === 'external' ? value.path.at(-1) : value.kind === 'member' ? value.name : null;
  return typeof name === 'string' && /^[A-Z][A-Z_]+$/.test(name) ? [name] : [];
}

interface Comparison {
  readonly node: Node;
  readonly values: readonly string[];
}

/** Comparisons of one thing in one function. */
function comparisonsOf(view: FileView): StatusBranch[] {
  const groups = new Map<string, Comparison[]>();
  const add = (subject: Node, node: Node, values: readonly string[]): void => {
    if (values.length === 0) return;
    const fn = enclosingFunction(node);
    const key = `${String(fn?.range[0] ?? -1)} ${textOf(subject, view.module)}`;
    groups.set(key, [...(groups.get(key) ?? []), { node, values }]);
  };
  for (const node of view.candidates.comparisons) {
    if (!/^[!=]==?$/.test(node.operator)) continue;
    const right = textsOf(node.right, view.module);
    if (right.length > 0) add(node.left, node, right);
    else add(node.right, node, textsOf(node.left, view.module));
  }
  for (const call of view.candidates.calls) {
    const callee = unwrap(call.callee);
    const [subject] = call.arguments;
    if (callee.type !== 'MemberExpression' || keyName(callee) !== 'includes' || !subject) continue;
    add(subject, call, textsOf(callee.object, view.module));
  }
  return [...groups.values()].flatMap((group) => chainOf(group, view) ?? []);
}

/** The subject as it is read, without `?.`, `!` and a change of its case. */
const textOf = (subject: Node, { text }: SourceModule): string =>
  text
    .slice(...subject.range)
    .replaceAll(/[?!\s]/g, '')
    .replace(/\.to(?:Upper|Lower)Case\(\)$/, '');

function chainOf(group: readonly Comparison[], view: FileView): StatusBranch | null {
  const values = [...new Set(group.flatMap((each) => each.values))];
  const statements = group.flatMap(({ node }) => statementOf(node) ?? []);
  const [first] = group;
  const last = statements.at(-1);
  if (!first || !last) return null;
  if (values.length < 2 && (isGuard(last) || !isStatement(last))) return null;
  return branch(view, first.node, {
    form: 'if',
    values,
    otherwise: otherwiseOf(last),
    statement: null,
  });
}

type Chosen = TSESTree.IfStatement | TSESTree.ConditionalExpression;
const isStatement = (node: Chosen): node is TSESTree.IfStatement => node.type === 'IfStatement';

/** The `if` or `?:` whose test a comparison is part of. */
function statementOf(node: Node): Chosen | null {
  let inner = node;
  for (const above of ancestorsOf(node)) {
    if (above.type === 'IfStatement' || above.type === 'ConditionalExpression')
      return above.test === inner ? above : null;
    const climbs = above.type === 'LogicalExpression' || above.type === 'UnaryExpression';
    if (!climbs && unwrap(above) === above) return null;
    inner = above;
  }
  return null;
}

/** `if (payment.status === 'FAILED') return;` asks for one status alone. */
function isGuard(node: Chosen): boolean {
  if (!isStatement(node) || node.alternate) return false;
  const { consequent } = node;
  const body = consequent.type === 'BlockStatement' ? consequent.body : [consequent];
  return (
    body.length <= 1 &&
    ['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement'].includes(
      body[0]?.type ?? 'ReturnStatement',
    )
  );
}

function otherwiseOf(last: Chosen): StatusBranch['otherwise'] {
  if (!isStatement(last)) return 'acts';
  if (last.alternate) return wayOf([last.alternate]);
  const { consequent, parent } = last;
  if (!leaves([consequent]) || parent.type !== 'BlockStatement') return 'nothing';
  return wayOf(parent.body.filter(({ range }) => range[0] > last.range[0]));
}
