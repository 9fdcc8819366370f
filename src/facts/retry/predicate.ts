import type { RetryOptions } from '../../clients/schema.ts';
import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Thing } from '../rehearsal/rehearsal.ts';
import { exactly, NOT_KNOWN, numberOf, truthOf } from '../rehearsal/rehearsal.ts';
import { thingOf } from '../rehearsal/things.ts';
import type { Ending } from '../rehearsal/rehearse.ts';
import { playAll } from '../rehearsal/rehearse.ts';
import { letsThrough } from './condition.ts';
import { isAbortError, retryExportOf } from './exports.ts';
import type { Written } from './options.ts';
import { option } from './options.ts';
import type { Verdict } from './shape.ts';

/** Judges failures by the predicate that is written, after so many others; null where none is. */
export function predicateVerdicts(
  written: Written,
  before = 0,
): ((ending: Ending) => Verdict) | null {
  const found = option(written, written.names.predicates);
  if (found.state === 'absent') return null;
  if (found.state === 'unknown') return () => 'unknown';
  const { value } = found;
  if (value.kind === 'array' || value.kind === 'literal') return null;
  const ready = retryExportOf(value)?.use;
  if (ready)
    return ({ run }) => {
      if (ready.does !== 'condition') return 'unknown';
      return letsThrough(ready, run.outcome) ? 'retried' : 'not';
    };
  const fn = [...alternatives(value)].find((one) => one.kind === 'function');
  return fn ? (ending) => predicateVerdict(fn, written, ending, before) : () => 'unknown';
}

function predicateVerdict(fn: Value, written: Written, ending: Ending, before: number): Verdict {
  const { names, module } = written;
  const given = argumentsFor(names, ending, before);
  return verdictBy(fn, given, ending, module, names.undecidedIsDefault);
}

/** What a function makes of these arguments: true is another attempt. */
export function verdictBy(
  fn: Value,
  given: readonly Thing[],
  { run: { outcome, statusTests } }: Ending,
  module: SourceModule,
  undecidedIsDefault = false,
): Verdict {
  const scene = playAll(
    (run, scope) => run.call(thingOf(fn, scope), given, fn.node),
    { outcome, requestAt: () => null, isAbortError, mostAttempts: 1 },
    module,
  );
  statusTests.push(...scene.flatMap(({ run }) => run.statusTests));
  const verdicts = scene.map(({ by, value, run }): Verdict => {
    if (by !== 'returned') return by === 'thrown' ? 'not' : 'unknown';
    if (undecidedIsDefault && isUndefined(value)) return 'unknown';
    const truth = truthOf(value, outcome);
    if (truth === null || (truth && run.isUnsure)) return 'unknown';
    return truth ? 'retried' : 'not';
  });
  if (verdicts.includes('retried')) return 'retried';
  return verdicts.every((verdict) => verdict === 'not') ? 'not' : 'unknown';
}

const isUndefined = (thing: Thing): boolean =>
  thing.t === 'plain' && thing.values.every((value) => value === undefined);

/** What a predicate is called with. */
function argumentsFor(
  { predicateReads }: RetryOptions,
  { value, run: { outcome } }: Ending,
  before: number,
): Thing[] {
  const { error: place, path, response, both, count } = predicateReads ?? { error: 0 };
  const error: Thing = value.t === 'object' ? value : { t: 'failure' };
  const args: Thing[] = [];
  args[place] = path === undefined ? error : wrapped(path, error);
  if (response !== undefined) {
    const isAnswered = outcome.kind === 'status';
    args[response] = isAnswered ? { t: 'response' } : exactly(both ? undefined : null);
    if (isAnswered && !both) args[place] = exactly(null);
  }
  if (count) args[count.argument] = numberOf(count.first + before);
  return Array.from(args, (argument) => argument ?? NOT_KNOWN);
}

/** `{ error }`: also readable as the error itself, since versions differ. */
const wrapped = (path: string, error: Thing): Thing => ({
  t: 'object',
  made: null,
  fields: new Map([[path, error]]),
  isOpen: true,
  ends: false,
  behind: error,
});
