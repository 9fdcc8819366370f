import { describe, expect, test } from 'vitest';
import { compare, updated } from '../../ruling/compare.js';

const finding = (line: number, rule = 'require-request-timeout', file = 'lib/client.js') => ({
  file,
  line,
  rule,
  message: 'none',
});
const labelled = (line: number, rule?: string, file?: string) => ({
  ...finding(line, rule, file),
  label: 'right' as const,
  why: 'no timeout anywhere',
});

describe('what a run found', () => {
  test('is kept with its label where it was expected', () => {
    expect(compare([labelled(3)], [finding(3)])).toEqual({
      kept: [labelled(3)],
      added: [],
      removed: [],
    });
  });

  test.each([
    ['line', finding(4)],
    ['rule', finding(3, 'max-retries')],
    ['file', finding(3, undefined, 'lib/other.js')],
    ['message', { ...finding(3), message: 'zero' }],
  ])('is another finding where its %s differs', (_, other) => {
    expect(compare([labelled(3)], [other])).toEqual({
      kept: [],
      added: [other],
      removed: [labelled(3)],
    });
  });

  test('counts two findings alike as two', () => {
    const { kept, added, removed } = compare([labelled(3)], [finding(3), finding(3)]);
    expect([kept.length, added.length, removed.length]).toEqual([1, 1, 0]);
    expect(compare([labelled(3), labelled(3)], [finding(3)]).removed).toEqual([labelled(3)]);
  });

  test('may come in any order', () => {
    const found = [finding(9), finding(3), finding(1, undefined, 'a.js')];
    expect(compare([], found).added).toEqual([
      finding(1, undefined, 'a.js'),
      finding(3),
      finding(9),
    ]);
  });

  test('may be nothing', () => {
    expect(compare([labelled(3)], []).removed).toEqual([labelled(3)]);
    expect(compare([], [])).toEqual({ kept: [], added: [], removed: [] });
  });

  test('may carry more than a list does', () => {
    const report = { ...finding(5), text: 'This request has no timeout.' };
    expect(compare([], [report]).added).toEqual([report]);
  });
});

describe('an updated list', () => {
  test('has what was kept with its label, what is new without, and not what is gone', () => {
    const report = { ...finding(1), text: 'This request has no timeout.' };
    expect(updated(compare([labelled(3), labelled(7)], [finding(7), report, finding(9)]))).toEqual([
      { ...finding(1), label: '', why: '' },
      labelled(7),
      { ...finding(9), label: '', why: '' },
    ]);
  });

  test('is expected the next time', () => {
    const found = [finding(9), finding(3)];
    const list = updated(compare([], found));
    expect(compare(list, found)).toEqual({ kept: list, added: [], removed: [] });
  });
});
