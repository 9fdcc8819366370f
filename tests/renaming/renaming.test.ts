import { expect, it } from 'vitest';
import { allCases } from '../rule-tester/all-cases.ts';
import type { RuleCases } from '../rule-tester/all-cases.ts';
import type { Situation, ValidCase } from '../rule-tester/case.ts';
import { ruleNameOf } from '../rule-tester/case.ts';
import { dataLanguageOf, lint } from '../rule-tester/lint.ts';
import { readMarks } from '../rule-tester/marks.ts';
import { situationOf } from '../rule-tester/run.ts';
import { evidence } from './names-as-evidence.ts';
import { renamed } from './rename.ts';

interface Renaming {
  readonly before: string;
  readonly after: string;
  readonly output: string;
}

/** A case by itself before and after, of valid ones it is known that nothing is reported before; null where no name of its own is in it. */
function rename({ rule }: RuleCases, given: ValidCase, isValid: boolean): Renaming | null {
  const { code } = given;
  if (given.files !== undefined) return null;
  const situation = situationOf(rule, given, code, '/project');
  if (dataLanguageOf(situation.filename) !== null) return null;
  const output = renamed(code, situation.filename);
  if (output === null || output === code) return null;
  const before = isValid ? '' : reportsIn(situation, code);
  return { before, after: reportsIn(situation, output), output };
}

/** Names change neither the line of a report nor, in their order, the messages. */
function reportsIn(situation: Situation, code: string): string {
  const { fatal, messages } = lint(situation, code);
  if (fatal !== null) return `does not parse: ${fatal}`;
  return messages.map(({ line, messageId }) => `${String(line)} ${messageId ?? ''}`).join(', ');
}

const renamingsOf = (tested: RuleCases): Renaming[] =>
  [
    ...tested.valid.map((each) =>
      rename(tested, typeof each === 'string' ? { code: each } : each, true),
    ),
    ...tested.invalid.map((each) =>
      rename(tested, { ...each, code: readMarks(each.code).code }, false),
    ),
  ].filter((each) => each !== null);

const show = ({ before, after, output }: Renaming): string =>
  `${before || 'nothing'} => ${after || 'nothing'}\n${output}`;

const differing = (await allCases()).flatMap((tested) => {
  const cases = renamingsOf(tested).filter(({ before, after }) => before !== after);
  return cases.length > 0 ? [{ rule: ruleNameOf(tested.rule), cases }] : [];
});

it('needs the names of the rules and cases that say why, and of no other', () => {
  const counted = differing.map(({ rule, cases }) => [rule, cases.length] as const);
  const listed = Object.entries(evidence).map(([rule, { cases }]) => [rule, cases] as const);
  const surprising = differing
    .filter(({ rule, cases }) => evidence[rule]?.cases !== cases.length)
    .map(({ rule, cases }) => [rule, ...cases.map(show)].join('\n\n'));
  expect(Object.fromEntries(counted), surprising.join('\n\n')).toEqual(Object.fromEntries(listed));
});

it('leaves every case a program', () => {
  const broken = differing.flatMap(({ cases }) =>
    cases.filter(({ after }) => after.startsWith('does not parse')).map(show),
  );
  expect(broken).toEqual([]);
});
