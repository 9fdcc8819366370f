import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Read } from './read.ts';

/** The statements between two reads of one block; null where they are not in one. */
export function spanned(first: Read, second: Read): Node[] | null {
  const statements: readonly Node[] = first.block.body;
  const from = statements.indexOf(first.statement);
  const to = statements.indexOf(second.statement);
  return from < 0 || to < from ? null : statements.slice(from + 1, Math.max(to, from + 1));
}

/** Reading the body of an answer that is there. */
const BODIES: ReadonlySet<string> = new Set(['json', 'text', 'arrayBuffer', 'blob', 'formData']);

/** A statement that only makes names of what is there: no test that may end it all, nothing sent or awaited. */
export function startsNothingNew(
  statement: Node,
  run: readonly Read[],
  { visitorKeys }: SourceModule,
): boolean {
  if (statement.type === 'ExpressionStatement') return isLog(statement);
  if (statement.type !== 'VariableDeclaration') return false;
  let isPlain = true;
  walk(statement, visitorKeys, (node) => {
    if (node.type === 'AwaitExpression' && !readsBody(node) && !isOfRun(node, run)) isPlain = false;
    if (node.type === 'YieldExpression' || node.type === 'AssignmentExpression') isPlain = false;
  });
  return isPlain;
}

function readsBody({ argument }: Extract<Node, { type: 'AwaitExpression' }>): boolean {
  return (
    argument.type === 'CallExpression' &&
    argument.callee.type === 'MemberExpression' &&
    argument.callee.object.type === 'Identifier' &&
    BODIES.has(keyName(argument.callee) ?? '')
  );
}

const isOfRun = ({ range }: Node, run: readonly Read[]): boolean =>
  run.some(({ statement }) => statement.range[0] <= range[0] && range[1] <= statement.range[1]);

const LOGGERS = /^(?:console|log|logger|debug)$/i;

function isLog({ expression }: Extract<Node, { type: 'ExpressionStatement' }>): boolean {
  return (
    expression.type === 'CallExpression' &&
    expression.callee.type === 'MemberExpression' &&
    expression.callee.object.type === 'Identifier' &&
    LOGGERS.test(expression.callee.object.name)
  );
}
