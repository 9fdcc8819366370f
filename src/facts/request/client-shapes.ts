import * as library from '../../clients/index.ts';
import type { Client, HttpClient, Shape, Signature } from '../../clients/schema.ts';
import type { NamedExports } from '../../ast/named-exports.ts';
import { oncePer } from '../../ast/once.ts';
import type { CallValue, External, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { forwardedBy } from './forwarding.ts';

const clients: readonly Client[] = Object.values(library);

/** The clients of one kind, by the module specifiers they are imported by. */
export function clientsOfKind<K extends Client['kind']>(
  kind: K,
): readonly Extract<Client, { kind: K }>[] {
  return clients.filter((client): client is Extract<Client, { kind: K }> => client.kind === kind);
}

/** The exports of some libraries, as their calls are named; what a default export is called is open. */
export function namedExportsOf(
  libraries: readonly { readonly modules: readonly string[]; readonly exports: object }[],
): NamedExports {
  const paths = libraries.flatMap(({ exports }) => Object.keys(exports));
  return {
    modules: new Set(libraries.flatMap(({ modules }) => modules)),
    names: new Set(['default', ...paths.map((path) => path.slice(path.lastIndexOf('.') + 1))]),
  };
}

const httpClients = clientsOfKind('http');
const byModule = groupByModule();
const byGlobal = new Map(
  httpClients.flatMap((client) =>
    Object.entries(client.globals ?? {}).map(([name, shape]) => [name, { client, shape }] as const),
  ),
);

function groupByModule(): ReadonlyMap<string, readonly HttpClient[]> {
  const groups = new Map<string, HttpClient[]>();
  for (const client of httpClients) {
    for (const name of client.modules) groups.set(name, [...(groups.get(name) ?? []), client]);
  }
  return groups;
}

/** A client, or a part of one, that a value is. */
export interface Shaped {
  readonly client: HttpClient;
  readonly shape: Shape;
  /** The call that made it; null for the library itself, and for what is known by its type alone. */
  readonly made: CallValue | null;
  /** What it was made with; null for a link of a chain, which sets something on its parent. */
  readonly creation: Extract<Signature, { does: 'create' }> | null;
  /** What it was made from: the library, or an instance whose defaults it keeps. */
  readonly parent: Shaped | null;
  /** Known by its type alone: what it was made with is not known. */
  readonly byType: boolean;
  /** What stands around it: it sends later than it is called, or more than once. */
  readonly sentBy: 'limiter' | 'retry' | null;
}

/** What made the instance that a builder's chain started from. */
export function makerOf(shaped: Shaped | null): CallValue | null {
  let link = shaped;
  while (link?.made && !link.creation && link.parent) link = link.parent;
  return link?.made ?? null;
}

/** What calling or constructing a value does. */
export interface Used {
  readonly signature: Signature;
  /** The client or instance that it is done with. */
  readonly on: Shaped;
}

/** The client that a value is; null where it is none, or more than one. */
export function shapeOf(value: Value): Shaped | null {
  for (const option of alternatives(value)) {
    const shaped = shapeOfOne(option);
    if (shaped) return shaped;
  }
  return null;
}

/** Asked twice of each link of a chain, for what it is and for what its methods do: answered once. */
const shapeOfOne = oncePer((value: Value): Shaped | null => {
  switch (value.kind) {
    case 'external':
      return shapeOfExternal(value);
    case 'member':
      return memberShape(shapeOf(value.object), value.name);
    case 'typed':
      return shapeOfType(value.type);
    case 'parameter':
      return (value.type && shapeOfType(value.type)) ?? (value.default && shapeOf(value.default));
    case 'awaited':
      return shapeOf(value.of);
    case 'call':
      return shapeOfMade(value);
    default:
      return null;
  }
});

/** What calling a value does, if it is a client, a function of one, or a method of an instance. */
export function useOf(callee: Value, isNew = false): Used | null {
  for (const option of alternatives(callee)) {
    const used = useOfOne(option, isNew);
    if (used) return used;
  }
  return null;
}

function useOfOne(callee: Value, isNew: boolean): Used | null {
  const behind =
    callee.kind === 'call'
      ? promisified(callee)
      : callee.kind === 'function'
        ? forwardedBy(callee)
        : null;
  if (behind) return useOf(behind);
  const whole = shapeOfOne(callee);
  const signature = isNew ? whole?.shape.construct : whole?.shape.call;
  if (whole && signature) return { signature, on: whole };
  if (callee.kind === 'external' && callee.path.length > 0)
    return memberUse(ownerOf(callee), callee.path.at(-1) ?? '', isNew);
  return callee.kind === 'member' ? memberUse(shapeOf(callee.object), callee.name, isNew) : null;
}

/** `promisify(request.get)`: the function that takes a callback. */
function promisified({ callee, args: [fn] }: CallValue): Value | null {
  const isPromisify = callee.kind === 'external' && callee.path.at(-1) === 'promisify';
  return (isPromisify && fn) || null;
}

const ownerOf = (callee: External): Shaped | null =>
  shapeOfExternal({ ...callee, path: callee.path.slice(0, -1) });

function memberUse(on: Shaped | null, name: string, isNew: boolean): Used | null {
  const found = on && memberOf(on.shape, name);
  if (!on || !found) return null;
  if (typeof found !== 'string') return { signature: found, on };
  const inner = on.client.shapes[found];
  const signature = isNew ? inner?.construct : inner?.call;
  return inner && signature ? { signature, on: { ...on, shape: inner } } : null;
}

const memberOf = (shape: Shape, name: string): Signature | string | undefined =>
  shape.members && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;

function memberShape(on: Shaped | null, name: string): Shaped | null {
  const found = on && memberOf(on.shape, name);
  const shape = typeof found === 'string' ? on?.client.shapes[found] : undefined;
  return on && shape ? { ...on, shape } : null;
}

function startShape(
  client: HttpClient,
  shapeName: string | undefined,
  byType = false,
): Shaped | null {
  const shape = shapeName === undefined ? undefined : client.shapes[shapeName];
  return shape
    ? { client, shape, made: null, creation: null, parent: null, byType, sentBy: null }
    : null;
}

function shapeOfExternal({ source, path }: External): Shaped | null {
  if (source === null) {
    const [name = '', ...rest] = path;
    const found = byGlobal.get(name);
    return found ? through(startShape(found.client, found.shape), rest) : null;
  }
  for (const client of byModule.get(source) ?? []) {
    const shaped = exportShape(client, path);
    if (shaped) return shaped;
  }
  return null;
}

/** The shape at a path of exports; what stands on the default export also stands on the module. */
function exportShape(client: HttpClient, path: readonly string[]): Shaped | null {
  const [first, ...rest] = path;
  if (first !== undefined && Object.hasOwn(client.exports, first)) {
    return through(startShape(client, client.exports[first]), rest);
  }
  return through(startShape(client, client.exports['default']), path);
}

const through = (start: Shaped | null, path: readonly string[]): Shaped | null =>
  path.reduce<Shaped | null>((shaped, name) => memberShape(shaped, name), start);

function shapeOfType(type: Value): Shaped | null {
  if (type.kind === 'call') return byType(shapeOf(type));
  if (type.kind !== 'external') return shapeOf(type);
  const name = type.path.at(-1) ?? '';
  for (const client of type.source === null ? [] : (byModule.get(type.source) ?? [])) {
    const shaped = startShape(client, client.types?.[name], true);
    if (shaped) return shaped;
  }
  return shapeOfExternal(type);
}

const byType = (shaped: Shaped | null): Shaped | null => shaped && { ...shaped, byType: true };

function shapeOfMade(made: CallValue): Shaped | null {
  const used = useOf(made.callee, made.isNew);
  if (!used) return shapeOfInjected(made) ?? shapeOfWrapped(made);
  const { signature, on } = used;
  if (signature.does === 'create') {
    const shape = on.client.shapes[signature.shape];
    return shape
      ? {
          client: on.client,
          shape,
          made,
          creation: signature,
          parent: signature.inherits ? on : null,
          byType: false,
          sentBy: on.sentBy,
        }
      : null;
  }
  const shape = signature.chain === undefined ? undefined : on.client.shapes[signature.chain];
  return shape ? { ...on, shape, made, creation: null, parent: on } : null;
}

/** `inject(HttpClient)`. */
function shapeOfInjected({ callee, args: [type] }: CallValue): Shaped | null {
  if (callee.kind !== 'external' || callee.source === null || !type) return null;
  return injectors.get(callee.source) === callee.path.at(-1) ? shapeOfType(type) : null;
}

const injectors = new Map(httpClients.flatMap((client) => Object.entries(client.injectors ?? {})));

/** A client that a limiter or a retry library gives back as it got it. */
function shapeOfWrapped(made: CallValue): Shaped | null {
  const limited = limitedClient(made);
  const inner = limited ?? attachedClient(made);
  const shaped = inner && shapeOf(inner);
  return shaped && { ...shaped, sentBy: limited ? 'limiter' : 'retry' };
}

/** `rateLimit(client)`, `pThrottle(options)(fetch)`, `limiter.wrap(fetch)`. */
function limitedClient({ callee, args }: CallValue): Value | null {
  const limit = limitOf(callee);
  if (limit?.wraps !== undefined) return args[limit.wraps] ?? null;
  const [made, member] = callee.kind === 'member' ? [callee.object, callee.name] : [callee, ''];
  const making = made.kind === 'call' ? limitOf(made.callee) : null;
  return making?.gives?.includes(member) ? (args[0] ?? null) : null;
}

function limitOf(callee: Value) {
  const use = useIn(limiters, callee);
  return use?.does === 'limit' ? use : null;
}

/** `fetchRetry(fetch)`. */
function attachedClient({ callee, args }: CallValue): Value | null {
  const use = useIn(retryLibraries, callee);
  return use?.does === 'attach' && use.returns ? (args[use.client] ?? null) : null;
}

/** What an export of one of some libraries is there for. */
function useIn<Use>(
  libraries: readonly {
    readonly modules: readonly string[];
    readonly exports: Readonly<Record<string, Use>>;
  }[],
  callee: Value,
): Use | undefined {
  if (callee.kind !== 'external' || callee.source === null) return undefined;
  const { source, path } = callee;
  return libraries.find(({ modules }) => modules.includes(source))?.exports[
    path.at(-1) ?? 'default'
  ];
}

const limiters = clientsOfKind('limiter');
const retryLibraries = clientsOfKind('retry');
