import { expect, test } from 'vitest';
import * as rules from '../../rules/index.ts';
import { formats, surfaceOf } from '../../src/report/formats.ts';
import { mergeReports } from '../../src/report/merge.ts';
import type { ItemReport, Report } from '../../src/report/model.ts';
import { stateOf } from '../../src/report/model.ts';

const base = {
  id: 'acme/timeouts',
  section: 'Time',
  text: 'Every call has a timeout, so that a server that never answers holds nothing for ever',
  rules: ['require-request-timeout'],
  isChecked: true,
  counts: [{ what: 'calls', seen: 2 }],
  places: [],
  silenced: [],
  why: null,
};
const item = (part: Partial<ItemReport>): ItemReport => {
  const whole = { ...base, ...part };
  return { ...whole, state: stateOf(whole) };
};
const place = {
  file: 'src/a.ts',
  line: 3,
  column: 7,
  rule: 'require-request-timeout',
  message: 'No <timeout> for @team_all',
  frame: [{ line: 3, text: 'fetch("<x>")', isProblem: true }],
};
const reportWith = (...items: ItemReport[]): Report => ({
  version: 1,
  files: 2,
  unread: [{ file: 'b.ts', reason: 'Unexpected token' }],
  apis: [{ api: 'acme', title: 'Acme & Sons', items }],
});
const failing = item({ places: [place] });
const everything = reportWith(
  failing,
  item({ id: 'acme/b' }),
  item({ id: 'acme/c', counts: [] }),
  item({ id: 'acme/d', isChecked: false }),
  item({ id: 'acme/e', rules: [], why: 'Nobody sees it.' }),
);
const plain = { width: 80, colour: false, rules };

test('the states follow from what is known', () => {
  expect(everything.apis[0]?.items.map(({ state }) => state)).toEqual([
    'failed',
    'passed',
    'not-seen',
    'off',
    'manual',
  ]);
});

test.each([40, 60, 120])('the terminal report keeps to %i columns', (width) => {
  const lines = formats.terminal(everything, { ...plain, width }).split('\n');
  expect(lines.filter((line) => line.length > width)).toEqual([]);
  expect(lines.join(' ')).toContain('src/a.ts:3:7');
});

test('the terminal report has escape sequences only in colour', () => {
  expect(formats.terminal(everything, plain)).not.toContain('\u001b[');
  expect(formats.terminal(everything, { ...plain, colour: true })).toContain('\u001b[31m');
});

test('the last line of the terminal report counts', () => {
  const text = formats.terminal(everything, { ...plain, width: 100 }).trimEnd();
  expect(text.slice(text.lastIndexOf('\n') + 1)).toBe(
    '2 files: 1 failed, 1 passed, 1 not seen in this code, 1 switched off, 1 for a person',
  );
});

test('many places are counted, not listed', () => {
  const report = reportWith(item({ places: Array.from({ length: 25 }, () => place) }));
  expect(formats.terminal(report, plain)).toContain('… and 15 more places');
  expect(formats.markdown(report)).toContain('… and 20 more places');
});

test('Markdown ticks what passed, and lets no text become markup or mention somebody', () => {
  const text = formats.markdown(everything);
  expect(text).toContain('- [x] ✅');
  expect(text).toContain('- [ ] ❌');
  expect(text).toContain(String.raw`No &lt;timeout> for &#64;team\_all`);
});

test('HTML escapes what it shows, and asks nothing of the network but links', () => {
  const page = formats.html(everything, plain);
  expect(page).toContain('Acme &amp; Sons');
  expect(page).toContain('fetch(&quot;&lt;x&gt;&quot;)');
  expect(page).not.toMatch(/<(?:script|img|iframe)[^>]*\ssrc=|<link\b|@import|url\(/);
});

test('JSON is the report itself', () => {
  expect(JSON.parse(formats.json(everything))).toEqual(everything);
});

test('a pipe has no colour, a terminal has, and NO_COLOR has the last word', () => {
  expect(surfaceOf({}, {}, rules).colour).toBe(false);
  expect(surfaceOf({ isTTY: true, columns: 60 }, {}, rules)).toMatchObject({
    width: 60,
    colour: true,
  });
  expect(surfaceOf({ isTTY: true }, { NO_COLOR: '1' }, rules).colour).toBe(false);
  expect(surfaceOf({}, { FORCE_COLOR: '1' }, rules).colour).toBe(true);
});

test.each([
  ['calls', 'call'],
  ['TLS switches', 'TLS switch'],
  ['retries', 'retry'],
  ['groups of calls', 'group of calls'],
  ['branches on a status', 'branch on a status'],
])('one of the %s is a %s', (what, one) => {
  const report = reportWith(item({ counts: [{ what, seen: 1 }] }));
  expect(formats.terminal(report, plain)).toContain(`looked at 1 ${one}, none failed`);
});

test('merging adds up, and one failure fails', () => {
  const merged = mergeReports([
    reportWith(item({})),
    reportWith(failing, item({ id: 'acme/new' })),
  ]);
  expect(merged.files).toBe(4);
  const [first, second] = merged.apis[0]?.items ?? [];
  expect(first).toMatchObject({ state: 'failed', counts: [{ what: 'calls', seen: 4 }] });
  expect(second?.id).toBe('acme/new');
});

test('merging finds what one of the runs did not see', () => {
  const merged = mergeReports([reportWith(item({ counts: [] })), reportWith(item({}))]);
  expect(merged.apis[0]?.items[0]?.state).toBe('passed');
});

test('a report over 10,000 results is made in time', () => {
  const many = item({ places: Array.from({ length: 10_000 }, (_, line) => ({ ...place, line })) });
  expect(formats.html(reportWith(many), plain).length).toBeLessThan(500_000);
});
