import { describe, expect, test } from 'vitest';
import { derivedIndices } from '../../scripts/update/indices.js';
import { betweenMarkers } from '../../scripts/update/markers.js';
import { optionTable } from '../../scripts/update/option-table.js';
import { pageHead } from '../../scripts/update/page-head.js';
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
