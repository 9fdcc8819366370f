import type { TSESTree } from '@typescript-eslint/utils';
import type { WebFramework } from '../../clients/schema.ts';
import type { Node } from '../../ast/node.ts';
import { oncePer } from '../../ast/once.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeOf } from '../../values/objects.ts';
import type { ObjectValue, Value } from '../../values/value.ts';
import { isString } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { MethodCall, Mounted } from './mounted.ts';
import { flat, isMethodCall, mountedBy, mountedFor, receiverOf } from './mounted.ts';
import { mountedAround } from './mounts.ts';
import { isSetUpFor } from './set-up.ts';
import { chainVerifies } from './chain.ts';
import type { HandlerSite, Verified } from './site.ts';
import { prefixed } from './prefixes.ts';
import { frameworks, handlerBehind, importedFrameworks, mergedReads, rolesOf } from './site.ts';

type Call = MethodCall;

/** Handlers given to calls such as `app.post(path, ...handlers)` and `app.route({ method, url, handler })`. */
export function registeredSites(view: FileView): HandlerSite[] {
  const calls = view.candidates.calls.filter(isMethodCall);
  const earlier = mountedBy(calls, view.module);
  return calls.flatMap((call) => siteOf(call, view, earlier) ?? []);
}

const ROUTE_METHODS: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ forms }) =>
    forms.flatMap((form) => (form.form === 'register' ? form.methods : [])),
  ),
);
const OPTION_METHODS: ReadonlySet<string> = new Set(
  frameworks.flatMap(({ forms }) =>
    forms.flatMap((form) =>
      form.form === 'register' && form.optionsMethod ? [form.optionsMethod] : [],
    ),
  ),
);

function siteOf(call: Call, view: FileView, earlier: readonly Mounted[]): HandlerSite | null {
  const name = keyName(call.callee) ?? '';
  if (OPTION_METHODS.has(name)) return siteOfOptions(call, view, earlier);
  if (!ROUTE_METHODS.has(name)) return null;
  const own = pathOf(call, view);
  const path = own === null ? null : prefixed(own, valueOf(call.callee.object, view.module));
  const given = call.arguments.filter((argument) => argument.type !== 'SpreadElement');
  const last = given.at(-1);
  if (path === null || !last || last !== call.arguments.at(-1) || isForeign(call, view))
    return null;
  const isLast = valueOf(last, view.module).kind !== 'object';
  if (!isLast && given.length === 2) return siteOfOptions(call, view, earlier);
  const handler = isLast ? last : given.at(-2);
  const found = handler ? handlerBehind(handler, view.module) : null;
  if (!found) return null;
  const between = given.filter((argument) => argument !== handler);
  const chain = [
    ...between.flatMap((argument) => valuesOf(argument, view)),
    ...found.wrappers,
    ...mountedFor(receiverOf(call), call.callee.property.range[0], path, earlier),
  ];
  return {
    ...siteBase(call),
    ...described(found, view),
    method: methodName(name),
    path,
    chain,
    around: () => aroundOf(call, path, view),
  };
}

function aroundOf(call: Call, path: string, { module }: FileView): Verified {
  const { reads } = readsIn(module);
  const around = chainVerifies(mountedAround(call, path, module), reads);
  return around === 'never' && isSetUpFor(call, path, module, reads) ? 'always' : around;
}

const methodName = (name: string): string | null =>
  name === 'all' || name === 'use' ? null : name.toUpperCase();

/** The path is the first string argument, or what `app.route(path)` before the method was given. */
function pathOf(call: Call, view: FileView): string | null {
  const receiver = unwrap(call.callee.object);
  const [first] = call.arguments;
  const own =
    call.arguments.length > 1 && first && first.type !== 'SpreadElement'
      ? pathText(valueOf(first, view.module))
      : null;
  if (own !== null) return own;
  if (receiver.type !== 'CallExpression' || receiver.callee.type !== 'MemberExpression')
    return null;
  const [routed] = receiver.arguments;
  if (keyName(receiver.callee) === 'route' && routed && routed.type !== 'SpreadElement')
    return pathText(valueOf(routed, view.module));
  return isMethodCall(receiver) ? pathOf(receiver, view) : null;
}

function pathText(value: Value): string | null {
  if (isString(value)) return value.value;
  if (value.kind === 'text')
    return value.parts.map((part) => (typeof part === 'string' ? part : ':x')).join('');
  if (value.kind === 'array')
    return value.elements.map(pathText).find((path) => path !== null) ?? null;
  return null;
}

/** Made by a library that is no web framework: a mock server, an HTTP client. */
function isForeign(call: Call, { module }: FileView): boolean {
  let made = valueOf(call.callee.object, module);
  while (made.kind === 'call' || made.kind === 'member' || made.kind === 'typed') {
    made = made.kind === 'call' ? made.callee : made.kind === 'member' ? made.object : made.type;
  }
  if (made.kind !== 'external' || made.source === null || /^[.@~#]\/?[.\w]*\//.test(made.source))
    return false;
  const { source } = made;
  return (
    !frameworks.some(({ modules }) => modules.includes(source)) &&
    !/rout|server|app|fastify|openapi/i.test(source)
  );
}

function siteOfOptions(
  call: Call,
  view: FileView,
  earlier: readonly Mounted[],
): HandlerSite | null {
  const argument = call.arguments.at(-1);
  const options =
    argument && argument.type !== 'SpreadElement' ? valueOf(argument, view.module) : null;
  if (options?.kind !== 'object') return null;
  const [handler, method] = ['handler', 'method'].map((name) => attributeOf(options, name));
  if (handler?.state !== 'known') return null;
  const urls = ['url', 'path', 'route'].map((name) => attributeOf(options, name));
  const url = urls.find(({ state }) => state === 'known');
  const path = url?.state === 'known' ? pathText(url.value) : pathOf(call, view);
  const found = handlerBehind(handler.value.node, handler.value.module);
  if (!found || path === null) return null;
  const hooks = [...hooksOf(options), ...preMethodsOf(options)];
  const verb = method?.state === 'known' ? pathText(method.value) : null;
  const chain = [
    ...hooks,
    ...found.wrappers,
    ...mountedFor(receiverOf(call), call.callee.property.range[0], path, earlier),
  ];
  return {
    ...siteBase(call),
    ...described(found, view),
    method: verb?.toUpperCase() ?? methodOfCall(call),
    path,
    chain,
    around: () => aroundOf(call, path, view),
  };
}

const hooksOf = (options: ObjectValue): Value[] =>
  options.entries.flatMap((entry) =>
    entry.kind === 'property' && isHook(entry.name) ? flat(entry.value()) : [],
  );

/** `options: { pre: [{ method: verify }, check] }`, which run before the handler. */
function preMethodsOf(options: ObjectValue): Value[] {
  const inner = attributeOf(options, 'options');
  const pre = inner.state === 'known' ? attributeOf(inner.value, 'pre') : inner;
  if (pre.state !== 'known') return [];
  return flat(pre.value).flatMap((one) => {
    const method = attributeOf(one, 'method');
    return method.state === 'known' ? flat(method.value) : [one];
  });
}

/** `app.post(path, { handler })`. */
const methodOfCall = (call: Call): string | null => {
  const name = keyName(call.callee) ?? '';
  return OPTION_METHODS.has(name) ? null : methodName(name);
};

const isHook = (name: string): boolean => /^(?:pre|on)[A-Z]/.test(name);

const readsIn = oncePer((module: FileView['module']) => {
  const imported = importedFrameworks(module, module.text).filter(registers);
  const [only] = imported;
  const framework = imported.length === 1 && only ? only : null;
  const reads =
    framework?.request ??
    mergedReads(imported.length > 0 ? imported : frameworks.filter(registers));
  return { framework, reads };
});

function described({ fn, name }: NonNullable<ReturnType<typeof handlerBehind>>, view: FileView) {
  const { framework, reads } = readsIn(view.module);
  const answers = framework?.answers ?? {
    calls: ['send', 'json', 'end', 'sendStatus'],
    returns: true,
  };
  return {
    fn: fn.node,
    module: fn.module,
    name,
    framework: framework?.name ?? null,
    reads,
    answers,
    roles: rolesOf(reads),
  };
}

const registers = ({ forms }: WebFramework): boolean =>
  forms.some(({ form }) => form === 'register');

const siteBase = ({ callee }: Call) => ({
  node: isLaterInChain(callee) ? callee.property : callee,
  form: 'register' as const,
});

/** A chain that began on a line above: `new App()`, then `.post(path, handler)`. */
const isLaterInChain = ({ object, property }: TSESTree.MemberExpression): boolean =>
  object.loc.start.line !== property.loc.start.line;

/** An options object among the handlers holds hooks: `{ preHandler: verify }`. */
function valuesOf(argument: Node, view: FileView): Value[] {
  return flat(valueOf(argument, view.module)).flatMap((value) =>
    value.kind === 'object'
      ? value.entries.flatMap((entry) =>
          entry.kind === 'property' && isHook(entry.name) ? flat(entry.value()) : [],
        )
      : isString(value)
        ? []
        : [value],
  );
}
