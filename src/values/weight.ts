import type { Value } from './value.ts';

/** A value with more parts than this, shared parts counted as often as they are used, is not listed. */
const HEAVIEST = 20_000;

/** Lighter values are weighed again sooner than their weight is looked up. */
const WORTH_KEEPING = 16;

const weights = new WeakMap<Value, number>();

/** How many parts a walk through a value would meet. The parts of objects are made when asked for. */
function weightOf(value: Value): number {
  const parts = partsOf(value);
  if (parts.length === 0) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  let weight = 1;
  for (const part of parts) weight += weightOf(part);
  if (weight > WORTH_KEEPING) weights.set(value, weight);
  return weight;
}

const NONE: readonly Value[] = [];

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'choice':
      return value.options;
    case 'array':
      return value.elements;
    case 'operation':
      return value.operands;
    case 'call':
      return [value.callee, ...value.args];
    case 'member':
      return [value.object];
    case 'awaited':
      return [value.of];
    case 'typed':
      return [value.type];
    case 'parameter':
      return value.default ? [value.default] : [];
    default:
      return NONE;
  }
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
