import type { ExpectedError, ExpectedSuggestion, InvalidCase, Situation } from './case.ts';
import { applyFixes, lint } from './lint.ts';
import type { Report } from './lint.ts';
import type { Mark } from './marks.ts';
import { byPlace, writeMarks } from './marks.ts';
import { checkEdited, show } from './checks.ts';

/** The most passes of fixes that ESLint makes. */
const MOST_PASSES = 10;

/** Compares places and messages with the marks and errors of a case. */
export function checkReports(
  { rule, code }: Situation,
  unordered: readonly Report[],
  { errors, suggestions }: InvalidCase,
  marks: readonly Mark[],
): void {
  const reports = unordered.toSorted(byPlace);
  const got = `Got:\n${show(code, reports)}`;
  if (marks.length === 0) throw new Error(`An invalid case needs marks. ${got}`);
  const wanted = `Expected:\n${writeMarks(code, marks)}`;
  if (!isSamePlaces(reports, marks)) throw new Error(`Other places.\n\n${wanted}\n\n${got}`);
  if (errors && errors.length !== marks.length) {
    throw new Error(`${String(errors.length)} errors for ${String(marks.length)} marks.\n\n${got}`);
  }
  if (suggestions && marks.length !== 1) {
    throw new Error(`With several marks, list suggestions in errors.\n\n${got}`);
  }
  const only = onlyMessageOf(rule.meta?.messages ?? {});
  for (const [index, report] of reports.entries()) {
    const listed = errors?.[index] ?? only;
    if (listed === null) throw new Error(`The rule has several messages: add errors.\n\n${got}`);
    const error = typeof listed === 'string' ? { messageId: listed } : listed;
    checkMessage(error, report, rule.meta?.messages ?? {}, got);
    checkSuggestions(error.suggestions ?? suggestions ?? [], report, got);
  }
}

const isSamePlaces = (reports: readonly Report[], marks: readonly Mark[]): boolean =>
  reports.length === marks.length &&
  reports.every(({ start, end }, i) => start === marks[i]?.start && end === marks[i].end);

/** The messageId that needs no saying. `edit` is the text of suggestions. */
function onlyMessageOf(messages: Readonly<Record<string, string>>): string | null {
  const ids = Object.keys(messages).filter((id) => id !== 'edit');
  return ids.length === 1 ? (ids[0] ?? null) : null;
}

function checkMessage(
  { messageId, data }: ExpectedError,
  report: Report,
  messages: Readonly<Record<string, string>>,
  got: string,
): void {
  if (report.messageId !== messageId) {
    throw new Error(`Expected "${messageId}", got "${report.messageId}".\n\n${got}`);
  }
  if (/\{\{.*?\}\}/.test(report.message)) throw new Error(`A placeholder is left.\n\n${got}`);
  if (data === undefined) return;
  const text = (messages[messageId] ?? '').replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, key: string) =>
    Object.hasOwn(data, key) ? String(data[key]) : whole,
  );
  if (text !== report.message) throw new Error(`Expected the message "${text}".\n\n${got}`);
}

function checkSuggestions(
  expected: readonly (string | ExpectedSuggestion)[],
  report: Report,
  got: string,
): void {
  const wanted = expected.map((one) => (typeof one === 'string' ? { output: one } : one));
  const outputs = (list: readonly { output: string }[]): string =>
    list.length === 0 ? '(none)' : list.map(({ output }) => output).join('\n--- or\n');
  if (outputs(wanted) !== outputs(report.suggestions)) {
    const both = `Expected:\n${outputs(wanted)}\n\nGot:\n${outputs(report.suggestions)}`;
    throw new Error(`Other suggestions for ${report.messageId}.\n\n${both}\n\n${got}`);
  }
  for (const [index, { title }] of wanted.entries()) {
    const actual = report.suggestions[index]?.title;
    if (title === undefined || title === actual) continue;
    throw new Error(`Expected the title "${title}", got "${String(actual)}".`);
  }
}

/** The texts after each pass of fixes, until nothing changes. */
export function checkFixes(
  situation: Situation,
  reports: readonly Report[],
  expected: string | null,
): string[] {
  const outputs = passesOf(situation, reports);
  const output = outputs.at(-1) ?? null;
  if (output !== expected) {
    const [wanted, got] = [expected, output].map((text) => text ?? '(no fix)');
    throw new Error(`Other output.\n\nExpected:\n${wanted ?? ''}\n\nGot:\n${got ?? ''}`);
  }
  if (output === null) return outputs;
  checkEdited(situation, output, 'The output');
  const fixed = reports.filter(({ fix }) => fix !== null);
  const left = lint(situation, output).reports;
  if (left.length > reports.length - fixed.length) {
    throw new Error(`A fixed problem is still reported.\n\n${show(output, left)}`);
  }
  return outputs;
}

function passesOf(situation: Situation, reports: readonly Report[]): string[] {
  const outputs: string[] = [];
  let code = situation.code;
  let current = reports;
  for (;;) {
    const output = applyFixes(code, current);
    if (output === code) return outputs;
    const result = lint(situation, output);
    if (result.fatal !== null) {
      throw new Error(`The output does not parse: ${result.fatal}\n\n${output}`);
    }
    outputs.push(output);
    if (outputs.length >= MOST_PASSES || outputs.length > reports.length) {
      throw new Error(
        `Fixes do not settle; the last outputs:\n\n${outputs.slice(-2).join('\n\n')}`,
      );
    }
    code = output;
    current = result.reports;
  }
}

/** Each suggestion must end the report that offers it and start no other. */
export function checkSuggested(situation: Situation, reports: readonly Report[]): void {
  for (const { output, title } of reports.flatMap(({ suggestions }) => suggestions)) {
    checkEdited(situation, output, `The suggestion "${title}"`);
    const left = lint(situation, output).reports;
    if (left.length < reports.length) continue;
    throw new Error(`After "${title}" the problem is still reported.\n\n${show(output, left)}`);
  }
}
