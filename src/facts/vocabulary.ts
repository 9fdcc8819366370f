/** Words that are kept with what is known of them, a power of two: a build of a large project has some ten thousand. */
const PLACES = 2 ** 16;

/** How far from its place a word is looked for where others took it first. */
const PROBES = 8;

/** What `\w` matches, by character code. */
const IN_WORDS = Uint8Array.from({ length: 128 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** A word that was met. */
interface Known {
  readonly word: string;
  /** The patterns that it matches. */
  readonly matches: readonly RegExp[];
  /** The last look in which its patterns were noted. */
  look: number;
}

const NONE: readonly RegExp[] = [];

/**
 * Tells which of a list of patterns some word of a text matches. Files share most of their words, and
 * a word is looked at once for all of them: much cheaper than a search of each text for each pattern.
 */
export class Vocabulary {
  readonly #patterns: readonly RegExp[];
  /** Matches whatever one of them does: most words match none. */
  readonly #any: RegExp;
  /** Each at a place by its hash or soon after it, so that no text is cut out for a known one. */
  readonly #known: (Known | null)[] = Array.from({ length: PLACES }, () => null);
  #looks = 0;

  /** @param patterns of single words, with no flag but `i` */
  constructor(patterns: readonly RegExp[]) {
    this.#patterns = patterns;
    this.#any = new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'i');
  }

  /** The patterns that a word of one of the texts matches. */
  matchedIn(...texts: readonly string[]): ReadonlySet<RegExp> {
    this.#looks++;
    const found = new Set<RegExp>();
    for (const text of texts) this.#look(text, found);
    return found;
  }

  #look(text: string, found: Set<RegExp>): void {
    let start = 0;
    let hash = 0;
    for (let index = 0; index <= text.length; index++) {
      const code = index < text.length ? text.charCodeAt(index) : 0;
      if (code < 128 && IN_WORDS[code] === 1) {
        hash = (Math.imul(hash, 31) + code) | 0;
        continue;
      }
      if (index > start) this.#note(this.#wordAt(text, start, index, hash), found);
      start = index + 1;
      hash = 0;
    }
  }

  #note(known: Known, found: Set<RegExp>): void {
    if (known.matches === NONE || known.look === this.#looks) return;
    known.look = this.#looks;
    for (const pattern of known.matches) found.add(pattern);
  }

  #wordAt(text: string, start: number, end: number, hash: number): Known {
    const home = hash ^ (hash >>> 15);
    for (let probe = 0; probe < PROBES; probe++) {
      const known = this.#known[(home + probe) & (PLACES - 1)];
      if (!known) return this.#keep(copyOf(text, start, end), home + probe);
      if (known.word.length === end - start && text.startsWith(known.word, start)) return known;
    }
    return this.#keep(copyOf(text, start, end), home);
  }

  #keep(word: string, place: number): Known {
    const matches = this.#any.test(word)
      ? this.#patterns.filter((pattern) => pattern.test(word))
      : NONE;
    return (this.#known[place & (PLACES - 1)] = { word, matches, look: 0 });
  }
}

/** A part of a text as a string of its own: a slice would keep the whole text in memory. */
function copyOf(text: string, start: number, end: number): string {
  return text.slice(start, end).split('').join('');
}
