import rule from '../../rules/no-retry-on-client-error.ts';
import { testRule } from '../rule-tester.ts';

const got = (list: string) =>
  `import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: ${list} } });`;
const loop = (handle: string, head = 'let n = 0') => `import axios from 'axios';
export async function load() {
  for (${head}; n < 3; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { ${handle} }
  }
}`;

const predicate = (callee: string) =>
  `import axios from 'axios'; import pRetry from 'p-retry'; ${callee}(() => axios.get('https://api.example.com/a', { timeout: 1000 }), { retries: 3, shouldRetry: ({ error }) => error.response?.status >= 400 });`;
const using = (version: string) => ({
  'package.json': JSON.stringify({ dependencies: { 'p-retry': version } }),
});

testRule(rule, {
  valid: [
    {
      name: 'each call takes the next of several addresses',
      code: 'export function first(urls) { const from = (index, failure) => { if (index >= urls.length) throw failure; return fetch(urls[index]).then((r) => { if (!r.ok) throw new Error(r.status); return r.json(); }).catch((error) => from(index + 1, error)); }; return from(0, null); }',
    },
    {
      name: 'a function that is handed in, of which nothing says that it sends',
      code: 'const sleep = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function again(task, turns = 3, base = 500) {\n  let last;\n  for (let turn = 0; turn < turns; turn++) {\n    try { return await task(); } catch (error) {\n      last = error;\n      await sleep(base * 2 ** turn);\n    }\n  }\n  throw last;\n}',
    },
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "async function all(url) { for (let n = 0; n < 3; n++) { try { return await (await fetch(url)).json(); } catch (error) { await new Promise((done) => setTimeout(done, 1000 * 2 ** n)); } } throw new Error('none'); }\nall('https://api.example.com/orders').then(console.log);",
    },
    {
      name: 'a call of an SDK, by a class of its errors',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); export async function refund(id) { for (let n = 0; n < 3; n++) { try { return await stripe.refunds.create({ charge: id }); } catch (e) { if (!(e instanceof Stripe.errors.StripeConnectionError)) throw e; await sleep(500 * 2 ** n); } } throw new Error('no refund'); }",
    },
    {
      name: 'a query of a page that says how often, and leaves what to its library',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: 2 });",
    },
    {
      name: 'a predicate of a page’s read that takes errors of the server',
      code: "import useSWR from 'swr'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useSWR('/orders', load, { shouldRetryOnError: (error) => error.status >= 500 || error.status === 429 });",
    },
    {
      name: 'goes in again before it has sent anything, as a limiter of its own says',
      filename: 'src/scores.js',
      files: {
        'src/sender.js':
          "export class Sender { static async send(url, left = 3) { try { const response = await fetch(url); if (response.ok) return response; throw new Error('refused'); } catch (error) { if (left > 0) return Sender.send(url, left - 1); throw error; } } }",
      },
      code: "import { Sender } from './sender.js';\nexport class Scores { constructor(slots) { this.slots = slots; } async load(url) { const slot = this.slots.take('all'); if (slot.isFull) { await pause(slot.left); return this.load(url); } const response = await Sender.send(url); return response.json(); } }",
    },
    {
      name: 'a function that is handed in may throw an error of the project, made of an answer',
      code: "class LinkError extends Error { constructor(message, statusCode) { super(message); this.statusCode = statusCode; } }\nexport class Links {\n  async shorten(url) { return this.again(async () => { const response = await fetch('https://api.links.example/shorten', { method: 'POST', body: url }); if (!response.ok) throw new LinkError('refused', response.status); return response.json(); }); }\n  async again(task) {\n    let last = null;\n    for (let turn = 0; turn < 3; turn++) {\n      try { return await task(); } catch (error) {\n        last = error;\n        if (error instanceof LinkError && error.statusCode >= 400 && error.statusCode < 500 && error.statusCode !== 429) throw error;\n        await pause(500 * 2 ** turn);\n      }\n    }\n    throw last;\n  }\n}",
    },
    {
      name: 'asks again only while a thing is not there yet',
      code: "export async function findParcel(carrier, number, sleep) {\n  for (let turn = 0; turn < 5; turn++) {\n    try {\n      const response = await fetch(`https://api.carrier.example/parcels/${number}`);\n      if (!response.ok) throw Object.assign(new Error('no parcel'), { status: response.status });\n      return await response.json();\n    } catch (error) {\n      if (error.status !== 404) throw error;\n      await sleep(2000);\n    }\n  }\n  throw new Error('never there');\n}",
    },
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 3; n++) { const answer = await fetch(url); if (answer.ok) return answer; await new Promise((r) => setTimeout(r, 2 ** n * 100)); } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'refusals that are known by the status in the text of an error',
      code: "export async function load(url, attempt = 1) { try { const answer = await fetch(url); if (!answer.ok) { const text = await answer.text(); throw new Error(`HTTP ${answer.status}: ${answer.statusText}. ${text.slice(0, 200)}`); } return answer; } catch (error) { if (attempt >= 3) throw error; if (error instanceof Error && error.message.includes('HTTP 4')) throw error; await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt)); return load(url, attempt + 1); } }",
    },
    {
      name: 'one model after another, by its index',
      code: "export async function polish(text) { const models = [...new Set([process.env.MODEL, process.env.FALLBACK_MODEL].filter(Boolean))]; let last = null; for (let index = 0; index < models.length; index++) { const response = await fetch(`https://api.example.com/models/${models[index]}`, { method: 'POST', body: text }); if (!response.ok) { last = new Error(`HTTP ${response.status}`); continue; } return response.json(); } throw last; }",
    },
    {
      name: 'a function that is given back, around one that sends nothing',
      code: `import { readFile } from 'node:fs/promises';
const retrying = (run) => async (...given) => {
  for (let n = 1; n < 4; n++) {
    try {
      return await run(...given);
    } catch (error) {
      await new Promise((done) => setTimeout(done, 2 ** n * 100));
    }
  }
};
const order = (id) => readFile(\`orders/\${id}.json\`);
export const orderInTheEnd = retrying(order);`,
    },
    {
      name: 'a function of another file gives one back that looks at the status',
      filename: 'src/orders.js',
      files: {
        'src/retrying.js':
          'export const retrying = (run) => async (...given) => { for (let n = 0; ; n++) { try { return await run(...given); } catch (error) { if (n === 3 || error.response?.status < 500) throw error; } } };',
      },
      code: "import axios from 'axios';\nimport { retrying } from './retrying';\nconst order = async (id) => (await axios.get(`https://api.example.com/${id}`, { timeout: 1000 })).data;\nexport const orderInTheEnd = retrying(order);",
    },
    {
      name: 'a queue: each turn sends the next entry',
      code: "export class Relay { waiting = new Set(); active = 0; drain() { while (this.active < 5) { const entry = this.waiting.values().next(); if (entry.done) break; const next = entry.value; this.waiting.delete(next); this.active += 1; this.poll(next).catch(() => {}).finally(() => { this.active -= 1; this.drain(); }); } } async poll(url) { const r = await fetch(`https://api.example.com/${url}`); if (!r.ok) throw new Error('refused'); return r.json(); } }",
    },
    {
      name: 'a queue in a loop',
      code: "export async function run(jobs) { while (true) { const job = jobs.shift(); if (!job) break; try { await fetch('https://api.example.com/jobs', { method: 'POST', body: job.text }); } catch (error) { console.error(error); } } }",
    },
    {
      name: 'an operator whose function decides',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry, timer, throwError } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe(retry({ count: 3, delay: (error, n) => error.response?.status < 500 ? throwError(() => error) : timer(2 ** n * 1000) })); }
}`,
    },
    got('[408, 425, 429, 500]'),
    got('codes'),
    { code: got('[404, 429]'), options: { allow: [404] } },
    loop('if (error.response?.status < 500) throw error;'),
    loop(
      'const status = error.response?.status ?? 503; if (status !== 429 && status < 500) throw error;',
    ),
    loop('if (![429, 500, 502, 503].includes(error.response?.status)) throw error;'),
    loop('if (!mayPass(error)) throw error;'),
    "import got from 'got'; export const api = got.extend({ retry: { limit: 3 } });",
    "import axios from 'axios'; import { retry, handleWhen } from 'cockatiel'; const policy = retry(handleWhen((e) => e.response?.status >= 500 || e.response?.status === 429), { maxAttempts: 3 }); export const a = () => policy.execute(() => axios.get('https://api.example.com/a'));",
    "import { retry, handleWhenResult } from 'cockatiel'; const policy = retry(handleWhenResult((res) => res.status === 429 || res.status >= 500), { maxAttempts: 3 }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
    "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 3 });",
    {
      name: 'an option that this major does not know',
      code: predicate('pRetry'),
      files: using('^5.1.0'),
    },
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: axiosRetry.isRetryableError });",
    "export async function f(fresh) { const r = await fetch('https://api.example.com/a'); if (r.status === 401 && !fresh) { await renew(); return f(true); } return r; }",
    'export async function f() { for (let n = 0; n < 3; n++) { try { return await read(); } catch {} } }',
    {
      name: 'behind an operator that may sort errors out',
      code: "import { HttpClient } from '@angular/common/http'; import { catchError, retry, timer } from 'rxjs'; export class Wallets { constructor(private http: HttpClient) {} all() { return this.http.get('https://api.example.com/a').pipe(catchError(sortOut), retry({ count: 3, delay: (_, n) => timer(2 ** n * 200) })); } }",
      parser: 'ts',
    },
    {
      name: 'an operator whose function for the wait looks at the error',
      code: "import { HttpClient } from '@angular/common/http'; import { retry, timer } from 'rxjs'; export class Wallets { constructor(private http: HttpClient) {} all() { return this.http.get('https://api.example.com/a').pipe(retry({ count: 3, delay: (error, n) => waitOrFail(error, n) })); } }",
      parser: 'ts',
    },
    {
      name: 'an error class for timeouts, and one for answers',
      code: "import pRetry from 'p-retry'; import ky, { HTTPError, TimeoutError } from 'ky'; const api = ky.create({ prefixUrl: 'https://api.example.com', retry: 0 }); export const a = () => pRetry(() => api.get('a').json(), { retries: 3, shouldRetry: ({ error }) => error instanceof TimeoutError || (error instanceof HTTPError && (error.response.status === 429 || error.response.status >= 500)) });",
    },
    {
      name: 'fetch-retry is told to stop at refusals, and after some attempts',
      code: "import build from 'fetch-retry'; export const load = build(fetch, { retryDelay: (n) => 200 * 2 ** n, retryOn: (attempt, error, response) => attempt < 3 && (error !== null || response.status === 429 || response.status >= 500) });",
    },
    {
      name: 'fetch-retry is given a function whose tests are statements',
      code: "import build from 'fetch-retry'; export const load = build(fetch, { retryOn(attempt, error, response) { if (error || response.status === 429 || response.status >= 500) return attempt < 3; return false; } });",
    },
    {
      name: 'a function of superagent that looks at the answer, where there is one',
      code: "import superagent from 'superagent'; export const load = () => superagent.get('https://api.example.com/a').retry(3, (error, res) => { if (!res) return true; return res.status === 429 || res.status >= 500; });",
    },
    {
      name: 'a condition of p-retry whose version is not known, that looks at its argument as the error',
      code: "import axios from 'axios'; import pRetry from 'p-retry'; export const a = () => pRetry(() => axios.get('https://api.example.com/a'), { retries: 3, shouldRetry: (error) => { switch (error.response?.status) { case 429: case 500: case 502: case 503: case 504: return true; default: return false; } } });",
    },
    {
      name: 'a task that gives up on every refusal, and on an answer it does not want',
      code: "import pRetry, { AbortError } from 'p-retry'; export const a = () => pRetry(async () => { const res = await fetch('https://api.example.com/a'); if (res.status >= 400 && res.status < 500 && res.status !== 429) throw new AbortError('refused'); if (!res.ok) throw new Error('down'); const order = await res.json(); if (order.state === 'failed') throw new AbortError(order.state); return order; }, { retries: 3 });",
    },
  ],
  invalid: [
    {
      name: 'a function that is handed in, whose error is asked whether it is a 429',
      code: "const sleep = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function again(task, turns = 3, base = 500) {\n  let last;\n  for ([|let turn = 0|]; turn < turns; turn++) {\n    try { return await task(); } catch (error) {\n      last = error;\n      if (error.response?.status === 429) { await sleep(Number(error.response.headers['retry-after'] ?? 5) * 1000); } else { await sleep(base * 2 ** turn); }\n    }\n  }\n  throw last;\n}",
      errors: [{ messageId: 'everything' }],
    },
    {
      name: "a library's own condition, or a list that is looked at",
      code: "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\nconst again = new Set([409, 429, 500, 502, 503, 504]);\nconst api = axios.create({ baseURL: 'https://api.shop.net', timeout: 9000 });\naxiosRetry(api, { retries: 3, retryDelay: axiosRetry.exponentialDelay, retryCondition: [|(error) => axiosRetry.isNetworkError(error) || (error.response && again.has(error.response.status))|] });\nexport const orders = () => api.get('/orders');",
      errors: ['refused'],
    },
    {
      name: 'a call of an SDK, whatever its error is',
      code: "import Stripe from 'stripe'; const stripe = new Stripe(process.env.STRIPE_KEY); const sleep = (ms) => new Promise((done) => setTimeout(done, ms)); export async function refund(id) { for ([|let n = 0|]; n < 3; n++) { try { return await stripe.refunds.create({ charge: id }); } catch (e) { await sleep(500 * 2 ** n); } } throw new Error('no refund'); }",
      errors: ['everything'],
    },
    {
      name: 'a query of a page that leaves one refusal out',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: [|(n, error) => n < 3 && error.status !== 404|] });",
      errors: ['refused'],
    },
    {
      name: 'settings of all queries that only count',
      code: "import { QueryClient } from '@tanstack/react-query'; export const client = new QueryClient({ defaultOptions: { queries: { retry: [|(n) => n < 3|] } } });",
      errors: ['everything'],
    },
    {
      name: 'a request that has a list of its own, through what fetch-retry gives back',
      code: "import build from 'fetch-retry'; const load = build(fetch, { retryOn: [429, 500, 502, 503, 504] }); export const a = () => load('https://api.example.com/a', { retryOn: [|[404, 429, 500, 502, 503, 504]|] });",
      output:
        "import build from 'fetch-retry'; const load = build(fetch, { retryOn: [429, 500, 502, 503, 504] }); export const a = () => load('https://api.example.com/a', { retryOn: [429, 500, 502, 503, 504] });",
      errors: ['refused'],
    },
    {
      name: 'fetch-retry is told to go on from 400',
      code: "import build from 'fetch-retry'; export const load = build(fetch, { retryOn: [|(attempt, error, response) => error !== null || response.status >= 400|] });",
      errors: [
        {
          messageId: 'everything',
          suggestions: [
            "import build from 'fetch-retry'; export const load = build(fetch, { retryOn: (attempt, error, response) => error !== null || response.status === 429 || response.status >= 500 });",
          ],
        },
      ],
    },
    {
      name: 'a turn for each of the waits of a list',
      code: "export async function load(waits, id) { for ([|let n = 0|]; n < waits.length; n++) { try { const response = await fetch(`https://api.example.com/${id}`); if (!response.ok) throw new Error(`HTTP ${response.status}`); return await response.json(); } catch (e) { await new Promise((done) => setTimeout(done, waits[n])); } } throw new Error('none'); }",
      errors: ['everything'],
    },
    {
      name: 'a task that gives up on an answer it does not want, and on no refusal',
      code: "import pRetry, { AbortError } from 'p-retry'; export const a = () => [|pRetry|](async () => { const res = await fetch('https://api.example.com/a'); if (!res.ok) throw new Error('HTTP ' + res.status); const order = await res.json(); if (order.state === 'failed') throw new AbortError(order.state); if (order.state !== 'done') throw new Error('not yet'); return order; }, { retries: 3 });",
      errors: [{ messageId: 'everything' }],
    },
    {
      name: 'a function that is given back, around one that has a name',
      code: `import axios from 'axios';
const retrying = (run, most) => async (...given) => {
  for ([|let n = 1|]; n < most; n++) {
    try {
      return await run(...given);
    } catch (error) {
      await new Promise((done) => setTimeout(done, 2 ** n * 100));
    }
  }
};
const order = async (id) => (await axios.get(\`https://api.example.com/\${id}\`, { timeout: 1000 })).data;
export const orderInTheEnd = retrying(order, 4);`,
      errors: ['everything'],
    },
    {
      name: 'the same in another file',
      filename: 'src/orders.js',
      files: {
        'src/retrying.js':
          'export const retrying = (run) => async (...given) => { for (let n = 0; ; n++) { try { return await run(...given); } catch (error) { if (n === 3) throw error; } } };',
      },
      code: "import axios from 'axios';\nimport { retrying } from './retrying';\nconst order = async (id) => (await axios.get(`https://api.example.com/${id}`, { timeout: 1000 })).data;\nexport const orderInTheEnd = [|retrying|](order);",
      errors: ['everything'],
    },
    {
      name: 'a task by its name, over a list of waits',
      code: `import axios from 'axios';
async function patiently(run) {
  for (const ms of [|[100, 200, 400]|]) {
    try {
      return await run();
    } catch (error) {
      await new Promise((done) => setTimeout(done, ms));
    }
  }
  return run();
}
export async function load() {
  const once = async () => (await axios.get('https://api.example.com/a', { timeout: 1000 })).data;
  return patiently(once);
}`,
      errors: ['everything'],
    },
    {
      name: 'a function that React keeps for a component',
      code: "import { useCallback } from 'react';\nimport axios from 'axios';\nexport function useSend() {\n  const again = useCallback(async (task, left = 3) => {\n    try { return await task(); } catch (e) { if (left === 0) throw e; return new Promise((resolve) => { setTimeout(() => resolve([|again|](task, left - 1)), 1000 * 2 ** (3 - left)); }); }\n  }, []);\n  return (body) => again(() => axios.post('https://api.example.com/a', body));\n}",
      errors: ['everything'],
    },
    {
      name: 'an option of this major',
      code: predicate('pRetry').replace(/\(\{ error \}\).*>= 400/, '[|$&|]'),
      files: using('^7.0.0'),
      errors: [
        {
          messageId: 'everything',
          suggestions: [
            {
              title: 'Retry only 429 and 5xx',
              output: predicate('pRetry').replace(
                'error.response?.status >= 400',
                'error.response?.status === 429 || error.response?.status >= 500',
              ),
            },
          ],
        },
      ],
    },
    {
      name: 'a condition that begins with the refusals, beside another one',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: [|function (error) { const { status } = error.response ?? {}; return !error.response || status > 399; }|] });",
      errors: [
        {
          messageId: 'everything',
          suggestions: [
            {
              title: 'Retry only 429 and 5xx',
              output:
                "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: function (error) { const { status } = error.response ?? {}; return !error.response || status === 429 || status >= 500; } });",
            },
          ],
        },
      ],
    },
    {
      name: 'a condition that begins with the refusals, under another one',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: [|(error) => error.config.method === 'get' && error.response?.status >= 400|] });",
      errors: [
        {
          messageId: 'everything',
          suggestions: [
            {
              title: 'Retry only 429 and 5xx',
              output:
                "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: (error) => error.config.method === 'get' && (error.response?.status === 429 || error.response?.status >= 500) });",
            },
          ],
        },
      ],
    },
    {
      name: 'a condition that only looks at the refusals to count them',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: [|(error) => { if (error.response?.status >= 400) refused.add(1); return true; }|] });",
      errors: ['everything'],
    },
    {
      name: 'a condition that begins in the middle of the refusals',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: [|(error) => error.response?.status >= 404|] });",
      errors: ['refused'],
    },
    {
      name: 'options that two requests share are told of once',
      code: "import got from 'got'; const options = { retry: { limit: 3, statusCodes: [|[422, 429]|] } }; export const a = () => got('https://api.example.com/a', { ...options }); export const b = () => got('https://api.example.com/b', { ...options });",
      errors: [{ messageId: 'refused', data: { statuses: '422' } }],
      output:
        "import got from 'got'; const options = { retry: { limit: 3, statusCodes: [429] } }; export const a = () => got('https://api.example.com/a', { ...options }); export const b = () => got('https://api.example.com/b', { ...options });",
    },
    {
      name: 'an operator that looks at nothing',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry, timer, throwError } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retry|]({ count: 3, delay: 1000 })); }
}`,
      errors: ['everything'],
    },
    {
      code: got('[|[400, 429, 500]|]'),
      output: got('[429, 500]'),
      errors: [{ messageId: 'refused', data: { statuses: '400' } }],
    },
    { code: got('[|[429, 500, 404]|]'), output: got('[429, 500]'), errors: ['refused'] },
    { code: loop('', '[|let n = 0|]'), errors: ['everything'] },
    {
      code: loop('if (error.response?.status === 404) throw error;', '[|let n = 0|]'),
      errors: ['refused'],
    },
    {
      code: loop('if (error.response?.status < 400) throw error;', '[|let n = 0|]'),
      errors: ['everything'],
    },
    {
      code: loop(
        'if (![409, 429, 503].includes(error.response?.status)) throw error;',
        '[|let n = 0|]',
      ),
      errors: ['refused'],
    },
    {
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: [|() => true|] });",
      errors: ['everything'],
    },
    {
      code: "import ky from 'ky'; export const api = ky.create({ prefixUrl: 'https://api.octopuscards.io', retry: { limit: 3, statusCodes: [|[408, 429, 500]|] } });",
      output:
        "import ky from 'ky'; export const api = ky.create({ prefixUrl: 'https://api.octopuscards.io', retry: { limit: 3, statusCodes: [429, 500] } });",
      errors: ['refused'],
    },
    {
      code: 'export async function withRetries(request) { for ([|let n = 0|]; n < 3; n++) { try { return await request(); } catch {} } }',
      errors: ['everything'],
    },
    {
      name: 'recursion',
      code: "import axios from 'axios'; async function load(n = 0) { try { return await axios.get('https://api.example.com/a'); } catch (e) { if (n > 3) throw e; return [|load|](n + 1); } }",
      errors: ['everything'],
    },
    {
      name: 'an interceptor',
      code: "import axios from 'axios'; const api = axios.create({}); [|api.interceptors.response.use|](undefined, async (error) => { const { config } = error; config.n = (config.n ?? 0) + 1; if (config.n < 4) return api(config); throw error; });",
      errors: ['everything'],
    },
    {
      name: 'a policy that handles all',
      code: "import axios from 'axios'; import { retry, handleAll } from 'cockatiel'; const policy = [|retry|](handleAll, { maxAttempts: 3 }); export const a = () => policy.execute(() => axios.get('https://api.example.com/a'));",
      errors: ['everything'],
    },
    {
      name: 'a policy with a predicate',
      code: "import axios from 'axios'; import { retry, handleWhen } from 'cockatiel'; const policy = [|retry|](handleWhen((e) => e.response?.status >= 400), { maxAttempts: 3 }); export const a = () => policy.execute(() => axios.get('https://api.example.com/a'));",
      errors: ['everything'],
    },
    {
      name: 'a policy that looks at results',
      code: "import { retry, handleWhenResult } from 'cockatiel'; const policy = [|retry|](handleWhenResult((res) => !res.ok), { maxAttempts: 3 }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
      errors: ['everything'],
    },
    {
      name: 'an operator whose function for the wait does not look at the error',
      code: "import { HttpClient } from '@angular/common/http'; import { retry, timeout, timer } from 'rxjs'; export class Wallets { constructor(private http: HttpClient) {} all() { return this.http.get('https://api.example.com/a').pipe(timeout(5000), [|retry|]({ count: 3, delay: (_, n) => timer(2 ** n * 200) })); } }",
      parser: 'ts',
      errors: ['everything'],
    },
    {
      name: 'a counter that goes down in the test of the loop',
      code: "import axios from 'axios'; export async function load() { let left = 5; while ([|left-- > 0|]) { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch { await new Promise((r) => setTimeout(r, 200)); } } }",
      errors: ['everything'],
    },
    {
      name: 'an error class for answers, whatever they say',
      code: "import pRetry from 'p-retry'; import ky, { HTTPError, TimeoutError } from 'ky'; const api = ky.create({ prefixUrl: 'https://api.example.com', retry: 0 }); export const a = () => pRetry(() => api.get('a').json(), { retries: 3, shouldRetry: [|({ error }) => error instanceof HTTPError|] });",
      errors: ['everything'],
    },
  ],
});
