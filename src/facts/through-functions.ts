import type { FunctionNode } from '../ast/node.ts';
import type { SourceModule } from '../values/source-module.ts';

/** What is found in a function. */
type Find<T> = (fn: FunctionNode, module: SourceModule) => T;

/**
 * A search through functions and those that they call, in which each function is looked at once:
 * `look` gets the search itself for the functions it comes to. It turns back, with `nothing`, at a
 * function that it is in, and beyond `deepest` functions; what was found on such a way is kept for
 * the function that was asked for, and not for those in between.
 */
export function throughFunctions<T>(
  deepest: number,
  nothing: T,
  look: (fn: FunctionNode, module: SourceModule, further: Find<T>) => T,
): Find<T> {
  const known = new WeakMap<FunctionNode, { readonly found: T }>();
  const busy = new Set<FunctionNode>();
  let turnedBack = 0;
  const find: Find<T> = (fn, module) => {
    const before = known.get(fn);
    if (before) return before.found;
    if (busy.has(fn) || busy.size > deepest) {
      turnedBack++;
      return nothing;
    }
    const turnedBackBefore = turnedBack;
    busy.add(fn);
    try {
      const found = look(fn, module, find);
      if (busy.size === 1 || turnedBack === turnedBackBefore) known.set(fn, { found });
      return found;
    } finally {
      busy.delete(fn);
    }
  };
  return find;
}
