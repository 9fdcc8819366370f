import type { TSESTree } from '@typescript-eslint/utils';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { enclosingFunction, isFunction, keyName, unwrap } from '../../ast/node.ts';
import { walk } from '../../ast/walk.ts';
import { returnsOf } from '../../ast/returns.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import { globalName } from '../../values/platform.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Fact, FileView } from '../fact.ts';
import type { ApiCall } from '../request/api-call.ts';
import { isRenewed, looksBeforeAsking } from './renewal.ts';
import { isModuleVariable, lasting } from './lasting.ts';
import { givesToken, isTokenRequest, TOKEN } from './token-request.ts';

/** A place that outlives the request of an access token, and keeps it. */
export interface TokenCache extends Fact {
  /** Where the token is put there. */
  readonly node: Node;
  readonly kept: 'variable' | 'field' | 'header';
  /** Something looks when it ends, or asks for another after a refusal. */
  readonly isRenewed: boolean;
}

/** All places where a fetched access token is kept. */
export function findTokenCaches(view: FileView): TokenCache[] {
  const requests = view.facts.apiCall.filter((call) => isTokenRequest(call, view.module));
  const found = new Map<Node, TokenCache>();
  for (const source of sourcesOf(requests, view)) {
    for (const { node, kept } of keepersOf(source, view)) {
      if (!found.has(node))
        found.set(node, { node, kept, isRenewed: isRenewed(view), evidence: source.evidence });
    }
  }
  for (const { node, evidence } of remembered(requests, view))
    found.set(node, { node, kept: 'variable', isRenewed: isRenewed(view), evidence });
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** `once(fetchToken)`, `memoize(fetchToken)` of a package: the first token is given for ever. */
function remembered(
  requests: readonly ApiCall[],
  view: FileView,
): Pick<TokenCache, 'node' | 'evidence'>[] {
  return view.candidates.calls.flatMap((node) => {
    const [first, ...others] = node.arguments;
    const callee = valueOf(node.callee, view.module);
    if (!first || others.length > 0 || callee.kind !== 'external' || callee.source === null)
      return [];
    if (
      !ONCE.test(
        callee.path.at(-1) === 'default' ? callee.source : (callee.path.at(-1) ?? callee.source),
      )
    )
      return [];
    const fn = valueOf(first, view.module);
    return fn.kind === 'function' && givesToken(fn, view)
      ? [{ node, evidence: requests[0]?.evidence ?? {} }]
      : [];
  });
}

const ONCE = /(?:^|[/.])(?:once|memoize|memo|lodash\.once|lodash\.memoize|p-memoize)$/;

/** Where a token comes from: a request for one, or a call of a function that gives one. */
interface Source {
  readonly node: Node;
  /** The call gives the token itself. */
  readonly isToken: boolean;
  readonly evidence: Fact['evidence'];
}

function sourcesOf(requests: readonly ApiCall[], view: FileView): Source[] {
  const asked = new Map<Node, Fact['evidence']>(
    requests.map(({ node, evidence }) => [node, evidence]),
  );
  return view.candidates.calls.flatMap((call) => {
    const callee = valueOf(call.callee, view.module);
    if (callee.kind === 'function' && looksBeforeAsking(callee)) return [];
    const isToken = callee.kind === 'function' && givesToken(callee, view);
    const evidence = asked.get(call) ?? requests[0]?.evidence ?? {};
    return isToken || asked.has(call) ? [{ node: call, isToken, evidence }] : [];
  });
}

type Keeper = Pick<TokenCache, 'node' | 'kept'>;

/** The lasting places that a token goes to, in the function that fetches it. */
function keepersOf(source: Source, { module, facts }: FileView): Keeper[] {
  const fn = enclosingFunction(source.node);
  const outer: Node = outermostStep(fn) ?? module.program;
  const names = tokenNames(source, outer, module);
  const holds = (part: Node): boolean => holdsToken(part, source, names, module);
  const keepers: Keeper[] = [];
  walk(outer, module.visitorKeys, (node) => {
    if (node.type === 'AssignmentExpression') {
      const isHeld = node.left.type !== 'ObjectPattern' && holds(node.right);
      const [kept] = (isHeld ? [node.left] : tokensTaken(node, source, names, module)).flatMap(
        (target) => lasting(target, module) ?? [],
      );
      if (kept) keepers.push({ node, kept });
    }
    if (node.type === 'CallExpression' && isKeptInMap(node, module) && node.arguments[1]) {
      if (holds(node.arguments[1])) keepers.push({ node, kept: 'field' });
    }
    if (
      node.type === 'VariableDeclarator' &&
      node.init &&
      isOfModule(node) &&
      holds(node.init) &&
      hasExports(module)
    )
      keepers.push({ node, kept: 'variable' });
  });
  const headers = facts.apiClient
    .filter(({ node }) => isWithin(node, outer) && node !== source.node && holds(node))
    .map(({ node }) => ({ node, kept: 'header' as const }));
  const isInModule = fn === null;
  return isInModule && headers.length > 0 ? headers : [...keepers, ...headers];
}

/** What `({ access_token: kept } = await answer.json())` puts a token into. */
function tokensTaken(
  { left, right }: TSESTree.AssignmentExpression,
  source: Source,
  names: ReadonlyMap<unknown, 'token' | 'answer'>,
  module: SourceModule,
): Node[] {
  if (left.type !== 'ObjectPattern' || heldBy(right, source, names, module) === null) return [];
  return left.properties.flatMap((property) =>
    property.type === 'Property' && TOKEN.test(keyName(property) ?? '')
      ? [unwrapDefault(property.value)]
      : [],
  );
}

/** `tokens.set(key, token)` of a `Map` of the module. */
function isKeptInMap({ callee }: TSESTree.CallExpression, module: SourceModule): boolean {
  if (callee.type !== 'MemberExpression' || keyName(callee) !== 'set') return false;
  const object = unwrap(callee.object);
  if (object.type !== 'Identifier' || !isModuleVariable(object, module)) return false;
  const made = valueOf(object, module);
  return made.kind === 'call' && globalName(made.callee) === 'Map';
}

/** Handlers of `.then` belong to the function around. */
function outermostStep(fn: FunctionNode | null): Node | null {
  if (!fn) return null;
  const { parent } = fn;
  const isHandler =
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    ['then', 'catch', 'finally'].includes(keyName(parent.callee) ?? '');
  return isHandler ? (outermostStep(enclosingFunction(fn)) ?? fn) : fn;
}

/** Variables of the function that hold the token, or the whole answer. */
function tokenNames(
  source: Source,
  outer: Node,
  module: SourceModule,
): Map<unknown, 'token' | 'answer'> {
  const names = new Map<unknown, 'token' | 'answer'>();
  const bind = (pattern: Node, of: 'token' | 'answer'): void => {
    if (pattern.type === 'Identifier') names.set(module.scopes.bindingOf(pattern), of);
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type === 'RestElement') continue;
      const isToken = TOKEN.test(keyName(property) ?? '');
      bind(unwrapDefault(property.value), isToken ? 'token' : 'answer');
    }
  };
  for (let round = 0; round < 3; round++) {
    walk(outer, module.visitorKeys, (node) => {
      if (node.type === 'VariableDeclarator' && node.init) {
        const of = heldBy(node.init, source, names, module);
        if (of) bind(node.id, of);
      }
      if (isLocalWrite(node, outer, module)) {
        const of = heldBy(node.right, source, names, module);
        if (of) bind(node.left, of);
      }
      if (isFunction(node) && node.params[0] && isThenOf(node, source))
        bind(node.params[0], source.isToken ? 'token' : 'answer');
    });
  }
  return names;
}

/** `answer = await …`, where the name is one of the function's own. */
function isLocalWrite(
  node: Node,
  outer: Node,
  { scopes }: SourceModule,
): node is TSESTree.AssignmentExpression {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'Identifier') return false;
  const scope = scopes.bindingOf(node.left)?.scope;
  return scope !== undefined && isWithin(scope, outer);
}

const unwrapDefault = (node: Node): Node => (node.type === 'AssignmentPattern' ? node.left : node);

/** `request.then((answer) => …)` */
function isThenOf(fn: FunctionNode, source: Source): boolean {
  const { parent } = fn;
  return (
    parent.type === 'CallExpression' &&
    parent.callee.type === 'MemberExpression' &&
    isWithin(source.node, parent.callee.object)
  );
}

/** What an expression holds: the token, or the answer that it is in. */
function heldBy(
  wrapped: Node,
  source: Source,
  names: ReadonlyMap<unknown, 'token' | 'answer'>,
  module: SourceModule,
): 'token' | 'answer' | null {
  const node = unwrap(wrapped);
  if (node === source.node) return source.isToken ? 'token' : 'answer';
  switch (node.type) {
    case 'AwaitExpression':
      return heldBy(node.argument, source, names, module);
    case 'ChainExpression':
      return heldBy(node.expression, source, names, module);
    case 'Identifier':
      return names.get(module.scopes.bindingOf(node)) ?? null;
    case 'MemberExpression': {
      const of = heldBy(node.object, source, names, module);
      return of && TOKEN.test(keyName(node) ?? '') ? 'token' : of;
    }
    case 'CallExpression': {
      const { callee } = node;
      if (callee.type !== 'MemberExpression') return heldArgument(node, source, names, module);
      const of = heldBy(callee.object, source, names, module);
      const [then] = of && keyName(callee) === 'then' ? node.arguments : [];
      const isTaken =
        isFunction(then) &&
        returnsOf(then).some((part) => heldBy(part, source, names, module) === 'token');
      return isTaken ? 'token' : of;
    }
    case 'LogicalExpression':
      return heldBy(node.left, source, names, module) ?? heldBy(node.right, source, names, module);
    default:
      return null;
  }
}

/** `JSON.parse(text)`, `String(token)` and the like. */
const heldArgument = (
  { arguments: [first] }: TSESTree.CallExpression,
  source: Source,
  names: ReadonlyMap<unknown, 'token' | 'answer'>,
  module: SourceModule,
): 'token' | 'answer' | null => (first ? heldBy(first, source, names, module) : null);

/** A token stands in an expression: by itself, in a text, or in an object. */
function holdsToken(
  part: Node,
  source: Source,
  names: ReadonlyMap<unknown, 'token' | 'answer'>,
  module: SourceModule,
): boolean {
  let found = false;
  walk(part, module.visitorKeys, (node) => {
    if (found || isFunction(node)) return 'skip';
    found = heldBy(node, source, names, module) === 'token';
    return undefined;
  });
  return found;
}

const isOfModule = ({ parent }: TSESTree.VariableDeclarator): boolean =>
  parent.parent.type === 'Program' || parent.parent.type === 'ExportNamedDeclaration';

/** A script that ends by itself has no use for another token. */
const hasExports = ({ program, text }: SourceModule): boolean =>
  program.body.some((statement) => statement.type.startsWith('Export')) ||
  /\b(?:module\.)?exports\b|\.listen\(/.test(text);
