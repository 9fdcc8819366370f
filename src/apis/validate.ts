import { deepFreeze } from './freeze.ts';
import { nearestTo } from './nearest.ts';
import type { ApiProfile } from './profile.ts';
import { profileShape, type Field } from './shape.ts';

/** What is wrong in a profile: a key path, and what is said of it. */
interface Problem {
  readonly path: string;
  readonly says: string;
}

/**
 * Checks a provider's own profile.
 * @returns the profile, frozen, the object that was given left as it was
 * @throws Error with one line for each thing that is wrong: its key path, and what it takes
 */
export function defineApi(profile: ApiProfile): ApiProfile {
  return deepFreeze(structuredClone(checkedProfile(profile, 'defineApi')));
}

/** The value as a profile, if it is a whole one; else throws. `where` begins each line. */
export function checkedProfile(value: unknown, where: string): ApiProfile {
  throwOn(problemsOf(value, profileShape, '', true), where);
  return value as ApiProfile;
}

/** Throws unless the value is a part of a profile: nothing misspelt, every type right. */
export function checkPartOfProfile(value: unknown, where: string): void {
  throwOn(problemsOf(value, profileShape, '', false), where);
}

function throwOn(problems: readonly Problem[], where: string): void {
  if (problems.length === 0) return;
  throw new Error(
    problems.map(({ path, says }) => `${where}: ${path && `"${path}" `}${says}`).join('\n'),
  );
}

function problemsOf(value: unknown, field: Field, path: string, whole: boolean): Problem[] {
  if ('fields' in field) return objectProblems(value, field, path, whole);
  if ('each' in field) return listProblems(value, field, path);
  return field.accepts(value) ? [] : [wrong(value, field, path)];
}

function listProblems(
  value: unknown,
  field: Extract<Field, { each: Field }>,
  path: string,
): Problem[] {
  if (!Array.isArray(value) || value.length < field.atLeast) return [wrong(value, field, path)];
  return value.flatMap((item: unknown, index) =>
    problemsOf(item, field.each, `${path}[${String(index)}]`, true),
  );
}

function objectProblems(
  value: unknown,
  field: Extract<Field, { fields: object }>,
  path: string,
  whole: boolean,
): Problem[] {
  if (!isPlainObject(value)) return [wrong(value, field, path)];
  const present = Object.entries(value).filter(([, part]) => part !== undefined);
  const below = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const problems = present.flatMap(([key, part]) => {
    const known = Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
    return known
      ? problemsOf(part, known, below(key), whole)
      : [{ path: below(key), says: `is no key of a profile.${advice(key, field.fields, path)}` }];
  });
  if (!whole) return problems;
  const missing = field.required.filter((key) => !present.some(([other]) => other === key));
  return [
    ...missing.map((key) => ({
      path: below(key),
      says: `is missing; it must be ${field.fields[key]?.takes ?? 'there'}.`,
    })),
    ...problems,
  ];
}

function wrong(value: unknown, field: Field, path: string): Problem {
  return { path, says: `must be ${field.takes}, got ${shown(value)}.` };
}

/** The key that was meant: one that stands beside it, or the same key where it belongs. */
function advice(key: string, siblings: Readonly<Record<string, Field>>, path: string): string {
  const elsewhere = keyPaths(profileShape, '').find((known) => known.endsWith(`.${key}`));
  const near = nearestTo(key, Object.keys(siblings));
  const beside = near === null || path === '' ? near : `${path}.${near}`;
  const meant = elsewhere ?? beside;
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}

function keyPaths(field: Field, path: string): string[] {
  if (!('fields' in field)) return [path];
  return Object.entries(field.fields).flatMap(([key, part]) =>
    keyPaths(part, path === '' ? key : `${path}.${key}`),
  );
}

function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (value instanceof RegExp) return `the regular expression ${String(value)}`;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof RegExp)
  );
}
