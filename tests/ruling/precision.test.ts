import { expect, test } from 'vitest';
import { precisionTable } from '../../scripts/update/precision.js';

const finding = (rule: string, label: 'right' | 'wrong' | 'unsure' | '') => ({
  file: 'a.js',
  line: 1,
  rule,
  message: 'none',
  label,
  why: '',
});
const listOf = (...findings: ReturnType<typeof finding>[]) => ({
  name: 'shop',
  version: '1.0.0',
  findings,
});

test('the table counts labels by rule, most findings first, over all lists', () => {
  const table = precisionTable([
    listOf(finding('max-retries', 'right')),
    listOf(finding('no-env-fallback', 'right'), finding('no-env-fallback', 'wrong')),
    listOf(finding('no-env-fallback', 'unsure')),
  ]);
  expect(table.split('\n')).toEqual([
    '3 packages and repositories, 4 findings.',
    '',
    '| rule | findings | right | wrong | unsure | right in 100 |',
    '|---|---|---|---|---|---|',
    '| [no-env-fallback](rules/no-env-fallback.md) | 3 | 1 | 1 | 1 | 33 |',
    '| [max-retries](rules/max-retries.md) | 1 | 1 | 0 | 0 | 100 |',
    '| all | 4 | 2 | 1 | 1 | 50 |',
  ]);
});

test('what nobody has judged is in no share, and is said', () => {
  const lines = precisionTable([
    listOf(finding('max-retries', 'right'), finding('max-retries', '')),
  ]).split('\n');
  expect(lines.at(-3)).toBe('| all | 2 | 1 | 0 | 0 | 100 |');
  expect(lines.at(-1)).toBe('1 findings are not judged yet.');
});
