import * as parser from '@typescript-eslint/parser';
import type { Linter as EslintLinter } from 'eslint';
import { Linter } from 'eslint/universal';
import { configs, plugin } from './plugin.ts';
import type { Change, Report } from './protocol.ts';
import type { PlaygroundState } from './state.ts';

/** There is no disk here; rules that ask for a file's neighbours are told that there are none. */
const FOLDER = '/playground/';
const NAMESPACE = 'go-live/';

const linter = new Linter({ configType: 'flat', cwd: FOLDER });

const scripts: EslintLinter.Config = {
  files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'],
  languageOptions: { parser: parser as unknown as EslintLinter.Parser },
};

/** All that is wrong with the text, in its order. */
export function lint(state: PlaygroundState): Report[] {
  return linter
    .verify(state.text, configOf(state), optionsOf(state))
    .map((message) => reportOf(message, state.text));
}

/** The text after all safe fixes. */
export function fixAll(state: PlaygroundState): string {
  return linter.verifyAndFix(state.text, configOf(state), optionsOf(state)).output;
}

function ruleAlone({ config }: PlaygroundState): string | null {
  return config.startsWith('rule:') ? NAMESPACE + config.slice('rule:'.length) : null;
}

function configOf(state: PlaygroundState): EslintLinter.Config[] {
  const rule = ruleAlone(state);
  const own: EslintLinter.Config = {
    plugins: { 'go-live': plugin },
    settings: { ...state.settings },
    // A rule without options takes none, not even an empty object.
    ...(rule === null
      ? {}
      : { rules: { [rule]: state.options ? ['error', state.options] : 'error' } }),
  };
  const base = configs[rule === null ? state.config : 'all'] ?? [];
  return [scripts, ...base, ...(configs[state.api ?? ''] ?? []), own];
}

function optionsOf(state: PlaygroundState): EslintLinter.LintOptions {
  const rule = ruleAlone(state);
  return {
    filename: FOLDER + state.file,
    ...(rule === null ? {} : { ruleFilter: (each: { ruleId: string }) => each.ruleId === rule }),
  };
}

function reportOf(message: EslintLinter.LintMessage, text: string): Report {
  const { line = 1, column = 1, endLine = line, endColumn = column + 1 } = message;
  return {
    rule: message.ruleId?.replace(NAMESPACE, '') ?? '',
    severity: message.severity === 2 ? 'error' : 'warning',
    message: message.message,
    line,
    column,
    range: [offsetOf(text, line, column), offsetOf(text, endLine, endColumn)],
    fix: changeOf(message.fix),
    suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({
      title: desc,
      fix: changeOf(fix) ?? { range: [0, 0], text: '' },
    })),
  };
}

const changeOf = (fix: EslintLinter.LintMessage['fix']): Change | null =>
  fix ? { range: fix.range, text: fix.text } : null;

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let n = 1; n < line; n++) {
    const end = text.indexOf('\n', start);
    if (end === -1) break;
    start = end + 1;
  }
  return Math.min(text.length, start + column - 1);
}
