import { describe, expect, test } from 'vitest';
import { checklistPage } from '../../scripts/update/checklists.js';
import { derivedIndices } from '../../scripts/update/indices.js';
import { betweenMarkers } from '../../scripts/update/markers.js';
import { optionTable } from '../../scripts/update/option-table.js';
import { pageHead } from '../../scripts/update/page-head.js';
import { profileKeys } from '../../scripts/update/profile-keys.js';
import { root, textOf } from './source-files.ts';

test('the indices are current', () => {
  const derived = [...derivedIndices(root)];
  expect(derived.filter(([file, text]) => textOf(file) !== text).map(([file]) => file)).toEqual([]);
});

describe('a derived part of a page', () => {
  const block = '<!-- begin options -->\n\ntable\n\n<!-- end options -->';

  test('replaces what stood between its marks', () => {
    const page = 'a\n<!-- begin options -->\nold\n<!-- end options -->\nb\n';
    expect(betweenMarkers(page, 'options', 'table')).toBe(`a\n${block}\nb\n`);
  });

  test('goes below its heading where there are no marks yet', () => {
    const page = '# x\n\n## Options\n\nMore.\n';
    expect(betweenMarkers(page, 'options', 'table', '## Options')).toBe(
      `# x\n\n## Options\n\n${block}\n\nMore.\n`,
    );
  });

  test('brings its heading where there is none', () => {
    const page = '# x\n\n## When not to use it\n\nNever.\n';
    expect(betweenMarkers(page, 'options', 'table', '## Options')).toBe(
      `# x\n\n## Options\n\n${block}\n\n## When not to use it\n\nNever.\n`,
    );
  });

  test.each(['# x\n\n## Options\n\nMore.\n', '# x\n\n## When not to use it\n\nNever.\n', '# x\n'])(
    'stays as it is the second time: %j',
    (page) => {
      const once = betweenMarkers(page, 'options', 'table', '## Options');
      expect(betweenMarkers(once, 'options', 'table', '## Options')).toBe(once);
    },
  );
});

test('an option table has a line an option', () => {
  const properties = {
    maxMs: { type: 'integer', default: 60_000, description: 'The limit.' },
    allow: { type: 'array', items: { enum: ['a', 'b'] }, description: 'Left | alone.' },
  };
  expect(
    optionTable({ meta: { schema: [{ properties }] } })
      .split('\n')
      .slice(2),
  ).toEqual([
    '| `maxMs` | integer | `60000` | The limit. |',
    '| `allow` | (`"a"`, `"b"`)[] |  | Left \\| alone. |',
  ]);
});

test('the head of a page names the items in their own words', () => {
  const item = { id: 'shop/timeouts', section: 'Network', text: 'Timeouts set', shows: 'code' };
  const docs = { description: 'Require x', configs: ['strict'], checklist: ['shop/timeouts'] };
  const head = pageHead(
    'require-x',
    { meta: { docs } },
    { shop: { title: 'Shop', items: [item] } },
  );
  expect(head).toContain('- Shop, Network: Timeouts set (`shop/timeouts`)');
});

test('the page of a checklist has every item, with its rules or the reason why there are none', () => {
  const items = [
    { id: 'shop/timeouts', section: 'Network', text: 'Timeouts of <n> s', shows: 'code' },
    { id: 'shop/alerts', section: 'Network', text: 'Alerts | pages', shows: 'config' },
    { id: 'shop/tested', section: 'Tests', text: 'Tested', shows: 'manual', why: 'An event.' },
  ];
  const rules = ['b', 'a'].map((name) => ({
    name,
    meta: { docs: { checklist: ['shop/timeouts'] } },
  }));
  const page = checklistPage({ api: 'shop', title: 'Shop', items }, rules);
  expect(page).toContain('3, of which 2 show in code or configuration and 1 are for a person');
  expect(page.split('\n').filter((line) => line.startsWith('| <a'))).toEqual([
    '| <a id="timeouts"></a>Timeouts of \\<n> s | [a](../rules/a.md), [b](../rules/b.md) |',
    '| <a id="alerts"></a>Alerts \\| pages | No rule looks at it yet. |',
    '| <a id="tested"></a>Tested | ☐ For a person: An event. |',
  ]);
});

test('the keys of a profile are those of its types, with their docstrings', () => {
  const source = `
    export type Method = 'GET' | 'POST';
    /** A request line. */
    export interface Endpoint { readonly method: Method; readonly all?: readonly Method[] }
    /** An API. */
    export interface ApiProfile {
      /** Short
       * name. */
      readonly name: string;
      readonly paths?: readonly Endpoint[];
    }`;
  expect(
    profileKeys(source)
      .split('\n')
      .filter((line) => line.startsWith('| `')),
  ).toEqual([
    '| `name` (required) | `string` | Short name. |',
    '| `paths` | [Endpoint\\[\\]](#endpoint) | A request line. |',
    "| `method` (required) | `'GET' \\| 'POST'` |  |",
    "| `all` | `('GET' \\| 'POST')[]` |  |",
  ]);
});
