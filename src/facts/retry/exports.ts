import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import { mayBeOneOf } from '../../ast/named-exports.ts';
import { oncePer } from '../../ast/once.ts';
import { valueOf } from '../../values/evaluate.ts';
import type { Value } from '../../values/value.ts';
import type { FileView } from '../fact.ts';
import type { Call } from '../rehearsal/rehearsal.ts';
import { clientsOfKind, namedExportsOf } from '../request/client-shapes.ts';
import { inVersion } from '../request/package-version.ts';

const byModule = new Map(
  clientsOfKind('retry').flatMap((library) =>
    library.modules.map((name) => [name, library] as const),
  ),
);

/** What a value is in a retry library. */
export interface UsedExport {
  readonly library: RetryLibrary;
  readonly name: string;
  readonly use: RetryUse;
}

/** The export of a retry library that a value is; null for anything else. */
export function retryExportOf(value: Value): UsedExport | null {
  if (value.kind !== 'external' || value.source === null) return null;
  const found = byModule.get(value.source);
  if (!found) return null;
  const library = versionOf(found, value.module);
  const name = value.path.filter((part) => part !== 'default').at(-1) ?? 'default';
  const use = Object.hasOwn(library.exports, name) ? library.exports[name] : undefined;
  return use ? { library, name, use } : null;
}

type Entry = NonNullable<RetryLibrary['majors']>[string];

/** A library as it is in the version that the project uses. */
export const versionOf = inVersion<Entry, RetryLibrary>((library, entry) => {
  const { exports, options } = library;
  const defaults = { ...options.defaults, ...entry.defaults };
  return {
    ...library,
    exports: { ...exports, ...entry.exports },
    options: { ...options, ...entry.options, defaults },
  };
});

const RETRIES = namedExportsOf([...byModule.values()]);

/** The calls of a file that call an export of a retry library. */
export const retryCallsIn = oncePer(
  ({ candidates, module }: FileView): readonly (UsedExport & { readonly call: Call })[] =>
    candidates.calls.flatMap((call) => {
      if (!mayBeOneOf(RETRIES, call.callee, module.scopes)) return [];
      const used = retryExportOf(valueOf(call.callee, module));
      return used ? [{ ...used, call }] : [];
    }),
);

/** An error class that ends a retry when it is thrown. */
export const isAbortError = (made: Value): boolean => retryExportOf(made)?.use.does === 'abort';
