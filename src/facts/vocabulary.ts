/** Words that are kept with what is known of them; a build of a large project has some ten thousand. */
const MOST_WORDS = 50_000;

/** Longer ones are texts of their own (data in a literal), seldom met twice. */
const LONGEST_WORD = 64;

/**
 * Tells which of a list of patterns some word of a text matches. Files share most of their words, and
 * a word is looked at once for all of them: much cheaper than a search of each text for each pattern.
 */
export class Vocabulary {
  readonly #patterns: readonly RegExp[];
  readonly #matched = new Map<string, readonly RegExp[]>();

  /** @param patterns of single words, without the flags `g` and `y` */
  constructor(patterns: readonly RegExp[]) {
    this.#patterns = patterns;
  }

  /** The patterns that a word of one of the texts matches. */
  matchedIn(...texts: readonly string[]): ReadonlySet<RegExp> {
    const found = new Set<RegExp>();
    for (const word of new Set(texts.flatMap((text) => text.split(/\W+/))))
      for (const pattern of this.#matchedBy(word)) found.add(pattern);
    return found;
  }

  #matchedBy(word: string): readonly RegExp[] {
    const known = this.#matched.get(word);
    if (known) return known;
    const matched = this.#patterns.filter((pattern) => pattern.test(word));
    if (word.length > LONGEST_WORD) return matched;
    if (this.#matched.size >= MOST_WORDS) this.#matched.clear();
    this.#matched.set(word, matched);
    return matched;
  }
}
