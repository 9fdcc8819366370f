import { returnsOf } from '../../ast/returns.ts';
import type { ClassNode } from '../../ast/node.ts';
import type { RpcLibrary } from '../../clients/schema.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { CallValue, External, FunctionValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';
import { mentions } from '../request/mentions.ts';

/** A client whose methods are procedures of a remote service. */
export interface RpcClient {
  readonly library: RpcLibrary;
  /** What made it; null where only its type is known. */
  readonly made: CallValue | null;
}

const libraries = clientsOfKind('rpc');
const byModule = new Map(
  libraries.flatMap((library) => library.modules.map((name) => [name, library] as const)),
);

const NONE: readonly RpcClient[] = [];
const known = new WeakMap<Value, readonly RpcClient[]>();

/** Classes are followed to what they extend, and functions to what they give, this far. */
const DEEPEST = 4;

/** The kinds of value that tell what made them; most others are asked in every file. */
const TELLING: ReadonlySet<Value['kind']> = new Set([
  'choice',
  'awaited',
  'typed',
  'parameter',
  'call',
]);

/** The clients that a value may be: one for each place that makes it. */
export function rpcClientsOf(value: Value): readonly RpcClient[] {
  if (!TELLING.has(value.kind)) return NONE;
  const found = known.get(value);
  if (found) return found;
  // What leads back to itself is none until it has answered.
  known.set(value, NONE);
  const clients = [...alternatives(value)].flatMap(clientsOfOne);
  known.set(value, clients);
  return clients;
}

function clientsOfOne(value: Value): readonly RpcClient[] {
  switch (value.kind) {
    case 'awaited':
      return rpcClientsOf(value.of);
    case 'typed':
      return typedClient(value.type);
    case 'parameter':
      return value.type
        ? typedClient(value.type)
        : value.default
          ? rpcClientsOf(value.default)
          : [];
    case 'call': {
      if (value.callee.kind === 'function')
        return givenBy(value.callee).flatMap((given) => rpcClientsOf(given));
      const library = value.isNew ? constructedLibrary(value) : makerLibrary(value);
      return library ? [{ library, made: value }] : NONE;
    }
    default:
      return NONE;
  }
}

const names = [...byModule.keys()];

/** What a function with more than one `return` may give, where its file speaks of a library. */
const givenBy = ({ node, module }: FunctionValue): Value[] =>
  mentions(module, names) ? returnsOf(node).map((given) => valueOf(given, module)) : [];

function typedClient(type: Value): readonly RpcClient[] {
  const library = classLibrary(type, 0);
  return library ? [{ library, made: null }] : NONE;
}

function constructedLibrary({ callee, args }: CallValue): RpcLibrary | null {
  const library = classLibrary(callee, 0);
  if (library || callee.kind === 'class') return library;
  return (
    libraries.find(({ clients: { marks } }) => {
      const given = marks && args[marks.argument];
      return given !== undefined && isMark(given, 0);
    }) ?? null
  );
}

function makerLibrary({ callee }: CallValue): RpcLibrary | null {
  const library = libraryOf(callee);
  return library && isExport(callee, library.clients.makers) ? library : null;
}

/** The library whose clients a class makes; null for any other value. */
function classLibrary(value: Value, depth: number): RpcLibrary | null {
  if (depth > DEEPEST) return null;
  switch (value.kind) {
    case 'external': {
      const library = libraryOf(value);
      if (library) return isExport(value, library.clients.bases) ? library : null;
      return libraries.find((each) => isGenerated(value, each)) ?? null;
    }
    case 'call': {
      const library = libraryOf(value.callee);
      return library && isExport(value.callee, library.clients.classes) ? library : null;
    }
    case 'member':
      return classLibrary(value.object, depth);
    case 'class': {
      const { superClass } = value.node as ClassNode;
      return superClass && classLibrary(valueOf(superClass, value.module), depth + 1);
    }
    default:
      return null;
  }
}

const libraryOf = (value: Value): RpcLibrary | null =>
  value.kind === 'external' && value.source !== null ? (byModule.get(value.source) ?? null) : null;

const isExport = (value: Value, names: readonly string[] = []): boolean =>
  value.kind === 'external' && names.includes(nameOf(value));

/** `credentials.createSsl`, whether the module is imported as a whole or in parts. */
const nameOf = ({ path }: External): string =>
  (path[0] === 'default' ? path.slice(1) : path).join('.');

function isGenerated({ source, path }: External, { clients: { generated } }: RpcLibrary): boolean {
  if (!generated || source === null) return false;
  return (
    generated.modules.some((ending) => source.endsWith(ending)) &&
    (path.at(-1) ?? '').endsWith(generated.name)
  );
}

/** Whether a value is one that only clients are constructed with. */
function isMark(value: Value, depth: number): boolean {
  return depth <= DEEPEST && [...alternatives(value)].some((option) => isMarkItself(option, depth));
}

function isMarkItself(value: Value, depth: number): boolean {
  if (value.kind === 'awaited') return isMark(value.of, depth + 1);
  if (value.kind === 'typed') return isMarkType(value.type);
  if (value.kind === 'parameter') return value.type !== null && isMarkType(value.type);
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'function') return givenBy(callee).some((given) => isMark(given, depth + 1));
  const marks = libraryOf(callee)?.clients.marks;
  if (marks) return isExport(callee, marks.exports);
  return callee.kind === 'member' && isMember(callee.name) && isMark(callee.object, depth + 1);
}

const isMember = (name: string): boolean =>
  libraries.some(({ clients }) => clients.marks?.members.includes(name));

const isMarkType = (type: Value): boolean => isExport(type, libraryOf(type)?.clients.marks?.types);
