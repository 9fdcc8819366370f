import * as parser from '@typescript-eslint/parser';
import { ESLint, type Linter } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plugin, root } from './built-plugin.ts';

/** What an example is linted as, by the language of its fence; `file=a/b.ts` there says otherwise. */
const fileNames: Record<string, string> = {
  ts: 'example.ts',
  js: 'example.js',
  json: 'example.json',
  yaml: 'example.yml',
  yml: 'example.yml',
  env: '.env',
};

interface Example {
  verdict: string;
  code: string;
  filePath: string;
  options: unknown;
  settings: Record<string, unknown>;
}

/** The JSON of `key={...}` in a fence's info string, which holds no blanks. */
function jsonOf(info: string, key: string): Record<string, unknown> | undefined {
  const text = info.split(/\s+/).find((word) => word.startsWith(`${key}=`));
  return text === undefined ? undefined : JSON.parse(text.slice(key.length + 1));
}

/** The fences of a page that are marked `correct` or `incorrect`. */
function examplesOf(page: string): Example[] {
  const fences = page.matchAll(/^```(\w+) (correct|incorrect)\b(.*)\n([\s\S]*?)^```$/gm);
  return [...fences].map(([, language = '', verdict = '', info = '', code = '']) => ({
    verdict,
    code,
    filePath: /\bfile=(\S+)/.exec(info)?.[1] ?? fileNames[language] ?? `example.${language}`,
    options: jsonOf(info, 'options'),
    settings: jsonOf(info, 'settings') ?? {},
  }));
}

async function lint(name: string, { code, filePath, options, settings }: Example) {
  const ruleId = `go-live/${name}`;
  const severity: Linter.RuleEntry = options === undefined ? 'error' : ['error', options];
  const eslint = new ESLint({
    cwd: root,
    ignore: false,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts', '**/*.js'], languageOptions: { parser } },
      ...(plugin.configs['all'] ?? []),
      { plugins: { 'go-live': plugin }, rules: { [ruleId]: severity }, settings },
    ],
    ruleFilter: (rule) => rule.ruleId === ruleId,
  });
  const results = await eslint.lintText(code, { filePath });
  return results.flatMap(({ messages }) => messages);
}

describe.each(Object.keys(plugin.rules))('the page of %s', (name) => {
  const page = readFileSync(path.join(root, `docs/rules/${name}.md`), 'utf8');
  const examples = examplesOf(page);

  test('shows what is wrong, what is right, and when not to ask for it', () => {
    const headings = ['## Incorrect', '## Correct', '## When not to use it'];
    expect(headings.filter((heading) => !page.includes(`\n${heading}\n`))).toEqual([]);
    expect(new Set(examples.map(({ verdict }) => verdict)).size).toBe(2);
  });

  test('says the truth in its examples', async () => {
    for (const example of examples) {
      const messages = await lint(name, example);
      expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
      expect(messages.length > 0 ? 'incorrect' : 'correct', example.code).toBe(example.verdict);
    }
  });
});
