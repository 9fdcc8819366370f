import fallback from './fallback.ts';
import type { ApiFigures, ApiProfile } from './profile.ts';

/** Of two demands, the one that asks for less. */
export type MorePermissive<T> = (one: T, other: T) => T;

/** For upper limits. */
export function larger<T>(one: T, other: T): T {
  return one < other ? other : one;
}

/** For lower limits: a first delay, a secret's length. */
export function smaller<T>(one: T, other: T): T {
  return one < other ? one : other;
}

/** For demands that are on or off. */
export const bothAsk: MorePermissive<boolean> = (one, other) => one && other;

/** For lists of what is allowed. */
export function eitherHas<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...new Set([...one, ...other])];
}

/** For lists of what is demanded. */
export function bothHave<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return one.filter((item) => other.includes(item));
}

/**
 * The figure that a fact is held to; undefined is no demand.
 *
 * A fact of a known API: what its profile says. A fact of none: the most permissive of the profiles
 * in use, where one that says nothing counts with what holds without any profile.
 * @param inUse the profiles that an active config switched on
 * @param morePermissive which of two figures asks for less; absent: the larger number
 */
export function figureFor(
  profile: ApiProfile | null,
  inUse: readonly ApiProfile[],
  read: (figures: ApiFigures) => number | undefined,
): number | undefined;
export function figureFor<T>(
  profile: ApiProfile | null,
  inUse: readonly ApiProfile[],
  read: (figures: ApiFigures) => T | undefined,
  morePermissive: MorePermissive<T>,
): T | undefined;
export function figureFor<T>(
  profile: ApiProfile | null,
  inUse: readonly ApiProfile[],
  read: (figures: ApiFigures) => T | undefined,
  morePermissive: MorePermissive<T> = larger,
): T | undefined {
  return profile ? read(profile) : mostPermissive(inUse, read, morePermissive);
}

/** The figure that asks for the least among the profiles; the last column where there is none. */
export function mostPermissive<T>(
  profiles: readonly ApiProfile[],
  read: (figures: ApiFigures) => T | undefined,
  morePermissive: MorePermissive<T>,
): T | undefined {
  const base = read(fallback);
  const [first, ...rest] = profiles.map((profile) => read(profile) ?? base);
  if (profiles.length === 0) return base;
  return rest.reduce(
    (one, other) =>
      one === undefined || other === undefined ? undefined : morePermissive(one, other),
    first,
  );
}

/**
 * The names that satisfy a demand for presence (a header, a field): the fact's own API's, or, for
 * a fact of no known API, those of all profiles in use and of the last column.
 */
export function namesFor(
  profile: ApiProfile | null,
  inUse: readonly ApiProfile[],
  read: (figures: ApiFigures) => string | readonly string[] | undefined,
): readonly string[] {
  const holders: readonly ApiFigures[] = profile ? [profile] : [...inUse, fallback];
  return [...new Set(holders.flatMap((figures) => read(figures) ?? []))];
}
