import * as eslint10 from 'eslint';
import type { Linter } from 'eslint';
import * as eslint9 from 'eslint-v9';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root } from './built-plugin.ts';
import { fences } from './fences.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-frameworks-'));
afterAll(() => rmSync(cwd, { recursive: true }));

/** The configuration that the page shows, with what it imports. */
async function shownConfig(): Promise<Linter.Config[]> {
  const page = readFileSync(path.join(root, 'docs/frameworks.md'), 'utf8');
  const text = fences(page).find(({ language }) => language === 'js')?.text ?? '';
  const file = path.join(root, '.scratch', `frameworks-${String(process.pid)}.config.js`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  try {
    return ((await import(/* @vite-ignore */ file)) as { default: Linter.Config[] }).default;
  } finally {
    rmSync(file);
  }
}
const config = await shownConfig();

const script = `import axios from 'axios';
const client = axios.create({ baseURL: 'http://api.octopuscards.io', timeout: 900_000 });
const load = async (id: string) => (await client.get(\`/orders/\${id}\`)).data;
`;
const fixed = script.replace('http:', 'https:').replace('900_000', '60_000');
const found = ['no-insecure-http', 'max-request-timeout'];

const files = [
  {
    file: 'Orders.vue',
    around: (code: string) =>
      `<template>\n  <p @click="load('1')">{{ 'http://api.octopuscards.io' }}</p>\n</template>\n\n<script setup lang="ts">\n${code}</script>\n\n<style>p { color: red }</style>\n`,
    line: 7,
  },
  {
    file: 'Orders.svelte',
    around: (code: string) =>
      `<script lang="ts">\n${code}</script>\n\n<p>{#await load('1')}…{/await}</p>\n\n<style>p { color: red }</style>\n`,
    line: 3,
  },
  {
    file: 'Orders.astro',
    around: (code: string) => `---\n${code}---\n<html><body><p>{load('1')}</p></body></html>\n`,
    line: 3,
  },
  {
    file: 'ORDERS.md',
    around: (code: string) =>
      `# Orders\n\nLike this:\n\n\`\`\`ts\n${code}\`\`\`\n\n- and\n\n  \`\`\`js\n  export const answer = 42;\n  \`\`\`\n`,
    line: 7,
  },
];

describe.each([
  { major: '9', ESLint: eslint9.ESLint },
  { major: '10', ESLint: eslint10.ESLint },
])('ESLint $major', ({ ESLint }) => {
  const lint = async (file: string, code: string, fix: boolean) => {
    const eslint = new ESLint({ cwd, fix, overrideConfigFile: true, overrideConfig: config });
    const [result] = await eslint.lintText(code, { filePath: file });
    if (!result) throw new Error(`${file} is not linted.`);
    return result;
  };

  test.each(files)('reports at the right lines of $file', async ({ file, around, line }) => {
    const { messages } = await lint(file, around(script), false);
    const reports = messages.map(({ ruleId, line }) => `${ruleId ?? 'fatal'} ${String(line)}`);
    expect(reports.toSorted()).toEqual(
      found.map((rule) => `go-live/${rule} ${String(line)}`).toSorted(),
    );
  });

  test.each(files)('fixes $file in place', async ({ file, around }) => {
    const { output } = await lint(file, around(script), true);
    expect(output).toBe(around(fixed));
    expect((await lint(file, around(fixed), false)).messages).toEqual([]);
  });
});
