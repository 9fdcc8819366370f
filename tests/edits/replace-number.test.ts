import { describe, expect, it } from 'vitest';
import { inStyleOf } from '../../src/edits/replace-number.ts';

describe('inStyleOf', () => {
  it.each([
    ['90_000', 60_000, '60_000'],
    ['90000', 60_000, '60000'],
    ['90 * 1000', 60_000, '60 * 1000'],
    ['5 * 60 * 1000', 120_000, '2 * 60 * 1000'],
    ['5 * 60 * 1000', 60_000, '60 * 1000'],
    ['Infinity', 30_000, '30_000'],
    ['90 * 1000', 1500, '1500'],
    ['90_000', 5000, '5000'],
  ])('%s', (written, value, expected) => {
    expect(inStyleOf(written, value)).toBe(expected);
  });
});
