import { ESLint } from 'eslint';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './built-plugin.ts';

const guide = path.join(root, 'docs/guide');
const pages = readdirSync(guide).filter((name) => name.endsWith('.md'));

interface Fence {
  readonly language: string;
  /** What stands after the language: `example` is a whole configuration. */
  readonly mark: string;
  readonly file: string;
  readonly text: string;
}

function fencesOf(page: string): Fence[] {
  const text = readFileSync(path.join(guide, page), 'utf8');
  const found = text.matchAll(/^```(\w+)(?: (\w+))?(?: file=(\S+))?.*\n([\s\S]*?)^```$/gm);
  return [...found].map(([, language = '', mark = '', file = '', text = '']) => ({
    language,
    mark,
    file: file || (language === 'env' ? '.env' : `example.${language}`),
    text,
  }));
}

/** Ids of the rules that report on a text under a configuration that stands in a page. */
async function lint(config: string, code: string, filePath: string): Promise<(string | null)[]> {
  // Within the package, so that its name leads to itself.
  const folder = path.join(root, '.scratch/guide');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${Math.random().toString(36).slice(2)}.config.js`);
  writeFileSync(file, config);
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: file, ignore: false });
  const results = await eslint.lintText(code, { filePath: path.join(folder, filePath) });
  return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

const recommended = `
  import { defineConfig } from 'eslint/config';
  import goLive from 'eslint-plugin-go-live';
  export default defineConfig([{ plugins: { 'go-live': goLive }, extends: ['go-live/recommended'] }]);
`;

describe.each(pages)('%s', (page) => {
  const fences = fencesOf(page);
  const configs = fences.filter(({ mark }) => mark === 'example').map(({ text }) => text);
  const verdicts = fences.filter(({ mark }) => mark === 'correct' || mark === 'incorrect');

  test.runIf(configs.length > 0)('has configurations that work', async () => {
    for (const config of configs) {
      const inFolder = config.includes('basePath') ? 'services/payments/a.js' : 'a.js';
      const found = await lint(config, "await fetch('https://a.shop.net/orders');", inFolder);
      expect(found, config).toContain('go-live/require-request-timeout');
    }
  });

  test.runIf(verdicts.length > 0)('says the truth of its data files', async () => {
    for (const { mark, file, text } of verdicts) {
      const found = await lint(recommended, text, file);
      expect(found.length > 0 ? 'incorrect' : 'correct', text).toBe(mark);
    }
  });
});

test('the profile of the guide finds what the guide says', async () => {
  const [config, code] = fencesOf('writing-an-api-profile.md');
  const found = await lint(config?.text ?? '', code?.text ?? '', 'a.js');
  expect(found.toSorted()).toEqual([
    'go-live/max-request-timeout',
    'go-live/require-idempotency-key',
    'go-live/require-retry',
  ]);
});

test('each line of the .env file in the guide is reported', async () => {
  const [env] = fencesOf('data-files.md').filter(({ mark }) => mark === 'incorrect');
  const found = await lint(recommended, env?.text ?? '', env?.file ?? '');
  expect(found).toEqual([
    'go-live/no-disabled-tls-verification',
    'go-live/no-insecure-http',
    'go-live/no-unreachable-webhook-url',
  ]);
});
