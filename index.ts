import { createRequire } from 'node:module';
import type { ESLint } from 'eslint';
import * as rules from './rules/index.ts';
import { configsFor } from './src/configs/index.ts';
import { languages } from './src/languages/index.ts';
import { evidenceConfig } from './src/report/evidence.ts';

const { name, version } = createRequire(import.meta.url)('eslint-plugin-go-live/package.json') as {
  name: string;
  version: string;
};

const plugin = {
  meta: { name, version, namespace: 'go-live' },
  rules: rules as ESLint.Plugin['rules'],
  languages,
  configs: {},
} satisfies ESLint.Plugin;

plugin.configs = { ...configsFor(plugin, rules), report: [evidenceConfig()] };

export default plugin;
