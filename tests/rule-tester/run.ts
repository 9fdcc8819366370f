import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InvalidCase, Situation, TestedRule, ValidCase } from './case.ts';
import { optionsOf, ruleNameOf, settingsOf } from './case.ts';
import { checkNoCredentialShown, parsed, show } from './checks.ts';
import { checkFixes, checkReports, checkSuggested } from './expectations.ts';
import type { LintResult } from './lint.ts';
import { dataLanguageOf, lint } from './lint.ts';
import { readMarks } from './marks.ts';
import { askRuleTester } from './second-opinion.ts';

/** Throws an error that shows what was reported, if the rule reports anything. */
export function checkValid(rule: TestedRule, given: string | ValidCase): void {
  const { code, ...rest } = typeof given === 'string' ? { code: given } : given;
  inFolder(rule, { ...rest, code }, code, (situation) => {
    const result = parsed(situation, code, 'The code');
    if (result.reports.length > 0) {
      throw new Error(`Reports in valid code.\n\n${show(code, result.reports)}`);
    }
    compareParsers(situation, rest, result);
    if (isForTester(situation, rest)) askRuleTester(situation, result, [], []);
  });
}

/** Throws an error that shows what was reported, if that is not what the case says. */
export function checkInvalid(rule: TestedRule, given: InvalidCase): void {
  const { code, marks } = readMarks(given.code);
  inFolder(rule, given, code, (situation) => {
    const result = parsed(situation, code, 'The code');
    const { reports } = result;
    checkReports(situation, reports, given, marks);
    const outputs = checkFixes(situation, reports, given.output ?? null);
    checkSuggested(situation, reports);
    checkNoCredentialShown(situation, reports);
    compareParsers(situation, given, result);
    if (!isForTester(situation, given)) return;
    const suggested = reports.map(({ suggestions }) => suggestions.map(({ output }) => output));
    askRuleTester(situation, result, suggested, outputs);
  });
}

const isForTester = ({ parser, filename }: Situation, { files }: Partial<ValidCase>): boolean =>
  parser === 'ts' && files === undefined && dataLanguageOf(filename) === null;

/** Lays out the case's files in a folder of its own, and takes them away afterwards. */
function inFolder(
  rule: TestedRule,
  given: ValidCase,
  code: string,
  run: (situation: Situation) => void,
): void {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-')));
  try {
    const situation = situationOf(rule, given, code, folder);
    if (given.files) layOut(folder, { ...given.files, [situation.filename]: code });
    run(situation);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A case whose files are in a folder. */
export function situationOf(
  rule: TestedRule,
  given: ValidCase,
  code: string,
  folder: string,
): Situation {
  const parser = given.parser ?? 'ts';
  const named = (filename: string): Situation => ({
    rule,
    ruleName: ruleNameOf(rule),
    code,
    folder,
    filename: path.join(folder, filename),
    options: optionsOf(given),
    settings: settingsOf(given),
    parser,
  });
  if (given.filename !== undefined) return named(given.filename);
  if (parser === 'js') return named('src/file.js');
  const [plain, withJsx] = [named('src/file.ts'), named('src/file.tsx')];
  const needsJsx = /<\/|\/>/.test(code) && lint(plain, code, 'none').fatal !== null;
  return needsJsx && lint(withJsx, code, 'none').fatal === null ? withJsx : plain;
}

/** Writes files, by their path below a folder. */
export function layOut(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.resolve(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** What ESLint's own parser can read must get the same reports from it. */
function compareParsers(situation: Situation, given: Partial<ValidCase>, result: LintResult): void {
  if (given.parser !== undefined || dataLanguageOf(situation.filename) !== null) return;
  const plain: Situation = { ...situation, parser: 'js' };
  const isPlain = (code: string): boolean => lint(plain, code, 'none').fatal === null;
  const modules = Object.entries(given.files ?? {}).filter(([name]) =>
    /\.[cm]?[jt]sx?$/.test(name),
  );
  if (!isPlain(situation.code) || !modules.every(([, text]) => isPlain(text))) return;
  const other = lint(plain, situation.code);
  if (JSON.stringify(other.reports) === JSON.stringify(result.reports)) return;
  const [one, two] = [result, other].map(({ reports }) => show(situation.code, reports));
  throw new Error(
    `The parsers lead to different reports.\n\nTypeScript's:\n${one ?? ''}\n\nESLint's own:\n${two ?? ''}`,
  );
}
