import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as rules from '../../rules/index.ts';
import { sampled, unreported } from '../../ruling/recall/places.js';
import { expectedOf } from '../../ruling/expected.js';
import { ofApis, searches } from '../../ruling/recall/searches.js';
import { allVerdicts } from '../../ruling/recall/verdicts.js';
import { recallTable } from '../../scripts/update/recall.js';

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

const { read, missed } = allVerdicts();
const pageOf = (rule: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../docs/rules/${rule}.md`), 'utf8');

describe('the verdicts', () => {
  test('places were read for every rule with a search, and no more were missed than read', () => {
    expect(Object.keys(read).sort()).toEqual(Object.keys(searches).sort());
    for (const [rule, count] of Object.entries(read))
      expect(missed.filter((one) => one.rule === rule).length, rule).toBeLessThanOrEqual(count);
  });

  test('what was mended is a finding of the ruling now, where the rule is in `recommended`', () => {
    const levels = new Map(
      Object.entries(rules).map(([name, { meta }]) => [name, meta.docs.level]),
    );
    const lost = missed.filter(({ rule, verdict, source, file, line }) => {
      if (verdict !== 'mended' || levels.get(rule) !== 'recommended') return false;
      const found = expectedOf(source)?.findings ?? [];
      return !found.some(
        (one) => one.rule === rule && one.file === file && Math.abs(one.line - line) <= 3,
      );
    });
    expect(lost).toEqual([]);
  });

  test.each(missed.filter(({ verdict }) => verdict === 'limit'))(
    'the page of $rule tells the limit at $file:$line',
    ({ rule, page }) => {
      const [, limits = ''] = pageOf(rule).split("## What it can't see");
      expect(limits.replaceAll(/\s+/g, ' ')).toContain(page);
    },
  );
});

test('the table has a line a rule, most missed first, and their sum', () => {
  const place = { source: 'shop', file: 'a.js', line: 1, rule: 'max-retries', why: 'a loop' };
  const [, , ...rows] = recallTable({
    read: { 'max-page-size': 4, 'max-retries': 5 },
    missed: [
      { ...place, verdict: 'mended' },
      { ...place, line: 9, verdict: 'limit', page: 'loops' },
    ],
  }).split('\n');
  expect(rows.slice(0, 3)).toEqual([
    '| [max-retries](rules/max-retries.md) | 5 | 3 | 1 | 1 |',
    '| [max-page-size](rules/max-page-size.md) | 4 | 4 | 0 | 0 |',
    '| all | 9 | 7 | 1 | 1 |',
  ]);
});
