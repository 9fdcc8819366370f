import type { FunctionNode } from '../ast/node.ts';
import { oncePer } from '../ast/once.ts';
import type { SourceModule } from '../values/source-module.ts';

/** Looks into a function of a module for something. */
export type FunctionSearch<T> = (fn: FunctionNode, module: SourceModule) => T;

/**
 * A search through functions and those that they call, in which each function is looked at once:
 * `look` asks the search itself about the functions it comes to. It turns back, with `nothing`, at a
 * function that it is in, and where it is in more than `deepest` of them; what was found on such a
 * way is kept for the function that was asked for, and not for those in between.
 */
export function throughFunctions<T>(
  deepest: number,
  nothing: T,
  look: FunctionSearch<T>,
): FunctionSearch<T> {
  // By the module as one linted file sees it: what is found may hold on to that file.
  const knownIn = oncePer((_: SourceModule) => new Map<FunctionNode, { readonly found: T }>());
  const busy = new Set<FunctionNode>();
  let turnedBack = 0;
  const find: FunctionSearch<T> = (fn, module) => {
    const known = knownIn(module);
    const before = known.get(fn);
    if (before) return before.found;
    if (busy.has(fn) || busy.size > deepest) {
      turnedBack++;
      return nothing;
    }
    const turnedBackBefore = turnedBack;
    busy.add(fn);
    try {
      const found = look(fn, module);
      if (busy.size === 1 || turnedBack === turnedBackBefore) known.set(fn, { found });
      return found;
    } finally {
      busy.delete(fn);
    }
  };
  return find;
}
