import type { AST } from 'eslint';
import type { Situation } from './case.ts';
import type { LintResult, Report } from './lint.ts';
import { dataLanguageOf, lint } from './lint.ts';
import type { Mark } from './marks.ts';
import { writeMarks } from './marks.ts';

/** The code with what was reported marked, and the reports below it. */
export function show(code: string, reports: readonly Report[]): string {
  const lines = reports.map(
    ({ rule, messageId, message, start, end }) =>
      `  ${rule}/${messageId} at ${JSON.stringify(code.slice(start, end))}: ${message}`,
  );
  return [writeMarks(code, reports), ...(lines.length > 0 ? lines : ['  (no reports)'])].join('\n');
}

/** The result of linting code that must parse. */
export function parsed(situation: Situation, code: string, what: string): LintResult {
  const result = lint(situation, code);
  if (result.fatal === null) return result;
  throw new Error(`${what} does not parse: ${result.fatal}\n\n${code}`);
}

/** What must hold for any text that a fix or a suggestion makes of the code. */
export function checkEdited(situation: Situation, output: string, what: string): void {
  parsed(situation, output, what);
  const kept = commentsOf(lint(situation, output, 'none').ast);
  for (const comment of commentsOf(lint(situation, situation.code, 'none').ast)) {
    const at = kept.indexOf(comment);
    if (at === -1) throw new Error(`${what} loses the comment "${comment}":\n\n${output}`);
    kept.splice(at, 1);
  }
  if (!isSecondRun) checkNothingNew(situation, output, what);
}

/** What the rules say of each other does not depend on ESLint's version: asked in one of the two. */
const isSecondRun = process.env['GO_LIVE_ESLINT'] === '9';

const commentsOf = (ast: AST.Program | null): string[] =>
  (ast?.comments ?? []).map(({ value }) => value.trim());

/**
 * Rules that ask for the next step once a suggestion has taken the first: what is read from the
 * environment is to be checked, a reference that an order now has is to be kept and looked up, a
 * request that now is seen to be an API's is to be paced, a 429 that is now told from the refusals is
 * to be waited for as long as it says.
 */
const NEXT_STEPS: ReadonlySet<string> = new Set([
  'require-env-check',
  'persist-idempotency-key',
  'handle-duplicate-reference',
  'require-rate-limiter',
  'respect-retry-after',
]);

/** No rule may report more often than before, nor where the edit was made if it did not before. */
function checkNothingNew(situation: Situation, output: string, what: string): void {
  const before = lint(situation, situation.code, 'all').reports;
  const after = lint(situation, output, 'all').reports;
  const { old, fresh } = changedPart(situation.code, output);
  const counts = countsOf(before);
  const grown = [...countsOf(after)].filter(([kind, count]) => count > (counts.get(kind) ?? 0));
  const kinds = new Set(grown.map(([kind]) => kind));
  const added = after.filter(
    (report) =>
      !NEXT_STEPS.has(report.rule) &&
      (kinds.has(kindOf(report)) ||
        (isWithin(report, fresh) &&
          !before.some((one) => one.rule === report.rule && touches(one, old)))),
  );
  if (added.length === 0) return;
  throw new Error(`${what} brings new reports:\n\n${show(output, added)}`);
}

const kindOf = ({ rule, messageId }: Report): string => `${rule}/${messageId}`;

function countsOf(reports: readonly Report[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) counts.set(kindOf(report), (counts.get(kindOf(report)) ?? 0) + 1);
  return counts;
}

const isWithin = (inner: Mark, outer: Mark): boolean =>
  inner.start >= outer.start && inner.end <= outer.end && inner.end > inner.start;
const touches = (one: Mark, other: Mark): boolean =>
  one.start <= other.end && other.start <= one.end;

/** The part in which two texts differ, in the one and in the other. */
function changedPart(before: string, after: string): { old: Mark; fresh: Mark } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    old: { start, end: before.length - tail },
    fresh: { start, end: after.length - tail },
  };
}

/** No text that a person sees may hold what could be a credential of the reported code. */
export function checkNoCredentialShown(situation: Situation, reports: readonly Report[]): void {
  const { ast } = lint(situation, situation.code, 'none');
  if (dataLanguageOf(situation.filename) !== null) {
    checkNoWordShown(situation.code, reports);
    return;
  }
  const secrets = (ast?.tokens ?? []).flatMap(({ type, value, range }) =>
    type === 'String' || type === 'Template' ? { text: contentOf(value), range } : [],
  );
  for (const report of reports) {
    const shown = [report.message, ...report.suggestions.map(({ title }) => title)].join('\n');
    const leaked = secrets.some(
      ({ text, range: [start, end] }) =>
        start < report.end && end > report.start && looksSecret(text) && shown.includes(text),
    );
    if (leaked) throw new Error(`A message shows a credential-like literal:\n${shown}`);
  }
}

/** In data any word may be one. */
function checkNoWordShown(code: string, reports: readonly Report[]): void {
  const words = code.split(/[\s"'=:,]+/).filter(looksSecret);
  for (const { message, suggestions } of reports) {
    const shown = [message, ...suggestions.map(({ title }) => title)].join('\n');
    if (words.some((word) => shown.includes(word)))
      throw new Error(`A message shows a credential-like text:\n${shown}`);
  }
}

/** The text between quotes, backticks, `}` and `${`. */
const contentOf = (token: string): string => token.replace(/^["'`}]|(?:["'`]|\$\{)$/g, '');

/** Letters and digits, long, and no sentence, URL, path or host name. */
const looksSecret = (text: string): boolean =>
  text.length >= 12 &&
  /[a-z]/i.test(text) &&
  /\d/.test(text) &&
  !/\s|:\/\/|^[./]/.test(text) &&
  !/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/.test(text);
