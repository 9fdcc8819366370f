import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import { valueOf } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { CallValue, FunctionValue, Place, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { changesBy, optionsOf } from './changed-request.ts';
import type { Layer } from './request-options.ts';
import { mentions } from './mentions.ts';

/** Functions registered to change every request: what they set counts, what can't be read is unknown. */
export function interceptorLayers(made: CallValue, module: SourceModule): Layer[] {
  return [...new Set([module, made.module])].flatMap((source) => [
    ...registered(source, (root) => valueOf(root, source).node === made.node).flatMap((value) =>
      layersOfChanges(value, made),
    ),
    ...registeredElsewhere(source, made),
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

/** What is given to `….interceptors.request.use`, where what stands before it is the client. */
function registered(
  source: SourceModule,
  isClient: (root: Node) => boolean,
  within: Node = source.program,
): Value[] {
  if (!mentions(source, ['interceptors'])) return [];
  return source.calls.flatMap((call) => {
    const isInside = within.range[0] <= call.range[0] && call.range[1] <= within.range[1];
    if (!isInside || call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression')
      return [];
    if (memberPath(call.callee).slice(-3).join('.') !== 'interceptors.request.use') return [];
    const [given] = call.arguments;
    return given && isClient(rootOf(call.callee)) ? [valueOf(given, source)] : [];
  });
}

/** The client is handed to a function of the project, which registers there. */
function registeredElsewhere(source: SourceModule, made: CallValue): Layer[] {
  return source.calls.flatMap((call) => {
    const index = call.arguments.findIndex(
      (argument) => argument.type === 'Identifier' && valueOf(argument, source).node === made.node,
    );
    const callee = index < 0 ? null : valueOf(call.callee, source);
    return callee?.kind === 'function' ? registeredIn(callee, index, made) : [];
  });
}

function registeredIn({ node, module }: FunctionValue, index: number, made: CallValue): Layer[] {
  const parameter = node.params[index];
  const name = parameter?.type === 'Identifier' ? parameter : null;
  const reads = name ? (module.scopes.bindingOf(name)?.reads ?? []) : [];
  return registered(module, (root) => reads.some((read) => read === root), node).flatMap((value) =>
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
