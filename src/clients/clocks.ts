/**
 * How date libraries compare, measure and move times, by the last name of what is called: names that nothing
 * else has where one side is the clock. Read from the documentation of date-fns 4, dayjs 1.11, moment 2.30, luxon 3.7 and
 * the proposal of Temporal.
 */
export const timeComparisons: readonly string[] = [
  'isBefore',
  'isAfter',
  'isSameOrBefore',
  'isSameOrAfter',
  'isBetween',
  'isWithinInterval',
];

/** Methods that measure the time between two, to the index of the argument that names the unit. */
export const timeDifferences: Readonly<Record<string, number>> = { diff: 1, diffNow: 0 };

/** Methods of a measured time that give it in a unit that they are told. */
export const durationReaders: readonly string[] = ['as', 'total', 'shiftTo'];

/** Functions that move a time: by an amount and the name of its unit, or by an object of amounts. */
export const timeMoves: readonly string[] = ['subtract', 'add', 'minus', 'plus', 'sub'];

/** How the units of a time are named. */
export const timeUnits: Readonly<Record<string, 'ms' | 's' | 'min' | 'h' | 'd'>> = {
  ms: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  s: 's',
  second: 's',
  seconds: 's',
  m: 'min',
  minute: 'min',
  minutes: 'min',
  h: 'h',
  hour: 'h',
  hours: 'h',
  d: 'd',
  day: 'd',
  days: 'd',
};
