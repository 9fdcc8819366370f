import type { Node } from '../../ast/node.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Pause, Place } from '../rehearsal/rehearsal.ts';

/** The waits between attempts. */
export interface Delay {
  readonly growth: 'none' | 'constant' | 'linear' | 'exponential' | 'uneven' | 'unknown';
  /** The first wait, its random part at its largest; null where not known. */
  readonly firstMs: number | null;
  /** Nobody wrote the first wait: it is the library's own. */
  readonly isFirstDefault?: true;
  /** How many times the one before each wait is. */
  readonly factor: number | null;
  /** The limit that is written; Infinity: none. */
  readonly capMs: number | null;
  /** The longest wait that can happen over the attempts, random part included; null where not known. */
  readonly maxMs: number | null;
  readonly hasJitter: boolean | null;
  /** Somebody wrote something of it. */
  readonly isWritten: boolean;
  /** Where it is written, if in this file. */
  readonly node: Node | null;
  /** Written options to be changed. */
  readonly numbers: Readonly<Partial<Record<'firstMs' | 'factor' | 'capMs', DelayNumber>>>;
  /** What the options are called, to add one that is missing. */
  readonly names: Readonly<Partial<Record<'firstMs' | 'factor' | 'capMs', string>>>;
}

export interface DelayNumber {
  readonly node: Node;
  readonly source: string;
  readonly isOwn: boolean;
}

export const UNKNOWN_DELAY: Delay = {
  growth: 'unknown',
  firstMs: null,
  factor: null,
  capMs: null,
  maxMs: null,
  hasJitter: null,
  isWritten: false,
  node: null,
  numbers: {},
  names: {},
};

/** Waits of the same length count as grown where they are within this part of the first. */
const SAME = 0.02;

interface Wait {
  readonly lo: number;
  readonly hi: number;
}

/** Reads off the waits of a rehearsal how they grow. `isEndless`: the waits shown are only the first. */
export function delayOf(
  pauses: readonly (readonly Pause[] | undefined)[],
  attempts: number,
  module: SourceModule,
): Delay {
  const steps = Array.from(
    { length: Math.max(0, attempts - 1) },
    (_, index) => pauses[index + 1] ?? [],
  );
  const written = steps.flat()[0];
  const node = written && ownNode(written.place, module);
  if (!written)
    return {
      ...UNKNOWN_DELAY,
      growth: attempts > 1 ? 'none' : 'unknown',
      firstMs: 0,
      maxMs: 0,
      hasJitter: false,
    };
  if (steps.some((step) => step.some(({ isKnown }) => !isKnown)))
    return { ...UNKNOWN_DELAY, isWritten: true, node: node ?? null };
  const waits = steps.map((step): Wait => ({
    lo: sum(step.map(({ lo }) => lo)),
    hi: sum(step.map(({ hi }) => hi)),
  }));
  const shape = shapeOf(waits);
  const isScaled = steps.some((step) => step.some((pause) => pause.isScaled));
  return {
    ...(isScaled ? { ...shape, firstMs: null, capMs: null, maxMs: null } : shape),
    isWritten: true,
    node: node ?? null,
    numbers: {},
    names: {},
  };
}

const ownNode = ({ node, module: holder }: Place, module: SourceModule): Node | null =>
  holder === module ? node : null;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** How a row of waits grows. A wait at the end that stays the same is the cap. */
export function shapeOf(
  waits: readonly Wait[],
): Omit<Delay, 'isWritten' | 'node' | 'numbers' | 'names'> {
  const tops = waits.map(({ hi }) => hi);
  const maxMs = Math.max(0, ...tops);
  const rising = tops.filter(
    (top, index) => index === 0 || Math.abs(top - (tops[index - 1] ?? 0)) > SAME * top,
  );
  const ratios = rising.slice(1).map((top, index) => top / Math.max(1e-9, rising[index] ?? 0));
  const isCapped = rising.length < tops.length && rising.length > 1;
  const first = tops[0] ?? 0;
  return {
    growth: growthOf(tops, rising, ratios, isCapped),
    firstMs: first,
    factor: ratios[0] ?? null,
    capMs: isCapped ? maxMs : Number.POSITIVE_INFINITY,
    maxMs,
    hasJitter: waits.some(({ lo, hi }) => hi - lo > SAME * hi && hi > 0),
  };
}

function growthOf(
  tops: readonly number[],
  rising: readonly number[],
  ratios: readonly number[],
  isCapped: boolean,
): Delay['growth'] {
  if (tops.every((top) => top === 0)) return 'none';
  if (tops.length < 2) return 'unknown';
  if (rising.length === 1) return 'constant';
  if (isUneven(tops)) return 'uneven';
  if (rising.length === 2) return (ratios[0] ?? 0) >= 1.4 || isCapped ? 'exponential' : 'unknown';
  const whole = isCapped ? ratios.slice(0, -1) : ratios;
  const steps = rising.slice(1).map((top, index) => top - (rising[index] ?? 0));
  const inner = isCapped ? steps.slice(0, -1) : steps;
  const [step = 0] = inner;
  const isLinear =
    inner.length > 1 &&
    inner.every((each) => Math.abs(each - step) <= Math.max(1, SAME * Math.abs(step)));
  if (isLinear) return 'linear';
  return whole.every((ratio) => ratio > 1.2) ? 'exponential' : 'unknown';
}

/** `(2 ^ attempt) * 1000`, which is no power: a wait is followed by a shorter one. Behind the last there is none. */
const isUneven = (tops: readonly number[]): boolean =>
  tops
    .slice(0, tops.findLastIndex((top) => top > 0) + 1)
    .some((top, index) => top < (tops[index - 1] ?? 0) * (1 - SAME));
