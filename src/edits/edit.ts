/** A replacement of the text between two offsets (UTF-16 code units). */
export interface TextChange {
  readonly range: readonly [start: number, end: number];
  readonly text: string;
}

/** A change of a file that mends a problem. */
export interface Edit {
  /** A correct program does after it what it did before, but for what the rule asks for. */
  readonly safe: boolean;
  /** What it does, as a sentence for the editor's menu. */
  readonly title: string;
  /** Changes that do not overlap, in any order. */
  readonly changes: readonly TextChange[];
}

/** An edit that needs a person's yes. */
export const asSuggestion = (edit: Edit | null): Edit | null => edit && { ...edit, safe: false };
