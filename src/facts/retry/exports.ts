import type { RetryLibrary, RetryUse } from '../../clients/schema.ts';
import type { Value } from '../../values/value.ts';
import { clientsOfKind } from '../request/client-shapes.ts';

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
  const library = byModule.get(value.source);
  if (!library) return null;
  const name = value.path.filter((part) => part !== 'default').at(-1) ?? 'default';
  const use = Object.hasOwn(library.exports, name) ? library.exports[name] : undefined;
  return use ? { library, name, use } : null;
}

/** An error class that ends a retry when it is thrown. */
export const isAbortError = (made: Value): boolean => retryExportOf(made)?.use.does === 'abort';
