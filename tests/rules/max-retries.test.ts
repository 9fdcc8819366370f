import rule from '../../rules/max-retries.ts';
import { testRule } from '../rule-tester.ts';

const loop = (head: string) => `import axios from 'axios';
export async function load(max) {
  ${head} {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch {}
  }
}`;

const bounded = (head: string, counter: string) => `import axios from 'axios';
export async function load(max) {
  ${head} {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { if (${counter} >= 6) throw error; }
  }
}`;

testRule(rule, {
  valid: [
    {
      name: 'a page that is left out where it fails',
      code: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function all() {\n  const rows = [];\n  let page = 1;\n  while (page < 50) {\n    try {\n      const response = await fetch(`https://api.shop.io/rows?page=${page}`);\n      if (!response.ok) throw new Error(String(response.status));\n      const found = await response.json();\n      rows.push(...found);\n      if (found.length < 100) break;\n    } catch (error) {\n      console.error(error);\n    }\n    page += 1;\n  }\n  return rows;\n}',
    },
    {
      name: 'a program that listens as long as it runs',
      code: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function all() {\n  const rows = [];\n  let page = 1;\n  while (true) {\n    try {\n      const response = await fetch(`https://api.shop.io/updates?after=${page}`);\n      if (!response.ok) throw new Error(String(response.status));\n      for (const { id } of await response.json()) page = id;\n    } catch (error) {\n      console.error(error);\n      await pause(5000);\n    }\n  }\n}',
    },
    {
      name: 'a stream that is given back once, or not at all',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { catchError, of } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load(again: boolean) { return this.http.get('https://api.example.com/a').pipe(catchError((error, caught) => { if (again) { again = false; return caught; } return of(error.message); })); }
  read() { return this.http.get('https://api.example.com/b').pipe(catchError((error, caught) => of(error.message))); }
}`,
    },
    {
      name: 'an SDK that is told how often',
      code: "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_KEY, { maxNetworkRetries: 3 });",
    },
    {
      name: 'an interceptor that gives up',
      filename: 'src/again.ts',
      code: "import { HttpInterceptorFn } from '@angular/common/http';\nimport { retry, throwError, timer } from 'rxjs';\nexport const again: HttpInterceptorFn = (request, next) => next(request).pipe(retry({ delay: (error, n) => (n > 3 || error.status < 500 ? throwError(() => error) : timer(2 ** n * 100)) }));",
    },
    {
      name: 'a turn for each 429, which are counted',
      code: "export async function all(key) {\n  const found = [];\n  let cursor = '';\n  let tries = 0;\n  while (cursor !== null) {\n    const res = await fetch(`https://api.example.com/orders?cursor=${cursor}`, { headers: { 'X-Key': key } });\n    if (res.status === 429) { if (tries++ > 3) throw new Error('too many'); await new Promise((done) => setTimeout(done, 60_000)); continue; }\n    if (!res.ok) throw new Error('refused');\n    const page = await res.json();\n    found.push(...page.data);\n    cursor = page.next;\n  }\n  return found;\n}",
    },
    {
      name: 'the loop counts',
      code: "export async function all(key) {\n  const found = [];\n  let cursor = '';\n  let tries = 0;\n  while (cursor !== null && tries++ < 50) {\n    const res = await fetch(`https://api.example.com/orders?cursor=${cursor}`, { headers: { 'X-Key': key } });\n    if (res.status === 429) { await new Promise((done) => setTimeout(done, 60_000)); continue; }\n    if (!res.ok) throw new Error('refused');\n    const page = await res.json();\n    found.push(...page.data);\n    cursor = page.next;\n  }\n  return found;\n}",
    },
    {
      name: 'the next item',
      code: "export async function all(key) {\n  const found = [];\n  let cursor = '';\n  let tries = 0;\n  for (const one of key.ids) {\n    const res = await fetch(`https://api.example.com/orders?cursor=${cursor}`, { headers: { 'X-Key': key } });\n    if (res.status === 429) { await new Promise((done) => setTimeout(done, 60_000)); continue; }\n    if (!res.ok) throw new Error('refused');\n    const page = await res.json();\n    found.push(...page.data);\n    cursor = page.next;\n  }\n  return found;\n}",
    },
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "async function all(url) { const r = await fetch(url); if (r.status === 429) { await new Promise((done) => setTimeout(done, 2000)); return all(url); } return r.json(); }\nall('https://api.example.com/orders').then(console.log);",
    },
    {
      name: 'a query of a page that ends',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: (n) => n < 3 });",
    },
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 50; n++) { try { return await fetch(url); } catch { await new Promise((r) => setTimeout(r, 2 ** n * 100)); } } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'counted in a field of the class',
      code: "import axios from 'axios';\nexport class Client {\n  tries = 0;\n  async send(body) {\n    try { return await axios.post('https://api.example.com/a', body, { timeout: 1000 }); } catch (e) {\n      if (this.tries >= 3 || (e.response && e.response.status < 500 && e.response.status !== 429)) throw e;\n      this.tries++;\n      await new Promise((r) => setTimeout(r, 500 * 2 ** this.tries));\n      return this.send(body);\n    }\n  }\n}",
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
    {
      name: 'recursion in a chain of promises that counts',
      code: "import axios from 'axios'; const wait = (ms) => new Promise((r) => setTimeout(r, ms)); function send(data, left = 4) { return axios.post('https://api.example.com/a', data).catch((error) => { if (left === 0) throw error; return wait(500).then(() => send(data, left - 1)); }); }",
    },
    {
      name: 'jobs of a queue, as often as allowed',
      code: `const Queue = require('bull');
const orders = new Queue('orders');
orders.process(async ({ data }) => { const res = await fetch('https://api.example.com/orders', { method: 'POST', body: data }); if (!res.ok) throw new Error(res.statusText); });
exports.take = (order) => orders.add(order, { attempts: 7 });`,
    },
    {
      name: 'jobs of a queue whose worker sends nothing',
      code: `import { Queue, Worker } from 'bullmq';
const mails = new Queue('mails');
export const worker = new Worker('mails', (job) => render(job.data));
export const take = (mail) => mails.add('render', mail, { attempts: 50 });`,
    },
    {
      name: 'a library that is told not to go on for ever',
      code: "import retry from 'async-retry'; export const a = (forever) => [retry(() => fetch('https://api.example.com/a'), { forever: false, retries: 3 }), retry(() => fetch('https://api.example.com/b'), { forever, retries: 3 })];",
    },
    {
      name: 'a request whose function decides when to stop',
      code: "import build from 'fetch-retry'; const load = build(fetch); export const a = () => load('https://api.example.com/a', { retries: 12, retryOn: (attempt, error, response) => attempt < 3 && response?.status >= 500 });",
    },
  ],
  invalid: [
    {
      name: 'a page that is asked for until it comes',
      code: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function all() {\n  const rows = [];\n  let page = 1;\n  while ([|true|]) {\n    try {\n      const response = await fetch(`https://api.shop.io/rows?page=${page}`);\n      if (!response.ok) throw new Error(String(response.status));\n      const found = await response.json();\n      rows.push(...found);\n      if (found.length < 100) break;\n      page += 1;\n    } catch (error) {\n      console.error(error);\n      await pause(5000);\n    }\n  }\n  return rows;\n}',
      errors: [{ messageId: 'endless' }],
    },
    {
      name: 'the same page again for each 429',
      code: "export async function all(key) {\n  const found = [];\n  let cursor = '';\n  let tries = 0;\n  while (cursor !== null) {\n    const res = await fetch(`https://api.example.com/orders?cursor=${cursor}`, { headers: { 'X-Key': key } });\n    if ([|res.status === 429|]) { await new Promise((done) => setTimeout(done, 60_000)); continue; }\n    if (!res.ok) throw new Error('refused');\n    const page = await res.json();\n    found.push(...page.data);\n    cursor = page.next;\n  }\n  return found;\n}",
      errors: [{ messageId: 'endless', data: { limit: 6 } }],
    },
    {
      name: 'a query of a page',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: [|10|] });",
      output:
        "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: 6 });",
      errors: [{ messageId: 'tooMany' }],
    },
    {
      name: 'a query of a page that looks at the error and counts nothing',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, [|retry: (n, error) => error.status >= 500|] });",
      errors: [{ messageId: 'endless' }],
    },
    {
      name: 'a count that something else reads too',
      code: "import ky from 'ky';\nconst COUNT = [|9|];\nexport const columns = new Array(COUNT);\nexport const api = ky.create({ prefixUrl: 'https://api.example.com', retry: { limit: COUNT } });",
      errors: [
        {
          messageId: 'tooMany',
          suggestions: [
            "import ky from 'ky';\nconst COUNT = 6;\nexport const columns = new Array(COUNT);\nexport const api = ky.create({ prefixUrl: 'https://api.example.com', retry: { limit: COUNT } });",
          ],
        },
      ],
    },
    {
      name: 'jobs of a queue, whose worker is in the same file',
      code: `import { Queue, Worker } from 'bullmq';
const orders = new Queue('orders');
const run = async (job) => {
  const res = await fetch('https://api.example.com/orders', { method: 'POST', body: job.data });
  if (!res.ok) throw new Error(res.statusText);
};
export const worker = new Worker('orders', run);
export const take = (order) => orders.add('create', order, { attempts: [|25|], backoff: { type: 'exponential', delay: 1000 } });`,
      errors: [
        {
          messageId: 'tooMany',
          data: { attempts: 25, allowed: 7, limit: 6 },
          suggestions: [
            {
              title: 'Make it 7 attempts',
              output: `import { Queue, Worker } from 'bullmq';
const orders = new Queue('orders');
const run = async (job) => {
  const res = await fetch('https://api.example.com/orders', { method: 'POST', body: job.data });
  if (!res.ok) throw new Error(res.statusText);
};
export const worker = new Worker('orders', run);
export const take = (order) => orders.add('create', order, { attempts: 7, backoff: { type: 'exponential', delay: 1000 } });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a method of the request',
      code: "import superagent from 'superagent';\nexport const load = () => superagent.get('https://api.example.com/a').timeout(1000).retry([|10|]);",
      errors: [{ messageId: 'tooMany', data: { attempts: 11, allowed: 7, limit: 6 } }],
      output:
        "import superagent from 'superagent';\nexport const load = () => superagent.get('https://api.example.com/a').timeout(1000).retry(6);",
    },
    {
      name: 'a stream that is given back to where it failed',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { catchError } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|catchError|]((error, caught) => { this.note(error.message); return caught; })); }
}`,
      errors: ['endless'],
    },
    {
      name: 'an operator without a count',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry, timer, throwError } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retry|]({ delay: 1000 })); }
}`,
      errors: ['endless'],
    },
    {
      name: 'the number of retries in place of the options of an operator',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe(retry([|9|])); }
}`,
      errors: [{ messageId: 'tooMany', data: { attempts: 10, allowed: 7, limit: 6 } }],
      output: `import { HttpService } from '@nestjs/axios';
import { retry } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe(retry(6)); }
}`,
    },
    {
      name: 'a stream of tries that nothing counts',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { delay, retryWhen } from 'rxjs/operators';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retryWhen|]((errors) => errors.pipe(delay(500)))); }
}`,
      errors: ['endless'],
    },
    {
      name: 'the number of attempts in place of the options of a library',
      code: "import { retry } from 'async'; export const a = () => retry([|9|], async () => (await fetch('https://api.example.com/a')).json());",
      output:
        "import { retry } from 'async'; export const a = () => retry(7, async () => (await fetch('https://api.example.com/a')).json());",
      errors: [{ messageId: 'tooMany', data: { attempts: 9, allowed: 7, limit: 6 } }],
    },
    {
      name: 'a constant that only these attempts read, twice',
      code: `const MOST = 9;
export async function f() {
  for ([|let n = 0|]; n < MOST; n++) {
    try { return (await fetch('https://api.example.com/a')).json(); } catch (e) { if (n === MOST - 1) throw e; }
    await new Promise((done) => setTimeout(done, 200 * 2 ** n));
  }
}`,
      output: `const MOST = 7;
export async function f() {
  for (let n = 0; n < MOST; n++) {
    try { return (await fetch('https://api.example.com/a')).json(); } catch (e) { if (n === MOST - 1) throw e; }
    await new Promise((done) => setTimeout(done, 200 * 2 ** n));
  }
}`,
      errors: ['tooMany'],
    },
    {
      code: loop('while ([|true|])'),
      errors: [
        {
          messageId: 'endless',
          suggestions: [bounded('for (let attempt = 0; ; attempt++)', 'attempt')],
        },
      ],
    },
    {
      code: loop('for ([|let n = 0|]; ; n++)'),
      errors: [{ messageId: 'endless', suggestions: [bounded('for (let n = 0; ; n++)', 'n')] }],
    },
    {
      name: 'on lines of its own, with a name for the error and one that is taken',
      code: `export async function load(url, attempt) {
  [|for (;;) {
    let body;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
      body = await response.json();
    } catch (failure) {
      console.warn(failure.message);
      await new Promise((done) => setTimeout(done, 500));
      continue;
    }
    return [attempt, body];
  }|]
}`,
      errors: [
        {
          messageId: 'endless',
          suggestions: [
            `export async function load(url, attempt) {
  for (let attempt2 = 0; ; attempt2++) {
    let body;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(1000) });
      body = await response.json();
    } catch (failure) {
      if (attempt2 >= 6) throw failure;
      console.warn(failure.message);
      await new Promise((done) => setTimeout(done, 500));
      continue;
    }
    return [attempt, body];
  }
}`,
          ],
        },
      ],
    },
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
    {
      name: 'an interceptor without a counter',
      code: "import axios from 'axios'; const api = axios.create({}); [|api.interceptors.response.use|](undefined, (error) => { if (error.response?.status >= 500) return api(error.config); throw error; });",
      errors: ['endless'],
    },
    {
      name: 'a library that is told to go on for ever',
      code: "import retry from 'async-retry'; export const a = () => [|retry|](() => fetch('https://api.example.com/a'), { forever: true, minTimeout: 200 });",
      errors: ['endless'],
    },
    {
      name: 'a request of its own number, through what fetch-retry gives back',
      code: "import build from 'fetch-retry'; const load = build(fetch, { retries: 2 }); export const a = () => load('https://api.example.com/a', { retries: [|12|], signal: AbortSignal.timeout(9000) });",
      output:
        "import build from 'fetch-retry'; const load = build(fetch, { retries: 2 }); export const a = () => load('https://api.example.com/a', { retries: 6, signal: AbortSignal.timeout(9000) });",
      errors: ['tooMany'],
    },
    {
      name: 'a request that tells axios-retry a number of its own',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; const api = axios.create({}); axiosRetry(api, { retries: 3 }); export const a = () => api.get('https://api.example.com/a', { 'axios-retry': { retries: [|20|] } });",
      output:
        "import axios from 'axios'; import axiosRetry from 'axios-retry'; const api = axios.create({}); axiosRetry(api, { retries: 3 }); export const a = () => api.get('https://api.example.com/a', { 'axios-retry': { retries: 6 } });",
      errors: ['tooMany'],
    },
    {
      name: 'a policy without a limit',
      code: "import { retry, handleWhen } from 'cockatiel'; const policy = retry(handleWhen((e) => e.status >= 500), { maxAttempts: [|20|] }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
      output:
        "import { retry, handleWhen } from 'cockatiel'; const policy = retry(handleWhen((e) => e.status >= 500), { maxAttempts: 6 }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
      errors: ['tooMany'],
    },
    {
      name: 'axios-retry',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: [|15|], retryDelay: axiosRetry.exponentialDelay });",
      output:
        "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 6, retryDelay: axiosRetry.exponentialDelay });",
      errors: ['tooMany'],
    },
    {
      name: 'a task that another module repeats',
      files: {
        'src/again.ts':
          'export async function again(task) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n >= 19) throw e; await new Promise((r) => setTimeout(r, 100 * 2 ** n)); } } }',
      },
      code: "import { again } from './again'; export const a = () => [|again|](() => fetch('https://api.example.com/a'));",
      errors: [{ messageId: 'tooMany', data: { attempts: 20, allowed: 7, limit: 6 } }],
    },
    {
      name: 'a task that a function of the file repeats as often as it is told',
      code: "const again = async (task, { retries, first }) => { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n === retries) throw e; await new Promise((r) => setTimeout(r, first * 2 ** n)); } } };\nexport const a = () => [|again|](() => fetch('https://api.example.com/a'), { retries: 20, first: 200 });\nexport const b = () => again(() => fetch('https://api.example.com/b'), { retries: 3, first: 200 });",
      output:
        "const again = async (task, { retries, first }) => { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n === retries) throw e; await new Promise((r) => setTimeout(r, first * 2 ** n)); } } };\nexport const a = () => again(() => fetch('https://api.example.com/a'), { retries: 6, first: 200 });\nexport const b = () => again(() => fetch('https://api.example.com/b'), { retries: 3, first: 200 });",
      errors: [{ messageId: 'tooMany', data: { attempts: 21, allowed: 7, limit: 6 } }],
    },
    {
      name: 'a task that a function of another module tries again by calling itself',
      files: {
        'src/again.ts':
          'export async function again(task, left = 19) { try { return await task(); } catch (e) { if (left === 0) throw e; await new Promise((r) => setTimeout(r, 100)); return again(task, left - 1); } }',
      },
      code: "import { again } from './again'; export const a = () => [|again|](() => fetch('https://api.example.com/a'));",
      errors: [{ messageId: 'tooMany', data: { attempts: 20, allowed: 7, limit: 6 } }],
    },
    {
      name: 'a task that an instance repeats as often as it was made to',
      code: "class Again { constructor(times) { this.times = times; } async run(task) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n === this.times) throw e; await new Promise((r) => setTimeout(r, 100 * 2 ** n)); } } } }\nconst often = new Again(30);\nexport const a = () => [|often.run|](() => fetch('https://api.example.com/a'));\nconst seldom = new Again(2);\nexport const b = () => seldom.run(() => fetch('https://api.example.com/b'));",
      errors: [{ messageId: 'tooMany', data: { attempts: 31, allowed: 7, limit: 6 } }],
      suggestions: [
        "class Again { constructor(times) { this.times = times; } async run(task) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n === this.times) throw e; await new Promise((r) => setTimeout(r, 100 * 2 ** n)); } } } }\nconst often = new Again(6);\nexport const a = () => often.run(() => fetch('https://api.example.com/a'));\nconst seldom = new Again(2);\nexport const b = () => seldom.run(() => fetch('https://api.example.com/b'));",
      ],
    },
    {
      name: 'the same with a class of another module',
      files: {
        'src/again.ts':
          'export class Again { constructor(private readonly times: number) {} async run<T>(task: () => Promise<T>): Promise<T> { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n === this.times) throw e; await new Promise((r) => setTimeout(r, 100 * 2 ** n)); } } } }',
      },
      parser: 'ts',
      code: "import { Again } from './again'; const often = new Again(30); export const a = () => [|often.run|](() => fetch('https://api.example.com/a'));",
      errors: [{ messageId: 'tooMany', data: { attempts: 31, allowed: 7, limit: 6 } }],
      suggestions: [
        "import { Again } from './again'; const often = new Again(6); export const a = () => often.run(() => fetch('https://api.example.com/a'));",
      ],
    },
    {
      name: 'recursion in a chain of promises',
      code: "import axios from 'axios'; const wait = (ms) => new Promise((r) => setTimeout(r, ms)); function send(data, ms) { return axios.post('https://api.example.com/a', data).catch((error) => { const status = error.response && error.response.status; if (status && status < 500) return Promise.reject(error); return wait(ms || 500).then(() => [|send|](data, (ms || 500) * 2)); }); }",
      errors: [{ messageId: 'endless', data: { limit: 6 } }],
    },
    {
      name: 'settings of an SDK',
      code: "import OpenAI from 'openai';\nexport const ai = new OpenAI({ maxRetries: [|20|] });",
      output: "import OpenAI from 'openai';\nexport const ai = new OpenAI({ maxRetries: 6 });",
      errors: [{ messageId: 'tooMany', data: { attempts: 21, allowed: 7, limit: 6 } }],
    },
    {
      name: 'an interceptor that never gives up',
      filename: 'src/again.ts',
      code: "import { HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';\nimport { mergeMap, retryWhen, timer } from 'rxjs';\nexport class Again implements HttpInterceptor {\n  intercept(request: HttpRequest<unknown>, next: HttpHandler) {\n    return next.handle(request).pipe([|retryWhen|]((errors) => errors.pipe(mergeMap((error, n) => timer(2 ** n * 100)))));\n  }\n}",
      errors: [{ messageId: 'endless', data: { limit: 6 } }],
    },
    {
      name: 'an attempt that is counted by who calls it first',
      code: 'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));\nexport function load(id) {\n  const attempt = async (n) => {\n    try { return await fetch(`https://api.example.com/orders/${id}`); } catch (e) {\n      if (n > 30) throw e;\n      await sleep(100 * 2 ** n);\n      return [|attempt|](n + 1);\n    }\n  };\n  return attempt(0);\n}',
      errors: [{ messageId: 'tooMany', data: { attempts: 32, allowed: 7, limit: 6 } }],
      output:
        'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));\nexport function load(id) {\n  const attempt = async (n) => {\n    try { return await fetch(`https://api.example.com/orders/${id}`); } catch (e) {\n      if (n > 5) throw e;\n      await sleep(100 * 2 ** n);\n      return attempt(n + 1);\n    }\n  };\n  return attempt(0);\n}',
    },
    {
      name: 'out of the callback of a request, without an end',
      code: "const https = require('https');\nfunction load(id, done) {\n  https.get(`https://api.example.com/orders/${id}`, (res) => {\n    if (res.statusCode === 503) return setTimeout(() => [|load|](id, done), 1000);\n    res.on('data', done);\n  }).on('error', done);\n}\nmodule.exports = load;",
      errors: [{ messageId: 'endless', data: { limit: 6 } }],
    },
  ],
});
