import { expect, test } from 'vitest';
import { listedRules } from './rule-list.ts';
import { namesIn } from './source-files.ts';

const indexed = listedRules.map(({ name }) => name).sort();

test('every rule file has its line in the index', () => {
  expect(indexed).toEqual(namesIn('rules', '.ts'));
});

test('every rule has a test, and every test in the room a rule', () => {
  expect(namesIn('tests/rules', '.test.ts')).toEqual(indexed);
});

test('every rule has a page, and every page a rule', () => {
  expect(namesIn('docs/rules', '.md')).toEqual(indexed);
});
