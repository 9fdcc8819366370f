import { binary, isTextual, textOf } from './operators.ts';
import type { Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { Entry, ObjectValue, Place, Primitive, Value } from './value.ts';
import { isString } from './value.ts';

type Result = (args: readonly Value[], place: Place, evaluation: Evaluation) => Value | null;

/** The functions of the language and its platforms whose results are known from their arguments. */
const GLOBAL_FUNCTIONS: Readonly<Record<string, Result>> = {
  'Math.min': numeric((...values) => Math.min(...values)),
  'Math.max': numeric((...values) => Math.max(...values)),
  'Math.pow': ([base, exponent], place) =>
    base && exponent ? binary('**', base, exponent, place) : null,
  'Math.round': numeric((value) => Math.round(value)),
  'Math.floor': numeric((value) => Math.floor(value)),
  'Math.ceil': numeric((value) => Math.ceil(value)),
  'Math.trunc': numeric((value) => Math.trunc(value)),
  Number: ([value], place) => converted(value, place, Number),
  parseInt: ([value], place) =>
    converted(value, place, (text) => Number.parseInt(String(text), 10)),
  parseFloat: ([value], place) =>
    converted(value, place, (text) => Number.parseFloat(String(text))),
  'Number.parseInt': ([value], place) =>
    converted(value, place, (text) => Number.parseInt(String(text), 10)),
  'Number.parseFloat': ([value], place) =>
    converted(value, place, (text) => Number.parseFloat(String(text))),
  String: ([value], place) => (value ? textOf([value], place) : null),
  Boolean: ([value], place) => converted(value, place, Boolean),
  'Object.freeze': ([value]) => value ?? null,
  'Object.seal': ([value]) => value ?? null,
  structuredClone: ([value]) => value ?? null,
  'Object.assign': (args, place) => ({
    ...place,
    kind: 'object',
    open: false,
    entries: args.map((value): Entry => ({ kind: 'spread', node: value.node, value: () => value })),
  }),
  'Object.fromEntries': ([pairs]) => (pairs ? objectOfPairs(pairs) : null),
  'Promise.resolve': ([value], place) => (value ? { ...place, kind: 'awaited', of: value } : null),
  'Deno.env.get': ([name], place) => environment(name, place),
  // Neither scheme nor host nor the names of parameters are changed by it.
  encodeURI: ([value]) => (value && isTextual(value) ? value : null),
};

/** `[['name', value], …]` as an object; null where one of the pairs can't be read. */
export function objectOfPairs(pairs: Value): ObjectValue | null {
  if (pairs.kind !== 'array' || pairs.open) return null;
  const entries = pairs.elements.map((pair): Entry | null => {
    const [name, value, ...others] = pair.kind === 'array' && !pair.open ? pair.elements : [];
    return name && value && isString(name) && others.length === 0
      ? { kind: 'property', name: name.value, node: pair.node, value: () => value }
      : null;
  });
  const known = entries.filter((entry) => entry !== null);
  const { node, module } = pairs;
  return known.length < entries.length
    ? null
    : { kind: 'object', node, module, entries: known, open: false };
}

function numeric(compute: (...values: number[]) => number): Result {
  return (args, place) => {
    const values = args.map((value) => (value.kind === 'literal' ? value.value : null));
    return values.every((value) => typeof value === 'number')
      ? { ...place, kind: 'literal', value: compute(...values) }
      : null;
  };
}

function converted(
  value: Value | undefined,
  place: Place,
  convert: (value: Primitive) => Primitive,
): Value | null {
  if (value?.kind !== 'literal' || typeof value.value === 'bigint') return null;
  return { ...place, kind: 'literal', value: convert(value.value) };
}

function environment(name: Value | undefined, place: Place): Value | null {
  return name?.kind === 'literal' && typeof name.value === 'string'
    ? { ...place, kind: 'env', name: name.value }
    : null;
}

/** Modules of Node whose exports are the globals of the same names. */
const GLOBALS_BY_IMPORT: ReadonlySet<string> = new Set(['timers', 'node:timers']);

/** The name of a global: `Math.min` for `globalThis.Math.min`, `setTimeout` for that of `node:timers`. */
export function globalName(value: Value): string | null {
  if (value.kind !== 'external') return null;
  if (value.source === null) return value.path.join('.');
  const isGlobal = GLOBALS_BY_IMPORT.has(value.source);
  return isGlobal ? (value.path.at(-1) ?? null) : null;
}

/** The result of a platform function, or of a method of a value that is known; null for any other. */
export function callOfPlatform(
  evaluation: Evaluation,
  callee: Value,
  args: readonly Value[],
  place: Place,
): Value | null {
  const bound = boundFunction(callee, args);
  if (bound) return bound;
  const name = globalName(callee);
  if (name !== null)
    return Object.hasOwn(GLOBAL_FUNCTIONS, name)
      ? (GLOBAL_FUNCTIONS[name]?.(args, place, evaluation) ?? null)
      : null;
  if (callee.kind === 'member') return callOfMethod(callee.object, callee.name, args, place);
  return isFormat(callee) ? formatted(args, place) : null;
}

/** `fetch.bind(globalThis)` is called as `fetch` is; with arguments of its own it is another function. */
function boundFunction(callee: Value, { length }: readonly Value[]): Value | null {
  if (length > 1) return null;
  if (callee.kind === 'member') return callee.name === 'bind' ? callee.object : null;
  if (callee.kind !== 'external' || callee.path.length < 2 || callee.path.at(-1) !== 'bind')
    return null;
  return { ...callee, path: callee.path.slice(0, -1) };
}

const UTIL: ReadonlySet<string> = new Set(['util', 'node:util']);

const isFormat = (callee: Value): boolean =>
  callee.kind === 'external' && UTIL.has(callee.source ?? '') && callee.path.at(-1) === 'format';

/** `util.format('%s/orders', base)`. */
function formatted([format, ...given]: readonly Value[], place: Place): Value | null {
  if (!format || !isString(format) || format.value.includes('%%')) return null;
  const texts = format.value.split(/%[sdijfoOc]/);
  if (texts.length !== given.length + 1) return null;
  const pieces = texts.flatMap((text, index): Value[] => {
    const value = given[index];
    const written: Value = { ...place, kind: 'literal', value: text };
    return value ? [written, value] : [written];
  });
  return textOf(pieces, place);
}

type Method = (text: string, args: readonly Primitive[]) => Primitive;

/** String methods that are folded where text and arguments are known. */
const STRING_METHODS: Readonly<Record<string, Method>> = {
  trim: (text) => text.trim(),
  toLowerCase: (text) => text.toLowerCase(),
  toUpperCase: (text) => text.toUpperCase(),
  toString: (text: string) => text,
  valueOf: (text: string) => text,
  startsWith: (text, [search]) => text.startsWith(String(search)),
  endsWith: (text, [search]) => text.endsWith(String(search)),
};

function callOfMethod(
  object: Value,
  name: string,
  args: readonly Value[],
  place: Place,
): Value | null {
  if (isTextual(object) && name === 'concat') return textOf([object, ...args], place);
  if (object.kind === 'literal') return methodOfLiteral(object.value, name, args, place);
  if (object.kind === 'array' && name === 'join' && !object.open)
    return joined(object.elements, args[0], place);
  if ((object.kind === 'text' || object.kind === 'env') && NEARLY_SAME.has(name)) return object;
  return null;
}

/** Tidying that changes neither scheme nor host of a URL in a text, nor which variable was read. */
const NEARLY_SAME: ReadonlySet<string> = new Set(['trim', 'toString', 'replace', 'toLowerCase']);

function methodOfLiteral(
  value: Primitive,
  name: string,
  args: readonly Value[],
  place: Place,
): Value | null {
  const method = Object.hasOwn(STRING_METHODS, name) ? STRING_METHODS[name] : undefined;
  const known = args.map((argument) =>
    argument.kind === 'literal' ? argument.value : UNKNOWN_ARGUMENT,
  );
  if (typeof value !== 'string' || !method || known.includes(UNKNOWN_ARGUMENT)) return null;
  return { ...place, kind: 'literal', value: method(value, known as Primitive[]) };
}

const UNKNOWN_ARGUMENT = Symbol('unknown') as unknown as Primitive;

function joined(elements: readonly Value[], separator: Value | undefined, place: Place): Value {
  const between: Value = separator ?? { ...place, kind: 'literal', value: ',' };
  return textOf(
    elements.flatMap((element, index) => (index === 0 ? [element] : [between, element])),
    place,
  );
}

/** `new URL(path, base)` as the text of the address; null for any other constructor. */
export function madeByPlatform(callee: Value, args: readonly Value[], place: Place): Value | null {
  const name =
    globalName(callee) ??
    (callee.kind === 'external' && callee.path.at(-1) === 'URL' ? 'URL' : null);
  if (name !== 'URL') return null;
  const [path, base] = args;
  if (!path) return unknown(place);
  if (!base || isAbsolute(path)) return path;
  const from = isString(base) ? { ...base, value: folderOf(base.value, startOf(path)) } : base;
  return textOf([withoutSlash(from), withSlash(path)], place);
}

/** The part of a base that a URL built on it keeps: `/path` replaces all of its path. */
function folderOf(base: string, path: string): string {
  const [, origin = base, rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)([^?#]*)/i.exec(base) ?? [];
  return path.startsWith('/') ? origin : origin + rest.slice(0, rest.lastIndexOf('/') + 1);
}

const startOf = (value: Value): string => {
  const [first] =
    value.kind === 'text' ? value.parts : value.kind === 'literal' ? [value.value] : [];
  return typeof first === 'string' ? first : '';
};

const isAbsolute = (value: Value): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(startOf(value));

const withoutSlash = (base: Value): Value =>
  base.kind === 'literal' && typeof base.value === 'string'
    ? { ...base, value: base.value.replace(/\/$/, '') }
    : base;

const withSlash = (path: Value): Value => {
  const slash = (text: string) => text.replace(/^(?![/?#])/, '/');
  if (isString(path)) return { ...path, value: slash(path.value) };
  const [first, ...others] = path.kind === 'text' ? path.parts : [];
  if (path.kind !== 'text' || typeof first !== 'string') return path;
  return { ...path, parts: [slash(first), ...others] };
};
