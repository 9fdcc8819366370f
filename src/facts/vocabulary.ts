/** Words that are kept with what is known of them; a build of a large project has some ten thousand. */
const MOST_WORDS = 50_000;

/** Longer ones are texts of their own (data in a literal), seldom met twice. */
const LONGEST_WORD = 64;

const NONE: readonly RegExp[] = [];

/**
 * Tells which of a list of patterns some word of a text matches. Files share most of their words, and
 * a word is looked at once for all of them: much cheaper than a search of each text for each pattern.
 */
export class Vocabulary {
  readonly #patterns: readonly RegExp[];
  /** Matches whatever one of them does: most words match none. */
  readonly #any: RegExp;
  readonly #matched = new Map<string, readonly RegExp[]>();

  /** @param patterns of single words, with no flag but `i` */
  constructor(patterns: readonly RegExp[]) {
    this.#patterns = patterns;
    this.#any = new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');
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
    const matched = this.#any.test(word)
      ? this.#patterns.filter((pattern) => pattern.test(word))
      : NONE;
    if (word.length > LONGEST_WORD) return matched;
    if (this.#matched.size >= MOST_WORDS) this.#matched.clear();
    this.#matched.set(word, matched);
    return matched;
  }
}
