import type { FrameLine } from './model.ts';

/** Lines shown before and after the one with the problem. */
const AROUND = 2;

/** Longer lines are cut. */
const WIDEST = 160;

/** A run of characters that may be a secret: long, with letters and digits. */
const LONG_RUN = /[\w+/=.~!@#$%^&*-]{8,}/g;

const mayBeSecret = (run: string): boolean =>
  /\d/.test(run) && /[A-Za-z]/.test(run) && !isCode(run);

const MASK = '•'.repeat(8);

/** Text in quotes of the line that a rule on credentials reports. */
const QUOTED = /(["'`])((?:(?!\1).){4,})\1/g;

/** What follows the name in a line of an environment file. */
const VALUE = /^(\s*(?:export\s+)?[\w.]+\s*[=:]\s*)\S.*$/;

/** The lines around a problem. What may be a secret is masked: a report is handed around. */
export function frameOf(
  source: string | undefined,
  line: number,
  about: { readonly credentials: boolean },
): FrameLine[] {
  if (source === undefined) return [];
  const lines = source.split(/\r?\n/);
  const first = Math.max(1, line - AROUND);
  return lines.slice(first - 1, line + AROUND).map((text, index) => {
    const number = first + index;
    const isProblem = number === line;
    return {
      line: number,
      text: masked(text, isProblem && about.credentials).slice(0, WIDEST),
      isProblem,
    };
  });
}

function masked(text: string, holdsCredential: boolean): string {
  const safe = text.replace(LONG_RUN, (run) => (mayBeSecret(run) ? MASK : run));
  if (!holdsCredential || safe !== text) return safe;
  const quoted = safe.replace(QUOTED, (_, quote: string) => `${quote}${MASK}${quote}`);
  return quoted === safe ? safe.replace(VALUE, `$1${MASK}`) : quoted;
}

/** Names and paths of the code itself: `response.data2`, `/api/v1/orders`, `retry-2`. */
const isCode = (run: string): boolean =>
  run.length <= 80 && run.split(/[^A-Za-z\d]+/).every((chunk) => WORDS.test(chunk));

/** Nothing, a short number, a version, or words in any case with a number after them. */
const WORDS = /^(?:\d{0,4}|v\d{1,2}|(?:[A-Z]?[a-z]{2,12}|[A-Z]{2,12}){1,4}\d{0,3})$/;
