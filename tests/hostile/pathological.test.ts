import { describe, expect, it } from 'vitest';
import { lintAll } from './lint-all.ts';
import type { Linted, Parser } from './lint-all.ts';
import { DEEP, LONG, TEXTS } from './shapes.ts';

/** How many times longer than in the quick run. */
const FACTOR = Number(process.env['GO_LIVE_HOSTILE'] ?? 1);

/**
 * What both parsers read with some of the stack left. Deeper, a parser may end on the last of it, and
 * V8 ends the process where an expression is compiled there.
 */
const DEPTH = 150;

/** Twice the text may take three times as long, and a pause of the collector. */
const GROWTH = 3;
const PAUSE = 200;

const [LINES, CHARACTERS] = [400 * FACTOR, 200_000];

/** Long lines alone would be taken for the output of a minifier. */
const written = (text: string): string => `${'// A line\n'.repeat(12)}${text}`;

describe('what is deep ends', () => {
  it.each(Object.entries(DEEP))('%s', { timeout: 120_000 }, (_, write) => {
    for (const parser of ['js', 'ts'] satisfies Parser[])
      expect(lintAll(written(write(DEPTH)), parser).fatal).toBeNull();
  });
});

describe('what is long takes time in proportion', () => {
  const shapes = [
    ...Object.entries(LONG).map(([name, write]) => [name, write, LINES] as const),
    ...Object.entries(TEXTS).map(([name, write]) => [name, write, CHARACTERS] as const),
  ];
  it.each(shapes)('%s', { timeout: 120_000 }, (_, write, size) => {
    const [half, whole] = [written(write(size / 2)), written(write(size))];
    const shorter = best(half, Infinity);
    const most = GROWTH * shorter + PAUSE;
    expect(best(whole, most)).toBeLessThan(most);
  });
});

/** Milliseconds, of the first of three runs that is good enough, else of the best. */
function best(code: string, enough: number): number {
  let least = Infinity;
  for (let run = 0; run < 3 && (run === 0 || least > enough); run++) {
    const linted: Linted = lintAll(code);
    expect(linted.fatal).toBeNull();
    least = Math.min(least, linted.ms);
  }
  return least;
}

if (FACTOR > 1)
  it('ends with the numbers that generated code has', { timeout: 120_000 }, () => {
    expect(lintAll(LONG['functions']?.(4_000) ?? '').fatal).toBeNull();
    expect(lintAll(LONG['requests']?.(5_000) ?? '').fatal).toBeNull();
    expect(lintAll(LONG['a switch']?.(3_000) ?? '').fatal).toBeNull();
  });
