import { ESLint } from 'eslint';
import { check, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import path from 'node:path';
import { ruleFiles } from '../../scripts/new-rule/templates.js';
import { root } from './source-files.ts';

const files = Object.entries(ruleFiles('require-something')).filter(([file]) =>
  file.endsWith('.ts'),
);

describe.each(files)('the template of %s', (file, text) => {
  const filePath = path.join(root, file);

  test('is formatted', async () => {
    const config = await resolveConfig(filePath);
    expect(await check(text, { ...config, filepath: filePath })).toBe(true);
  });

  test('passes the lint', async () => {
    const [result] = await new ESLint({ cwd: root }).lintText(text, { filePath });
    expect(result?.messages).toEqual([]);
  });
});
