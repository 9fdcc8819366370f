export type Range = [start: number, end: number];

export interface Position {
  line: number;
  column: number;
}

export interface Location {
  start: Position;
  end: Position;
}

/** Where the offsets of a text are: lines from 1, columns from 0. */
export interface Lines {
  positionOf(offset: number): Position;
  locationOf(start: number, end: number): Location;
}

export function linesOf(text: string): Lines {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r?\n/g)) starts.push(index + end.length);
  const positionOf = (offset: number): Position => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) };
  };
  return {
    positionOf,
    locationOf: (start, end) => ({ start: positionOf(start), end: positionOf(end) }),
  };
}
