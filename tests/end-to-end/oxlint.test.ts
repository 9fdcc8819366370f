import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import type { Linter } from 'eslint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plugin, root } from './built-plugin.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'go-live-oxlint-'));
const config = path.join(root, 'oxlint/all.json');

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly {
      readonly span: { readonly line: number; readonly column: number };
    }[];
  }[];
}

beforeAll(() => {
  cpSync(path.join(root, 'examples'), cwd, { recursive: true });
  const options = { extends: [config], categories: { correctness: 'off' } };
  writeFileSync(path.join(cwd, '.oxlintrc.json'), JSON.stringify(options));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** `file:line:column rule` of what oxlint reports. */
function byOxlint(...added: string[]): string[] {
  const bin = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [bin, '.', '-f', 'json', ...added], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  return diagnostics.map(({ code, filename, labels }) => {
    const { line, column } = labels[0]?.span ?? { line: 0, column: 0 };
    return `${filename.split(path.sep).join('/')}:${String(line)}:${String(column)} ${code.replace(/^go-live\((.*)\)$/, '$1')}`;
  });
}

/** The same of what ESLint reports with the same rules and, as in oxlint, without settings. */
async function byEslint(): Promise<string[]> {
  const { rules } = JSON.parse(readFileSync(config, 'utf8')) as { rules: Linter.RulesRecord };
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.{js,mjs,cjs,ts}'],
      plugins: { 'go-live': plugin },
      languageOptions: { parser: tsParser },
      rules,
    },
  });
  const results = await eslint.lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId }) => {
      const file = path.relative(cwd, filePath).split(path.sep).join('/');
      return `${file}:${String(line)}:${String(column)} ${String(ruleId).replace('go-live/', '')}`;
    }),
  );
}

test('oxlint reports what ESLint reports on the examples', async () => {
  const [ours, theirs] = [await byEslint(), byOxlint()];
  expect(theirs.sort()).toEqual(ours.sort());
  expect(ours.length).toBeGreaterThan(50);
});
