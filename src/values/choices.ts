import { unknown } from './evaluation.ts';
import type { Choice, Place, Value } from './value.ts';
import { isNothing } from './value.ts';

/** A choice between more values than this is not listed. */
const MOST_ALTERNATIVES = 64;

/** One of several values; unknown where they are too many to be looked at one by one. */
export function choice(by: Choice['by'], options: readonly Value[], place: Place): Value {
  const count = options.reduce((sum, option) => sum + alternativesIn(option), 0);
  return count > MOST_ALTERNATIVES ? unknown(place) : { ...place, kind: 'choice', by, options };
}

function alternativesIn(value: Value): number {
  if (value.kind !== 'choice') return 1;
  return value.options.reduce((sum, option) => sum + alternativesIn(option), 0);
}

/** `a || b`: the first where it is certainly something, the second where it is certainly nothing. */
export function eitherOf(by: '||' | '&&' | '??', left: Value, right: Value, place: Place): Value {
  if (by !== '&&' && isNothing(left)) return right;
  if (by !== '&&' && IS_SOMETHING.has(left.kind)) return left;
  return choice(by, [left, right], place);
}

/** A table with more rows than this is not read row by row. */
const MOST_ROWS = 6;

/** `TABLE[key]` for a key that is not known: one of the rows. Null where not all rows are known. */
export function choiceOfTable(table: Value, place: Place): Value | null {
  if (table.kind !== 'object' || table.open || table.entries.length > MOST_ROWS) return null;
  const rows = table.entries.flatMap((entry) => (entry.kind === 'property' ? [entry.value()] : []));
  if (rows.length < table.entries.length || rows.length < 2) return null;
  return choice('key', rows, place);
}

const IS_SOMETHING: ReadonlySet<string> = new Set(['object', 'array', 'function']);
