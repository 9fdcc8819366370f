import { expect, test } from 'vitest';
import { checklists } from '../../src/checklists/index.ts';
import { itemOf, reportOf } from './report-of.ts';

const bare = `await fetch('https://api.octopuscards.io/api/v1/wallets');`;
const timed = `await fetch('https://api.octopuscards.io/api/v1/wallets', { signal: AbortSignal.timeout(5000) });`;

test('every item of the checklists in use stands in it, in the order of the document', async () => {
  const report = await reportOf({ 'a.js': '' }, ['recommended', 'octopus', 'aelix']);
  const ids = report.apis.map(({ items }) => items.map(({ id }) => id));
  const wanted = [checklists.aelix, checklists.octopus].map(({ items }) =>
    items.map(({ id }) => id),
  );
  expect(ids).toEqual(wanted);
});

test('without an API in use, all checklists are filled in', async () => {
  const report = await reportOf({ 'a.js': '' }, ['recommended']);
  expect(report.apis.map(({ api }) => api)).toEqual(Object.keys(checklists));
});

test('failed: with the place', async () => {
  const item = itemOf(await reportOf({ 'src/a.js': bare }, ['octopus']), 'octopus/timeouts');
  expect(item.state).toBe('failed');
  expect(item.places).toMatchObject([
    { file: 'src/a.js', line: 1, column: 7, rule: 'require-request-timeout' },
  ]);
  expect(item.places[0]?.frame).toEqual([{ line: 1, text: bare, isProblem: true }]);
});

test('passed: with what was looked at, over all files', async () => {
  const report = await reportOf({ 'a.js': timed, 'b.js': `${timed}\n${timed}` }, ['octopus']);
  const item = itemOf(report, 'octopus/timeouts');
  expect(item.state).toBe('passed');
  expect(item.counts).toEqual([{ what: 'calls', seen: 3 }]);
});

test('not seen: nothing of the kind is in the code', async () => {
  const item = itemOf(await reportOf({ 'a.js': 'f();' }, ['octopus']), 'octopus/timeouts');
  expect(item.state).toBe('not-seen');
  expect(item.counts).toEqual([]);
});

test('off by the configuration', async () => {
  const off = {
    rules: { 'go-live/require-request-timeout': 'off', 'go-live/max-request-timeout': 'off' },
  } as const;
  const report = await reportOf({ 'a.js': bare }, ['octopus'], [off]);
  const item = itemOf(report, 'octopus/timeouts');
  expect(item.state).toBe('off');
  expect(item.silenced.map(({ by }) => by)).toEqual(['config', 'config']);
});

test('off by a comment: with its reason and its place', async () => {
  const code = `// eslint-disable-next-line go-live/require-request-timeout -- the proxy cuts it\n${bare}`;
  const item = itemOf(await reportOf({ 'a.js': code }, ['octopus']), 'octopus/timeouts');
  expect(item.state).toBe('off');
  expect(item.silenced).toEqual([
    {
      rule: 'require-request-timeout',
      by: 'comment',
      reason: 'the proxy cuts it',
      place: { file: 'a.js', line: 2 },
    },
  ]);
});

test('for a person: with the reason why', async () => {
  const item = itemOf(await reportOf({ 'a.js': '' }, ['aelix']), 'aelix/ip-allowlist');
  expect(item.state).toBe('manual');
  expect(item.why).toMatch(/portal/);
});

test("a call of one API does not decide another's item", async () => {
  const report = await reportOf({ 'a.js': bare }, ['octopus', 'aelix']);
  expect(itemOf(report, 'octopus/timeouts').state).toBe('failed');
  expect(itemOf(report, 'aelix/timeouts').state).toBe('not-seen');
});

test('a call of no known API counts for all', async () => {
  const code = bare.replace('api.octopuscards.io', 'api.example.com');
  const report = await reportOf({ 'a.js': code }, ['octopus', 'aelix']);
  expect(itemOf(report, 'octopus/timeouts').state).toBe('failed');
  expect(itemOf(report, 'aelix/timeouts').state).toBe('failed');
});

test('a message speaks for its own items alone', async () => {
  const code = `
    export async function order(body) {
      for (let attempt = 0; attempt < 3; attempt++) {
        try {
          const response = await fetch('https://mc-prd.duckdns.org/orders', { signal: AbortSignal.timeout(5000) });
          if (response.ok) return await response.json();
          if (response.status < 500) throw Object.assign(new Error('refused'), { final: true });
        } catch (error) {
          if (error.final) throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, 2000 * 2 ** attempt));
      }
      throw new Error('gave up');
    }`;
  const report = await reportOf({ 'a.js': code }, ['moncreneau']);
  expect(itemOf(report, 'moncreneau/handle-429').state).toBe('failed');
  expect(itemOf(report, 'moncreneau/retry-5xx').state).not.toBe('failed');
});

test("a provider's own checklist", async () => {
  const settings = {
    'go-live': {
      apis: {
        acme: {
          title: 'Acme',
          hosts: ['api.acme.example'],
          checklist: [
            {
              id: 'acme/timeouts',
              text: 'Time limits',
              rules: ['go-live/require-request-timeout'],
            },
            { id: 'acme/call-us', text: 'Tell us the date', rules: [] },
          ],
        },
      },
    },
  };
  const code = bare.replace('api.octopuscards.io', 'api.acme.example');
  const report = await reportOf({ 'a.js': code }, ['recommended'], [{ settings }]);
  expect(itemOf(report, 'acme/timeouts').state).toBe('failed');
  expect(itemOf(report, 'acme/call-us').state).toBe('manual');
});

test('test files count for nothing', async () => {
  const item = itemOf(await reportOf({ 'a.test.js': timed }, ['octopus']), 'octopus/timeouts');
  expect(item.counts).toEqual([]);
});

test('a file that does not parse is named', async () => {
  const report = await reportOf({ 'a.js': 'const = 1' }, ['octopus']);
  expect(report.unread).toEqual([{ file: 'a.js', reason: expect.stringMatching(/Unexpected/) }]);
});
