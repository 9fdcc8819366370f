import json from '@eslint/json';
import type { ESLint } from 'eslint';
import * as yaml from 'eslint-plugin-yml';
import { envLanguage } from './env-language.ts';
import { lenient } from './lenient.ts';
import { withScriptStandIns } from './script-stand-ins.ts';

type Languages = NonNullable<ESLint.Plugin['languages']>;

/** The plugin's own languages. */
export const languages = { env: withScriptStandIns(envLanguage) } as unknown as Languages;

const { jsonc, json5 } = json.languages;

/** Takes comments and trailing commas: many tools read their .json with them, and none is at fault. */
const tolerantJson: typeof jsonc.parse = (file, { languageOptions }) =>
  jsonc.parse(file, { languageOptions: { ...languageOptions, allowTrailingCommas: true } });

/**
 * The plugins whose languages the configs use, by the name that the configs give them. The names
 * are our own, so that a user's own entries may bring another copy of the same plugin.
 */
export const languagePlugins = {
  'go-live-json': {
    meta: json.meta,
    languages: {
      json: withScriptStandIns(lenient(jsonc, '{}', tolerantJson as never)),
      json5: withScriptStandIns(lenient(json5, '{}')),
    },
  },
  'go-live-yaml': {
    meta: { ...yaml.meta },
    languages: { yaml: lenient(yaml.languages.yaml, '') },
  },
} as unknown as Record<string, ESLint.Plugin>;
