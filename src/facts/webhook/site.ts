import type { TSESTree } from '@typescript-eslint/utils';
import type { RequestReads, WebFramework } from '../../clients/schema.ts';
import type { FunctionNode, Node } from '../../ast/node.ts';
import { unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

/** Whether the signature was verified whenever the payload is used: on every way, on some, on none. */
export type Verified = 'always' | 'sometimes' | 'never' | 'unknown';

/** What a parameter of a handler is. A header's parameter holds that header alone. */
export type ParameterRole =
  'request' | 'response' | 'body' | 'rawBody' | 'headers' | { readonly header: string };

/** A function that some framework calls with requests. */
export interface HandlerSite {
  /** The route call's callee, the decorator, or the name of the exported function. */
  readonly node: Node;
  readonly fn: FunctionNode;
  /** The module that the function is written in. */
  readonly module: SourceModule;
  /** The framework's name; null where it can't be told. */
  readonly framework: string | null;
  readonly form: 'register' | 'decorator' | 'export' | 'listener' | 'controller';
  /** In capitals; null: any, or not known. */
  readonly method: string | null;
  /** The path of the route as far as it is written; null where none is. */
  readonly path: string | null;
  /** The function's own name, where it has one. */
  readonly name: string | null;
  readonly roles: ReadonlyMap<number, ParameterRole>;
  readonly reads: RequestReads;
  readonly answers: WebFramework['answers'];
  /** What runs before: middleware, guards, hooks, functions that wrap the handler. */
  readonly chain: readonly Value[];
  /** What code of other files does before: asked for where the handler itself does not verify. */
  readonly around: () => Verified;
}

export const frameworks: readonly WebFramework[] = clientsOfKind('web');

/** The parameters of a handler by the framework's word. */
export function rolesOf({ parameter, response }: RequestReads): ReadonlyMap<number, ParameterRole> {
  const roles = new Map<number, ParameterRole>([[parameter, 'request']]);
  if (response !== undefined) roles.set(response, 'response');
  return roles;
}

export interface FoundHandler {
  readonly fn: FunctionValue;
  /** Functions that it was handed to, outermost first: `catching(handler)`. */
  readonly wrappers: readonly Value[];
  /** The name it goes by, where it is not written in place. */
  readonly name: string | null;
}

/** The function behind an argument or export: itself, a name of it, or what a wrapper is given. */
export function handlerBehind(node: Node, module: SourceModule, depth = 0): FoundHandler | null {
  const inner = unwrap(node);
  if (depth > 4) return null;
  if (inner.type === 'CallExpression') return wrappedHandler(inner, module, depth);
  if (inner.type === 'Identifier') {
    const [write] = module.scopes.bindingOf(inner)?.writes ?? [];
    const init =
      write?.by.type === 'VariableDeclarator' && write.by.id.type === 'Identifier'
        ? write.by.init
        : null;
    const behind =
      init && unwrap(init).type === 'CallExpression'
        ? handlerBehind(init, module, depth + 1)
        : null;
    if (behind) return { ...behind, name: inner.name };
  }
  const fn = functionOf(valueOf(inner, module));
  const behind = fn && passedOnBy(fn, depth);
  return behind ?? (fn && { fn, wrappers: [], name: nameOf(inner) ?? nameOf(fn.node) });
}

/** `(request, reply) => this.take(request, reply)`, `{ void hooks.take(request as Signed, reply); }`: the function that gets it all. */
function passedOnBy({ node, module }: FunctionValue, depth: number): FoundHandler | null {
  const body = node.body.type === 'BlockStatement' ? onlyDeedOf(node.body) : node.body;
  let bare = body && unwrap(body);
  while (bare?.type === 'AwaitExpression' || isVoid(bare)) bare = unwrap(bare.argument);
  if (bare?.type !== 'CallExpression' || node.params.length === 0) return null;
  const call = bare;
  const isWhole =
    call.arguments.length === node.params.length &&
    call.arguments.every((argument, index) => {
      const parameter = node.params[index];
      const given = unwrap(argument);
      return (
        given.type === 'Identifier' &&
        parameter?.type === 'Identifier' &&
        given.name === parameter.name
      );
    });
  return isWhole ? handlerBehind(call.callee, module, depth + 1) : null;
}

const isVoid = (node: Node | null): node is TSESTree.UnaryExpression =>
  node?.type === 'UnaryExpression' && node.operator === 'void';

/** The one thing that a body does, given back or not. */
function onlyDeedOf({ body }: TSESTree.BlockStatement): Node | null {
  const [only, ...others] = body;
  if (others.length > 0) return null;
  if (only?.type === 'ExpressionStatement') return only.expression;
  return only?.type === 'ReturnStatement' ? only.argument : null;
}

function wrappedHandler(
  call: TSESTree.CallExpression,
  module: SourceModule,
  depth: number,
): FoundHandler | null {
  for (const argument of call.arguments.toReversed()) {
    if (argument.type === 'SpreadElement') continue;
    const behind = handlerBehind(argument, module, depth + 1);
    if (behind) return { ...behind, wrappers: [valueOf(call.callee, module), ...behind.wrappers] };
  }
  // `hook.bind(this)`, `receive(queue)`
  const made = call.arguments.length > 0 ? functionOf(valueOf(call, module)) : null;
  const { callee } = call;
  const named = callee.type === 'MemberExpression' ? callee.object : callee;
  return made && { fn: made, wrappers: [], name: nameOf(named) };
}

export function functionOf(value: Value): FunctionValue | null {
  for (const option of alternatives(value)) if (option.kind === 'function') return option;
  return null;
}

function nameOf(node: Node): string | null {
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'MemberExpression':
      return node.property.type === 'Identifier' ? node.property.name : null;
    case 'FunctionDeclaration':
    case 'FunctionExpression':
      return node.id?.name ?? null;
    default:
      return null;
  }
}

/** What requests look like where the framework can't be told: in any way that one of some frameworks has. */
export function mergedReads(some: readonly WebFramework[]): RequestReads {
  const all = some.map(({ request }) => request);
  const list = (pick: (reads: RequestReads) => readonly string[]) => [
    ...new Set(all.flatMap(pick)),
  ];
  return {
    parameter: 0,
    response: 1,
    body: list(({ body }) => body),
    rawBody: list(({ rawBody }) => rawBody),
    headers: list(({ headers }) => headers),
    functions: {
      body: list(({ functions }) => functions?.body ?? []),
      rawBody: list(({ functions }) => functions?.rawBody ?? []),
      headers: list(({ functions }) => functions?.headers ?? []),
      others: list(({ functions }) => [...(functions?.fields ?? []), ...(functions?.others ?? [])]),
    },
  };
}

/** The frameworks that a file imports anything of. */
export function importedFrameworks({ program }: SourceModule, text: string): WebFramework[] {
  return frameworks.filter(
    ({ modules }) =>
      modules.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`)) &&
      program.body.length > 0,
  );
}
