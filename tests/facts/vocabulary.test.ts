import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/facts/vocabulary.ts';

const KEY = /key/i;
const ENV = /^env$/;

describe('Vocabulary', () => {
  const vocabulary = new Vocabulary([KEY, ENV]);

  it('finds patterns in words of any of the texts', () => {
    expect(vocabulary.matchedIn('const apiKey = 1;', 'src/env.ts')).toEqual(new Set([KEY, ENV]));
  });

  it('takes a word for what stands between other signs', () => {
    expect(vocabulary.matchedIn('process.env.PORT')).toEqual(new Set([ENV]));
    expect(vocabulary.matchedIn('environment')).toEqual(new Set());
  });

  it('gives the same answer for words that it has met before', () => {
    expect(vocabulary.matchedIn('process.env')).toEqual(vocabulary.matchedIn('process.env'));
  });

  it('looks at words that are long, or are not of ASCII alone', () => {
    expect(vocabulary.matchedIn(`${'x'.repeat(100)}key`)).toEqual(new Set([KEY]));
    expect(vocabulary.matchedIn('größe_env env')).toEqual(new Set([ENV]));
    expect(vocabulary.matchedIn('')).toEqual(new Set());
  });

  it('finds them among more words than it keeps, and after these', () => {
    const many = Array.from({ length: 150_000 }, (_, index) => `word${index}`).join(' ');
    expect(vocabulary.matchedIn(`${many} apiKey`)).toEqual(new Set([KEY]));
    expect(vocabulary.matchedIn(many)).toEqual(new Set());
    expect(vocabulary.matchedIn('env, apiKey')).toEqual(new Set([KEY, ENV]));
  });
});
