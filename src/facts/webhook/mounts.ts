import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { isFunction, keyName } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { isWithin } from '../../ast/within.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { FunctionValue, Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import type { MethodCall } from './mounted.ts';
import { handlerBehind } from './site.ts';
import { flat, isMethodCall, mountedBy, mountedFor, receiverOf, rootOf } from './mounted.ts';

/** Routes of one receiver, or those that a function registers. */
interface Routes {
  readonly module: SourceModule;
  /** What makes the receiver, or the function. */
  readonly made: Node;
  readonly path: string;
}

/** Files that put an application together stand next to its routes, or above them. */
const APPLICATION =
  /^(?:app|application|server|main|index|routes?|router|api|bootstrap|setup|express|fastify|hono|koa)\.[cm]?[jt]s$/i;
const FOLDERS = ['.', '..', '../..', '../../..', 'src', '../src'];
const ASIDE = ['utils', 'lib', 'config', 'core', 'loaders', 'startup'].map((name) => `../${name}`);

/** Routers within routers are followed this far. */
const DEEPEST = 3;

/** What runs before a route because of where its router, plugin or application is mounted or made. */
export function mountedAround(call: MethodCall, path: string, module: SourceModule): Value[] {
  const root = rootOf(call);
  const receiver = valueOf(root, module);
  const own = receiver.module === module ? [] : appOf(receiver, path);
  const routes = routesOf(call, receiver, path, module);
  return [...own, ...routes.flatMap((each) => around(each, DEEPEST, new Set([module])))];
}

/** An application that another module makes and exports: what it mounts there runs before. */
function appOf({ module, node }: Value, path: string): Value[] {
  const name = receiversIn(module).get(node);
  return name === undefined ? [] : mountedFor(name, Infinity, path, mountedIn(module));
}

const methodCallsIn = oncePer(({ calls }: SourceModule): readonly MethodCall[] =>
  calls.filter(isMethodCall),
);

const mountedIn = oncePer((module: SourceModule) => mountedBy(methodCallsIn(module), module));

/** What a module's applications and routers are called, by what makes them. */
const receiversIn = oncePer((module: SourceModule): ReadonlyMap<Node, string> => {
  const receivers = methodCallsIn(module).map(
    (call) => [valueOf(rootOf(call), module).node, receiverOf(call)] as const,
  );
  return new Map(receivers.reverse());
});

function routesOf(call: MethodCall, receiver: Value, path: string, module: SourceModule): Routes[] {
  if (receiver.kind === 'parameter' || receiver.kind === 'typed') {
    const fn = outermost(call);
    return fn ? [{ module, made: fn, path }] : [];
  }
  return receiver.module === module ? [{ module, made: receiver.node, path }] : [];
}

function outermost(node: Node): Node | null {
  let found: Node | null = null;
  for (let above = node.parent; above; above = above.parent) if (isFunction(above)) found = above;
  return found;
}

function around(routes: Routes, deep: number, seen: ReadonlySet<SourceModule>): Value[] {
  if (deep === 0) return [];
  return mountersOf(routes.module).flatMap((module) => mountsIn(module, routes, deep, seen));
}

/** The module itself, and those above it that speak of it. */
function mountersOf(module: SourceModule): SourceModule[] {
  const says = saysModule(module);
  if (!says) return [module];
  const above = [...FOLDERS, ...ASIDE].flatMap((folder) =>
    module.neighbours(folder, APPLICATION, says),
  );
  return [...new Set([module, ...above])];
}

/** What stands in the text of a file that imports a module. */
function saysModule({ file }: SourceModule): RegExp | null {
  const parts = (file ?? '').split(/[\\/]/);
  const stem = (parts.at(-1) ?? '').replace(/\.\w+$/, '');
  const name = /^index$/i.test(stem) ? (parts.at(-2) ?? '') : stem;
  if (name === '') return null;
  const written = name.replace(/[^\w-]/g, (each) => `\\${each}`);
  return new RegExp(
    `['"/]${written}(?:\\.\\w+|/index(?:\\.\\w+)?)?['"]|from\\s+['"]\\.{1,2}/?['"]`,
  );
}

const argumentsOf = (
  call: { readonly arguments: readonly Node[] },
  module: SourceModule,
): Value[] =>
  call.arguments.flatMap((argument) =>
    argument.type === 'SpreadElement' ? [] : flat(valueOf(argument, module)),
  );

function mountsIn(
  module: SourceModule,
  routes: Routes,
  deep: number,
  seen: ReadonlySet<SourceModule>,
): Value[] {
  if (module !== routes.module && seen.has(module)) return [];
  return mountingCallsIn(module).flatMap((call) => {
    const mount = mountOf(call, module, routes);
    if (!mount) return [];
    const path = `${mount.prefix}${routes.path}`;
    const earlier = mountedFor(mount.receiver, call.range[1] - 1, path, mountedIn(module)).filter(
      (value) => !isOf(value, routes) && !registersRoutes(value),
    );
    const next = mount.made && { module, made: mount.made, path };
    const further = next ? around(next, deep - 1, new Set([...seen, module])) : [];
    return [...mount.before, ...earlier, ...further];
  });
}

interface Mount {
  readonly receiver: string;
  readonly prefix: string;
  /** Middleware that stands before the routes in the same call. */
  readonly before: readonly Value[];
  /** What makes the receiver. */
  readonly made: Node | null;
}

const MOUNTS: ReadonlySet<string> = new Set(['use', 'register', 'route', 'mount']);

const isMounting = (call: Node): call is MethodCall =>
  isMethodCall(call) && MOUNTS.has(keyName(call.callee) ?? '');

/** The calls of a module that may mount something, by their form. */
const mountingCallsIn = oncePer(({ calls }: SourceModule): readonly TSESTree.CallExpression[] =>
  calls.filter(
    (call): call is TSESTree.CallExpression =>
      call.type === 'CallExpression' &&
      (isMounting(call) || call.arguments[0]?.type === 'Identifier'),
  ),
);

/** `app.use('/hooks', verify, router)`, `app.register(routes, { prefix })`, `addRoutes(app)`. */
function mountOf(
  call: TSESTree.CallExpression,
  module: SourceModule,
  routes: Routes,
): Mount | null {
  if (isMounting(call)) {
    const values = argumentsOf(call, module);
    const at = values.findIndex((value) => isOf(value, routes));
    if (at === -1) return null;
    const receiver = valueOf(rootOf(call), module);
    return {
      receiver: receiverOf(call),
      prefix: prefixOf(values),
      before: values.slice(0, at).filter((value) => !isString(value)),
      made: receiver.module === module ? receiver.node : null,
    };
  }
  const [first] = call.arguments;
  const called = valueOf(call.callee, module);
  if (first?.type !== 'Identifier' || !isOf(called, routes)) return null;
  return { receiver: first.name, prefix: '', before: [], made: null };
}

const prefixOf = (values: readonly Value[]): string => {
  const first = values.find((value) => isString(value) && value.value.startsWith('/'));
  if (first && isString(first)) return first.value.replace(/\/$/, '');
  for (const value of values) {
    if (value.kind !== 'object') continue;
    const entry = value.entries.find((each) => each.kind === 'property' && each.name === 'prefix');
    const prefix = entry?.kind === 'property' ? entry.value() : null;
    if (prefix && isString(prefix)) return prefix.value;
  }
  return '';
};

/** The routes themselves: their router, `router.routes()`, or the function that registers them. */
function isOf(value: Value, { module, made }: Routes): boolean {
  if (value.module === module && value.node === made) return true;
  if (value.kind === 'function')
    return value.module === module && isFunction(made) && isWithin(made, value.node);
  if (value.kind === 'call' || value.kind === 'member') {
    const inner = value.kind === 'call' ? value.callee : value.object;
    const first = value.kind === 'call' ? value.args[0] : undefined;
    return (
      isOf(inner, { module, made, path: '' }) ||
      (first !== undefined && isOf(first, { module, made, path: '' }))
    );
  }
  return false;
}

/** A plugin with routes of its own verifies for those. */
const registersRoutes = (value: Value): boolean =>
  value.kind === 'function' &&
  value.module.calls.some(
    (call) =>
      isMethodCall(call) &&
      isWithin(call, value.node) &&
      /^(?:get|post|put|patch|delete|all)$/.test(keyName(call.callee) ?? '') &&
      call.arguments.length > 1 &&
      call.arguments.some(isFunction),
  );

const ROUTING = /rout|app|server|main|index|api/i;
const SCRIPT = /\.[cm]?[jt]s$/;
/** Folders to look for routes in: in those that are called so, whatever a file is called. */
const ROUTE_FOLDERS = [
  ...FOLDERS.map((folder) => [folder, ROUTING] as const),
  ...['../routes', '../route', '../routers', '../api', '../../routes'].map(
    (folder) => [folder, SCRIPT] as const,
  ),
];

/** What stands before a handler where another file mounts it on a route. */
export function mountedWith(handler: FunctionValue): Value[] {
  return routesWith(handler).flatMap(({ call, values, module }) => {
    const last = call.arguments.at(-1);
    const [first] = values;
    const path = first && isString(first) ? first.value : '';
    // `(req, res) => hooks.take(req, res)` is the handler's, too, and stands before nothing.
    const own = values.filter(
      (value) => !isString(value) && !isHandler(value, handler.node) && value.node !== last,
    );
    const earlier = mountedFor(receiverOf(call), call.range[1] - 1, path, mountedIn(module));
    return [...own, ...earlier, ...mountedAround(call, path, module)];
  });
}

/** Another file is known to mount a handler on a route. */
export const isMounted = (handler: FunctionValue): boolean => routesWith(handler).length > 0;

/** The calls of other files that mount a handler. */
function routesWith({ node, module }: FunctionValue) {
  const says = saysModule(module);
  if (!says) return [];
  const modules = ROUTE_FOLDERS.flatMap(([folder, named]) =>
    module.neighbours(folder, named, says),
  );
  return [...new Set(modules)].flatMap((each) =>
    routeCallsIn(each)
      .filter(({ call, values }) => mounts(call, values, node, each))
      .map((found) => ({ ...found, module: each })),
  );
}

const routeCallsIn = oncePer((module: SourceModule) =>
  methodCallsIn(module).map((call) => ({ call, values: argumentsOf(call, module) })),
);

/** One of the arguments is the handler, or gives all to it: `hooks.take.bind(hooks)`. */
function mounts(
  call: MethodCall,
  values: readonly Value[],
  handler: Node,
  module: SourceModule,
): boolean {
  if (values.some((value) => isHandler(value, handler))) return true;
  const last = call.arguments.at(-1);
  if (!last || last.type === 'SpreadElement' || !ROUTE_METHODS.test(keyName(call.callee) ?? ''))
    return false;
  return handlerBehind(last, module)?.fn.node === handler;
}

/** The handler itself, or what a wrapper made of it: `caught(handler)`. */
function isHandler(value: Value, handler: Node): boolean {
  if (value.kind === 'call') return value.args.some((given) => isHandler(given, handler));
  if (value.kind !== 'function') return false;
  const { frame } = value;
  const given = frame ? [...frame.args, ...(frame.outer?.args ?? [])] : [];
  return (
    value.node === handler ||
    given.some((each) => each.kind === 'function' && each.node === handler)
  );
}

const ROUTE_METHODS = /^(?:post|put|all|use)$/;
