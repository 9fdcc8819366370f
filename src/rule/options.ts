import type { ApiFigures, ApiProfile, MorePermissive } from '../apis/index.ts';
import { figureFor, larger } from '../apis/index.ts';

/** A JSON schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type FromApi<T> = (figures: ApiFigures) => T | undefined;

/** One option of a rule: its schema, its default, and the figure of an API profile that overrides it. */
export interface Option<T> {
  readonly schema: JsonSchema;
  readonly value: T;
  readonly fromApi: FromApi<T> | null;
  readonly morePermissive: MorePermissive<T>;
}

// Options of any value type stand side by side: `any` lets each keep its own.
export type Options = Readonly<Record<string, Option<any>>>;
export type OptionValues<O extends Options> = { readonly [K in keyof O]: O[K]['value'] };

/** A whole number of at least `minimum`. */
export function integer(
  value: number,
  description: string,
  fromApi: FromApi<number> | null = null,
  minimum = 0,
): Option<number> {
  return {
    schema: { type: 'integer', minimum, description },
    value,
    fromApi,
    morePermissive: larger,
  };
}

/** On or off; on where one of the APIs in use asks for it. */
export function flag(
  value: boolean,
  description: string,
  fromApi: FromApi<boolean> | null = null,
): Option<boolean> {
  return {
    schema: { type: 'boolean', description },
    value,
    fromApi,
    morePermissive: (one, other) => one || other,
  };
}

/** A list of strings. */
export function strings(
  value: readonly string[],
  description: string,
  fromApi: FromApi<readonly string[]> | null = null,
): Option<readonly string[]> {
  const schema: JsonSchema = {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    description,
  };
  return { schema, value, fromApi, morePermissive: (one) => one };
}

/** A list of whole numbers. */
export function integers(
  value: readonly number[],
  description: string,
  fromApi: FromApi<readonly number[]> | null = null,
): Option<readonly number[]> {
  const schema: JsonSchema = {
    type: 'array',
    items: { type: 'integer' },
    uniqueItems: true,
    description,
  };
  const union: MorePermissive<readonly number[]> = (one, other) => [...new Set([...one, ...other])];
  return { schema, value, fromApi, morePermissive: union };
}

/**
 * The configuration schema of a rule with these options. Without defaults: ESLint would fill them in,
 * and the user's own value could not be told from them.
 */
export function schemaOf(options: Options): JsonSchema[] {
  const entries = Object.entries(options);
  if (entries.length === 0) return [];
  const properties = entries.map(([name, { schema }]) => [name, schema]);
  return [
    { type: 'object', additionalProperties: false, properties: Object.fromEntries(properties) },
  ];
}

/**
 * What holds for a fact: what the user set, else what the fact's API asks for (for a fact of no
 * known API: the most permissive of those in use), else the default.
 */
export function resolveOptions<O extends Options>(
  options: O,
  user: Readonly<Record<string, unknown>>,
  api: ApiProfile | null,
  inUse: readonly ApiProfile[],
): OptionValues<O> {
  const resolved = Object.entries(options).map(([name, { value, fromApi, morePermissive }]) => {
    if (Object.hasOwn(user, name)) return [name, user[name]];
    const figure = fromApi && figureFor(api, inUse, fromApi, morePermissive);
    return [name, figure ?? (value as unknown)];
  });
  return Object.fromEntries(resolved) as OptionValues<O>;
}
