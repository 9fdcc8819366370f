import type { Report } from './protocol.ts';

/** A stretch of the text with one look. */
export interface Piece {
  readonly text: string;
  readonly style: Readonly<Record<string, string>>;
  readonly severity: Report['severity'] | null;
  readonly active: boolean;
}

/** A stretch that the highlighter gives one colour. */
export interface Coloured {
  readonly start: number;
  readonly end: number;
  readonly style: Readonly<Record<string, string>>;
}

/** The text in pieces, none of which is partly within a report or partly of another colour. */
export function piecesOf(
  text: string,
  colours: readonly Coloured[],
  reports: readonly Report[],
  active: Report | null,
): Piece[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of colours) cuts.add(start).add(end);
  for (const report of reports) {
    for (const offset of visible(report.range, text)) cuts.add(offset);
  }
  const edges = [...cuts].filter((offset) => offset <= text.length).sort((a, b) => a - b);
  let colour = 0;
  return edges.slice(1).map((end, index) => {
    const start = edges[index] ?? 0;
    while ((colours[colour]?.end ?? Infinity) <= start) colour++;
    const own = colours[colour];
    const over = reports.filter((report) => contains(visible(report.range, text), start));
    return {
      text: text.slice(start, end),
      style: own && own.start <= start ? own.style : {},
      severity: severityOf(over),
      active: active !== null && over.includes(active),
    };
  });
}

/**
 * Where reports on a text stand after it was changed: those before the change stay, those behind it
 * move along, those in it are left out.
 */
export function moved(reports: readonly Report[], before: string, after: string): Report[] {
  if (before === after) return [...reports];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const by = after.length - before.length;
  return reports.flatMap((report) => {
    const [from, to] = report.range;
    if (to <= start) return [report];
    return from >= before.length - end ? [{ ...report, range: [from + by, to + by] as const }] : [];
  });
}

/** A report of many lines is marked on its first, as editors would mark half the file otherwise. */
function visible([start, end]: readonly [number, number], text: string): [number, number] {
  const lineEnd = text.indexOf('\n', start);
  const last = lineEnd === -1 ? end : Math.min(end, lineEnd);
  return [start, Math.max(last, Math.min(start + 1, text.length))];
}

const contains = ([start, end]: readonly [number, number], offset: number): boolean =>
  start <= offset && offset < end;

function severityOf(reports: readonly Report[]): Report['severity'] | null {
  if (reports.length === 0) return null;
  return reports.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}
