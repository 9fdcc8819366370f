import { partsOf } from './parts.ts';
import type { Value } from './value.ts';

/** A value with more parts than this, shared parts counted as often as they are used, is not listed. */
const HEAVIEST = 20_000;

/** Lighter values are weighed again sooner than their weight is looked up. */
const WORTH_KEEPING = 16;

const weights = new WeakMap<Value, number>();

/** How many parts a walk through a value would meet. The parts of objects are made when asked for. */
function weightOf(value: Value): number {
  const parts = weighed(value);
  if (parts.length === 0) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  let weight = 1;
  for (const part of parts) weight += weightOf(part);
  if (weight > WORTH_KEEPING) weights.set(value, weight);
  return weight;
}

/** What stands for a value that is not known beside what a value is made of. */
function weighed(value: Value): readonly Value[] {
  if (value.kind === 'typed') return [value.type];
  if (value.kind === 'parameter') return value.default ? [value.default] : [];
  return partsOf(value);
}

/**
 * The value, or as much of it as may be walked through: what doubles with every line
 * (`b = f(a, a); c = f(b, b)`) would else take a walk longer than anyone waits.
 */
export function bounded(value: Value): Value {
  if (weightOf(value) <= HEAVIEST) return value;
  const { node, module } = value;
  if (value.kind === 'array') return { ...value, elements: [], open: true };
  if (value.kind !== 'call') return { kind: 'unknown', node, module };
  const light: Value = {
    ...value,
    args: value.args.map((each) => ({ kind: 'unknown', node: each.node, module: each.module })),
  };
  return weightOf(light) <= HEAVIEST ? light : { kind: 'unknown', node, module };
}
