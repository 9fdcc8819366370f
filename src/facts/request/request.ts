import type { TSESTree } from '@typescript-eslint/utils';
import type { HttpClient, Signature } from '../../clients/schema.ts';
import { isWithin } from '../../ast/within.ts';
import type { Address } from '../../values/address.ts';
import { addressOf, joinAddresses } from '../../values/address.ts';
import { argumentsIn, valueIn } from '../../values/evaluate.ts';
import type { Context } from '../../values/evaluation.ts';
import type { OptionsPlace } from '../../values/options-place.ts';
import { optionsPlace } from '../../values/options-place.ts';
import type { SourceModule } from '../../values/source-module.ts';
import { serialised } from './serialised.ts';
import type { CallValue, Place, Value } from '../../values/value.ts';
import type { Shaped } from './client-shapes.ts';
import { useOf } from './client-shapes.ts';
import { versionOf } from './client-version.ts';
import { bodyWith, documentIn } from './document.ts';
import { genericRequest } from './generic-request.ts';
import { optionsOfFactory } from './factory-options.ts';
import { isGivenOptions, mayBeOptions, optionsBeside } from './first-argument.ts';
import { headerPathsOf, headersAt } from './headers-object.ts';
import { chainedLater } from './request-chain.ts';
import type { Layer, Option } from './request-options.ts';
import { argumentLayer, layersOf, optionOf } from './request-options.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;
type RequestSignature = Extract<Signature, { does: 'request' }>;

/** Options that are given, of which nothing is seen. */
const UNSEEN: Layer = { of: 'call', value: null };

/** A request as it is written at one call, with what its instance brings. */
export interface Request {
  readonly node: Call;
  readonly context: Context;
  /** Null: what is called is not known, but it is called like a client (`api.post('/path', body)`). */
  readonly client: HttpClient | null;
  /** The client or instance it is made through. */
  readonly on: Shaped | null;
  /** In upper case; null where it is not known. */
  readonly method: string | null;
  readonly address: Address;
  /** Where options come from, the most specific first. */
  readonly layers: readonly Layer[];
  readonly body: Option;
  /** Where its own options stand, or would stand; null where that can't be told. */
  readonly place: OptionsPlace | null;
  /** The result is a stream by the way of the call. */
  readonly streams: boolean;
}

/** The request that a call makes; null for any other call. */
export const requestAt = (node: Call, context: Context): Request | null =>
  context.frame ? readRequest(node, context) : requestOutsideCalls(node, context);

/** By the module as one linted file sees it: another file's view of it would keep that file in memory. */
const outsideCalls = new WeakMap<SourceModule, Map<Call, Request | null>>();

/** The same for a call that is looked at by itself, as several facts do. */
function requestOutsideCalls(node: Call, context: Context): Request | null {
  const requests = outsideCalls.get(context.module) ?? new Map<Call, Request | null>();
  outsideCalls.set(context.module, requests);
  const known = requests.get(node);
  if (known !== undefined) return known;
  const request = readRequest(node, context);
  requests.set(node, request);
  return request;
}

function readRequest(node: Call, context: Context): Request | null {
  const callee = valueIn(node.callee, context);
  const used = useOf(callee, node.type === 'NewExpression');
  if (!used) return genericRequest(node, callee, context);
  if (used.signature.does !== 'request') return null;
  return build(node, used.signature, used.on, context);
}

function build(
  node: Call,
  signature: RequestSignature,
  on: Shaped,
  context: Context,
): Request | null {
  const client = versionOf(on.client, context.module);
  const given = argumentsIn(node, context);
  const first = given.args[signature.url ?? -1];
  const optionsFirst =
    signature.optionsFirst === true &&
    (first?.kind === 'object' || isGivenOptions(node.arguments[signature.url ?? -1], first));
  const places = optionsFirst
    ? [optionsBeside(signature, given.args, client), signature.url]
    : [optionsIndex(signature, given.args)];
  const indices = places.filter((index) => index !== undefined);
  const [optionsAt] = indices;
  const isHidden = signature.optionsFirst === true && mayBeOptions(node, given.args, first);
  const own = isHidden ? [UNSEEN] : indices.flatMap((index) => argumentLayer(given, index, 'call'));
  const wrapped = first && !optionsFirst ? requestObject(first) : null;
  const later =
    signature.chain === undefined
      ? []
      : chainedLater(node, client.shapes[signature.chain], client, context);
  const layers = [...later, ...own, ...(wrapped?.layers ?? []), ...layersOf(on, context.module)];
  const url = wrapped?.url ?? (optionsFirst ? null : (first ?? null));
  const place: Place = { node, module: context.module };
  return {
    node,
    context,
    client,
    on,
    method: methodOf(signature, given.args, client, layers),
    address: addressOf(urlOf(url, client, layers, on, place)),
    layers,
    body: bodyOf(signature, given, client, layers),
    place: isHidden
      ? null
      : optionsAt === undefined
        ? chainPlace(node, signature, context)
        : optionsPlace(node, given, optionsAt, context.module),
    streams: signature.streams === true,
  };
}

const chainPlace = (
  call: Call,
  { chain }: RequestSignature,
  { module }: Context,
): OptionsPlace | null => (chain === undefined ? null : { kind: 'chain', call, module });

/** The options stand where the body would with methods that have none: `needle('get', url, options)`. */
function optionsIndex(signature: RequestSignature, args: readonly Value[]): number | undefined {
  const { body, options, optionsForBody, methodArgument } = signature;
  if (!optionsForBody || body === undefined || options === undefined || args[options])
    return options;
  const named = signature.method ?? args[methodArgument ?? -1];
  const method =
    typeof named === 'object' && named.kind === 'literal'
      ? String(named.value).toUpperCase()
      : named;
  return optionsForBody.some((bodiless) => bodiless === method) ? body : options;
}

/** A stand-in for any request through an instance: its base URL is the address. */
export function requestThroughInstance(on: Shaped, context: Context): Request {
  const layers = layersOf(on, context.module);
  const node = (on.made?.node ?? context.module.program) as Call;
  const place: Place = { node, module: context.module };
  const address = addressOf(urlOf(null, on.client, layers, on, place));
  return {
    node,
    context,
    client: versionOf(on.client, context.module),
    on,
    method: null,
    address,
    layers,
    body: { state: 'unknown' },
    place: creationPlace(on),
    streams: false,
  };
}

/** Where the options stand that an instance is made with. */
function creationPlace({ made, creation }: Shaped): OptionsPlace | null {
  if (!made || creation?.options === undefined) return null;
  const { options, factory } = creation;
  const given = made.args[options];
  if (factory !== undefined) return given ? placeInFactory(given, factory) : null;
  return optionsPlace(made.node as Call, made, options, made.module);
}

/** The object that the function writes for each client anew. */
function placeInFactory(given: Value, factory: string): OptionsPlace | null {
  const value = optionsOfFactory(given, factory);
  if (value?.kind !== 'object' || value.node.type !== 'ObjectExpression') return null;
  const isWrittenThere = value.module === given.module && isWithin(value.node, given.node);
  return isWrittenThere
    ? { kind: 'object', object: value.node, isOwn: true, module: value.module }
    : null;
}

/** `new Request(url, options)` in place of the URL. */
function requestObject(value: Value): { url: Value | null; layers: Layer[] } | null {
  if (value.kind !== 'call' || !value.isNew || value.callee.kind !== 'external') return null;
  if (value.callee.path.at(-1) !== 'Request') return null;
  return { url: value.args[0] ?? null, layers: argumentLayer(value, 1, 'call') };
}

function methodOf(
  signature: RequestSignature,
  args: readonly Value[],
  client: HttpClient,
  layers: readonly Layer[],
): string | null {
  if (signature.method) return signature.method;
  if (signature.document !== undefined) return documentIn(signature, args) ? 'POST' : null;
  const named = signature.methodArgument === undefined ? undefined : args[signature.methodArgument];
  if (named) return named.kind === 'literal' ? String(named.value).toUpperCase() : null;
  const option = optionOf(layers, client.options.method);
  if (option.state === 'absent') return 'GET';
  if (option.state === 'known' && option.value.kind === 'literal')
    return String(option.value.value).toUpperCase();
  return null;
}

function urlOf(
  given: Value | null,
  client: HttpClient,
  layers: readonly Layer[],
  on: Shaped,
  place: Place,
): Value {
  const { options } = client;
  const option = given ? null : optionOf(layers, options.url);
  const url = given ?? (option?.state === 'known' ? option.value : partsOf(client, layers, place));
  const optional = optionOf(layers, options.baseUrl);
  const base = optional.state === 'known' ? optional.value : baseArgument(on);
  if (base) return joinAddresses(base, url ?? pathIn(client, layers) ?? nothing(place));
  return url ?? { ...place, kind: 'unknown' };
}

const nothing = (place: Place): Value => ({ ...place, kind: 'literal', value: '' });

/** The base URL that an instance was made with, as an argument: `wretch('https://…')`. */
function baseArgument(on: Shaped | null): Value | null {
  for (let shaped = on; shaped; shaped = shaped.parent) {
    const index = shaped.creation?.baseUrl;
    const base = index === undefined ? undefined : shaped.made?.args[index];
    if (base && base.kind !== 'object') return base;
  }
  return null;
}

/** The path beside an origin: `pool.request({ path: '/orders' })`. */
function pathIn({ options }: HttpClient, layers: readonly Layer[]): Value | null {
  const path = optionOf(layers, options.path);
  return path.state === 'known' ? path.value : null;
}

/** Host and path given apart: `http.request({ protocol, host, path })`. */
function partsOf(client: HttpClient, layers: readonly Layer[], place: Place): Value | null {
  const { options } = client;
  const host = optionOf(layers, options.host);
  if (host.state !== 'known') return null;
  const path = pathIn(client, layers);
  const protocol = optionOf(layers, options.protocol);
  const isWritten = protocol.state === 'known' && protocol.value.kind === 'literal';
  const start = isWritten ? String(protocol.value.value) : (client.protocol ?? 'https:');
  return {
    ...place,
    kind: 'text',
    parts: [`${start}//`, host.value, ...(path ? [path] : [])].flatMap((part) =>
      typeof part !== 'string' && part.kind === 'literal' ? [String(part.value)] : [part],
    ),
  };
}

function bodyOf(
  signature: RequestSignature,
  given: Pick<CallValue, 'args' | 'openFrom'>,
  client: HttpClient,
  layers: readonly Layer[],
): Option {
  const { body } = signature;
  const document = documentIn(signature, given.args);
  if (document) return { state: 'known', value: bodyWith(document), node: document.node };
  const argument = body === undefined ? [] : argumentLayer(given, body, 'call');
  const [layer] = argument;
  if (layer)
    return layer.value
      ? { state: 'known', value: serialised(layer.value), node: layer.value.node, layer }
      : { state: 'unknown' };
  const json = optionOf(layers, client.options.json);
  if (json.state !== 'absent' && !isSwitch(json)) return json;
  const text = optionOf(layers, client.options.text);
  return text.state === 'known' ? { ...text, value: serialised(text.value) } : text;
}

/** `{ json: true, body: order }`: it says how the body is sent. */
const isSwitch = (json: Option): boolean =>
  json.state === 'known' && json.value.kind === 'literal' && typeof json.value.value === 'boolean';

/** A header of a request, its instance's included. */
export function headerOf(
  { client, layers }: Pick<Request, 'client' | 'layers'>,
  name: string,
): Option {
  const paths = headerPathsOf(client);
  for (const layer of layers) {
    const found = headerIn(layer, paths, name);
    if (found.state !== 'absent') return found;
  }
  return { state: 'absent' };
}

function headerIn(layer: Layer, paths: readonly string[], name: string): Option {
  for (const path of paths) {
    const headers = headersAt(layer, [path]);
    const found =
      headers.state === 'known' ? optionOf([{ ...layer, value: headers.value }], [name]) : headers;
    if (found.state !== 'absent') return found;
  }
  return { state: 'absent' };
}
