import type { Node } from '../../ast/node.ts';
import { keyName } from '../../ast/node.ts';
import type { HttpClient, Signature } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import { importedForEffect } from '../../values/imported-modules.ts';
import { attributeAt } from '../../values/objects.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Attribute, CallValue, Entry, ObjectValue, Value } from '../../values/value.ts';
import { ABSENT, isNothing, UNKNOWN } from '../../values/value.ts';
import type { Shaped } from './client-shapes.ts';
import { optionsOfFactory } from './factory-options.ts';
import { mentions } from './mentions.ts';
import { isPlainHere } from './injected.ts';
import { globalInterceptorLayers, hookLayers, interceptorLayers } from './interceptors.ts';

/** One place that options of a request come from. */
export interface Layer {
  readonly of: 'call' | 'builder' | 'creation' | 'defaults';
  /** Null: something is given there, and it is not known what. */
  readonly value: Value | null;
  /** The function that writes it, anew for each request. */
  readonly writtenBy?: Node;
}

/** An option, with the layer that decided it. */
export type Option = Attribute & { readonly layer?: Layer };

/** The first of the layers that says something of an option; unknown where one may. */
export function optionOf(layers: readonly Layer[], names: readonly string[] | undefined): Option {
  for (const layer of layers) {
    for (const name of names ?? []) {
      const found = layer.value ? attributeAt(layer.value, name.split('.')) : UNKNOWN;
      if (found.state !== 'absent') return { ...found, layer };
    }
  }
  return ABSENT;
}

/** The options that an instance brings to all its calls, the instance's own before its parents'. */
export function layersOf(on: Shaped, module: SourceModule, isParent = false): Layer[] {
  if (on.byType) return isPlainHere(on.client, module) ? [] : [{ of: 'creation', value: null }];
  const layers: Layer[] = defaultsLayers(on, module);
  if (!on.made) {
    layers.push(...defaultsCallLayers(on.client, module));
    // An instance has interceptors of its own.
    if (!isParent)
      for (const source of [module, ...importedForEffect(module)])
        layers.push(...globalInterceptorLayers(source, (root) => isClient(root, on)));
  }
  if (on.made && on.creation)
    layers.push(...creationLayers(on.made, on.creation, module, on.client));
  if (on.made && !on.creation) layers.push(...builderLayers(on));
  if (on.parent) layers.push(...layersOf(on.parent, module, true));
  return layers;
}

function creationLayers(
  made: CallValue,
  { options: index, factory }: NonNullable<Shaped['creation']>,
  module: SourceModule,
  { options: { requestHooks = [] }, middleware }: HttpClient,
): Layer[] {
  if (index === undefined) return [];
  const written = argumentLayer(made, index, 'creation');
  const given = factory === undefined ? written : written.map((layer) => madeIn(layer, factory));
  return [
    ...interceptorLayers(made, module, middleware),
    ...hookLayers(given, made, requestHooks),
    ...given,
  ];
}

const madeIn = (layer: Layer, factory: string): Layer => ({
  ...layer,
  value: layer.value && optionsOfFactory(layer.value, factory),
});

/** What a call is given at an index: nothing (a callback may stand there), a value, or something hidden behind a spread. */
export function argumentLayer(
  { args, openFrom }: Pick<CallValue, 'args' | 'openFrom'>,
  index: number,
  of: Layer['of'],
): Layer[] {
  if (index >= openFrom) return [{ of, value: null }];
  const value = args[index];
  const isGiven = value !== undefined && !isNothing(value) && value.kind !== 'function';
  return isGiven ? [{ of, value }] : [];
}

/** Options that were chained on before: `client.headers({…}).get()`. */
function builderLayers(on: Shaped): Layer[] {
  const entries = on.made ? chainedEntries(on.made, on) : [];
  return entries.length > 0 && on.made
    ? [{ of: 'builder', value: objectOf(on.made, entries) }]
    : [];
}

function chainedEntries(made: CallValue, on: Shaped): Entry[] {
  const { callee } = made;
  const name = callee.kind === 'member' || callee.kind === 'external' ? lastName(callee) : '';
  const member = on.parent?.shape.members?.[name] ?? on.shape.members?.[name];
  return typeof member === 'object' && member.does === 'set' ? chainEntries(made, member) : [];
}

type Setter = Extract<Signature, { does: 'set' }>;

/** What a call that sets an option of a builder writes, as entries of options. */
export function chainEntries(
  { node, args }: Pick<CallValue, 'node' | 'args'>,
  setter: Setter,
): Entry[] {
  const name = setter.name === undefined ? undefined : args[setter.name];
  const given = args[setter.argument ?? 0];
  const value = given ?? (name?.kind === 'literal' ? undefined : name);
  const also = setter.also && args[setter.also.argument];
  const more = setter.also && also ? nested(node, setter.also.option.split('.'), also) : null;
  const own = value ? setEntry(node, setter.option, value, name) : null;
  return [own, more].filter((entry) => entry !== null);
}

const lastName = (callee: Extract<Value, { kind: 'member' | 'external' }>): string =>
  callee.kind === 'member' ? callee.name : (callee.path.at(-1) ?? '');

function setEntry(node: Node, option: string, value: Value, name: Value | undefined): Entry | null {
  if (option === '*') return { kind: 'spread', node, value: () => value };
  if (name?.kind === 'literal' && typeof name.value === 'string')
    return nested(node, [option, name.value], value);
  return nested(node, option.split('.'), value);
}

/** The entry `a: { b: value }` for the path `a.b`. */
function nested(node: Node, path: readonly string[], value: Value): Entry | null {
  const [name, ...rest] = path;
  if (name === undefined) return null;
  const inner = rest.length === 0 ? null : nested(node, rest, value);
  const held: Value = inner
    ? { kind: 'object', node, module: value.module, entries: [inner], open: false }
    : value;
  return { kind: 'property', name, node, value: () => held };
}

/** Options that were set one by one. */
export const layerOfEntries = (
  node: Node,
  module: SourceModule,
  entries: readonly Entry[],
): Layer => ({
  of: 'builder',
  value: { kind: 'object', node, module, entries, open: false },
});

const objectOf = (made: CallValue, entries: readonly Entry[]): ObjectValue => ({
  kind: 'object',
  node: made.node,
  module: made.module,
  entries,
  open: false,
});

/** Defaults written later: `api.defaults.timeout = 5000`. The last comes first; none hides another. */
function defaultsLayers(on: Shaped, module: SourceModule): Layer[] {
  const { defaultsMember } = on.client;
  const place = on.made ?? { node: module.program, module };
  if (defaultsMember === undefined) return [];
  const layers: Layer[] = [];
  for (const source of new Set([module, place.module, ...importedForEffect(module)])) {
    if (!mentions(source, [`.${defaultsMember}`])) continue;
    for (const write of source.memberWrites) {
      const path = write.left.type === 'MemberExpression' ? pathFrom(write.left, on, source) : null;
      const entry =
        path && path[0] === defaultsMember
          ? nested(write, path.slice(1), valueOf(write.right, source))
          : null;
      if (entry)
        layers.push({ ...layerOfEntries(place.node, place.module, [entry]), of: 'defaults' });
    }
  }
  return layers.reverse();
}

/** Options given to a function of the library that sets them for all later calls, here or in what is imported for that. */
const defaultsCallLayers = (client: HttpClient, module: SourceModule): Layer[] =>
  client.defaultsCalls
    ? [module, ...importedForEffect(module)].flatMap((source) => defaultsCallsIn(client, source))
    : [];

function defaultsCallsIn(
  { defaultsCalls = [], modules }: HttpClient,
  module: SourceModule,
): Layer[] {
  if (!mentions(module, defaultsCalls)) return [];
  return module.calls.flatMap((call): Layer[] => {
    const callee = valueOf(call.callee, module);
    if (callee.kind !== 'external' || callee.source === null || !modules.includes(callee.source))
      return [];
    if (!defaultsCalls.includes(callee.path.at(-1) ?? '')) return [];
    const [given] = call.arguments;
    return [
      {
        of: 'defaults',
        value: given && given.type !== 'SpreadElement' ? valueOf(given, module) : null,
      },
    ];
  });
}

/** `['defaults', 'headers', 'common']` for `api.defaults.headers.common`, where `api` is this client. */
function pathFrom(member: Node, on: Shaped, module: SourceModule): string[] | null {
  const path: string[] = [];
  for (let node = member; node.type === 'MemberExpression'; node = node.object) {
    const name = keyName(node);
    if (name === null) return null;
    path.unshift(name);
    if (isClient(valueOf(node.object, module), on)) return path;
  }
  return null;
}

const isClient = (value: Value, on: Shaped): boolean =>
  on.made
    ? value.node === on.made.node
    : value.kind === 'external' &&
      value.source !== null &&
      on.client.modules.includes(value.source) &&
      value.path.every((name, index) => index === 0 && name in on.client.exports);
