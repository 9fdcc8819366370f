import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { Run, Scope } from './rehearsal.ts';
import { exactly, Jumped, Returned, Thrown } from './rehearsal.ts';
import { assignTo } from './assign.ts';
import { isTrue } from './expression.ts';
import { loopIn, switchIn } from './loop.ts';

/** Runs a statement; leaves by what it throws. */
export function executeIn(run: Run, node: Node, scope: Scope): void {
  run.spend();
  switch (node.type) {
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      for (const statement of node.body) run.execute(statement, scope);
      return;
    case 'ExpressionStatement':
      run.evaluate(node.expression, scope);
      return;
    case 'VariableDeclaration':
      for (const { id, init } of node.declarations) {
        const value = init ? run.evaluate(init, scope) : exactly(undefined);
        if (init || node.kind !== 'var') assignTo(id, value, scope, run, true);
      }
      return;
    case 'IfStatement':
      return ifIn(run, node, scope);
    case 'ReturnStatement':
      throw new Returned(node.argument ? run.evaluate(node.argument, scope) : exactly(undefined));
    case 'ThrowStatement':
      throw thrown(run, node, scope);
    case 'TryStatement':
      return tryIn(run, node, scope);
    case 'BreakStatement':
      throw new Jumped('break', node.label?.name ?? null);
    case 'ContinueStatement':
      throw new Jumped('continue', node.label?.name ?? null);
    case 'LabeledStatement':
      return labeledIn(run, node, scope);
    case 'SwitchStatement':
      return switchIn(run, node, scope);
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return loopIn(run, node, scope, null);
    default:
  }
}

function ifIn(run: Run, { test, consequent, alternate }: TSESTree.IfStatement, scope: Scope): void {
  const goesOn = !leaves(consequent) || (alternate !== null && leaves(alternate));
  if (isTrue(test, scope, run, goesOn)) run.execute(consequent, scope);
  else if (alternate) run.execute(alternate, scope);
}

/** Ends in a way out: a test of which nothing is known is taken not to lead there. */
function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  return (
    last?.type === 'ReturnStatement' ||
    last?.type === 'ThrowStatement' ||
    last?.type === 'BreakStatement'
  );
}

function thrown(run: Run, node: TSESTree.ThrowStatement, scope: Scope): Thrown {
  const value = run.evaluate(node.argument, scope);
  run.hasThrown = true;
  return new Thrown(value);
}

function tryIn(run: Run, { block, handler, finalizer }: TSESTree.TryStatement, scope: Scope): void {
  try {
    run.execute(block, scope);
  } catch (error) {
    if (!(error instanceof Thrown) || !handler) throw error;
    if (handler.param) assignTo(handler.param, error.value, scope, run, true);
    run.execute(handler.body, scope);
  }
  if (finalizer) run.execute(finalizer, scope);
}

function labeledIn(run: Run, { label, body }: TSESTree.LabeledStatement, scope: Scope): void {
  try {
    if (LOOPS.has(body.type)) loopIn(run, body, scope, label.name);
    else run.execute(body, scope);
  } catch (error) {
    if (!(error instanceof Jumped) || error.label !== label.name) throw error;
  }
}

const LOOPS: ReadonlySet<string> = new Set([
  'ForStatement',
  'WhileStatement',
  'DoWhileStatement',
  'ForOfStatement',
  'ForInStatement',
]);
