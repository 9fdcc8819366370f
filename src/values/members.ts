import { choice } from './choices.ts';
import { frameOfConstructor, memberOfClass, staticOfClass } from './classes.ts';
import type { Evaluation } from './evaluation.ts';
import { attributeOf } from './objects.ts';
import { isTextual } from './operators.ts';
import { memberOfPrototype } from './prototypes.ts';
import type { CallValue, External, Frame, MemberValue, Place, Typed, Value } from './value.ts';

/** `object.name`. */
export function memberOf(evaluation: Evaluation, object: Value, name: string, place: Place): Value {
  const opaque: MemberValue = { ...place, kind: 'member', object, name };
  switch (object.kind) {
    case 'object': {
      const found = attributeOf(object, name);
      if (found.state === 'known') return found.value;
      return found.state === 'absent' ? { ...place, kind: 'literal', value: undefined } : opaque;
    }
    case 'external': {
      const own = isOwnExports(object) ? evaluation.exportOf(place.module, name, place) : null;
      return own && own.kind !== 'unknown' ? own : memberOfExternal(object, name, place);
    }
    case 'namespace':
      return evaluation.exportOf(object.target, name, place);
    case 'array':
      return (object.open ? null : elementOf(object.elements, name, place)) ?? opaque;
    case 'text':
    case 'literal':
      return name === 'href' && isTextual(object) ? object : opaque;
    case 'choice':
      return choice(
        object.by,
        object.options.map((option) => memberOf(evaluation, option, name, place)),
        place,
      );
    case 'call':
      return memberOfInstance(evaluation, object, name, place) ?? opaque;
    case 'typed':
      return readAs(memberOfTyped(evaluation, object, name, place), opaque);
    case 'parameter':
      return readAs(memberOfParameter(evaluation, object, name, place), opaque);
    case 'class':
      return staticOfClass(evaluation, object, name, place) ?? opaque;
    default:
      return opaque;
  }
}

/** A field of which the type is known is still the field of what was read. */
const readAs = (found: Value | null, read: MemberValue): Value =>
  found?.kind === 'typed' ? { ...found, read } : (found ?? read);

function memberOfParameter(
  evaluation: Evaluation,
  object: Value & { kind: 'parameter' },
  name: string,
  place: Place,
) {
  if (object.type)
    return memberOfTyped(evaluation, { ...place, kind: 'typed', type: object.type }, name, place);
  return null;
}

/** `new Client(options).name`, for a class whose text is at hand. */
function memberOfInstance(
  evaluation: Evaluation,
  object: CallValue,
  name: string,
  place: Place,
): Value | null {
  const { callee, isNew, args, openFrom } = object;
  if (!isNew) return memberOfInjected(evaluation, object, name, place);
  if (callee.kind === 'class')
    return memberOfClass(evaluation, callee, name, constructorFrame(object), place);
  if (callee.kind !== 'function') return null;
  const frame = openFrom < Infinity ? null : { fn: callee.node, args, self: object, depth: 1 };
  return memberOfPrototype(evaluation, callee, name, frame, place);
}

/** `container.resolve(Orders).name`: a package that is given a class alone gives an instance of it. */
function memberOfInjected(
  evaluation: Evaluation,
  { callee, args: [given, ...others] }: CallValue,
  name: string,
  place: Place,
): Value | null {
  if (given?.kind !== 'class' || others.length > 0) return null;
  const isOfPackage = callee.kind === 'external' || callee.kind === 'member';
  return isOfPackage ? memberOfClass(evaluation, given, name, null, place) : null;
}

function constructorFrame(made: CallValue): Frame | null {
  if (made.callee.kind !== 'class' || made.openFrom < Infinity) return null;
  return frameOfConstructor(made.callee, made.args, made);
}

function elementOf(elements: readonly Value[], name: string, place: Place): Value | null {
  if (name === 'length') return { ...place, kind: 'literal', value: elements.length };
  return elements[Number(name)] ?? null;
}

function memberOfTyped(
  evaluation: Evaluation,
  object: Typed,
  name: string,
  place: Place,
): Value | null {
  const { type } = object;
  if (type.kind === 'object') {
    const found = attributeOf(type, name);
    return found.state === 'known' && found.value.kind === 'typed' ? found.value : null;
  }
  if (type.kind === 'class') return memberOfClass(evaluation, type, name, null, place);
  return type.kind === 'function' ? memberOfPrototype(evaluation, type, name, null, place) : null;
}

/** `exports.name`, `module.exports.name` read in the module that sets it. */
const isOwnExports = ({ source, path }: External): boolean =>
  source === null &&
  path.at(-1) === 'exports' &&
  (path.length === 1 || (path.length === 2 && path[0] === 'module'));

/** Where a platform keeps its environment variables; each name under it is one. */
const ENVIRONMENTS: ReadonlySet<string> = new Set(['process.env', 'import.meta.env', 'Bun.env']);

const PROCESS: ReadonlySet<string> = new Set(['process', 'node:process']);

function memberOfExternal(object: External, name: string, place: Place): Value {
  const path = isGlobalThis(object) ? [] : object.path;
  if (ENVIRONMENTS.has(path.join('.')) && object.source === null)
    return { ...place, kind: 'env', name };
  if (object.source !== null && PROCESS.has(object.source) && path.at(-1) === 'env')
    return { ...place, kind: 'env', name };
  const number = object.source === null && path[0] === 'Number' ? NUMBERS.get(name) : undefined;
  if (number !== undefined) return { ...place, kind: 'literal', value: number };
  return { ...place, kind: 'external', source: object.source, path: [...path, name] };
}

/** What `Number` keeps under a name. */
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['POSITIVE_INFINITY', Number.POSITIVE_INFINITY],
  ['NEGATIVE_INFINITY', Number.NEGATIVE_INFINITY],
  ['MAX_SAFE_INTEGER', Number.MAX_SAFE_INTEGER],
  ['MAX_VALUE', Number.MAX_VALUE],
  ['NaN', Number.NaN],
]);

const GLOBAL_OBJECTS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'global']);

const isGlobalThis = ({ source, path }: External): boolean =>
  source === null && path.length === 1 && GLOBAL_OBJECTS.has(path[0] ?? '');
