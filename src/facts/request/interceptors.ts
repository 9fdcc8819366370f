import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName, unwrap } from '../../ast/node.ts';
import type { HttpClient } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue, FunctionValue, Place, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { changesBy, optionsOf } from './changed-request.ts';
import type { Layer } from './request-options.ts';
import { mentions } from './mentions.ts';

type Middleware = HttpClient['middleware'];

/** Functions registered to change every request: what they set counts, what can't be read is unknown. */
export function interceptorLayers(
  made: CallValue,
  module: SourceModule,
  middleware: Middleware,
): Layer[] {
  return [...new Set([module, made.module])].flatMap((source) => [
    ...registered(
      source,
      (root) => valueOf(root, source).node === made.node,
      source.program,
      middleware,
    ).flatMap((value) => layersOfChanges(value, made)),
    ...registeredElsewhere(source, made, middleware),
  ]);
}

/** The same for functions that are registered with the client itself, of which no instance was made. */
export const globalInterceptorLayers = (
  module: SourceModule,
  isClient: (root: Value) => boolean,
): Layer[] =>
  registered(module, (root) => isClient(valueOf(root, module))).flatMap((value) =>
    layersOfChanges(value, { node: module.program, module }),
  );

/**
 * What is given to `….interceptors.request.use`, where what stands before it is the client; of a
 * client with middleware, the functions for requests of what its own `use` is given.
 */
function registered(
  source: SourceModule,
  isClient: (root: Node) => boolean,
  within: Node = source.program,
  middleware?: Middleware,
): Value[] {
  if (!mentions(source, ['interceptors', ...(middleware ? [`.${middleware.member}`] : [])]))
    return [];
  return source.calls.flatMap((call) => {
    const isInside = within.range[0] <= call.range[0] && call.range[1] <= within.range[1];
    if (!isInside || call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression')
      return [];
    if (middleware && keyName(call.callee) === middleware.member && isClient(call.callee.object))
      return call.arguments.flatMap((each) => functionsIn(valueOf(each, source), middleware));
    if (memberPath(call.callee).slice(-3).join('.') !== 'interceptors.request.use') return [];
    const [given] = call.arguments;
    return given && isClient(rootOf(call.callee)) ? [valueOf(given, source)] : [];
  });
}

/** `{ onRequest() {…} }`, one of several; something that can't be read may hold one. */
const functionsIn = (given: Value, { request }: NonNullable<Middleware>): Value[] =>
  [...alternatives(given)].flatMap((each) => {
    const found = attributeAt(each, [request]);
    return found.state === 'known' ? [found.value] : found.state === 'unknown' ? [each] : [];
  });

/** The client is handed to a function of the project, which registers there. */
function registeredElsewhere(
  source: SourceModule,
  made: CallValue,
  middleware: Middleware,
): Layer[] {
  return source.calls.flatMap((call) => {
    const index = call.arguments.findIndex(
      (argument) =>
        unwrap(argument) === made.node ||
        (argument.type === 'Identifier' && valueOf(argument, source).node === made.node),
    );
    const callee = index < 0 ? null : valueOf(call.callee, source);
    return callee?.kind === 'function' ? registeredIn(callee, index, made, middleware) : [];
  });
}

function registeredIn(
  { node, module }: FunctionValue,
  index: number,
  made: CallValue,
  middleware: Middleware,
): Layer[] {
  const parameter = node.params[index];
  const name = parameter?.type === 'Identifier' ? parameter : null;
  const reads = name ? (module.scopes.bindingOf(name)?.reads ?? []) : [];
  const isRead = (root: Node): boolean => reads.some((read) => read === root);
  return registered(module, isRead, node, middleware).flatMap((value) =>
    layersOfChanges(value, made),
  );
}

/** Functions that are given with the options to change every request. */
export function hookLayers(
  given: readonly Layer[],
  made: CallValue,
  hooks: readonly string[],
): Layer[] {
  return given.flatMap(({ value: options }) =>
    hooks.flatMap((path) => {
      const found = options ? attributeAt(options, path.split('.')) : null;
      if (found?.state !== 'known') return [];
      const { value } = found;
      const functions = value.kind === 'array' ? value.elements : [value];
      return functions.flatMap((each) => layersOfChanges(each, made));
    }),
  );
}

const UNREADABLE: Layer = { of: 'creation', value: null };

/** Each write a layer: `headers.a` must not be hidden by `headers.b`. */
function layersOfChanges(value: Value, made: Place): Layer[] {
  return [...alternatives(value)].flatMap((option): Layer[] => {
    if (option.kind !== 'function') return [UNREADABLE];
    const changes = changesBy(option);
    const layers = changes.writes.map((write): Layer => ({
      of: 'creation',
      writtenBy: option.node,
      value: optionsOf(
        { writes: [write], isHandedOn: false },
        { kind: 'object', node: made.node, module: made.module, entries: [], open: false },
      ),
    }));
    return changes.isHandedOn ? [...layers, UNREADABLE] : layers;
  });
}

function memberPath(member: Node): string[] {
  const path: string[] = [];
  for (let node = member; node.type === 'MemberExpression'; node = node.object)
    path.unshift(keyName(node) ?? '');
  return path;
}

/** `api` of `api.interceptors.request.use` */
function rootOf(member: TSESTree.MemberExpression): Node {
  let node: Node = member;
  for (let hops = 0; hops < 3 && node.type === 'MemberExpression'; hops++) node = node.object;
  return node;
}
