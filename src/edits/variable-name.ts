/** `apiKey`, `API_KEY`, `x-api-key` as words in lower case, without what only marks a header. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/^#|^x-/i, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
