import type { ESLint, Linter } from 'eslint';
import { builtInApis } from '../apis/index.ts';
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

const SCRIPTS = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}'];

/** The flat configs of the plugin, each for the languages that its rules work in. */
export function configsFor(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, Rule>>,
): Record<string, Linter.Config[]> {
  return Object.fromEntries(
    Object.entries(CONFIGS).map(([name, includes]) => [
      name,
      [configOf(name, includes, plugin, rules)],
    ]),
  );
}

function configOf(
  name: string,
  includes: (rule: Rule) => boolean,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, Rule>>,
): Linter.Config {
  const on = Object.values(rules).filter(includes);
  return {
    name: `go-live/${name}`,
    files: SCRIPTS,
    plugins: { 'go-live': plugin },
    rules: Object.fromEntries(on.map((rule) => [`go-live/${rule.name}`, severityOf(rule)])),
    ...(apis.includes(name) ? { settings: { 'go-live': { apis: { [name]: {} } } } } : {}),
  };
}

const severityOf = ({ meta }: Rule): 'error' | 'warn' =>
  meta.docs.level === 'recommended' ? 'error' : 'warn';
