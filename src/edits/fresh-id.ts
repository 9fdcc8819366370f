import { importOf } from '../ast/imports.ts';
import type { Node } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';

const CRYPTO: ReadonlySet<string> = new Set(['crypto', 'node:crypto']);

/** How the file can make a fresh id: what it imports for that, else the global; null where the name is taken. */
export function freshId(module: SourceModule, from: Node): string | null {
  for (const [name, binding] of module.scopes.topLevel) {
    const imported = importOf(binding);
    if (!imported || imported.typeOnly || !CRYPTO.has(imported.source)) continue;
    if (imported.imported === 'randomUUID') return `${name}()`;
    if (['default', '*', '*cjs'].includes(imported.imported)) return `${name}.randomUUID()`;
  }
  return module.scopes.lookup('crypto', from) ? null : 'crypto.randomUUID()';
}
