import { describe, expect, it } from 'vitest';
import type { InvalidCase, TestedRule, ValidCase } from './rule-tester/case.ts';
import { ruleNameOf } from './rule-tester/case.ts';
import { checkInvalid, checkValid } from './rule-tester/run.ts';

export type { InvalidCase, TestedRule, ValidCase };

export interface Cases {
  readonly valid: readonly (string | ValidCase)[];
  readonly invalid: readonly InvalidCase[];
}

/**
 * Tests a rule. `[|` and `|]` in the code of invalid cases mark exactly what is reported. Every
 * fix and suggestion must be listed. Besides, each case is checked for what holds for every rule:
 * both parsers agree, edits parse, settle, lose no comment and bring no new report of any rule,
 * and no message shows a credential.
 */
export function testRule(rule: TestedRule, { valid, invalid }: Cases): void {
  const all = [...valid.map(plainly), ...invalid];
  describe(ruleNameOf(rule), () => {
    it('says nothing about an empty file', () => {
      checkValid(rule, '');
    });
    it('has no case twice', () => {
      expect(duplicatesAmong(all)).toEqual([]);
    });
    describe('valid', () => {
      for (const each of valid.map(plainly)) {
        it(titleOf(each), () => {
          checkValid(rule, each);
        });
      }
    });
    describe('invalid', () => {
      for (const each of invalid) {
        it(titleOf(each), () => {
          checkInvalid(rule, each);
        });
      }
    });
  });
}

const plainly = (given: string | ValidCase): ValidCase =>
  typeof given === 'string' ? { code: given } : given;

const titleOf = ({ name, code }: ValidCase): string => name ?? code.trim();

/** Titles of cases that differ from an earlier one in their name at most. */
export function duplicatesAmong(cases: readonly ValidCase[]): string[] {
  const seen = new Set<string>();
  return cases.flatMap((each) => {
    const key = JSON.stringify({ ...each, name: undefined });
    if (seen.has(key)) return [titleOf(each)];
    seen.add(key);
    return [];
  });
}
