import type { ESLint } from 'eslint';
import * as rules from '../../../rules/index.ts';
import { configsFor } from '../../../src/configs/index.ts';
import { languages } from '../../../src/languages/index.ts';

/** The plugin as `index.ts` puts it together, but for what that reads from package.json. */
export const plugin: ESLint.Plugin = {
  meta: { name: 'eslint-plugin-go-live', namespace: 'go-live' },
  rules: rules as NonNullable<ESLint.Plugin['rules']>,
  languages,
};

export const configs = configsFor(plugin, rules);
