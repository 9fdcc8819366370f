import type { Expression, FunctionNode, Node } from '../ast/node.ts';
import type { SourceModule } from './source-module.ts';

/** Where a value is written: the node and the module that holds it. */
export interface Place {
  readonly node: Node;
  readonly module: SourceModule;
}

export type Primitive = string | number | boolean | bigint | null | undefined;

/** A value known in full. */
export interface Literal extends Place {
  readonly kind: 'literal';
  readonly value: Primitive;
}

/** A string known in part: known pieces between values that are not known. */
export interface Text extends Place {
  readonly kind: 'text';
  readonly parts: readonly (string | Value)[];
}

export type Entry =
  | {
      readonly kind: 'property';
      readonly name: string;
      readonly value: () => Value;
      /** The `Property`, or the assignment that wrote it later. */
      readonly node: Node;
    }
  | { readonly kind: 'spread'; readonly value: () => Value; readonly node: Node }
  /** A key that can't be read off: it may be any name. */
  | { readonly kind: 'computed'; readonly node: Node };

/** An object literal with what was written to it later. */
export interface ObjectValue extends Place {
  readonly kind: 'object';
  /** In the order of writing: the last one of a name wins. */
  readonly entries: readonly Entry[];
  /** Other code may have added properties that are not seen here. */
  readonly open: boolean;
}

export interface ArrayValue extends Place {
  readonly kind: 'array';
  readonly elements: readonly Value[];
  /** Holds a spread, or is filled later: the length is not known. */
  readonly open: boolean;
}

export interface FunctionValue extends Place {
  readonly kind: 'function';
  readonly node: FunctionNode;
  readonly frame: Frame | null;
}

export interface ClassValue extends Place {
  readonly kind: 'class';
}

/** All exports of a module that was resolved and parsed. */
export interface Namespace extends Place {
  readonly kind: 'namespace';
  readonly target: SourceModule;
}

/** Something of a package or a global: `{ source: 'pkg', path: ['default', 'create'] }`. */
export interface External extends Place {
  readonly kind: 'external';
  /** The module specifier; null for a global. */
  readonly source: string | null;
  readonly path: readonly string[];
}

/** The result of a call (or `new`) that was not looked into. */
export interface CallValue extends Place {
  readonly kind: 'call';
  readonly isNew: boolean;
  readonly callee: Value;
  readonly args: readonly Value[];
  /** From this index on arguments are not known (a spread). */
  readonly openFrom: number;
}

/** A property of a value that is not known. */
export interface MemberValue extends Place {
  readonly kind: 'member';
  readonly object: Value;
  readonly name: string;
}

/** A value of which only the type annotation is known. */
export interface Typed extends Place {
  readonly kind: 'typed';
  /** The class, the external type, or for `typeof x` the value of `x`. */
  readonly type: Value;
  /** What was read to get it, where its type is a field's of an object type. */
  readonly read?: MemberValue;
}

/** A function's parameter, seen from inside. */
export interface ParameterValue extends Place {
  readonly kind: 'parameter';
  readonly fn: FunctionNode;
  readonly index: number;
  readonly default: Value | null;
  readonly type: Value | null;
}

/** An environment variable. */
export interface EnvValue extends Place {
  readonly kind: 'env';
  readonly name: string;
}

/** One of several values; which one is decided at run time. */
export interface Choice extends Place {
  readonly kind: 'choice';
  readonly by: '||' | '&&' | '??' | '?:' | 'default' | 'writes' | 'returns' | 'key';
  readonly options: readonly Value[];
}

/** What a promise resolves to. */
export interface Awaited_ extends Place {
  readonly kind: 'awaited';
  readonly of: Value;
}

/** An operator over operands of which at least one is not known. */
export interface Operation extends Place {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Value[];
}

export interface Unknown extends Place {
  readonly kind: 'unknown';
}

export type Value =
  | Literal
  | Text
  | ObjectValue
  | ArrayValue
  | FunctionValue
  | ClassValue
  | Namespace
  | External
  | CallValue
  | MemberValue
  | Typed
  | ParameterValue
  | EnvValue
  | Choice
  | Awaited_
  | Operation
  | Unknown;

/** The arguments that a function was called with, while its body is looked into. */
export interface Frame {
  readonly fn: FunctionNode;
  readonly args: readonly Value[];
  /** What `this` is inside, where it is known. */
  readonly self: Value | null;
  readonly depth: number;
  /** The call around the function: a closure sees its arguments too. */
  readonly outer?: Frame | null;
}

/** A named thing that is known, certainly not there, or not known. */
export type Attribute =
  | {
      readonly state: 'known';
      readonly value: Value;
      /** Where it was written. */ readonly node: Node;
    }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

export const ABSENT: Attribute = { state: 'absent' };
export const UNKNOWN: Attribute = { state: 'unknown' };

export const isString = (value: Value): value is Literal & { readonly value: string } =>
  value.kind === 'literal' && typeof value.value === 'string';

/** `null`, `undefined`, `false`: nothing was given. */
export const isNothing = (value: Value): boolean =>
  value.kind === 'literal' &&
  (value.value === null || value.value === undefined || value.value === false);

/** Every value that this one may turn out to be: the leaves of its choices. */
export function* alternatives(value: Value): Generator<Value> {
  if (value.kind === 'choice') for (const option of value.options) yield* alternatives(option);
  else yield value;
}

export type { Expression };

/** Whether a value is an export of one of some modules, by the last name of its path. */
export const isExportOf = (
  value: Value,
  modules: readonly string[],
  names: readonly string[],
): boolean =>
  value.kind === 'external' &&
  value.source !== null &&
  modules.includes(value.source) &&
  names.includes(value.path.at(-1) ?? '');

/** A choice whose last option stands in where the others are not there. */
export const isFallingBack = ({ by }: Choice): boolean =>
  by === '||' || by === '??' || by === 'default';

/** The module that a value is imported from, or made or read of; null for what is not imported. */
export function importedFrom(value: Value): string | null {
  if (value.kind === 'external') return value.source;
  if (value.kind === 'member') return importedFrom(value.object);
  return value.kind === 'call' ? importedFrom(value.callee) : null;
}
