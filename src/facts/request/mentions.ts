import type { SourceModule } from '../../values/source-module.ts';

const mentioned = new WeakMap<SourceModule, Map<string, boolean>>();

/** Whether a module's text holds one of some words; each is looked for once. */
export function mentions(module: SourceModule, words: readonly string[]): boolean {
  const known = mentioned.get(module) ?? new Map<string, boolean>();
  mentioned.set(module, known);
  return words.some((word) => {
    const found = known.get(word) ?? module.text.includes(word);
    known.set(word, found);
    return found;
  });
}
