import { createRequire } from 'node:module';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const wanted = process.env['GO_LIVE_ESLINT'];

test('the rule tests run in the ESLint that their project names', () => {
  const required: unknown = createRequire(import.meta.url)('eslint/package.json');
  expect(ESLint.version.split('.')[0]).toBe(wanted);
  expect(required).toHaveProperty('version', ESLint.version);
});
