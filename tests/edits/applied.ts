import type { Edit } from '../../src/edits/edit.ts';

/** A text with all changes of an edit made; null without an edit. */
export function appliedTo(text: string, edit: Edit | null): string | null {
  if (!edit) return null;
  return edit.changes
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce(
      (result, { range: [start, end], text: written }) =>
        result.slice(0, start) + written + result.slice(end),
      text,
    );
}
