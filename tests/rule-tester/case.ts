import type { Rule as EslintRule } from 'eslint';

/** A rule of ours, or any of ESLint's. */
export type TestedRule = EslintRule.RuleModule & { readonly name?: string };

interface CaseSetup {
  /** Where the code alone does not say what the case is about. */
  readonly name?: string;
  readonly code: string;
  /** Below the case's folder. Default: `src/file.ts`, for JSX `src/file.tsx`. */
  readonly filename?: string;
  /** The rule's options: its one object, or the list. */
  readonly options?: object | readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Names of APIs that are in use; short for `settings: { 'go-live': { apis: { name: {} } } }`. */
  readonly apis?: readonly string[];
  /** Neighbours of the file: path below the case's folder to text. */
  readonly files?: Readonly<Record<string, string>>;
  /** Run with this parser alone: ESLint's own, or TypeScript's. Default: with each that can parse. */
  readonly parser?: 'js' | 'ts';
}

export type ValidCase = CaseSetup;

export interface ExpectedSuggestion {
  readonly output: string;
  readonly title?: string;
}

export interface ExpectedError {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly suggestions?: readonly (string | ExpectedSuggestion)[];
}

export interface InvalidCase extends CaseSetup {
  /** With `[|` and `|]` around each thing that is reported. */
  readonly code: string;
  /** The text after all fixes. Null or absent: no fixes. */
  readonly output?: string | null;
  /** In the order of the opening marks. Not needed where the rule has one message. */
  readonly errors?: readonly (string | ExpectedError)[];
  /** Suggestions (outputs) of the only error. */
  readonly suggestions?: readonly (string | ExpectedSuggestion)[];
}

/** A case ready to be run: everything filled in, the marks out of the code. */
export interface Situation {
  readonly rule: TestedRule;
  readonly ruleName: string;
  readonly code: string;
  readonly folder: string;
  readonly filename: string;
  readonly options: readonly unknown[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly parser: 'js' | 'ts';
}

export const ruleNameOf = (rule: TestedRule): string => rule.name ?? 'rule';

export function optionsOf({ options }: ValidCase): readonly unknown[] {
  if (options === undefined) return [];
  return Array.isArray(options) ? (options as readonly unknown[]) : [options];
}

/** The settings of a case, with the APIs that it names in short. */
export function settingsOf({ settings = {}, apis = [] }: ValidCase): Record<string, unknown> {
  if (apis.length === 0) return { ...settings };
  const own = (settings['go-live'] ?? {}) as Record<string, unknown>;
  const named = Object.fromEntries(apis.map((name) => [name, {}]));
  return { ...settings, 'go-live': { ...own, apis: { ...named, ...Object(own['apis']) } } };
}
