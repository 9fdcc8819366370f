import type { SourceModule } from '../../values/source-module.ts';

/**
 * What a library's data says of the version that a project uses, by the range of its package.json: the
 * entry for the minor (`4.1`) where the range allows one alone, else for the major. Null where the range
 * is not known, or allows several majors.
 * @param specifier of the library: `@scope/name/part`
 */
export function entryOfVersion<T>(
  entries: Readonly<Record<string, T>>,
  specifier: string,
  module: SourceModule,
): T | null {
  const range = module.packageRange(packageOf(specifier));
  const version = range === null ? null : RANGE.exec(range.trim())?.groups;
  if (!version) return null;
  const { open, major = '', minor } = version;
  const isOneMinor = open !== '^' && minor !== undefined;
  return (isOneMinor ? entries[`${major}.${minor}`] : undefined) ?? entries[major] ?? null;
}

interface Versioned<E> {
  readonly modules: readonly string[];
  readonly majors?: Readonly<Record<string, E>>;
}

/**
 * Gives a library as it is in the version that a project uses.
 * @param apply what an entry of its `majors` makes of it, computed once for each
 */
export function inVersion<E extends object, L extends Versioned<E>>(
  apply: (library: L, entry: E) => L,
): (library: L, module: SourceModule) => L {
  const versions = new WeakMap<E, L>();
  return (library, module) => {
    const { majors, modules } = library;
    const entry = majors && entryOfVersion(majors, modules[0] ?? '', module);
    if (!entry) return library;
    const version = versions.get(entry) ?? apply(library, entry);
    versions.set(entry, version);
    return version;
  };
}

/** A range that allows one major alone; not `>=2` or `2 || 3`. */
const RANGE =
  /^(?<open>[\^~]?)[=v]*(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.[\dx*]+)*(?:[-+][\w.-]+)?$/;

/** `@scope/name` of `@scope/name/part`. */
export const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
