import * as tsParser from '@typescript-eslint/parser';
import type { AST, Linter as LinterTypes, Rule } from 'eslint';
import { Linter } from 'eslint';
import * as allRules from '../../rules/index.ts';
import { languagePlugins, languages } from '../../src/languages/index.ts';
import type { Situation } from './case.ts';
import type { Mark } from './marks.ts';

export interface Suggestion {
  readonly title: string;
  readonly messageId: string | null;
  readonly output: string;
}

/** One report, placed by offsets. */
export interface Report extends Mark {
  readonly rule: string;
  readonly messageId: string;
  readonly message: string;
  readonly fix: Rule.Fix | null;
  readonly suggestions: readonly Suggestion[];
}

export interface LintResult {
  /** Why the code does not parse. */
  readonly fatal: string | null;
  /** As ESLint orders them. */
  readonly reports: readonly Report[];
  readonly messages: readonly LinterTypes.LintMessage[];
  readonly ast: AST.Program | null;
}

const PREFIX = 'go-live/';

/** `tested`: the rule of the case; `all`: also every other rule of the plugin; `none`: parse only. */
export type WhichRules = 'tested' | 'all' | 'none';

export function lint(situation: Situation, code: string, which: WhichRules = 'tested'): LintResult {
  const { folder, filename } = situation;
  const linter = new Linter({ cwd: folder, configType: 'flat' });
  const messages = linter.verify(code, [configOf(situation, which)], filename);
  const fatal = messages.find((message) => message.fatal === true);
  const source = linter.getSourceCode() as ReturnType<Linter['getSourceCode']> | null;
  const offset = (line: number, column: number): number =>
    dataLanguageOf(filename) === null
      ? (source?.getIndexFromLoc({ line, column: column - 1 }) ?? 0)
      : offsetIn(code, line, column);
  const reports = messages.flatMap((message) =>
    message.ruleId === null ? [] : [reportOf(message, code, offset)],
  );
  return {
    fatal: fatal ? `${fatal.message} (line ${String(fatal.line)})` : null,
    reports: fatal ? [] : reports,
    messages,
    ast: fatal ? null : (source?.ast ?? null),
  };
}

/** Where a line (from 1) and a column (from 1) are: languages count their columns differently. */
function offsetIn(text: string, line: number, column: number): number {
  const before = text.split(/(?<=\n)/).slice(0, line - 1);
  return before.join('').length + column - 1;
}

/** The language of a data file, by its name; null for code. */
export function dataLanguageOf(filename: string): string | null {
  if (/\.jsonc?$/.test(filename)) return 'go-live-json/json';
  if (/\.json5$/.test(filename)) return 'go-live-json/json5';
  if (/\.ya?ml$/.test(filename)) return 'go-live-yaml/yaml';
  return /(?:^|\/)\.env[^/]*$|\.env$/.test(filename) ? 'go-live/env' : null;
}

function configOf(situation: Situation, which: WhichRules): LinterTypes.Config {
  const { rule, ruleName, options, settings, parser } = situation;
  const rules: Record<string, Rule.RuleModule> = {
    ...(allRules as Record<string, Rule.RuleModule>),
    [ruleName]: rule,
  };
  const names = which === 'all' ? Object.keys(rules) : which === 'tested' ? [ruleName] : [];
  const language = dataLanguageOf(situation.filename);
  const common: LinterTypes.Config = {
    files: ['**'],
    plugins: { 'go-live': { rules, languages }, ...languagePlugins },
    rules: Object.fromEntries(
      names.map((name) => [PREFIX + name, ['error', ...(name === ruleName ? options : [])]]),
    ),
    settings,
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  };
  if (language !== null) return { ...common, language };
  return {
    ...common,
    languageOptions: {
      ...(parser === 'ts' ? { parser: tsParser as LinterTypes.Parser } : {}),
      parserOptions: { ecmaFeatures: { jsx: true } },
    },
  };
}

function reportOf(
  message: LinterTypes.LintMessage,
  code: string,
  offset: (line: number, column: number) => number,
): Report {
  const { line, column, endLine = line, endColumn = column } = message;
  return {
    rule: (message.ruleId ?? '').replace(PREFIX, ''),
    messageId: message.messageId ?? '',
    message: message.message,
    start: offset(line, column),
    end: offset(endLine, endColumn),
    fix: message.fix ?? null,
    suggestions: (message.suggestions ?? []).map(({ desc, messageId, fix }) => ({
      title: desc,
      messageId: messageId ?? null,
      output: code.slice(0, fix.range[0]) + fix.text + code.slice(fix.range[1]),
    })),
  };
}

/** One pass of fixes, as ESLint applies them: in order, those that touch one before left out. */
export function applyFixes(code: string, reports: readonly Report[]): string {
  const fixes = reports.flatMap(({ fix }) => fix ?? []);
  fixes.sort((one, other) => one.range[0] - other.range[0] || one.range[1] - other.range[1]);
  let output = '';
  let copied = -1;
  for (const { range, text } of fixes) {
    if (range[0] <= copied) continue;
    output += code.slice(Math.max(copied, 0), range[0]) + text;
    copied = range[1];
  }
  return output + code.slice(Math.max(copied, 0));
}
