import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixAll, lintAll, unreadable } from './lint-all.ts';
import { programs } from './programs.ts';

/** How many programs, and which. */
const RUNS = Number(process.env['GO_LIVE_RUNS'] ?? 25);
const SEED = Number(process.env['GO_LIVE_SEED'] ?? 20_240_607);

/** A program is up to some thousand characters; a rule that reports more often counts something twice. */
const MOST_REPORTS_A_CHARACTER = 1;

it('survives any program, and its edits keep it one', { timeout: 60_000 + RUNS * 1_000 }, () => {
  let read = 0;
  const check = (code: string): void => {
    if (unreadable(code, 'ts') !== null) return;
    read++;
    const { messages } = lintAll(code);
    expect(messages.length).toBeLessThan(code.length * MOST_REPORTS_A_CHARACTER);
    for (const { ruleId, suggestions = [] } of messages) {
      for (const { fix, desc } of suggestions) {
        const output = code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]);
        expect([ruleId, desc, unreadable(output, 'ts')]).toEqual([ruleId, desc, null]);
      }
    }
    const fixed = fixAll(code);
    expect(unreadable(fixed, 'ts')).toBeNull();
    expect(fixAll(fixed)).toBe(fixed);
  };
  fc.assert(fc.property(programs, check), { numRuns: RUNS, seed: SEED });
  expect(read).toBeGreaterThan(RUNS / 2);
});
