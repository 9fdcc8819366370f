import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allCases } from '../rule-tester/all-cases.ts';
import type { RuleCases } from '../rule-tester/all-cases.ts';
import type { ValidCase } from '../rule-tester/case.ts';
import { ruleNameOf } from '../rule-tester/case.ts';
import { dataLanguageOf, lint } from '../rule-tester/lint.ts';
import { readMarks } from '../rule-tester/marks.ts';
import { layOut, situationOf } from '../rule-tester/run.ts';
import { limits } from './known-limits.ts';
import type { RewriteName } from './rewrite.ts';
import { rewrites, rewritten } from './rewrite.ts';

interface Difference {
  readonly rule: string;
  readonly text: string;
}

const names = Object.keys(rewrites) as RewriteName[];
const rules = await allCases();
/** Each rewrite is tried on one of so many shares of the cases. */
const SHARES = 3;

/** What is reported of a case before and after it is written otherwise; null where both are the same. */
function differenceOf(
  name: RewriteName,
  { rule }: RuleCases,
  given: ValidCase,
  isValid: boolean,
): Difference | null {
  const folder = mkdtempSync(path.join(tmpdir(), 'go-live-'));
  try {
    layOut(folder, given.files ?? {});
    const situation = situationOf(rule, given, given.code, folder);
    if (dataLanguageOf(situation.filename) !== null || given.parser === 'js') return null;
    const output = rewritten(name, given.code, situation.filename);
    if (output === null) return null;
    const reports = (code: string): string => {
      const { fatal, messages } = lint(situation, code);
      if (fatal !== null) return `does not parse: ${fatal}`;
      return messages
        .map(({ messageId }) => messageId ?? '')
        .sort()
        .join(', ');
    };
    const [before, after] = [isValid ? '' : reports(given.code), reports(output)];
    const text = `${before || 'nothing'} => ${after || 'nothing'}\n${output}`;
    return before === after ? null : { rule: ruleNameOf(rule), text };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By the code itself: a case more leaves all others in their shares. */
const shareOf = (code: string): number =>
  createHash('sha256').update(code).digest().readUInt32BE() % SHARES;

/** The cases of a rule's tests that a rewrite is tried on. */
function casesFor(name: RewriteName, { valid, invalid }: RuleCases): [ValidCase, boolean][] {
  const all: [ValidCase, boolean][] = [
    ...valid.map((each): [ValidCase, boolean] => [
      typeof each === 'string' ? { code: each } : each,
      true,
    ]),
    ...invalid.map((each): [ValidCase, boolean] => [
      { ...each, code: readMarks(each.code).code },
      false,
    ]),
  ];
  return all.filter(([{ code }]) => shareOf(code) === names.indexOf(name) % SHARES);
}

it.each(names)('%s: the reports are the same, but for known limits', (name) => {
  const differences = rules.flatMap((tested) =>
    casesFor(name, tested).flatMap(
      ([given, isValid]) => differenceOf(name, tested, given, isValid) ?? [],
    ),
  );
  const counts: Record<string, number> = {};
  for (const { rule } of differences) counts[rule] = (counts[rule] ?? 0) + 1;
  const known = limits[name];
  const surprising = differences.filter(({ rule }) => counts[rule] !== known[rule]?.cases);
  const shown = surprising.map(({ rule, text }) => `${rule}: ${text}`).join('\n\n');
  const listed = Object.entries(known).map(([rule, { cases }]) => [rule, cases] as const);
  expect(counts, shown).toEqual(Object.fromEntries(listed));
});
