import type { LoggerLibrary } from '../../clients/schema.ts';
import type { CallValue, Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

/** What writes log lines. */
export interface Logger {
  /** Null where only its name shows what it is. */
  readonly library: LoggerLibrary | null;
  /** The call that made it; null where that is not seen, and for loggers that need none. */
  readonly made: CallValue | null;
  /** The fields that it adds to each of its lines, as it was made from another. */
  readonly bindings: readonly Value[];
  /** Options that it was given as it was made from another. */
  readonly options?: readonly Value[];
}

const libraries = clientsOfKind('logger');
const byModule = new Map(
  libraries.flatMap((library) => library.modules.map((name) => [name, library] as const)),
);
const byGlobal = new Map(
  libraries.flatMap((library) => (library.globals ?? []).map((name) => [name, library] as const)),
);

/** The logger that a value is; null where it is none that is known. */
export function loggerOf(value: Value): Logger | null {
  for (const option of alternatives(value)) {
    const logger = loggerOfOne(option, DEEPEST);
    if (logger) return logger;
  }
  return null;
}

/** Children of children, and members on the way to a logger, are followed this deep. */
const DEEPEST = 8;

function loggerOfOne(value: Value, depth: number): Logger | null {
  if (depth === 0) return null;
  switch (value.kind) {
    case 'external':
    case 'member':
    case 'call':
      return loggerOnTrail(value) ?? childOf(value, depth);
    case 'typed':
      return loggerOfType(value.type);
    case 'parameter':
      return (
        (value.type && loggerOfType(value.type)) ??
        (value.default && loggerOfOne(value.default, depth - 1))
      );
    case 'awaited':
      return loggerOfOne(value.of, depth - 1);
    case 'choice':
      return loggerOf(value);
    default:
      return null;
  }
}

/** An export of a library that is a logger, or the result of one that makes them. */
function loggerOnTrail(value: Value): Logger | null {
  const trail = trailOf(value, DEEPEST);
  if (!trail) return null;
  if (trail.source === null) {
    const library = byGlobal.get(trail.text);
    return library ? { library, made: null, bindings: [] } : null;
  }
  const library = byModule.get(trail.source);
  if (!library) return null;
  const isLogger =
    library.instances.includes(trail.text) ||
    library.makes.some((name) => `${name}()` === trail.text);
  return isLogger ? { library, made: trail.made, bindings: [] } : null;
}

/** The export of a package, and the members and calls from there, that a value is read from. */
export const exportTrailOf = (value: Value): Trail | null => trailOf(value, DEEPEST);

interface Trail {
  readonly source: string | null;
  /** `createLogger()`, `().log`: the exports, members and calls that lead to a value. */
  readonly text: string;
  readonly made: CallValue | null;
}

/** Loggers that a call sets the options of, in the library's own way: `Sentry.init(options)`. */
export function configuredBy(value: Value): Logger | null {
  const trail = value.kind === 'call' ? trailOf(value.callee, DEEPEST) : null;
  if (value.kind !== 'call' || !trail?.source) return null;
  const library = libraries.find(
    ({ modules, configures }) =>
      modules.includes(trail.source ?? '') && configures?.by.includes(trail.text),
  );
  return library ? { library, made: value, bindings: [] } : null;
}

function trailOf(value: Value, depth: number): Trail | null {
  if (depth === 0) return null;
  if (value.kind === 'external')
    return { source: value.source, text: value.path.join('.'), made: null };
  if (value.kind === 'member') {
    const on = trailOf(value.object, depth - 1);
    return on && { ...on, text: `${on.text}.${value.name}` };
  }
  if (value.kind === 'awaited') return trailOf(value.of, depth - 1);
  if (value.kind !== 'call') return null;
  const called = trailOf(value.callee, depth - 1);
  return called && { ...called, text: `${called.text}()`, made: value };
}

/** `logger.child({ … })`, `signale.scope('x')`, `Sentry.logger`. */
function childOf(value: Value, depth: number): Logger | null {
  const member =
    value.kind === 'call' && value.callee.kind === 'member'
      ? value.callee
      : value.kind === 'member'
        ? value
        : null;
  if (member) return extended(loggerOfOne(member.object, depth - 1), member.name, value);
  const path =
    value.kind === 'external'
      ? value
      : value.kind === 'call' && value.callee.kind === 'external'
        ? value.callee
        : null;
  if (!path || path.path.length === 0) return null;
  const parent = loggerOnTrail({ ...path, path: path.path.slice(0, -1) });
  return extended(parent, path.path.at(-1) ?? '', value);
}

function extended(parent: Logger | null, name: string, value: Value): Logger | null {
  const children = parent?.library?.children ?? {};
  const child = Object.hasOwn(children, name) ? children[name] : undefined;
  if (!parent || !child) return null;
  const own =
    value.kind === 'call' && child.bindings !== null ? value.args[child.bindings] : undefined;
  const options =
    value.kind === 'call' && child.options !== undefined ? value.args[child.options] : undefined;
  return {
    ...parent,
    ...(own && { bindings: [...parent.bindings, own] }),
    ...(options && { options: [...(parent.options ?? []), options] }),
  };
}

function loggerOfType(type: Value): Logger | null {
  if (type.kind !== 'external' || type.source === null) return null;
  const library = byModule.get(type.source);
  const isOne = library?.types.includes(type.path.join('.'));
  return library && isOne ? { library, made: null, bindings: [] } : null;
}
