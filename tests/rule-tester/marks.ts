/** A stretch of text, in UTF-16 code units. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

/** Outer marks first. */
export const byPlace = (one: Mark, other: Mark): number =>
  one.start - other.start || other.end - one.end;

/** Takes `[|` and `|]` out of a text: what is left, and the stretches between them. */
export function readMarks(marked: string): { code: string; marks: Mark[] } {
  const open: number[] = [];
  const marks: Mark[] = [];
  let code = '';
  let copied = 0;
  for (const { 0: bracket, index } of marked.matchAll(/\[\||\|\]/g)) {
    code += marked.slice(copied, index);
    copied = index + bracket.length;
    if (bracket === '[|') {
      open.push(code.length);
      continue;
    }
    const start = open.pop();
    if (start === undefined) throw new Error(`|] without [| in:\n${marked}`);
    marks.push({ start, end: code.length });
  }
  if (open.length > 0) throw new Error(`[| without |] in:\n${marked}`);
  return { code: code + marked.slice(copied), marks: marks.sort(byPlace) };
}

/** Puts marks into a text. */
export function writeMarks(code: string, marks: readonly Mark[]): string {
  const opening = marks.map(({ start, end }) => ({ at: start, order: -end, text: '[|' }));
  const closing = marks.map(({ start, end }) => ({ at: end, order: -Infinity, text: '|]', start }));
  const brackets = [...closing, ...opening].sort((a, b) => a.at - b.at || a.order - b.order);
  let marked = '';
  let copied = 0;
  for (const { at, text } of brackets) {
    marked += code.slice(copied, at) + text;
    copied = at;
  }
  return marked + code.slice(copied);
}
