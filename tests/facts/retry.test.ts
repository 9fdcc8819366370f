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
      'while, what is left held against nothing, by default no second attempt',
      `${axios} ${sleep} async function f(options) { let left = Math.max(Number(options.retries) || 1, 1); while (left) { left -= 1; try { return await axios.get('https://a.com'); } catch (e) { if (left === 0) throw e; } await sleep(options.wait || 3000); } }`,
      'loop, , constant, all, retried',
    ],
    [
      'while, what is left is lowered in the test',
      `${axios} ${sleep} async function f(options) { let left = options.tries || 1; while (left--) { try { return await axios.get('https://a.com'); } catch (e) { if (!left) throw e; await sleep(1000); } } }`,
      'loop, , constant, all, retried',
    ],
    [
      'for, a power of one less',
      `${axios} ${sleep} async function f() { for (let n = 1; n <= 3; n++) { try { return await axios.get('https://a.com'); } catch (e) { if (n < 3) { await sleep(500 * Math.pow(2, n - 1)); continue; } throw e; } } }`,
      'loop, 3, exponential, all, retried',
    ],
    [
      'recursion, a helper is given one less',
      `${axios} ${sleep} const backoff = (n) => sleep(100 * 2 ** n); async function f(n = 1) { try { return await axios.get('https://a.com'); } catch (e) { if (n >= 4) throw e; await backoff(n - 1); return f(n + 1); } }`,
      'recursion, 4, exponential, all, retried',
    ],
    [
      'recursion by way of a helper, counts down',
      `${axios} ${sleep} async function later(left) { await sleep(1000); return f(left - 1); } async function f(left = 3) { try { return await axios.get('https://a.com'); } catch (e) { if (left > 0) return later(left); throw e; } }`,
      'recursion, 4, constant, all, retried',
    ],
    [
      'recursion by way of an export',
      `const axios = require('axios'); ${sleep} exports.f = async (n = 0) => { try { return await axios.get('https://a.com'); } catch (e) { if (n >= 2) throw e; await sleep(100 * 2 ** n); return exports.f(n + 1); } };`,
      'recursion, 3, exponential, all, retried',
    ],
    [
      'recursion, by a timer',
      `${axios} function f() { return new Promise((resolve, reject) => { let tries = 0; const attempt = () => { tries += 1; axios.get('https://a.com').then(resolve).catch((e) => { if (tries >= 4) return reject(e); setTimeout(attempt, 1000); }); }; attempt(); }); }`,
      'recursion, 4, constant, all, retried',
    ],
    [
      'recursion, after a wait',
      `${axios} ${sleep} function f() { let tries = 0; function attempt() { return axios.get('https://a.com').catch((e) => { tries++; if (tries >= 3) throw e; return sleep(100 * 2 ** tries).then(attempt); }); } return attempt(); }`,
      'recursion, 3, exponential, all, retried',
    ],
    [
      'recursion, by a case for 429 alone',
      `async function f(tries = 0) { const res = await ${get}; switch (res.status) { case 200: return res.json(); case 429: if (tries >= 4) throw new Error(); await new Promise((r) => setTimeout(r, 3000)); return f(tries + 1); default: throw new Error(); } }`,
      'recursion, 5, constant, 429, not',
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
      'a function that is handed in and only says how long to wait',
      `${sleep} async function f(lock, lengthOf) { for (let n = 0; n < 3; n++) { try { return lock.take(); } catch { const ms = lengthOf(n); await sleep(ms); await sleep(lengthOf(n)); } } }`,
    ],
    [
      'a function that is handed on to one that does not run it',
      `const keep = async (fn) => { kept.push(fn); }; async function f(lock, fn) { for (let n = 0; n < 3; n++) { try { await keep(fn); return lock.take(); } catch {} } }`,
    ],
    [
      'a stream',
      `async function f(reader) { for (;;) { const { done } = await reader.read(); if (done) return; } }`,
    ],
  ])('%s', (_, code) => {
    expect(briefly(code)).toBe('none');
  });
});

describe('counters and waits that are kept elsewhere', () => {
  const send = "await axios.post('https://api.example.com/a', body)";
  const inClass = (fields: string, again: string, before = '') =>
    `${axios} class Client { ${fields} async send(body) { ${before} try { return ${send}; } catch (e) { ${again} } } }`;

  it.each([
    [
      'a field of the class',
      inClass(
        'tries = 0;',
        'if (this.tries >= 3) throw e; this.tries++; await new Promise((r) => setTimeout(r, 1000 * this.tries)); return this.send(body);',
      ),
      'recursion, 4, linear, all, retried',
    ],
    [
      'a field that is set in the constructor, and back after a success',
      inClass(
        'constructor() { this.tries = 0; } reset() { this.tries = 0; }',
        'if (this.tries >= 3) throw e; this.tries += 1; await new Promise((r) => setTimeout(r, 200 * 2 ** this.tries)); return this.send(body);',
      ),
      'recursion, 4, exponential, all, retried',
    ],
    [
      'a field through a name for `this`',
      inClass(
        'tries = 0;',
        'if (self.tries >= 2) throw e; self.tries++; return new Promise((r) => setTimeout(() => r(self.send(body)), 1000));',
        'const self = this;',
      ),
      'recursion, 3, constant, all, retried',
    ],
    [
      'a field of an object that is filled later',
      `${axios} const node = {}; node.tries = 0; node.send = async (body) => { try { return ${send}; } catch (e) { if (node.tries >= 4) throw e; node.tries++; await new Promise((r) => setTimeout(r, 100 * 2 ** node.tries)); return node.send(body); } };`,
      'recursion, 5, exponential, all, retried',
    ],
    [
      'a field that nobody counts up',
      inClass(
        'stopped = 0;',
        'if (this.stopped > 0) throw e; await new Promise((r) => setTimeout(r, 1000)); return this.send(body);',
      ),
      'recursion, Infinity, constant, all, retried',
    ],
    [
      'a timer that nobody waits for',
      `${axios} async function send(body, n = 0) { try { return ${send}; } catch (e) { if (n < 4) setTimeout(() => send(body, n + 1), 500 * 2 ** n); } }`,
      'recursion, 5, exponential, all, retried',
    ],
    [
      'a timer that gives up, and no other',
      `${axios} async function send(body, n = 0) { const timer = setTimeout(() => stop(), 5000); try { return ${send}; } catch (e) { if (n < 4) return send(body, n + 1); throw e; } finally { clearTimeout(timer); } }`,
      'recursion, 5, none, all, retried',
    ],
    [
      'a function that is kept for a component',
      `import { useCallback } from 'react'; ${axios} export function useSend() { const send = useCallback(async (body, left = 3) => { try { return ${send}; } catch (e) { if (left === 0) throw e; await new Promise((r) => setTimeout(r, 1000 * 2 ** (3 - left))); return send(body, left - 1); } }, []); return send; }`,
      'recursion, 4, exponential, all, retried',
    ],
    [
      'a function of the same name from elsewhere',
      `import { useCallback } from './own'; ${axios} export function useSend() { const send = useCallback(async (body, left = 3) => { try { return ${send}; } catch (e) { if (left === 0) throw e; return send(body, left - 1); } }, []); return send; }`,
      'none',
    ],
    [
      'what it calls tries again, it only comes back later',
      `${axios} const state = { busy: false, tries: 0 };
       async function renew(body) { try { return ${send}; } catch (e) { if (state.tries >= 3) return null; state.tries++; await new Promise((r) => setTimeout(r, 1000 * 2 ** state.tries)); return renew(body); } }
       async function check(body) { if (state.busy) return; state.busy = true; try { await renew(body); setTimeout(() => { check(body).catch(() => {}); }, 60000); } finally { state.busy = false; } }`,
      'recursion, 4, exponential, all, retried',
    ],
  ])('%s', (_name, code, wanted) => {
    expect(briefly(code)).toBe(wanted);
  });
});

describe('what a function that is handed in sends', () => {
  const again = (test: string): string =>
    `async function again(task) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n > 3 || !(${test})) throw e; await new Promise((r) => setTimeout(r, 200 * 2 ** n)); } } }`;
  const sends = (code: string) => retriesOf(code).map((retry) => retry.sends);

  it('is a request where statuses of HTTP are told apart', () => {
    expect(sends(again('e.status === 429 || e.status >= 500'))).toEqual(['likely']);
  });
  it.each([
    ['whether it is over its limit', 'if (e.response?.status === 429) { await pause(5000); }'],
    ['how long to wait', "await pause(Number(e.headers['retry-after'] ?? 1) * 1000);"],
  ])('is a request where the answer is asked %s', (_, asks) => {
    const pause = 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));';
    const loop = `for (let n = 0; n < 3; n++) { try { return await task(); } catch (e) { ${asks} } }`;
    expect(sends(`${pause} async function again(task) { ${loop} }`)).toEqual(['likely']);
  });
  it('is not known where they are not', () => {
    expect(sends(again('e.again !== false'))).toEqual(['unknown']);
  });
});

describe('a timer that is imported', () => {
  it.each([
    ["import { setTimeout } from 'node:timers';"],
    ["const { setTimeout } = require('timers');"],
  ])('%s', (head) => {
    expect(
      briefly(
        `${head} ${axios} async function f() { for (let n = 0; n < 4; n++) { try { return await axios.get('https://a.com'); } catch (e) { await new Promise((r) => setTimeout(r, 200 * 2 ** n)); } } }`,
      ),
    ).toBe('loop, 4, exponential, all, retried');
  });
});
