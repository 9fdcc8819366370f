import { readdirSync } from 'node:fs';
import path from 'node:path';
import { vi } from 'vitest';
import type { Cases } from '../rule-tester.ts';
import type { TestedRule } from './case.ts';

export interface RuleCases extends Cases {
  readonly rule: TestedRule;
}

const folder = path.resolve(import.meta.dirname, '../rules');

/** The cases of every rule, as tests/rules gives them to the tester, which does not run. */
export async function allCases(): Promise<readonly RuleCases[]> {
  const all: RuleCases[] = [];
  vi.doMock('../rule-tester.ts', () => ({
    testRule: (rule: TestedRule, cases: Cases) => all.push({ rule, ...cases }),
  }));
  for (const file of readdirSync(folder)) {
    if (file.endsWith('.test.ts')) await import(path.join(folder, file));
  }
  vi.doUnmock('../rule-tester.ts');
  return all;
}
