/**
 * The shortest and the longest time between two runs, in milliseconds. Where only some days are meant
 * (`0 3 * * 1`), the runs of two days count as a day apart.
 */
export interface Period {
  readonly leastMs: number;
  readonly mostMs: number;
}

const DAY_S = 86_400;

/** How often a cron text of five fields, or six with seconds first, runs; null for any other text. */
export function periodOf(text: string): Period | null {
  const fields = text.trim().split(/\s+/);
  if (fields.length !== 5 && fields.length !== 6) return null;
  const [seconds = '0', minutes = '', hours = '', ...days] =
    fields.length === 6 ? fields : ['0', ...fields];
  const atSeconds = valuesOf(seconds, 60);
  const atMinutes = valuesOf(minutes, 60);
  const atHours = valuesOf(hours, 24);
  if (!atSeconds || !atMinutes || !atHours || !days.every((day) => /^[\d*?/,\-A-Z#L]+$/i.test(day)))
    return null;
  const times = atHours.flatMap((hour) =>
    atMinutes.flatMap((minute) => atSeconds.map((second) => hour * 3600 + minute * 60 + second)),
  );
  const gaps = times.map((time, index) => (times[index + 1] ?? (times[0] ?? 0) + DAY_S) - time);
  const isDaily = days.every((day) => day === '*' || day === '?');
  const mostMs = Math.max(...gaps) * 1000;
  return {
    leastMs: Math.min(...gaps) * 1000,
    mostMs: isDaily ? mostMs : Math.max(mostMs, DAY_S * 1000),
  };
}

/** The numbers below `end` that a field stands for, in order; null where it is none. */
function valuesOf(field: string, end: number): number[] | null {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!match) return null;
    const [, from, to, step] = match;
    const first = Number(from ?? 0);
    const isOne = from !== undefined && to === undefined && step === undefined;
    const last = isOne ? first : Math.min(Number(to ?? end - 1), end - 1);
    const by = Number(step ?? 1);
    if (by < 1) return null;
    for (let value = first; value <= last; value += by) found.add(value);
  }
  return found.size === 0 ? null : [...found].sort((one, other) => one - other);
}
