import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { ApiCall } from '../request/api-call.ts';
import { ownerOf } from './names.ts';

/** A read that is awaited as a part of a statement, whatever happens there. */
export interface Read {
  readonly call: ApiCall;
  /** The declaration of one name, or the whole statement. */
  readonly unit: Node;
  readonly statement: TSESTree.Statement;
  /** The list of statements that it is one of. */
  readonly block: TSESTree.BlockStatement | TSESTree.Program;
  /** Its result is kept in a name. */
  readonly givesName: boolean;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** The read of the program that a request is; null for any other request. */
export function readOf(call: ApiCall, module: SourceModule): Read | null {
  const isRead = call.method !== null && READS.has(call.method) && !call.isLocal && !call.isStream;
  if (!isRead || opensSession(call) || (call.loop !== null && !isWholeInside(call))) return null;
  let unit: Node | null = null;
  let isAwaited = false;
  let isAlone = true;
  for (let node: Node = call.node; node.parent; node = node.parent) {
    const { parent } = node;
    if (parent.type === 'BlockStatement' || parent.type === 'Program') {
      if (!isAwaited || !STATEMENTS.has(node.type)) return null;
      const givesName = unit !== null || isAssignment(node, module);
      const statement = node as TSESTree.Statement;
      return { call, unit: unit ?? node, statement, block: parent, givesName };
    }
    isAwaited ||= isAlone && parent.type === 'AwaitExpression';
    isAlone &&= !isPartOf(node, parent);
    if (parent.type === 'VariableDeclarator') unit = parent;
    if (!PASSES.has(parent.type)) return null;
  }
  return null;
}

/** It is one of several things that are put together: an `await` further out is not its own. */
const isPartOf = (node: Node, parent: Node): boolean =>
  parent.type === 'ArrayExpression' ||
  parent.type === 'Property' ||
  parent.type === 'SpreadElement' ||
  ((parent.type === 'CallExpression' || parent.type === 'NewExpression') && parent.callee !== node);

/** A loop that goes on by what it reads is left alone; one around both reads is none of theirs. */
const isWholeInside = ({ loop }: ApiCall): boolean =>
  loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';

/** What gives a token or a cookie is needed by all that follows. */
const opensSession = ({ address }: ApiCall): boolean =>
  /(?:^|[/_-])(?:auth\w*|oauth\d?|login|token|session|csrf\w*|handshake|health\w*|ping|me|whoami)(?:[/_-]|$)/i.test(
    address.path ?? '',
  );

const STATEMENTS: ReadonlySet<string> = new Set([
  'VariableDeclaration',
  'ExpressionStatement',
  'ReturnStatement',
]);

/** What a read may stand in and still happen whenever its statement does. */
const PASSES: ReadonlySet<string> = new Set([
  'AwaitExpression',
  'MemberExpression',
  'CallExpression',
  'NewExpression',
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'VariableDeclarator',
  'VariableDeclaration',
  'ExpressionStatement',
  'ReturnStatement',
  'AssignmentExpression',
  'ObjectExpression',
  'Property',
  'ArrayExpression',
  'SpreadElement',
  'TemplateLiteral',
  'BinaryExpression',
  'JSXElement',
  'JSXExpressionContainer',
  'JSXAttribute',
  'JSXOpeningElement',
]);

function isAssignment(statement: Node, module: SourceModule): boolean {
  return (
    statement.type === 'ExpressionStatement' &&
    statement.expression.type === 'AssignmentExpression' &&
    (statement.expression.left.type !== 'MemberExpression' ||
      ownerOf(statement.expression.left, module) !== null)
  );
}
