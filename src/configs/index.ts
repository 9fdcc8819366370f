import type { ESLint, Linter } from 'eslint';
import { builtInApis } from '../apis/index.ts';
import { languagePlugins } from '../languages/index.ts';
import type { Rule } from '../rule/rule.ts';

const apis = builtInApis.map(({ name }) => name);

/** Which rules a config switches on, by what a rule says of itself. */
const CONFIGS: Readonly<Record<string, (rule: Rule) => boolean>> = {
  recommended: isIn('recommended'),
  strict: isIn('strict'),
  all: () => true,
  ...Object.fromEntries(apis.map((api) => [api, isIn(api)])),
};

function isIn(config: string): (rule: Rule) => boolean {
  return ({ meta }) => meta.docs.configs.includes(config);
}

/** One language: the files it is for, and the rules' own name for it. */
interface LanguageFiles {
  readonly name: string;
  readonly language: string | null;
  readonly files: readonly string[];
  readonly ignores?: readonly string[];
}

const LANGUAGES: readonly LanguageFiles[] = [
  { name: 'js', language: null, files: ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'] },
  {
    name: 'json',
    language: 'go-live-json/json',
    files: ['**/*.json', '**/*.jsonc'],
    // Written by tools, large, and nothing in them is a setting.
    ignores: ['**/package-lock.json', '**/npm-shrinkwrap.json'],
  },
  { name: 'json', language: 'go-live-json/json5', files: ['**/*.json5'] },
  {
    name: 'yaml',
    language: 'go-live-yaml/yaml',
    files: ['**/*.{yml,yaml}'],
    ignores: ['**/pnpm-lock.yaml'],
  },
  {
    name: 'env',
    language: 'go-live/env',
    files: ['**/.env', '**/.env.*', '**/.envrc', '**/*.env'],
    ignores: [
      '**/.env.*.{js,mjs,cjs,ts,mts,cts,json,yml,yaml}',
      '**/.env.{js,mjs,cjs,ts,mts,cts,json,yml,yaml}',
    ],
  },
];

/** The flat configs of the plugin, each for the languages that its rules work in. */
export function configsFor(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, Rule>>,
): Record<string, Linter.Config[]> {
  return Object.fromEntries(
    Object.entries(CONFIGS).map(([name, includes]) => {
      const on = Object.values(rules).filter(includes);
      return [name, LANGUAGES.map((language) => entryOf(name, language, on, plugin))];
    }),
  );
}

function entryOf(
  config: string,
  { name, language, files, ignores }: LanguageFiles,
  rules: readonly Rule[],
  plugin: ESLint.Plugin,
): Linter.Config {
  const on = rules.filter(({ meta }) => meta.docs.languages.includes(name));
  return {
    name:
      name === 'js' ? `go-live/${config}` : `go-live/${config}/${language?.split('/')[1] ?? name}`,
    files: [...files],
    ...(ignores ? { ignores: [...ignores] } : {}),
    plugins: { 'go-live': plugin, ...(language === null ? {} : languagePlugins) },
    ...(language === null ? {} : { language }),
    rules: Object.fromEntries(on.map((rule) => [`go-live/${rule.name}`, severityOf(rule)])),
    ...(apis.includes(config) ? { settings: { 'go-live': { apis: { [config]: {} } } } } : {}),
  };
}

const severityOf = ({ meta }: Rule): 'error' | 'warn' =>
  meta.docs.level === 'recommended' ? 'error' : 'warn';
