import type { ApiEvidence } from '../../apis/index.ts';
import type { Node } from '../../ast/node.ts';
import type { Rate } from '../../clients/schema.ts';
import { argumentsIn } from '../../values/evaluate.ts';
import { attributeAt } from '../../values/objects.ts';
import type { Quantity } from '../../values/quantity.ts';
import { quantityOf } from '../../values/quantity.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import type { Fact, FileView } from '../fact.ts';
import { limitAt } from '../fan-out/limiter-use.ts';

/** A limiter that lets so many requests run in so much time. */
export interface RateLimiter extends Fact {
  /** What makes it. */
  readonly node: Node;
  /** Requests in `perMs` milliseconds, at most. */
  readonly requests: number;
  readonly perMs: number;
  /** The numbers to change for another rate, where they are written in this file. */
  readonly numbers: readonly Quantity[];
  /** The number is the pause between two requests, in milliseconds. */
  readonly isGap: boolean;
  readonly module: SourceModule;
}

/** The limiters that a file makes, as far as their rate is known. */
export function findRateLimiters({ module, candidates, facts }: FileView): RateLimiter[] {
  return candidates.calls.flatMap((node): RateLimiter[] => {
    const rate = limitAt(node, module)?.rate;
    if (!rate) return [];
    const { args, openFrom } = argumentsIn(node, { module, frame: null });
    const read = openFrom < Infinity ? null : rateOf(rate, args);
    const isHere = read?.numbers.every(({ node: number }) => isIn(number, module)) === true;
    if (!read) return [];
    const numbers = isHere ? read.numbers : [];
    const evidence: ApiEvidence = facts.apiCall[0]?.evidence ?? {};
    return [{ node: node.callee, ...read, numbers, module, evidence }];
  });
}

const isIn = (node: Node, { program }: SourceModule): boolean => {
  let root: Node = node;
  while (root.parent) root = root.parent;
  return root === program;
};

type Read = Pick<RateLimiter, 'requests' | 'perMs' | 'numbers' | 'isGap'>;

function rateOf(rate: Rate, args: readonly Value[]): Read | null {
  const given = args[rate.argument];
  if (!given) return null;
  const byCount =
    given.kind === 'object'
      ? countIn(rate, given)
      : countGiven(rate, given, args[rate.argument + 1]);
  const byGap = gapIn(rate, given);
  if (!byCount || !byGap) return byCount ?? byGap;
  return byCount.requests / byCount.perMs <= byGap.requests / byGap.perMs ? byCount : byGap;
}

/** `{ limit: 100, interval: 60_000 }`. */
function countIn(rate: Rate, options: Value): Read | null {
  const numbers = (rate.requests ?? []).flatMap((name) => numberAt(options, name) ?? []);
  const perMs = intervalIn(rate, options);
  if (numbers.length === 0 || perMs === null) return null;
  const requests = Math.max(...numbers.map(({ value }) => value));
  return { requests, perMs, numbers, isGap: false };
}

/** `new Limiter(100, 'minute')`, `limit(5, { timeUnit: 1000 })`. */
function countGiven(rate: Rate, given: Value, next: Value | undefined): Read | null {
  const number = quantityOf(given);
  const perMs = !next
    ? (rate.perMs ?? null)
    : next.kind === 'object'
      ? intervalIn(rate, next)
      : spanOf(rate, next);
  return number && perMs !== null
    ? { requests: number.value, perMs, numbers: [number], isGap: false }
    : null;
}

function gapIn(rate: Rate, options: Value): Read | null {
  const [gap] = (rate.gap ?? []).flatMap((name) => numberAt(options, name) ?? []);
  return gap && gap.value > 0
    ? { requests: 1, perMs: gap.value, numbers: [gap], isGap: true }
    : null;
}

function numberAt(options: Value, name: string): Quantity | null {
  const found = attributeAt(options, [name]);
  return found.state === 'known' ? quantityOf(found.value) : null;
}

function intervalIn(rate: Rate, options: Value): number | null {
  for (const name of rate.interval ?? []) {
    const found = attributeAt(options, [name]);
    if (found.state === 'known') return spanOf(rate, found.value);
    if (found.state === 'unknown') return null;
  }
  return rate.perMs ?? null;
}

function spanOf({ units = {} }: Rate, value: Value): number | null {
  const quantity = quantityOf(value);
  if (quantity) return quantity.value > 0 ? quantity.value : null;
  const word = value.kind === 'literal' ? String(value.value) : '';
  return Object.hasOwn(units, word) ? (units[word] ?? null) : null;
}
