import { createRequire } from 'node:module';
import type { ESLint, Linter } from 'eslint';
import * as rules from './rules/index.ts';
import { configsFor } from './src/configs/index.ts';
import { languages } from './src/languages/index.ts';
import { evidenceConfig } from './src/report/evidence.ts';

const { name, version } = createRequire(import.meta.url)('eslint-plugin-go-live/package.json') as {
  name: string;
  version: string;
};

interface Plugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin['rules']>;
  readonly languages: NonNullable<ESLint.Plugin['languages']>;
  /** By name: `recommended`, `strict`, `all`, one for each API, and `report`. */
  configs: Record<string, Linter.Config[]>;
}

const plugin: Plugin = {
  meta: { name, version, namespace: 'go-live' },
  rules: rules as NonNullable<ESLint.Plugin['rules']>,
  languages,
  configs: {},
};

plugin.configs = { ...configsFor(plugin, rules), report: [evidenceConfig()] };

export default plugin;
