import type { Linter as LinterTypes } from 'eslint';
import { Linter } from 'eslint';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import { describe, expect, it } from 'vitest';
import { languagePlugins, languages } from '../../src/languages/index.ts';

const files: Record<string, string> = {
  'a.json': '{ "a": 1, "b": ["x", null] } // c\n',
  'a.json5': "{ a: 'x', b: [1,] }\n",
  'a.yml': 'a: 1\nb:\n  - c # d\n---\n- e\n',
  '.env': 'A=1\n# c\nB="x"\nno pair\n',
};
const languageOf: Record<string, string> = {
  'a.json': 'go-live-json/json',
  'a.json5': 'go-live-json/json5',
  'a.yml': 'go-live-yaml/yaml',
  '.env': 'go-live/env',
};

const verify = (name: string, code: string, more: LinterTypes.Config = {}): string[] => {
  const config: LinterTypes.Config = {
    files: ['**'],
    language: languageOf[name] ?? '',
    plugins: { 'go-live': { languages }, ...languagePlugins },
  };
  const linter = new Linter({ configType: 'flat' });
  return linter.verify(code, [more, config], name).map(({ message }) => message);
};

describe.each(Object.entries(files))("ESLint's own rules on %s", (name, code) => {
  it('stop no run', { timeout: 60_000 }, () => {
    for (const id of builtinRules.keys()) {
      expect(() => verify(name, code, { rules: { [id]: 'error' } }), id).not.toThrow();
    }
  });

  it('bring their language options', () => {
    const languageOptions = { ecmaVersion: 2022, sourceType: 'module', globals: { a: 'readonly' } };
    expect(verify(name, code, { languageOptions } as LinterTypes.Config)).toEqual([]);
  });
});

describe('what does not parse', () => {
  it.each([
    ['a.json', ''],
    ['a.json', '{ "a": {{ value }} }'],
    ['a.yml', '{{- if .Values.a }}\na: 1\n{{- end }}\nb: {{ .c }}: [\n'],
    ['a.yml', ''],
  ])('%s with %j is no error where that is to be expected', (name, code) => {
    expect(verify(name, code)).toEqual([]);
  });

  it.each([
    ['a.json', '{ "a": [ }'],
    ['a.yml', 'a: [1\nb: 2\n'],
  ])('%s with %j is an error elsewhere', (name, code) => {
    expect(verify(name, code)).toHaveLength(1);
  });

  it('takes a remark about eslint for one', () => {
    expect(verify('a.json', '{\n  // eslint plugin\n  "a": 1\n}')).toEqual([]);
  });

  it('takes comments and trailing commas in .json', () => {
    expect(verify('a.json', '{\n  // why\n  "a": [1,],\n}')).toEqual([]);
  });
});
