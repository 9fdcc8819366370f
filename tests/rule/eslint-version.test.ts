import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const wanted = process.env['GO_LIVE_ESLINT'];

test('the rule tests run in the ESLint that their project names', () => {
  const required: unknown = createRequire(import.meta.url)('eslint/package.json');
  expect(ESLint.version.split('.')[0]).toBe(wanted);
  expect(required).toHaveProperty('version', ESLint.version);
  const other = process.env['GO_LIVE_ESLINT_9'];
  if (wanted !== '9' || other === undefined) return;
  const { version }: { version?: unknown } = JSON.parse(
    readFileSync(path.join(other, 'package.json'), 'utf8'),
  );
  expect(ESLint.version).toBe(version);
});
