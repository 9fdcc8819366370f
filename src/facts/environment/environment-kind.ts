import { wordsOf } from '../../ast/words.ts';
import { isEnvironmentName } from './env-purpose.ts';

/** What a name says of an environment: real customers, or none; null where it names none. */
export type EnvironmentKind = 'production' | 'trial';

const PRODUCTION = /^(?:prod|production|live)$/;

export function environmentKindOf(name: string): EnvironmentKind | null {
  return kindOfWords(wordsOf(name));
}

export function kindOfWords(words: readonly string[]): EnvironmentKind | null {
  const named = words.filter(isEnvironmentName);
  if (named.length === 0) return null;
  return named.some((word) => PRODUCTION.test(word)) ? 'production' : 'trial';
}
