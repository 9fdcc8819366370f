import * as tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type { Rule } from 'eslint';
import * as allRules from '../../rules/index.ts';

const rules = allRules as unknown as Record<string, Rule.RuleModule>;
const on = Object.fromEntries(Object.keys(rules).map((name) => [`go-live/${name}`, 'error']));

export interface Linted {
  /** Why the text can't be read, or what ESLint alone throws; null where it can be linted. */
  readonly fatal: string | null;
  readonly messages: readonly Linter.LintMessage[];
  /** Milliseconds of the processor. */
  readonly ms: number;
}

export type Parser = 'js' | 'ts';

const config = (parser: Parser, active: Linter.RulesRecord): Linter.Config => ({
  files: ['**'],
  plugins: { 'go-live': { rules } },
  rules: active,
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  languageOptions: parser === 'ts' ? { parser: tsParser as Linter.Parser } : {},
});

const nameFor = (parser: Parser): string => `src/file.${parser}`;

/** Lints a text with all rules. */
export function lintAll(code: string, parser: Parser = 'ts'): Linted {
  return lint(code, parser, on as Linter.RulesRecord);
}

/** Why ESLint can't lint a text even without a rule; null where it can. */
export function unreadable(code: string, parser: Parser): string | null {
  try {
    return lint(code, parser, {}).fatal;
  } catch (error) {
    return String(error);
  }
}

function lint(code: string, parser: Parser, active: Linter.RulesRecord): Linted {
  const linter = new Linter({ cwd: '/', configType: 'flat' });
  const start = process.cpuUsage();
  const messages = linter.verify(code, [config(parser, active)], nameFor(parser));
  const { user, system } = process.cpuUsage(start);
  const fatal = messages.find((message) => message.fatal === true)?.message ?? null;
  return { fatal, messages, ms: (user + system) / 1000 };
}

/** The text after all fixes, as `--fix` makes them. */
export function fixAll(code: string, parser: Parser = 'ts'): string {
  const linter = new Linter({ cwd: '/', configType: 'flat' });
  const active = config(parser, on as Linter.RulesRecord);
  return linter.verifyAndFix(code, [active], nameFor(parser)).output;
}
