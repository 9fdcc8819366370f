import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allCases } from '../rule-tester/all-cases.ts';
import type { ExpectedError, InvalidCase, Situation, ValidCase } from '../rule-tester/case.ts';
import { dataLanguageOf } from '../rule-tester/lint.ts';
import type { Mark } from '../rule-tester/marks.ts';
import { byPlace, readMarks, writeMarks } from '../rule-tester/marks.ts';
import { layOut, situationOf } from '../rule-tester/run.ts';
import { root } from './built-plugin.ts';

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly filename: string;
    /** In bytes. */
    readonly labels: readonly { readonly span: { offset: number; length: number } }[];
  }[];
}

/** A case of tests/rules, which is what ESLint says of the same code: tests/rules runs there. */
interface Laid {
  readonly situation: Situation;
  readonly marked: string;
  /** Absent: the rule has nothing to say. */
  readonly invalid?: InvalidCase;
}

const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'go-live-oxlint-')));
const laid: Laid[] = [];

beforeAll(async () => {
  for (const { rule, valid, invalid } of await allCases()) {
    for (const each of valid) {
      const given: ValidCase = typeof each === 'string' ? { code: each } : each;
      add(given, situationOf(rule, given, given.code, nextFolder()));
    }
    for (const given of invalid) {
      add(given, situationOf(rule, given, readMarks(given.code).code, nextFolder()), given);
    }
  }
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** Its name must say nothing: rules look at the path of a file. */
const nextFolder = (): string => path.join(cwd, `case-${String(laid.length)}`);

function add(given: ValidCase, situation: Situation, invalid?: InvalidCase): void {
  const { ruleName, folder, filename, code, options, settings } = situation;
  if (dataLanguageOf(filename) !== null) return;
  const config = {
    jsPlugins: [path.join(root, 'dist/index.js')],
    categories: { correctness: 'off' },
    rules: { [`go-live/${ruleName}`]: ['error', ...options] },
    settings,
  };
  const own = { '.oxlintrc.json': JSON.stringify(config), [filename]: code };
  layOut(folder, { ...given.files, ...own });
  laid.push({ situation, marked: given.code, ...(invalid ? { invalid } : {}) });
}

/** Lints all cases in one run. */
function oxlint(...added: string[]): OxlintReport {
  const bin = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [bin, '.', '--no-ignore', '-f', 'json', ...added];
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return JSON.parse(run.stdout) as OxlintReport;
}

interface Found extends Mark {
  readonly message: string;
}

/** What is reported, by file, with places counted as JavaScript counts. */
function byFile({ diagnostics }: OxlintReport): Map<string, Found[]> {
  const codes = new Map(laid.map(({ situation }) => [situation.filename, situation.code]));
  const found = new Map<string, Found[]>();
  for (const { filename, labels, message } of diagnostics) {
    const file = path.join(cwd, filename);
    const bytes = Buffer.from(codes.get(file) ?? '');
    const place = (offset: number): number => bytes.subarray(0, offset).toString().length;
    const { offset, length } = labels[0]?.span ?? { offset: 0, length: 0 };
    const report = { start: place(offset), end: place(offset + length), message };
    found.set(file, [...(found.get(file) ?? []), report]);
  }
  return found;
}

/** The texts of messages that a case expects, with a `*` where something is filled in. */
function expectedMessages({ situation, invalid }: Laid): string[] {
  const messages = situation.rule.meta?.messages ?? {};
  const only = Object.keys(messages).find((id) => id !== 'edit') ?? '';
  const { marks } = readMarks(invalid?.code ?? '');
  return marks.map((_, index) => {
    const error = invalid?.errors?.[index] ?? only;
    const text = messages[typeof error === 'string' ? error : error.messageId] ?? '';
    return text.replace(/\{\{.*?\}\}/g, '*');
  });
}

const isText = (message: string, pattern: string): boolean => {
  const parts = pattern.split('*').map((part) => part.replace(/[^\w\s]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(message);
};

const suggestionsOf = ({ suggestions = [], errors = [] }: InvalidCase): string[] =>
  [...suggestions, ...errors.flatMap((error) => inside(error))].map((each) =>
    typeof each === 'string' ? each : each.output,
  );
const inside = (error: string | ExpectedError) =>
  typeof error === 'string' ? [] : (error.suggestions ?? []);

const textNow = ({ situation }: Laid): string => readFileSync(situation.filename, 'utf8');

// In this order: each run changes the files that the next one reads.
test('oxlint reports what ESLint reports, for every case of every rule', () => {
  expect(laid.length).toBeGreaterThan(2000);
  const found = byFile(oxlint());
  for (const each of laid) {
    const reports = (found.get(each.situation.filename) ?? []).toSorted(byPlace);
    expect(writeMarks(each.situation.code, reports)).toBe(each.marked);
    for (const [index, pattern] of expectedMessages(each).entries()) {
      expect(reports[index]?.message).toSatisfy((message: string) => isText(message, pattern));
    }
  }
});

test('oxlint --fix writes what ESLint --fix writes, for every case of every rule', () => {
  oxlint('--fix');
  for (const each of laid) {
    expect(textNow(each)).toBe(each.invalid?.output ?? each.situation.code);
  }
  const fixed = laid.filter(({ invalid }) => typeof invalid?.output === 'string');
  expect(fixed.length).toBeGreaterThan(100);
});

test('oxlint --fix-suggestions writes the suggestion of ESLint, where a case has just one', () => {
  oxlint('--fix-suggestions');
  let seen = 0;
  for (const each of laid) {
    const { invalid } = each;
    const [suggestion, ...others] = invalid ? suggestionsOf(invalid) : [];
    if (suggestion === undefined || others.length > 0 || invalid?.output) continue;
    expect(textNow(each)).toBe(suggestion);
    seen++;
  }
  expect(seen).toBeGreaterThan(100);
});
