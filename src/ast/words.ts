/** A name as words in lower case: `apiKey`, `API_KEY` and `api-key` are `api` and `key`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^#/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

/** Words that are written in one text, parted by spaces. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));
