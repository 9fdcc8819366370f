import type { PlaygroundState } from './state.ts';

/** A change of the text, by its offsets. */
export interface Change {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** One report, in places of the text. */
export interface Report {
  /** Without the plugin's prefix; empty where the text does not parse. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly range: readonly [number, number];
  readonly fix: Change | null;
  readonly suggestions: readonly { readonly title: string; readonly fix: Change }[];
}

/** What the page asks of the linter. */
export interface Question {
  readonly id: number;
  readonly state: PlaygroundState;
  /** Whether to apply all fixes, as `--fix` does, instead of reporting. */
  readonly fixAll: boolean;
}

/** What the linter answers. */
export interface Answer {
  readonly id: number;
  /** The text after all fixes; null where none was asked for. */
  readonly output: string | null;
  readonly reports: readonly Report[];
  /** How long the linter took. */
  readonly milliseconds: number;
  /** What went wrong, where the linter itself failed. */
  readonly failure: string | null;
}
