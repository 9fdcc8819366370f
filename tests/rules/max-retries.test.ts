import rule from '../../rules/max-retries.ts';
import { testRule } from '../rule-tester.ts';

const loop = (head: string) => `import axios from 'axios';
export async function load(max) {
  ${head} {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch {}
  }
}`;

testRule(rule, {
  valid: [
    loop('for (let n = 0; n < 7; n++)'),
    loop('for (let n = 0; n < max; n++)'),
    loop('for (let n = 0; n <= 6; n++)'),
    "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 6 });",
    "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'));",
    "import got from 'got'; export const api = got.extend({ retry: { limit: 6 } });",
    "import ky from 'ky'; export const api = ky.create({ retry: 2 });",
    "import retry from 'async-retry'; retry(() => read('file'), { retries: 100 });",
    { code: loop('for (let n = 0; n < 10; n++)'), options: { maxRetries: 9 } },
    'export async function pages() { let c; while (true) { const r = await fetch(`https://api.example.com/a?c=${c}`); const d = await r.json(); if (!d.next) return; c = d.next; } }',
    "export async function poll() { for (;;) { const r = await fetch('https://api.example.com/a'); const d = await r.json(); if (d.done) return d; } }",
    "export async function work(queue) { while (true) { const job = await queue.next(); try { await fetch('https://api.example.com/a', job); } catch {} } }",
  ],
  invalid: [
    { code: loop('while ([|true|])'), errors: ['endless'] },
    { code: loop('for ([|let n = 0|]; ; n++)'), errors: ['endless'] },
    {
      code: loop('for ([|let n = 0|]; n < 8; n++)'),
      output: loop('for (let n = 0; n < 7; n++)'),
      errors: [{ messageId: 'tooMany', data: { attempts: 8, allowed: 7, limit: 6 } }],
    },
    {
      code: loop('for ([|let n = 1|]; n <= 10; n++)'),
      output: loop('for (let n = 1; n <= 7; n++)'),
      errors: ['tooMany'],
    },
    {
      code: "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: [|7|] });",
      output:
        "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 6 });",
      errors: ['tooMany'],
    },
    {
      code: "import { backOff } from 'exponential-backoff'; backOff(() => fetch('https://api.example.com/a'), { numOfAttempts: [|9|] });",
      output:
        "import { backOff } from 'exponential-backoff'; backOff(() => fetch('https://api.example.com/a'), { numOfAttempts: 7 });",
      errors: ['tooMany'],
    },
    {
      code: "import got from 'got'; export const api = got.extend({ retry: { limit: [|12|] } });",
      output: "import got from 'got'; export const api = got.extend({ retry: { limit: 6 } });",
      errors: ['tooMany'],
    },
    {
      code: "import ky from 'ky'; export const api = ky.create({ retry: [|10|] });",
      output: "import ky from 'ky'; export const api = ky.create({ retry: 6 });",
      errors: ['tooMany'],
    },
    {
      code: "import pRetry from 'p-retry'; pRetry(() => fetch('https://mc-prd.duckdns.org/api/v1/a'), { retries: [|3|] });",
      output:
        "import pRetry from 'p-retry'; pRetry(() => fetch('https://mc-prd.duckdns.org/api/v1/a'), { retries: 2 });",
      errors: ['tooMany'],
    },
    {
      code: "export async function f() { try { return (await fetch('https://api.example.com/a')).json(); } catch { return [|f|](); } }",
      errors: ['endless'],
    },
  ],
});
