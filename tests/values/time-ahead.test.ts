import { expect, test } from 'vitest';
import { timeAheadOf } from '../../src/values/time-ahead.ts';
import { lastValue, moduleFrom } from './value-of.ts';

test.each([
  ['Date.now() + 5000', 5000],
  ['5 * 1000 + Date.now()', 5000],
  ['new Date(Date.now() + 5000)', 5000],
  ['new Date().getTime() + 5000', 5000],
  ['new Date().valueOf() + 5000', 5000],
  ['+new Date() + 5000', 5000],
  ['new Date(Date.now() + 5000).getTime()', 5000],
  ['const ms = 5000; Date.now() + ms', 5000],
  ['const at = (ms) => Date.now() + ms; at(5000)', 5000],
  ['Date.now() + (options.ms ?? 5000)', 5000],
  ['Date.now()', null],
  ['new Date()', null],
  ['Date.now() + ms', null],
  ['Date.now() - 5000', null],
  ['Date.now() + 1000 + 4000', null],
  ['started + 5000', null],
  ['5000', null],
  ['performance.now() + 5000', null],
  ['new Date(2030, 1)', null],
  ['import { Date } from "./date"; Date.now() + 5000', null],
])('%s', (code, ms) => {
  expect(timeAheadOf(lastValue(moduleFrom(code)))?.value ?? null).toBe(ms);
});
