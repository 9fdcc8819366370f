import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { Run, Scope, Thing } from './rehearsal.ts';
import { exactly, Jumped, NOT_KNOWN, numberOf, tellsOf, truthOf } from './rehearsal.ts';
import { assignTo } from './assign.ts';
import { isTrue } from './expression.ts';
import { statusOf } from './things.ts';

/** Runs a loop. One over data that is not known runs once. */
export function loopIn(run: Run, node: Node, scope: Scope, label: string | null): void {
  switch (node.type) {
    case 'ForStatement': {
      if (node.init) countFrom(run, node, scope);
      const test = node.test;
      while (!test || isTrue(test, scope, run, true)) {
        if (!turn(run, node.body, scope, label)) return;
        if (node.update) run.evaluate(node.update, scope);
      }
      return;
    }
    case 'WhileStatement':
      while (isTrue(node.test, scope, run, true)) if (!turn(run, node.body, scope, label)) return;
      return;
    case 'DoWhileStatement':
      do if (!turn(run, node.body, scope, label)) return;
      while (isTrue(node.test, scope, run, true));
      return;
    case 'ForOfStatement':
    case 'ForInStatement':
      return overItems(run, node, scope, label);
    default:
  }
}

/** The variable of `for (let n = 0; …)` counts. */
function countFrom(run: Run, { init }: TSESTree.ForStatement, scope: Scope): void {
  if (init?.type !== 'VariableDeclaration') {
    if (init) run.evaluate(init, scope);
    return;
  }
  for (const declarator of init.declarations) {
    const value = declarator.init ? run.evaluate(declarator.init, scope) : exactly(undefined);
    assignTo(
      declarator.id,
      value.t === 'number' ? { ...value, from: null, isCounter: true } : countDown(value),
      scope,
      run,
      true,
    );
  }
}

/** `for (let left = retries; left > 0; left--)` with a number that is not known. */
const countDown = (value: Thing): Thing =>
  value.t === 'unknown' && !value.tells ? numberOf(Number.POSITIVE_INFINITY, null, true) : value;

function overItems(
  run: Run,
  node: TSESTree.ForOfStatement | TSESTree.ForInStatement,
  scope: Scope,
  label: string | null,
): void {
  const items = run.evaluate(node.right, scope);
  const list = node.type === 'ForOfStatement' && items.t === 'list' ? items.items : [NOT_KNOWN];
  for (const item of list) {
    const target =
      node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    assignTo(target, item, scope, run, true);
    if (!turn(run, node.body, scope, label)) return;
  }
}

/** One turn of a loop; false where it is left. */
function turn(run: Run, body: Node, scope: Scope, label: string | null): boolean {
  run.spend();
  try {
    run.execute(body, scope);
    return true;
  } catch (error) {
    if (!(error instanceof Jumped) || (error.label !== null && error.label !== label)) throw error;
    return error.kind === 'continue';
  }
}

export function switchIn(
  run: Run,
  { discriminant, cases }: TSESTree.SwitchStatement,
  scope: Scope,
): void {
  const subject = run.evaluate(discriminant, scope);
  let start = cases.findIndex(({ test }) => test !== null && matches(run, subject, test, scope));
  if (start < 0) start = cases.findIndex(({ test }) => test === null);
  if (start < 0) return;
  try {
    for (const { consequent } of cases.slice(start))
      for (const statement of consequent) run.execute(statement, scope);
  } catch (error) {
    if (!(error instanceof Jumped) || error.kind !== 'break' || error.label !== null) throw error;
  }
}

function matches(run: Run, subject: Thing, test: TSESTree.Expression, scope: Scope): boolean {
  const value = run.evaluate(test, scope);
  if (subject.t === 'plain' && subject.values.length === 1 && subject.values[0] === true)
    return truthOf(value, run.outcome) ?? run.decide(tellsOf(value), false);
  if (subject.t === 'status' && value.t === 'number') {
    return run.outcome.kind === 'status'
      ? run.outcome.status === value.lo
      : run.outcome.kind === 'ok' && value.lo === 200;
  }
  if (subject.t === 'plain' && value.t === 'plain')
    return subject.values.some((one) => value.values.includes(one));
  if (subject.t === 'status' && value.t === 'plain')
    return statusOf(run.outcome) === undefined && value.values.includes(undefined);
  if (subject.t === 'plain' && value.t === 'number') return false;
  return run.decide(tellsOf(subject) || tellsOf(value), false);
}
