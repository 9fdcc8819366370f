import { callsByName } from '../../ast/hand-over.ts';
import { fitsInOrder } from '../../ast/text.ts';
import type { TSESTree } from '@typescript-eslint/utils';
import type { Binding } from '../../ast/scope.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { isSignatureHeader } from '../webhook/words.ts';
import { FROM_HEADER, FROM_REQUEST, FROM_SIGNATURE } from './bits.ts';
import { firstValueOf } from '../../values/written-for.ts';

/** An object that holds what a request brought: its headers, or fields of its query, body or path. */
export type Container = 'headers' | 'fields';

const HEADERS: ReadonlySet<string> = new Set(['headers', 'rawHeaders', 'multiValueHeaders']);
const FIELDS: ReadonlySet<string> = new Set([
  'query',
  'params',
  'body',
  'cookies',
  'queryStringParameters',
  'pathParameters',
  'searchParams',
]);

/** Functions that give all headers of the request at hand. */
const HEADER_FUNCTIONS: ReadonlySet<string> = new Set([
  'headers',
  'getHeaders',
  'getRequestHeaders',
]);

/** Functions of frameworks that give the fields of the query or path: `getQuery(event)`. */
const FIELD_FUNCTIONS: ReadonlySet<string> = new Set(
  clientsOfKind('web').flatMap(({ request }) => request.functions?.fields ?? []),
);

const REQUEST_NAME =
  /^(?:req|request|r|ctx|context|c|event|evt|e|_req|_request|httpRequest|\w+Request)$/;
const RESPONSE_NAME = /^_?(?:res|resp|response|reply|\w+Response)$/;

/** The container that an expression is; null for any other. */
export function containerOf(wrapped: Node, module: SourceModule, depth = 0): Container | null {
  const node = unwrap(wrapped);
  if (depth > 6) return null;
  switch (node.type) {
    case 'MemberExpression':
      return containerOfMember(node, module);
    case 'Identifier':
      return containerOfName(node, module, depth);
    case 'AwaitExpression':
      return containerOf(node.argument, module, depth + 1);
    case 'LogicalExpression':
      return containerOf(node.left, module, depth + 1);
    case 'NewExpression':
    case 'CallExpression':
      return containerOfCall(node, module, depth);
    default:
      return null;
  }
}

function containerOfMember(
  node: TSESTree.MemberExpression,
  module: SourceModule,
): Container | null {
  const name = keyName(node) ?? '';
  const root = unwrap(node.object);
  if (HEADERS.has(name)) return isResponse(root, module) ? null : 'headers';
  return FIELDS.has(name) && isRequest(root, module) ? 'fields' : null;
}

function containerOfCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
  depth: number,
): Container | null {
  const name = calledName(node);
  if (HEADER_FUNCTIONS.has(name)) return 'headers';
  if (FIELD_FUNCTIONS.has(name) || isParsedBody(node, module)) return 'fields';
  if (!/^(?:fromEntries|Headers|URLSearchParams|assign)$/.test(name)) return null;
  const [first] = node.arguments;
  return first ? containerOf(first, module, depth + 1) : null;
}

/** `request.json()`, `c.req.formData()`: what a request brought, parsed. */
function isParsedBody(
  { callee }: TSESTree.CallExpression | TSESTree.NewExpression,
  module: SourceModule,
): boolean {
  const inner = unwrap(callee);
  if (inner.type !== 'MemberExpression' || !PARSERS.has(keyName(inner) ?? '')) return false;
  const on = unwrap(inner.object);
  if (on.type === 'MemberExpression') return isPartOfRequest(on);
  const binding = on.type === 'Identifier' ? module.scopes.bindingOf(on) : null;
  // What a request was answered with is often called one, too; what a function is given is none.
  if (binding?.kind !== 'param' || isCalledHere(enclosingFunction(on), module)) return false;
  return /^_?(?:req|request|\w+Request)$/.test(binding.name) || isTypedRequest(binding);
}

/** A helper of the file, and no handler that a framework calls: it may be given anything. */
const isCalledHere = (fn: FunctionNode | null, { scopes }: SourceModule): boolean =>
  fn !== null && callsByName(fn, scopes).length > 0;

/** `given: NextRequest`. */
function isTypedRequest({ declarations: [declared] }: Binding): boolean {
  const type = declared?.typeAnnotation?.typeAnnotation;
  const named = type?.type === 'TSTypeReference' ? type.typeName : null;
  return named?.type === 'Identifier' && /^(?:\w+)?Request$/.test(named.name);
}

const PARSERS: ReadonlySet<string> = new Set(['json', 'formData', 'parseBody']);

function containerOfName(
  node: TSESTree.Identifier,
  module: SourceModule,
  depth: number,
): Container | null {
  const binding = module.scopes.bindingOf(node);
  if (!binding) return null;
  const [declared] = binding.declarations;
  const key = declared && patternKey(declared);
  if (key != null) return containerNamed(key, binding);
  const [write] = binding.writes;
  if (write?.by.type === 'VariableDeclarator' && write.by.id === write.target && write.by.init)
    return containerOf(write.by.init, module, depth + 1);
  return binding.kind === 'param' ? containerNamed(node.name, binding) : null;
}

/** `{ headers }` of a parameter or of a request; a bare parameter has to be called `headers`. */
function containerNamed(key: string, binding: Binding): Container | null {
  if (HEADERS.has(key)) return 'headers';
  if (key === 'searchParams') return 'fields';
  const [declared] = binding.declarations;
  const init = binding.writes[0]?.by;
  const from = init?.type === 'VariableDeclarator' && init.init ? unwrap(init.init) : null;
  const named = from?.type === 'Identifier' && REQUEST_NAME.test(from.name);
  return FIELDS.has(key) && named && declared ? 'fields' : null;
}

/** The key that an object pattern takes a name from; null where it is no part of one. */
export function patternKey(target: Node): string | null {
  const above = target.parent?.type === 'AssignmentPattern' ? target.parent.parent : target.parent;
  return above?.type === 'Property' && above.parent.type === 'ObjectPattern'
    ? keyName(above)
    : null;
}

export function calledName({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const inner = unwrap(callee);
  if (inner.type === 'Identifier') return inner.name;
  return inner.type === 'MemberExpression' ? (keyName(inner) ?? '') : '';
}

/** What somebody calls a request, or a parameter's part that is one: `c.req`, `event.request`. */
function isRequest(root: Node, module: SourceModule): boolean {
  if (root.type === 'MemberExpression') return isPartOfRequest(root);
  // `new URL(request.url).searchParams`
  if (root.type === 'NewExpression')
    return root.callee.type === 'Identifier' && root.callee.name === 'URL';
  if (root.type !== 'Identifier') return false;
  if (REQUEST_NAME.test(root.name)) return true;
  const binding = module.scopes.bindingOf(root);
  const made = binding && firstValueOf(binding);
  return made?.type === 'NewExpression' || made?.type === 'MemberExpression'
    ? isRequest(made, module)
    : false;
}

/** `c.req`, and the address of a request as an object: `request.nextUrl`, `event.url`. */
function isPartOfRequest(node: TSESTree.MemberExpression): boolean {
  const name = keyName(node) ?? '';
  if (/^(?:req|request|nextUrl)$/.test(name)) return true;
  const object = unwrap(node.object);
  return name === 'url' && object.type === 'Identifier' && REQUEST_NAME.test(object.name);
}

/** What a request of ours came back with has headers too. */
function isResponse(root: Node, module: SourceModule): boolean {
  if (root.type === 'Identifier' && RESPONSE_NAME.test(root.name)) return true;
  if (isFunction(root)) return false;
  const value = valueOf(root, module);
  return (
    value.kind === 'awaited' && value.of.kind === 'call' && value.of.callee.kind === 'external'
  );
}

/** Where a header's value comes from, by the header's name. */
export function headerBits(name: string): number {
  const signs =
    isSignatureHeader(name) ||
    /-secret$/i.test(name) ||
    fitsInOrder(name, /(?:hook|shared)[-_]/i, /(?:token|secret)$/i);
  return FROM_REQUEST | FROM_HEADER | (signs ? FROM_SIGNATURE : 0);
}

/** What is read from a container by name. */
export const readBits = (container: Container, name: string): number =>
  container === 'headers' ? headerBits(name) : FROM_REQUEST;
