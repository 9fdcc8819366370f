import * as eslint10 from 'eslint';
import * as config10 from 'eslint/config';
import * as eslint9 from 'eslint-v9';
import * as config9 from 'eslint-v9/config';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plugin } from './built-plugin.ts';

const names = Object.keys(plugin.configs);
/** `report` switches on no rule of ours, and goes wherever they do. */
const switching = names.filter((name) => name !== 'report');

/** The rules that a config switches on, without the plugin's prefix. */
function rulesOf(config: string): string[] {
  const on = new Set<string>();
  for (const entry of plugin.configs[config] ?? []) {
    for (const [rule, setting] of Object.entries(entry.rules ?? {})) {
      const severity: unknown = [setting].flat()[0];
      if (severity !== 'off' && severity !== 0) on.add(rule.replace('go-live/', ''));
    }
  }
  return [...on].sort();
}

test('strict holds recommended, and all holds strict', () => {
  expect(rulesOf('strict')).toEqual(expect.arrayContaining(rulesOf('recommended')));
  expect(rulesOf('all')).toEqual(expect.arrayContaining(rulesOf('strict')));
});

test('all is every rule', () => {
  expect(rulesOf('all')).toEqual(Object.keys(plugin.rules).sort());
});

test.each(switching.filter((name) => name !== 'all'))(
  '%s is what the rules say of themselves',
  (name) => {
    const saying = Object.entries(plugin.rules)
      .filter(([, rule]) => rule.meta.docs.configs.includes(name))
      .map(([rule]) => rule);
    expect(rulesOf(name)).toEqual(saying.sort());
  },
);

test.each(switching)('every entry of %s says which files it is for', (name) => {
  for (const entry of plugin.configs[name] ?? []) expect(entry.files?.length).toBeGreaterThan(0);
});

const majors = [
  { major: '9', ESLint: eslint9.ESLint, defineConfig: config9.defineConfig },
  { major: '10', ESLint: eslint10.ESLint, defineConfig: config10.defineConfig },
];
const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-configs-'));
afterAll(() => rmSync(cwd, { recursive: true }));

const files = {
  'client.js': 'export const answer = 42;\n',
  'client.ts': 'export const answer: number = 42;\n',
  'config.json': '{ "answer": 42 }\n',
  'config.yml': 'answer: 42\n',
  '.env': 'ANSWER=42\n',
};

describe.each(majors)('ESLint $major', ({ major, ESLint, defineConfig }) => {
  test('is that version', () => expect(ESLint.version.split('.')[0]).toBe(major));

  const together = ['recommended', 'octopus'].filter((name) => names.includes(name));
  const choices = [...names.map((name) => [name]), together];

  test.each(choices.map((choice) => ({ choice })))('extends $choice', async ({ choice }) => {
    const config = defineConfig([
      { plugins: { 'go-live': plugin }, extends: choice.map((name) => `go-live/${name}`) },
    ]);
    const eslint = new ESLint({ cwd, overrideConfigFile: true, overrideConfig: config });
    for (const [filePath, code] of Object.entries(files)) {
      if (await eslint.isPathIgnored(filePath)) continue;
      const results = await eslint.lintText(code, { filePath });
      const fatal = results.flatMap(({ messages }) => messages.filter((message) => message.fatal));
      // Without a TypeScript parser of the user's own, ESLint reads .ts as JavaScript.
      if (filePath !== 'client.ts') expect(fatal).toEqual([]);
    }
  });
});
