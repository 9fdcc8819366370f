import type { Evaluation } from './evaluation.ts';
import { unknown } from './evaluation.ts';
import type { Node } from '../ast/node.ts';
import { namesOf } from './objects.ts';
import type { SourceModule } from './source-module.ts';
import type { Place, Value } from './value.ts';

/** Re-exports are followed this far. */
const MAX_HOPS = 32;

/** A search through re-exports: barrels may pass on each other. */
interface Search {
  readonly evaluation: Evaluation;
  readonly place: Place;
  readonly seen: Map<SourceModule, Set<string>>;
}

/**
 * The value that a module exports under a name, followed through re-exports and `export *`. `*` is
 * all of it, `*cjs` what `require` gives.
 */
export function exportOf(
  evaluation: Evaluation,
  module: SourceModule,
  name: string,
  place: Place,
): Value {
  const search: Search = { evaluation, place, seen: new Map() };
  return whole(search, module, name, 0) ?? find(search, module, name, 0) ?? unknown(place);
}

function whole(search: Search, target: SourceModule, name: string, hops: number): Value | null {
  if (name !== '*' && name !== '*cjs') return null;
  const namespace: Value = { ...search.place, kind: 'namespace', target };
  if (name === '*') return namespace;
  const value = wholeOfCommonJs(search, target, hops);
  if (!value || value.kind === 'unknown') return namespace;
  if (value.kind !== 'object') return value;
  const held = new Set(namesOf(value));
  return target.exports.names.every((each) => held.has(each)) ? value : namespace;
}

function find(search: Search, module: SourceModule, name: string, hops: number): Value | null {
  const names = search.seen.get(module) ?? new Set<string>();
  if (hops > MAX_HOPS || names.has(name)) return null;
  search.seen.set(module, names.add(name));
  const found = module.exports.get(name);
  if (found && 'local' in found) return localOf(search, module, found.local);
  if (found) return follow(search, module, found.from, found.imported, hops);
  for (const source of module.exports.stars) {
    const value = follow(search, module, source, name, hops);
    if (value && value.kind !== 'external') return value;
  }
  if (name === 'default') return null;
  const all = wholeOfCommonJs(search, module, hops);
  return all && search.evaluation.memberOf(all, name, search.place);
}

const localOf = ({ evaluation }: Search, module: SourceModule, local: Node): Value =>
  evaluation.valueOf(local, { module, frame: null });

function follow(
  search: Search,
  module: SourceModule,
  source: string,
  imported: string,
  hops: number,
): Value | null {
  const target = module.import(source);
  if (target) {
    return whole(search, target, imported, hops + 1) ?? find(search, target, imported, hops + 1);
  }
  const path = imported === '*' || imported === '*cjs' ? [] : [imported];
  return { ...search.place, kind: 'external', source, path };
}

/** All of `module.exports`. */
function wholeOfCommonJs(search: Search, module: SourceModule, hops: number): Value | null {
  const found = module.exports.get('*cjs');
  if (!found || hops > MAX_HOPS) return null;
  if ('local' in found) return localOf(search, module, found.local);
  return follow(search, module, found.from, found.imported, hops + 1);
}
