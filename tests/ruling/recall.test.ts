import { expect, test } from 'vitest';
import * as rules from '../../rules/index.ts';
import { sampled, unreported } from '../../ruling/recall/places.js';
import { ofApis, searches } from '../../ruling/recall/searches.js';

const search = { looksFor: 'a fetch', pattern: /\bfetch\(/ };
const lines = (...code: string[]) => code.join('\n');

test('every rule has a search, or is said to be of APIs alone', () => {
  expect([...Object.keys(searches), ...ofApis].sort()).toEqual(Object.keys(rules).sort());
});

test('a place is a line of code that no report of the rule is near', () => {
  const text = lines('fetch(a);', '', '', '', 'fetch(b);', '', '', '', '// fetch(c);', 'fetch(d);');
  expect(unreported(search, 'a.js', text, [])).toEqual([1, 5, 10]);
  expect(unreported(search, 'a.js', text, [4])).toEqual([10]);
  expect(unreported(search, 'a.yaml', text, [])).toEqual([]);
});

test('of neighbours the first is taken, and what has to be near is asked for', () => {
  const text = lines('fetch(a);', 'fetch(b);', '', '', '', '', '', 'retry();', 'fetch(c);');
  expect(unreported(search, 'a.js', text, [])).toEqual([1, 9]);
  expect(unreported({ ...search, near: /retry/ }, 'a.js', text, [])).toEqual([9]);
});

test('a sample is the same every time, and has something of each source first', () => {
  const places = ['a', 'a', 'a', 'b', 'c'].map((source, line) => ({ source, file: 'x.js', line }));
  const sample = sampled('max-retries', places, 3);
  expect(sample.map(({ source }) => source)).toEqual(['a', 'b', 'c']);
  expect(sampled('max-retries', [...places].reverse(), 3)).toEqual(sample);
  expect(sampled('max-retries', places, Infinity)).toHaveLength(5);
});
