import { describe, expect, test } from 'vitest';
import { checklists } from '../../src/checklists/index.ts';
import { listedRules } from './rule-list.ts';

const shownBy = new Map<string, string>(
  Object.values(checklists).flatMap(({ items }) => items.map(({ id, shows }) => [id, shows])),
);

describe.each(listedRules)('$name', ({ name, meta }) => {
  test('goes by the name of its file', () => {
    expect(meta.docs.url).toMatch(new RegExp(`/docs/rules/${name}\\.md$`));
  });

  test('says what it is for', () => {
    expect(meta.docs.description).toMatch(/^(Disallow|Require|Enforce) .+[^.]$/);
  });

  test('speaks in whole sentences', () => {
    const { edit, ...messages } = meta.messages;
    for (const message of Object.values(messages)) expect(message).toMatch(/^['A-Z{].*\.$/s);
    expect(edit).toBe('{{title}}');
  });

  test('checks items that exist and that code can show', () => {
    const shows = meta.docs.checklist.map((id) => shownBy.get(id));
    expect(shows).not.toContain(undefined);
    expect(shows).not.toContain('manual');
  });

  test('describes every option', () => {
    const options = meta.schema?.[0]?.properties ?? {};
    for (const { description = '' } of Object.values(options)) expect(description).toMatch(/\.$/);
  });
});

test('no two rules describe themselves alike', () => {
  const descriptions = listedRules.map(({ meta }) => meta.docs.description);
  expect(new Set(descriptions).size).toBe(descriptions.length);
});
