import { ESLint } from 'eslint';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
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

/** Within the package, so that its name leads to itself. */
mkdirSync(path.join(root, '.scratch'), { recursive: true });
const folder = mkdtempSync(path.join(root, '.scratch/guide-'));
let written = 0;
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Ids of the rules that report on a text under a configuration that stands in a page. */
async function lint(config: string, code: string, filePath: string): Promise<(string | null)[]> {
  const file = path.join(folder, `${String(++written)}.config.js`);
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

const marked = (marks: readonly string[]): [string, Fence[]][] =>
  pages
    .map((page): [string, Fence[]] => [
      page,
      fencesOf(page).filter(({ mark }) => marks.includes(mark)),
    ])
    .filter(([, fences]) => fences.length > 0);

test.each(marked(['example']))('the configurations in %s work', async (_page, fences) => {
  for (const { text } of fences) {
    const inFolder = text.includes('basePath') ? 'services/payments/a.js' : 'a.js';
    const found = await lint(text, "await fetch('https://a.shop.net/orders');", inFolder);
    expect(found, text).toContain('go-live/require-request-timeout');
  }
});

test.each(marked(['correct', 'incorrect']))('%s says the truth of its files', async (_, fences) => {
  for (const { mark, file, text } of fences) {
    const found = await lint(recommended, text, file);
    expect(found.length > 0 ? 'incorrect' : 'correct', text).toBe(mark);
  }
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
