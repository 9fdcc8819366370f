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

/** A range that allows one major alone; not `>=2` or `2 || 3`. */
const RANGE =
  /^(?<open>[\^~]?)[=v]*(?<major>\d+)(?:\.(?<minor>\d+))?(?:\.[\dx*]+)*(?:[-+][\w.-]+)?$/;

/** `@scope/name` of `@scope/name/part`. */
const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
