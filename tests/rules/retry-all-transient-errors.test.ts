import rule from '../../rules/retry-all-transient-errors.ts';
import { testRule } from '../rule-tester.ts';

const AFTER =
  "await new Promise((r) => setTimeout(r, Number(error.response?.headers['retry-after'] ?? 1) * 1000));";
const got = (list: string) =>
  `import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: ${list} } });`;
const loop = (handle: string, head = 'let n = 0') => `import axios from 'axios';
export async function load() {
  for (${head}; n < 3; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { ${handle} }
  }
}`;

testRule(rule, {
  valid: [
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "async function all(url) { const r = await fetch(url); if (r.status === 429) { await new Promise((done) => setTimeout(done, 2000)); return all(url); } return r.json(); }\nall('https://api.example.com/orders').then(console.log);",
    },
    {
      name: 'a predicate that counts, and gets the error or the answer',
      code: "import fetchRetry from 'fetch-retry'; const send = fetchRetry(fetch, { retryOn: (attempt, error, response) => attempt < 3 && (error !== null || response.status === 429 || response.status >= 500) }); export const load = () => send('https://api.example.com/orders');",
    },
    {
      name: 'asks again only while a thing is not there yet',
      code: "export async function findParcel(carrier, number, sleep) {\n  for (let turn = 0; turn < 5; turn++) {\n    try {\n      const response = await fetch(`https://api.carrier.example/parcels/${number}`);\n      if (!response.ok) throw Object.assign(new Error('no parcel'), { status: response.status });\n      return await response.json();\n    } catch (error) {\n      if (error.status !== 404) throw error;\n      await sleep(2000);\n    }\n  }\n  throw new Error('never there');\n}",
    },
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 5; n++) { const answer = await fetch(url); if (answer.status !== 503) return answer; await new Promise((r) => setTimeout(r, 2 ** n * 1000)); } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'one method goes on after a 429, another after all the rest, and both by the one that sends',
      code: "import axios from 'axios'; export class Shop { #http = axios.create({ baseURL: process.env.SHOP_URL, timeout: 1000 }); orders() { return this.send(() => this.#http.get('/orders')); } async send(requestFn, count = 0) { try { return await requestFn(); } catch (error) { if (error.response?.status === 429) return this.busy(requestFn, error, count); if (count < 3) return this.again(requestFn, count); throw error; } } async busy(requestFn, error, count) { if (count >= 3) throw error; await pause(Number(error.response.headers['retry-after']) * 1000); return this.send(requestFn, count + 1); } async again(requestFn, count) { await pause(1000 * 2 ** count * Math.random()); return this.send(requestFn, count + 1); } }",
    },
    {
      name: 'errors that are known by the status in their text',
      code: "export class Client { async request(method) { let last; for (let attempt = 0; attempt <= 3; attempt++) { try { return await this.send(method); } catch (error) { last = error; if (!this.mayPass(error)) throw error; await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt)); } } throw last; } async send(method) { const answer = await fetch('https://api.example.com/' + method); if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${answer.statusText}`); return answer.json(); } mayPass(error) { const message = error.message.toLowerCase(); return message.includes('http 5') || message.includes('http 429'); } }",
    },
    {
      name: 'a wait for a server to answer anything',
      code: 'export async function waitForServer(url) { const start = Date.now(); while (Date.now() - start < 30_000) { try { await fetch(url, { signal: AbortSignal.timeout(2000) }); return; } catch { await new Promise((resolve) => setTimeout(resolve, 500)); } } process.exit(1); }',
    },
    {
      name: 'a callback says which statuses are failures',
      code: `import http from 'node:http';
const status = (url) => new Promise((resolve, reject) => {
  const req = http.get(url, (res) => {
    res.on('end', () => (res.statusCode < 400 ? resolve(true) : reject(new Error('status ' + res.statusCode))));
    res.resume();
  });
  req.on('error', reject);
});
export async function load(url) {
  for (let attempt = 0; attempt < 4; attempt++) {
    try { return await status(url); } catch (error) {
      if (attempt === 3) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
    }
  }
}`,
    },
    {
      name: 'statuses that the client throws are retried, whatever function says which',
      code: `import axios from 'axios';
const retryable = (status) => [408, 429, 500, 502, 503, 504].includes(status);
export async function load(url) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      const answer = await axios.get(url, { validateStatus: (status) => status < 400 });
      return answer.data;
    } catch (error) {
      if (!retryable(error.response?.status) || attempt === 2) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt));
    }
  }
}`,
    },
    got('[429, 500, 502, 503, 504]'),
    got('[...codes, 500]'),
    { code: got('[500, 502, 503, 504]'), options: { statuses: [500] } },
    loop(''),
    loop(
      'const status = error.response?.status; if (status && status !== 429 && status < 500) throw error;',
    ),
    loop('if (!mayPass(error)) throw error;'),
    "import got from 'got'; export const api = got.extend({ retry: { limit: 3 } });",
    "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 3 });",
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: (e) => !e.response || e.response.status === 429 || e.response.status >= 500 });",
    "import axios from 'axios'; import { retry, handleAll } from 'cockatiel'; const policy = retry(handleAll, { maxAttempts: 3 }); export const a = () => policy.execute(() => axios.get('https://api.example.com/a'));",
    "import { retry, handleWhenResult } from 'cockatiel'; const policy = retry(handleWhenResult((res) => res.status === 429 || res.status >= 500), { maxAttempts: 3 }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
    "async function withRetry(task, options = {}) { const shouldRetry = options.shouldRetry || (() => false); for (let n = 0; n < 3; n++) { const res = await fetch('https://api.example.com/a'); if (res.ok || !shouldRetry(res)) return res; } }",
    "import build from 'fetch-retry'; export const load = build(fetch, { retryOn: (attempt, error, response) => attempt < 3 && (error !== null || response.status === 429 || response.status >= 500) });",
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: axiosRetry.isNetworkOrIdempotentRequestError });",
    "import axios from 'axios'; import axiosRetry, { isRetryableError } from 'axios-retry'; axiosRetry(axios, { retryCondition: (e) => isRetryableError(e) || e.code === 'ECONNABORTED' });",
    {
      name: "a function that asks the library's own condition first",
      code: "import axios from 'axios'; import axiosRetry, { isNetworkOrIdempotentRequestError } from 'axios-retry'; axiosRetry(axios, { retryCondition: (e) => isNetworkOrIdempotentRequestError(e) || e.response?.status === 429 });",
    },
  ],
  invalid: [
    {
      name: 'a query of a page, by its error',
      code: "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: [|(n, error) => n < 3 && error.status >= 500|] });",
      errors: [
        {
          messageId: 'rateLimit',
          suggestions: [
            "import { useQuery } from '@tanstack/react-query'; const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); }; export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, retry: (n, error) => n < 3 && (error.status === 429 || error.status >= 500) });",
          ],
        },
      ],
    },
    {
      name: 'a condition of p-retry whose version is not known, that looks at its argument as the error',
      code: "import axios from 'axios'; import pRetry from 'p-retry'; const passes = (status) => { switch (status) { case undefined: case 500: case 502: case 503: case 504: return true; default: return false; } }; export const a = () => pRetry(() => axios.get('https://api.example.com/a'), { retries: 3, shouldRetry: [|(error) => passes(error.response?.status)|] });",
      errors: ['rateLimit'],
    },
    {
      name: 'errors of the server alone, known by the status in their text',
      code: "export class Client { async request(method) { let last; for ([|let attempt = 0|]; attempt <= 3; attempt++) { try { return await this.send(method); } catch (error) { last = error; if (!this.mayPass(error)) throw error; await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** attempt)); } } throw last; } async send(method) { const answer = await fetch('https://api.example.com/' + method); if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${answer.statusText}`); return answer.json(); } mayPass(error) { const message = error.message.toLowerCase(); return message.includes('http 5'); } }",
      errors: ['rateLimit'],
    },
    {
      code: got('[|[500, 502, 503, 504]|]'),
      output: got('[429, 500, 502, 503, 504]'),
      errors: ['rateLimit'],
    },
    {
      code: got('[|[429, 500, 503]|]'),
      output: got('[429, 500, 502, 503, 504]'),
      errors: [{ messageId: 'serverErrors', data: { statuses: '502, 504' } }],
    },
    {
      code: loop(
        `const status = error.response?.status; if (status && status < 500) throw error; ${AFTER}`,
        '[|let n = 0|]',
      ),
      errors: ['rateLimit'],
      suggestions: [
        loop(
          `const status = error.response?.status; if (status && (status !== 429 && status < 500)) throw error; ${AFTER}`,
        ),
      ],
    },
    {
      code: loop('if (error.response?.status !== 429) throw error;', '[|let n = 0|]'),
      errors: ['serverErrors'],
    },
    {
      name: 'a list in a constant',
      code: "import ky from 'ky'; const STATUSES = [|[500, 502, 503, 504]|]; export const api = ky.create({ retry: { limit: 2, statusCodes: STATUSES } });",
      output:
        "import ky from 'ky'; const STATUSES = [429, 500, 502, 503, 504]; export const api = ky.create({ retry: { limit: 2, statusCodes: STATUSES } });",
      errors: ['rateLimit'],
    },
    {
      name: 'network errors, for an API that asks for them',
      apis: ['octopus'],
      code: "import got from 'got'; export const a = 1; export async function load() { for ([|let n = 0|]; n < 3; n++) { const res = await fetch('https://api.octopuscards.io/a'); if (res.status !== 429 && res.status < 500) return res; } }",
      errors: ['networkErrors'],
    },
    {
      name: 'an interceptor',
      code: "import axios from 'axios'; const api = axios.create({}); [|[|api.interceptors.response.use|]|](undefined, async (error) => { const { config } = error; config.n = (config.n ?? 0) + 1; if (error.response?.status === 503 && config.n < 4) return api(config); throw error; });",
      errors: ['rateLimit', 'serverErrors'],
    },
    {
      name: 'a predicate of a library',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: [|(e) => !e.response || e.response.status >= 500|] });",
      errors: ['rateLimit'],
      suggestions: [
        "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: (e) => !e.response || (e.response.status === 429 || e.response.status >= 500) });",
      ],
    },
    {
      name: "a library's own condition beside one that is written",
      code: "import axios from 'axios'; import axiosRetry, { isNetworkError } from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: [|(e) => isNetworkError(e) || e.response?.status === 429|] });",
      errors: ['serverErrors'],
      suggestions: [],
    },
    {
      name: 'a policy',
      code: "import axios from 'axios'; import { retry, handleWhen } from 'cockatiel'; const policy = [|retry|](handleWhen((e) => !e.response || e.response.status > 499), { maxAttempts: 3 }); export const a = () => policy.execute(() => axios.get('https://api.example.com/a'));",
      errors: ['rateLimit'],
    },
    {
      name: 'p-retry',
      code: "import pRetry, { AbortError } from 'p-retry'; export const a = () => [|pRetry|](async () => { const res = await fetch('https://api.example.com/a'); if (res.status <= 499) { if (!res.ok) throw new AbortError('no'); return res; } throw new Error('busy'); }, { retries: 3 });",
      errors: ['rateLimit'],
    },
    {
      name: 'async-retry',
      code: "import retry from 'async-retry'; export const a = () => [|[|retry|]|](async (bail) => { const res = await fetch('https://api.example.com/a'); if (res.status !== 503 && !res.ok) return bail(new Error('no')); if (!res.ok) throw new Error('busy'); return res; }, { retries: 3 });",
      errors: ['rateLimit', 'serverErrors'],
    },
    {
      name: 'recursion',
      code: "import axios from 'axios'; async function load(n = 0) { try { return await axios.get('https://api.example.com/a'); } catch (e) { if (n > 3 || (e.response && e.response.status <= 499)) throw e; return [|load|](n + 1); } }",
      errors: ['rateLimit'],
    },
    {
      name: "a function that asks one of the library's own conditions first",
      code: "const axios = require('axios'); const axiosRetry = require('axios-retry').default; function isBroken(e) { const status = e.response && e.response.status; return status >= 500 && status <= 599; } axiosRetry(axios, { retryCondition: [|(e) => axiosRetry.isNetworkError(e) || isBroken(e)|] });",
      errors: ['rateLimit'],
    },
    {
      name: 'a function that gives the wait before the next try',
      filename: 'src/orders.ts',
      code: "import { HttpClient } from '@angular/common/http';\nimport { retry, throwError, timer } from 'rxjs';\nexport class Orders {\n  constructor(private readonly http: HttpClient) {}\n  all() { return this.http.get('https://api.example.com/orders').pipe([|retry|]({ count: 3, delay: (error, n) => error.status >= 500 ? timer(2 ** n * 100) : throwError(() => error) })); }\n}",
      errors: ['rateLimit'],
      suggestions: [
        "import { HttpClient } from '@angular/common/http';\nimport { retry, throwError, timer } from 'rxjs';\nexport class Orders {\n  constructor(private readonly http: HttpClient) {}\n  all() { return this.http.get('https://api.example.com/orders').pipe(retry({ count: 3, delay: (error, n) => (error.status === 429 || error.status >= 500) ? timer(2 ** n * 100) : throwError(() => error) })); }\n}",
      ],
    },
  ],
});
