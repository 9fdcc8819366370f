import { describe, expect, test } from 'vitest';
import { linesBefore, placeholdersIn } from '../../src/ast/text.ts';

describe('the lines before an offset', () => {
  test.each([
    ['one\ntwo\n  three', 10, ['  ', 'two', 'one']],
    ['one', 2, ['on']],
    ['one', 0, ['']],
    ['\none', 1, ['', '']],
    ['\n\n', 2, ['', '', '']],
  ])('%j, %i', (text, offset, lines) => {
    expect([...linesBefore(offset, text)]).toEqual(lines);
    expect(lines).toEqual(text.slice(0, offset).split('\n').toReversed());
  });
});

test('the places of a text that what follows it fills', () => {
  expect(placeholdersIn('%s failed with %d of %O')).toEqual(['%s', '%d', '%O']);
  expect(placeholdersIn('50 % of it')).toEqual([]);
});
