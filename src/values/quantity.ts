import type { Node } from '../ast/node.ts';
import type { Value } from './value.ts';
import { alternatives } from './value.ts';

/** A number that a value certainly is, with the node to change for another; null where not known. */
export interface Quantity {
  readonly value: number;
  readonly node: Node;
}

/** Reads a number: a literal, a folded expression, the default of a parameter, of `??` or of `||`. */
export function quantityOf(value: Value): Quantity | null {
  if (value.kind === 'literal') return numberOf(value.value, value.node);
  if (value.kind === 'parameter') return value.default && quantityOf(value.default);
  if (value.kind === 'choice' && FALLBACKS.has(value.by)) return fallbackOf(value);
  return null;
}

const FALLBACKS: ReadonlySet<string> = new Set(['default', '??', '||']);

function numberOf(value: unknown, node: Node): Quantity | null {
  return typeof value === 'number' ? { value, node } : null;
}

/** `const { timeout = 5000 } = options`, `options.timeout ?? 5000`: the default is what is written. */
function fallbackOf(value: Value): Quantity | null {
  for (const option of [...alternatives(value)].reverse())
    if (option.kind === 'literal') return numberOf(option.value, option.node);
  return null;
}
