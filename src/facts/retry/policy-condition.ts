import type { RetryUse } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Ending } from '../rehearsal/rehearse.ts';
import { retryExportOf } from './exports.ts';
import { verdictBy } from './predicate.ts';
import type { Verdict } from './shape.ts';

type HandleUse = Extract<RetryUse, { does: 'handle' }>;

/** One part of what a policy handles. */
interface Part {
  readonly of: 'error' | 'result';
  readonly everything: boolean;
  /** Null where a part has none, and what it lets through is not known. */
  readonly predicate: Value | null;
}

/** Judges how a task ended by what a policy handles: `handleWhen(f).orType(E)`; null where that can't be read. */
export function judgeOf(
  handles: Value | undefined,
  module: SourceModule,
): ((ending: Ending) => Verdict) | null {
  const parts = handles ? partsOf(handles, 0) : null;
  if (!parts) return null;
  return (ending) => {
    if (ending.by !== 'thrown' && ending.by !== 'returned') return 'not';
    const of = ending.by === 'thrown' ? 'error' : 'result';
    const verdicts = parts
      .filter((part) => part.of === of)
      .map((part) => verdictOf(part, ending, module));
    if (verdicts.includes('retried')) return 'retried';
    return verdicts.every((verdict) => verdict === 'not') ? 'not' : 'unknown';
  };
}

function verdictOf({ everything, predicate }: Part, ending: Ending, module: SourceModule): Verdict {
  if (everything) return 'retried';
  const fn = predicate && [...alternatives(predicate)].find(({ kind }) => kind === 'function');
  if (!fn) return 'unknown';
  const { value, by } = ending;
  const given = by === 'thrown' && value.t !== 'object' ? ({ t: 'failure' } as const) : value;
  return verdictBy(fn, [given], ending, module);
}

function partsOf(value: Value, depth: number): Part[] | null {
  if (depth > 6) return null;
  const ready = handleUse(value);
  if (ready?.everything === true) return [{ of: 'error', everything: true, predicate: null }];
  if (value.kind !== 'call') return null;
  const made = handleUse(value.callee);
  if (made) return [partOf(made.of, made.predicate, value.args)];
  if (value.callee.kind !== 'member') return null;
  const before = partsOf(value.callee.object, depth + 1);
  const { name } = value.callee;
  return (
    before && [
      ...before,
      partOf(/result/i.test(name) ? 'result' : undefined, /type/i.test(name) ? 1 : 0, value.args),
    ]
  );
}

function handleUse(value: Value): HandleUse | null {
  const used = retryExportOf(value);
  return used?.use.does === 'handle' ? used.use : null;
}

const partOf = (
  of: 'result' | undefined,
  index: number | undefined,
  args: readonly Value[],
): Part => ({
  of: of ?? 'error',
  everything: false,
  predicate: (index === undefined ? undefined : args[index]) ?? null,
});
