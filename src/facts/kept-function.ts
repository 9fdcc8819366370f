import { functionKeepers } from '../clients/kept-functions.ts';
import type { Value } from '../values/value.ts';

/** Whether a function gives back the function that it is given first: `useCallback`. */
export function isKeeper(callee: Value): boolean {
  if (callee.kind !== 'external' || callee.source === null) return false;
  const { source, path } = callee;
  const name = path.at(-1) ?? '';
  return functionKeepers.some(
    ({ modules, names }) => modules.includes(source) && names.includes(name),
  );
}

/** The function that a value is, or that a call gives back: `useCallback(fn, [])` is `fn`. */
export const behindKeeper = (value: Value): Value =>
  value.kind === 'call' && isKeeper(value.callee) ? (value.args[0] ?? value) : value;
