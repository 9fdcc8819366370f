import type { SourceModule } from '../../values/source-module.ts';
import type { Value } from '../../values/value.ts';
import { alternatives } from '../../values/value.ts';
import type { Thing } from '../rehearsal/rehearsal.ts';
import { exactly, truthOf } from '../rehearsal/rehearsal.ts';
import { thingOf } from '../rehearsal/things.ts';
import type { Ending } from '../rehearsal/rehearse.ts';
import { playAll } from '../rehearsal/rehearse.ts';
import { letsThrough } from './condition.ts';
import { isAbortError, retryExportOf } from './exports.ts';
import type { Written } from './options.ts';
import { option } from './options.ts';
import type { Verdict } from './shape.ts';

/** Judges failures by the predicate that is written; null where none is. */
export function predicateVerdicts(written: Written): ((ending: Ending) => Verdict) | null {
  const found = option(written, written.names.predicates);
  if (found.state === 'absent') return null;
  if (found.state === 'unknown') return () => 'unknown';
  const { value } = found;
  if (value.kind === 'array' || (value.kind === 'literal' && value.value === undefined))
    return null;
  const ready = retryExportOf(value)?.use;
  if (ready)
    return ({ run }) => {
      if (ready.does !== 'condition') return 'unknown';
      return letsThrough(ready, run.outcome) ? 'retried' : 'not';
    };
  const fn = [...alternatives(value)].find((one) => one.kind === 'function');
  return fn ? (ending) => predicateVerdict(fn, written, ending) : () => 'unknown';
}

function predicateVerdict(fn: Value, written: Written, ending: Ending): Verdict {
  const error: Thing = ending.value.t === 'object' ? ending.value : { t: 'failure' };
  return verdictBy(fn, argumentsFor(written, error), ending, written.module);
}

/** What a function makes of these arguments: true is another attempt. */
export function verdictBy(
  fn: Value,
  given: readonly Thing[],
  { run: { outcome, statusTests } }: Ending,
  module: SourceModule,
): Verdict {
  const scene = playAll(
    (run, scope) => run.call(thingOf(fn, scope), given, fn.node),
    { outcome, requestAt: () => null, isAbortError, mostAttempts: 1 },
    module,
  );
  statusTests.push(...scene.flatMap(({ run }) => run.statusTests));
  const verdicts = scene.map(({ by, value, run }): Verdict => {
    if (by !== 'returned') return by === 'thrown' ? 'not' : 'unknown';
    const truth = truthOf(value, outcome);
    return truth === null
      ? 'unknown'
      : run.isUnsure && truth
        ? 'unknown'
        : truth
          ? 'retried'
          : 'not';
  });
  if (verdicts.includes('retried')) return 'retried';
  return verdicts.every((verdict) => verdict === 'not') ? 'not' : 'unknown';
}

/** What a predicate is called with. */
function argumentsFor({ names }: Written, error: Thing): Thing[] {
  const reads = names.predicateReads ?? { error: 0 };
  const args: Thing[] = [];
  args[reads.error] = reads.path === undefined ? error : wrapped(reads.path, error);
  if (reads.response !== undefined) args[reads.response] = { t: 'response' };
  return Array.from(args, (argument) => argument ?? exactly(undefined));
}

/** `{ error }`: also readable as the error itself, since versions differ. */
const wrapped = (path: string, error: Thing): Thing => ({
  t: 'object',
  made: null,
  fields: new Map([[path, error]]),
  isOpen: true,
  ends: false,
});
