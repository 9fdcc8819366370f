import type { Node } from './node.ts';

type Range = readonly [start: number, end: number];

interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of a data file, and where its offsets are. */
export interface DataSource {
  readonly text: string;
  readonly positionOf: (offset: number) => Position;
}

/**
 * A stretch of a data file in the place of a node. It is no code: an edit that looks for a kind of
 * expression finds none.
 */
export class DataNode {
  readonly type = 'DataNode';
  readonly range: Range;
  /** What it is worth: without quotes, escapes resolved. */
  readonly text: string;
  /** Where its text begins, in quotes or not; null where the source spells it in another way. */
  readonly textStart: number | null;
  readonly #source: DataSource;

  constructor(range: Range, text: string, textStart: number | null, source: DataSource) {
    this.range = range;
    this.text = text;
    this.textStart = textStart;
    this.#source = source;
  }

  get loc(): { readonly start: Position; readonly end: Position } {
    const { positionOf } = this.#source;
    return { start: positionOf(this.range[0]), end: positionOf(this.range[1]) };
  }

  /** A part of its text; the whole where that can't be found in the source. */
  part(start: number, end: number): DataNode {
    const text = this.text.slice(start, end);
    const at = this.textStart === null ? this.#occurrence(text, start) : this.textStart + start;
    return at === null ? this : new DataNode([at, at + text.length], text, at, this.#source);
  }

  /** As the node of a fact. */
  get asNode(): Node {
    return this as unknown as Node;
  }

  /** Indented and folded texts hold their words in the same order as the source. */
  #occurrence(word: string, start: number): number | null {
    if (word === '') return null;
    let found = this.#source.text.indexOf(word, this.range[0]);
    for (
      let earlier = this.text.indexOf(word);
      earlier !== -1 && earlier < start;
      earlier = this.text.indexOf(word, earlier + 1)
    )
      found = this.#source.text.indexOf(word, found + 1);
    return found === -1 || found + word.length > this.range[1] ? null : found;
  }
}

/** The stretch of a data file that a node stands for; null for a node of code. */
export function dataNodeOf(node: unknown): DataNode | null {
  return node instanceof DataNode ? node : null;
}
