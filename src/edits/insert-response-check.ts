import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../ast/node.ts';
import { isFunction, keyName, unwrap } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';
import type { Edit, TextChange } from './edit.ts';

const TITLE = 'Throw where the response is not OK';

/** A response whose status nobody looks at: the request, and where the body is read. */
export interface UncheckedResponse {
  readonly request: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly bodies: readonly Node[];
  /** Members that tell whether it succeeded, the handiest first. */
  readonly statusMembers: readonly string[];
  readonly module: SourceModule;
}

/**
 * Inserts `if (!response.ok) throw …` behind the request: after `const response = await …`, into
 * `.then((response) => response.json())`, or after a bare `await …`, which then gets a name. Null
 * where it is written in another way.
 */
export function insertResponseCheck({
  request,
  bodies,
  statusMembers,
  module,
}: UncheckedResponse): Edit | null {
  const changes =
    afterStatement(request, statusMembers, module) ?? intoCallback(bodies, statusMembers, module);
  return changes && { safe: false, title: TITLE, changes };
}

function check(name: string, members: readonly string[]): string {
  const member = members.includes('status')
    ? 'status'
    : (members.find((each) => each !== 'ok') ?? 'status');
  const failed = members.includes('ok') ? `!${name}.ok` : `${name}.${member} >= 400`;
  return `if (${failed}) throw new Error(\`Request failed with status \${${name}.${member}}\`);`;
}

function afterStatement(
  request: Node,
  members: readonly string[],
  { text, scopes }: SourceModule,
): TextChange[] | null {
  const awaited = outermost(request);
  const { parent } = awaited;
  if (unwrap(awaited).type !== 'AwaitExpression' || !parent) return null;
  if (parent.type === 'VariableDeclarator') return afterDeclaration(parent, members, text);
  if (
    parent.type !== 'ExpressionStatement' ||
    !isInBlock(parent) ||
    scopes.lookup('response', parent)
  )
    return null;
  const { range } = parent;
  return [
    { range: [range[0], range[0]], text: 'const response = ' },
    {
      range: [range[1], range[1]],
      text: `${ending(parent, text)}\n${indentOf(parent, text)}${check('response', members)}`,
    },
  ];
}

function afterDeclaration(
  declarator: TSESTree.VariableDeclarator,
  members: readonly string[],
  text: string,
): TextChange[] | null {
  const declaration = declarator.parent;
  if (
    declarator.id.type !== 'Identifier' ||
    declaration.declarations.length !== 1 ||
    !isInBlock(declaration)
  )
    return null;
  const [, end] = declaration.range;
  return [
    {
      range: [end, end],
      text: `${ending(declaration, text)}\n${indentOf(declaration, text)}${check(declarator.id.name, members)}`,
    },
  ];
}

/** The request with the `await`, `as` and parentheses around it. */
function outermost(request: Node): Node {
  let node = request;
  while (
    node.parent &&
    (node.parent.type === 'AwaitExpression' || unwrap(node.parent) !== node.parent)
  )
    node = node.parent;
  return node;
}

const isInBlock = ({ parent }: Node): boolean =>
  parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'SwitchCase';

const ending = ({ range }: Node, text: string): string => (text[range[1] - 1] === ';' ? '' : ';');

function indentOf({ range }: Node, text: string): string {
  const lineStart = text.lastIndexOf('\n', range[0]) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, range[0]))?.[0] ?? '';
}

/** `(response) => response.json()` as a block that looks first. */
function intoCallback(
  bodies: readonly Node[],
  members: readonly string[],
  { text }: SourceModule,
): TextChange[] | null {
  const [body] = bodies;
  const fn = body && bodies.length === 1 ? body.parent : undefined;
  if (!body || !isFunction(fn) || fn.body !== body || body.type !== 'CallExpression') return null;
  const name = parameterOf(fn);
  if (body.callee.type !== 'MemberExpression' || keyName(body.callee) === null || name === null)
    return null;
  if (
    body.callee.object.type !== 'Identifier' ||
    body.callee.object.name !== name ||
    text[body.range[0] - 1] === '('
  )
    return null;
  return [
    { range: [body.range[0], body.range[0]], text: `{ ${check(name, members)} return ` },
    { range: [body.range[1], body.range[1]], text: '; }' },
  ];
}

function parameterOf({ params }: FunctionNode): string | null {
  const [only] = params;
  return params.length === 1 && only?.type === 'Identifier' ? only.name : null;
}
