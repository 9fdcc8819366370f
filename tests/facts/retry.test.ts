import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/facts/facts-of.ts';
import type { Retry } from '../../src/facts/retry/retry.ts';
import { parse } from '../ast/parse.ts';

function retriesOf(code: string): readonly Retry[] {
  const { text, program, visitorKeys } = parse(code);
  return factsOf(
    { filename: '<input>', sourceCode: { text, ast: program, visitorKeys } } as Parameters<
      typeof factsOf
    >[0],
    null,
  ).retry;
}

/** form, attempts, growth, statuses retried, network errors. */
function briefly(code: string): string {
  const [retry, ...others] = retriesOf(code);
  if (!retry) return 'none';
  const { form, attempts, delay, condition } = retry;
  const statuses = Object.entries(condition.statuses).flatMap(([status, verdict]) =>
    verdict === 'retried' ? [status] : [],
  );
  const all = statuses.length === 13 ? 'all' : statuses.join(' ');
  return [
    form,
    attempts.max,
    delay.growth,
    all,
    condition.networkErrors,
    ...(others.length > 0 ? ['and more'] : []),
  ].join(', ');
}

const sleep = 'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));';
const get = "fetch('https://api.example.com/a')";
const axios = "import axios from 'axios';";

describe('what a retry is', () => {
  it.each([
    [
      'for, throws',
      `${axios} ${sleep} async function f() { for (let n = 0; n < 4; n++) { try { return await axios.get('https://a.com'); } catch (e) { await sleep(200 * 2 ** n); } } }`,
      'loop, 4, exponential, all, retried',
    ],
    [
      'for, <=',
      `${axios} ${sleep} async function f() { for (let n = 0; n <= 4; n++) { try { return await axios.get('https://a.com'); } catch (e) { await sleep(1000); } } }`,
      'loop, 5, constant, all, retried',
    ],
    [
      'for, answers',
      `${sleep} async function f() { for (let n = 1; n <= 3; n++) { const res = await ${get}; if (res.ok) return res; if (res.status < 500 && res.status !== 429) throw new Error(); await sleep(n * 1000); } }`,
      'loop, 3, linear, 429 500 502 503 504, not',
    ],
    [
      'while, no end',
      `${axios} async function f() { while (true) { try { return await axios.get('https://a.com'); } catch {} } }`,
      'loop, Infinity, none, all, retried',
    ],
    [
      'while, counts down',
      `${axios} ${sleep} async function f(left = 3) { let wait = 100; while (left > 0) { try { return await axios.get('https://a.com'); } catch { left--; await sleep(wait); wait *= 2; } } }`,
      'loop, 3, exponential, all, retried',
    ],
    [
      'do, list of waits',
      `${axios} ${sleep} async function f() { const waits = [100, 200, 400, 800]; let n = 0; do { try { return await axios.get('https://a.com'); } catch { await sleep(waits[n]); } } while (++n < 5); }`,
      'loop, 5, exponential, all, retried',
    ],
    [
      'recursion',
      `${axios} ${sleep} async function f(n = 0) { try { return await axios.get('https://a.com'); } catch (e) { if (n >= 2) throw e; await sleep(100 * 2 ** n); return f(n + 1); } }`,
      'recursion, 3, exponential, all, retried',
    ],
    [
      'recursion, no counter',
      `${axios} async function f() { try { return await axios.get('https://a.com'); } catch (e) { return f(); } }`,
      'recursion, Infinity, none, all, retried',
    ],
    [
      'interceptor',
      `${axios} const api = axios.create({}); api.interceptors.response.use(undefined, async (e) => { const { config } = e; config.n = (config.n ?? 0) + 1; if (e.response?.status >= 500 && config.n < 3) return api(config); throw e; });`,
      'interceptor, 3, none, 500 502 503 504, not',
    ],
    [
      'p-retry',
      `import pRetry from 'p-retry'; ${axios} pRetry(() => axios.get('https://a.com'), { retries: 4 });`,
      'library, 5, exponential, all, retried',
    ],
    [
      'p-retry, AbortError',
      `import pRetry, { AbortError } from 'p-retry'; pRetry(async () => { const r = await ${get}; if (r.status === 404) throw new AbortError('x'); if (!r.ok) throw new Error(); }, { retries: 1, factor: 1 });`,
      'library, 2, constant, 400 401 403 408 409 422 425 429 500 502 503 504, retried',
    ],
    [
      'async-retry, bail',
      `import retry from 'async-retry'; retry(async (bail) => { const r = await ${get}; if (r.status < 500) return bail(new Error()); if (!r.ok) throw new Error(); }, { retries: 2 });`,
      'library, 3, exponential, 500 502 503 504, retried',
    ],
    [
      'axios-retry',
      `import axiosRetry from 'axios-retry'; ${axios} axiosRetry(axios, { retries: 2, retryCondition: (e) => e.response?.status === 429 });`,
      'library, 3, none, 429, not',
    ],
    [
      'got',
      "import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: [429, 500] } });",
      'client, 4, exponential, 429 500, retried',
    ],
    [
      'ky, a number',
      "import ky from 'ky'; export const api = ky.create({ retry: 5 });",
      'client, 6, exponential, 408 429 500 502 503 504, retried',
    ],
    [
      'helper',
      `${sleep} async function retryRequest(request, tries = 3) { for (let n = 0; n < tries; n++) { try { return await request(); } catch { await sleep(1000); } } }`,
      'loop, 3, constant, all, retried',
    ],
  ])('%s', (_, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});

describe('what no retry is', () => {
  it.each([
    [
      'pages',
      `async function f() { let c; while (true) { const r = await ${get}; const d = await r.json(); if (!d.next) return; c = d.next; } }`,
    ],
    [
      'polling',
      `${sleep} async function f() { for (;;) { const r = await ${get}; const { status } = await r.json(); if (status === 'done') return; await sleep(1000); } }`,
    ],
    [
      'items',
      `${axios} async function f(items) { for (const item of items) { try { await axios.post('https://a.com', item); } catch {} } }`,
    ],
    [
      'indexed items',
      `${axios} async function f(items) { for (let i = 0; i < items.length; i++) { try { await axios.post('https://a.com', items[i]); } catch {} } }`,
    ],
    [
      'a new token',
      `async function f(fresh) { const r = await ${get}; if (r.status === 401 && !fresh) { await renew(); return f(true); } return r; }`,
    ],
    [
      'no request',
      `${sleep} async function f() { for (let n = 0; n < 3; n++) { try { return read(); } catch { await sleep(1); } } }`,
    ],
    [
      'a stream',
      `async function f(reader) { for (;;) { const { done } = await reader.read(); if (done) return; } }`,
    ],
  ])('%s', (_, code) => {
    expect(briefly(code)).toBe('none');
  });
});
