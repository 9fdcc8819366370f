import type { Edit } from './edit.ts';

/** Writes a text in the place of what stands between two offsets. */
export function replaceText(
  range: readonly [start: number, end: number],
  text: string,
  title: string,
  safe: boolean,
): Edit {
  return { safe, title, changes: [{ range, text }] };
}
