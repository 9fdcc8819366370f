import rule from '../../rules/require-exponential-backoff.ts';
import { testRule } from '../rule-tester.ts';

const loop = (wait: string, head = 'let n = 0') => `import axios from 'axios';
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export async function load() {
  for (${head}; n < 5; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch { ${wait} }
  }
}`;
const pRetry = (options: string) =>
  `import pRetry from 'p-retry'; pRetry(() => fetch('https://api.octopuscards.io/a'), ${options});`;

testRule(rule, {
  valid: [
    {
      name: 'waits for a server to come up, and any answer will do',
      code: "export async function waitFor(url, most) { for (let i = 0; i < most; i++) { try { await fetch(url, { method: 'GET' }); return { isUp: true, attempts: i + 1 }; } catch { await new Promise((done) => setTimeout(done, 1000)); } } return { isUp: false, attempts: most }; }",
    },
    {
      name: 'a limiter before each attempt, and a wait that doubles after it',
      code: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));\nlet last = 0;\nasync function inTurn(task) {\n  const left = 1100 - (Date.now() - last);\n  if (left > 0) await pause(left);\n  last = Date.now();\n  return task();\n}\nexport async function load(url) {\n  for (let n = 1; n <= 4; n++) {\n    try {\n      return await inTurn(() => fetch(url));\n    } catch (error) {\n      if (n === 4) throw error;\n    }\n    await pause(2 ** n * 500);\n  }\n}',
    },
    {
      name: 'the error of another package tells how long to wait',
      code: "const failures = require('failures-of-elsewhere');\nconst wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nasync function send(url) {\n  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });\n  if (response.status === 429) throw new failures.TooMany(Number(response.headers.get('Retry-After')) || 0);\n  return response;\n}\nexports.load = async (url) => {\n  for (let turn = 0; turn <= 3; turn++) {\n    try {\n      return await send(url);\n    } catch (error) {\n      if (turn === 3) throw error;\n      await wait(error.retryAfter);\n    }\n  }\n};",
    },
    {
      name: 'an attempt that is counted by who calls it first',
      code: 'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));\nexport function load(id) {\n  const attempt = async (n) => {\n    try { return await fetch(`https://api.example.com/orders/${id}`); } catch (e) {\n      if (n > 3) throw e;\n      await sleep(100 * 2 ** n);\n      return attempt(n + 1);\n    }\n  };\n  return attempt(0);\n}',
    },
    {
      name: 'a wait that the caller begins with, and that doubles',
      code: 'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));\nexport async function load(id, left, wait) {\n  try { return await fetch(`https://api.example.com/orders/${id}`); } catch (e) {\n    if (left === 0) throw e;\n    await sleep(wait);\n    return load(id, left - 1, wait * 2);\n  }\n}',
    },
    {
      name: 'what is parsed of a header that is missing is no number',
      code: "const sleep = (ms) => new Promise((done) => setTimeout(done, ms));\nexport async function load(url, tries = 5) { for (let n = 0; ; n++) { const res = await fetch(url); if ((res.status === 429 || res.status >= 500) && n < tries) { const asked = parseFloat(res.headers.get('Retry-After') || ''); const seconds = !Number.isNaN(asked) ? Math.min(asked, 30) : Math.min(2 ** n, 20); await sleep(seconds * 1000); continue; } return res; } }",
    },
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "async function all(url) { const r = await fetch(url); if (r.status === 429) { await new Promise((done) => setTimeout(done, 2000)); return all(url); } return r.json(); }\nall('https://api.example.com/orders').then(console.log);",
    },
    {
      name: 'a stream of tries that a function decides on',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { mergeMap, retryWhen } from 'rxjs/operators';
import { waitFor } from './wait';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe(retryWhen((errors) => errors.pipe(mergeMap((error, n) => waitFor(error, n))))); }
}`,
    },
    {
      name: 'a pause that is handed in',
      code: 'interface Clock { readonly sleep: (ms: number) => Promise<void> }\nexport async function rates(clock: Clock, url: string) {\n  for (let turn = 0; turn < 5; turn++) {\n    try { return await fetch(url); } catch { await clock.sleep(300 * 2 ** turn); }\n  }\n}',
    },
    {
      name: 'asks again only while a thing is not there yet',
      code: "export async function findParcel(carrier, number, sleep) {\n  for (let turn = 0; turn < 5; turn++) {\n    try {\n      const response = await fetch(`https://api.carrier.example/parcels/${number}`);\n      if (!response.ok) throw Object.assign(new Error('no parcel'), { status: response.status });\n      return await response.json();\n    } catch (error) {\n      if (error.status !== 404) throw error;\n      await sleep(2000);\n    }\n  }\n  throw new Error('never there');\n}",
    },
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 5; n++) { try { return await fetch(url); } catch { await new Promise((r) => setTimeout(r, 1000)); } } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'one retry: there is one wait',
      code: `export async function load(url) {
  for (let attempt = 0; attempt < 2; attempt++) {
    try { return await fetch(url); } catch { await new Promise((resolve) => setTimeout(resolve, 500)); }
  }
}`,
    },
    {
      name: 'waits for something to come up, by a name for the answer',
      code: `async function isUp(url) {
  try { const answer = await fetch(url); return answer.ok; } catch { return false; }
}
export async function started(url) {
  for (let second = 0; second < 60; second++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const up = await isUp(url);
    if (up) return;
  }
  throw new Error('not up');
}`,
    },
    {
      name: 'a field of the class counts',
      code: "import axios from 'axios';\nexport class Client {\n  tries = 0;\n  async send(body) {\n    try { return await axios.post('https://api.example.com/a', body, { timeout: 1000 }); } catch (e) {\n      if (this.tries >= 3 || (e.response && e.response.status < 500 && e.response.status !== 429)) throw e;\n      this.tries++;\n      await new Promise((r) => setTimeout(r, 500 * 2 ** this.tries));\n      return this.send(body);\n    }\n  }\n}",
    },
    {
      name: 'a timer that nobody waits for',
      code: "import axios from 'axios';\nexport async function send(body, n = 0) {\n  try { return await axios.post('https://api.example.com/a', body); } catch (e) { if (n < 4) setTimeout(() => send(body, n + 1), 500 * 2 ** n); }\n}",
    },
    {
      name: 'once more, and nobody knows when',
      code: 'export async function send(url, isLast = false) {\n  try {\n    return await fetch(url);\n  } catch (error) {\n    if (!isLast && (await renewed(error))) return send(url, true);\n    throw error;\n  }\n}',
    },
    {
      name: 'once more with a new token, of which a wait makes nothing',
      code: 'export async function send(url, options, isLast = false) {\n  try {\n    return await fetch(url, options);\n  } catch (error) {\n    if (error.response.status === 401 && !isLast) {\n      options.headers = await renewed();\n      return send(url, options, true);\n    }\n    throw error;\n  }\n}',
    },
    {
      name: 'waits for somebody who signs in on another device',
      code: "export async function poll(deviceCode, seconds) {\n  for (;;) {\n    const response = await fetch('https://api.example.com/oauth/token', { method: 'POST', body: new URLSearchParams({ device_code: deviceCode }) });\n    const body = await response.json();\n    if (response.ok) return body;\n    if (body.error !== 'authorization_pending') throw new Error(body.error);\n    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));\n  }\n}",
    },
    {
      name: 'a first wait of one length and a longer one for all later ones',
      code: "export async function load(url, most = 3) { let n = 0; while (n < most) { n++; try { return await (await fetch(url)).json(); } catch { console.log('again'); } if (n < most) await new Promise((done) => setTimeout(done, n === 1 ? 1000 : 3000)); } }",
    },
    {
      name: 'doubled from what the caller says',
      code: 'export async function load(url, { first, longest }) { for (let n = 0; n < 5; n++) { try { return await (await fetch(url)).json(); } catch { await new Promise((done) => setTimeout(done, Math.min(first * 2 ** n, longest))); } } }',
    },

    {
      name: 'waits till an answer is good, of which nothing else is used',
      code: "export async function waitFor(url) { for (let n = 0; n < 5; n++) { try { const answer = await fetch(url); if (answer.status === 200) { return; } throw new Error(answer.statusText); } catch { await new Promise((resolve) => setTimeout(resolve, 3000)); } } throw new Error('never came up'); }",
    },
    {
      name: 'only too many requests, after as long as the answer says, or else a fixed time',
      code: "export async function load(url) { for (let n = 0; n < 5; n++) { const answer = await fetch(url); if (answer.status !== 429) return answer; const told = Number(answer.headers.get('retry-after')); await new Promise((resolve) => setTimeout(resolve, (told || 60) * 1000)); } throw new Error('too many'); }",
    },
    {
      name: 'waits for a server to come up',
      code: `async function isUp(base) {
  try { const answer = await fetch(\`\${base}/health\`); return answer.ok; } catch { return false; }
}
export async function waitFor(base) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (await isUp(base)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('never came up');
}`,
    },
    {
      name: 'a wait that may be handed in',
      code: `import axios from 'axios';
const sleepFor = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export async function load(input) {
  const sleep = input.sleep ?? sleepFor;
  for (let n = 0; n < 5; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch { await sleep(100 * 2 ** n); }
  }
}`,
    },
    {
      name: 'attempts from a setting, and a wait that hangs on chance',
      code: `import axios from 'axios';
export const send = async (settings, data) => {
  let retries = settings.retries || 1;
  while (retries > 0) {
    try { await axios.post('https://api.example.com/a', data, { timeout: 1000 }); return; } catch (error) {
      if (error.response && error.response.status === 429) {
        retries--;
        if (retries === 0) throw error;
        const delay = 60000 + Math.random() * 120000;
        await new Promise((resolve) => setTimeout(resolve, delay));
      } else { throw error; }
    }
  }
};`,
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
    loop('await sleep(100 * 2 ** n);'),
    loop('await sleep(Math.min(10_000, 100 * Math.pow(2, n)) * Math.random());'),
    loop('await sleep([100, 200, 400, 800][n]);'),
    loop('await sleep(waitFor(n));'),
    pRetry('{ retries: 5 }'),
    pRetry('{ retries: 5, minTimeout: 200, maxTimeout: 10_000 }'),
    pRetry('{ retries: 5, ...more }'),
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay });",
    "import got from 'got'; export const api = got.extend({ retry: { limit: 2 } });",
    {
      name: 'an interceptor that waits longer each time',
      code: "import axios from 'axios'; const api = axios.create({}); api.interceptors.response.use(undefined, async (error) => { const { config } = error; config.n = (config.n ?? 0) + 1; if (error.response?.status >= 500 && config.n < 4) { await new Promise((r) => setTimeout(r, 200 * 2 ** config.n)); return api(config); } throw error; });",
    },
    {
      name: 'a policy of cockatiel',
      code: "import { retry, handleAll, ExponentialBackoff } from 'cockatiel'; const policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
    },
    {
      name: 'one attempt has no waits',
      code: "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 0, factor: 1 });",
    },
    {
      name: 'a loop over items',
      code: "export async function all(ids) { for (const id of ids) { try { await fetch('https://api.example.com/' + id); } catch {} await sleep(1000); } }",
    },
    {
      name: 'a function for the wait that goes by the header where there is one',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3, retryDelay: (n, error) => { const seconds = Number(error.response?.headers['retry-after']); return seconds ? seconds * 1000 : 500 * 2 ** n; } });",
    },
    {
      name: 'a wait of got that begins with what got would wait',
      code: "import got from 'got'; export const api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 3, calculateDelay: ({ computedValue, attemptCount }) => computedValue === 0 ? 0 : Math.max(computedValue, 500 * 2 ** attemptCount) } });",
    },
    {
      name: 'a first wait that is left to the library, of an API that asks for a longer one',
      code: "import got from 'got'; export const api = got.extend({ prefixUrl: 'https://mc-prd.duckdns.org/api/v1', retry: { limit: 2, backoffLimit: 8000 } });",
    },
  ],
  invalid: [
    {
      name: 'a limiter before each attempt, and a linear wait after it',
      code: 'const pause = (ms) => new Promise((done) => setTimeout(done, ms));\nlet last = 0;\nasync function inTurn(task) {\n  const left = 1100 - (Date.now() - last);\n  if (left > 0) await pause(left);\n  last = Date.now();\n  return task();\n}\nexport async function load(url) {\n  for ([|let n = 1|]; n <= 4; n++) {\n    try {\n      return await inTurn(() => fetch(url));\n    } catch (error) {\n      if (n === 4) throw error;\n    }\n    await pause(n * 1500);\n  }\n}',
      errors: [{ messageId: 'steady', data: { growth: 'linear' } }],
    },
    {
      name: 'an exclusive or in the place of a power',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; [|axiosRetry|](axios, { retries: 5, retryDelay: (n) => (2 ^ n) * 1000 });",
      errors: [{ messageId: 'steady', data: { growth: 'uneven' } }],
    },
    {
      name: 'a number of attempts and nothing else',
      code: "import async from 'async'; export const a = () => [|async.retry|](4, async () => (await fetch('https://api.example.com/a')).json());",
      errors: ['none'],
    },
    {
      name: 'a constant wait between the attempts of a task in the old style',
      code: "import async from 'async'; export const a = (done) => [|async.retry|]({ times: 4, interval: 500 }, (next) => { fetch('https://api.example.com/a').then((r) => next(null, r), next); }, done);",
      errors: ['steady'],
    },
    {
      name: 'a stream of tries, each after the same wait',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { delay, retryWhen, take } from 'rxjs/operators';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retryWhen|]((errors) => errors.pipe(delay(500), take(3)))); }
}`,
      errors: ['steady'],
    },
    {
      name: 'an operator with a number alone',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retry|](3)); }
}`,
      errors: ['none'],
    },
    {
      name: 'settings of all queries of a page, with a fixed wait',
      code: "import { QueryClient } from '@tanstack/react-query'; export const client = new QueryClient({ defaultOptions: { queries: { [|retry: 3|], retryDelay: 2000 } } });",
      errors: [{ messageId: 'steady' }],
    },
    {
      name: 'only too many requests, after a fixed time',
      code: "export async function load(url) { for ([|let n = 0|]; n < 5; n++) { const answer = await fetch(url); if (answer.status !== 429) return answer;  await new Promise((resolve) => setTimeout(resolve, 5000)); } throw new Error('too many'); }",
      errors: [{ messageId: 'steady' }],
    },
    {
      name: 'an answer that is used once it is good',
      code: "export async function load(url) { for ([|let n = 0|]; n < 5; n++) { try { const answer = await fetch(url); if (answer.status === 200) { return answer.json(); } } catch {} await new Promise((resolve) => setTimeout(resolve, 3000)); } throw new Error('no answer'); }",
      errors: [{ messageId: 'steady' }],
    },
    {
      name: 'off unless the caller gives a number, and then with waits that grow by steps',
      code: "export async function load(url, options) { const { retries = 0, pause = 1000, ...rest } = options; for ([|let n = 0|]; n <= retries; n++) { try { const res = await fetch(url, rest); if (!res.ok) throw new Error('no'); return res; } catch (error) { if (n < retries) { await new Promise((done) => setTimeout(done, pause * (n + 1))); continue; } throw error; } } }",
      errors: [{ messageId: 'steady', data: { growth: 'linear' } }],
    },
    {
      name: 'waits that grow by steps of a length that the caller says',
      code: 'export async function load(url, step) { for ([|let n = 0|]; n < 5; n++) { try { return await (await fetch(url)).json(); } catch { await new Promise((done) => setTimeout(done, step * (n + 1))); } } }',
      errors: [{ messageId: 'steady', data: { growth: 'linear' } }],
    },

    {
      name: 'a write that is sent again until it is taken',
      code: `async function taken(order) {
  try { const answer = await fetch('https://api.example.com/orders', { method: 'POST', body: order }); return answer.ok; } catch { return false; }
}
export async function send(order) {
  for ([|let n = 0|]; n < 5; n++) {
    if (await taken(order)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('never taken');
}`,
      errors: [{ messageId: 'steady', data: { growth: 'constant' } }],
    },
    {
      name: 'jobs of a queue that come back after the same time',
      code: `import { Queue, Worker } from 'bullmq';
const orders = new [|Queue|]('orders', { defaultJobOptions: { attempts: 4, backoff: { type: 'fixed', delay: 5000 } } });
export const worker = new Worker('orders', async ({ data }) => {
  const res = await fetch('https://api.example.com/orders', { method: 'POST', body: data });
  if (!res.ok) throw new Error(res.statusText);
});
export const take = (order) => orders.add('create', order);`,
      errors: [{ messageId: 'steady', data: { growth: 'constant' } }],
    },
    {
      name: 'an operator with a constant delay',
      filename: 'src/service.ts',
      code: `import { HttpService } from '@nestjs/axios';
import { retry, timer, throwError } from 'rxjs';
export class Service {
  constructor(private readonly http: HttpService) {}
  load() { return this.http.get('https://api.example.com/a').pipe([|retry|]({ count: 3, delay: 1000 })); }
}`,
      errors: ['steady'],
    },
    { code: loop('', '[|let n = 0|]'), errors: ['none'] },
    {
      name: 'recursion at a steady beat',
      code: "import axios from 'axios'; async function load(n = 0) { try { return await axios.get('https://api.example.com/a'); } catch (e) { if (n > 3) throw e; await new Promise((r) => setTimeout(r, 500)); return [|load|](n + 1); } }",
      errors: [{ messageId: 'steady', data: { growth: 'constant' } }],
    },
    {
      name: 'an interceptor at once',
      code: "import axios from 'axios'; const api = axios.create({}); [|api.interceptors.response.use|](undefined, async (error) => { const { config } = error; config.n = (config.n ?? 0) + 1; if (error.response?.status >= 500 && config.n < 4) return api(config); throw error; });",
      errors: ['none'],
    },
    {
      name: 'a policy with a constant backoff',
      code: "import { retry, handleAll, ConstantBackoff } from 'cockatiel'; const policy = [|retry|](handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(500) }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
      errors: ['steady'],
    },
    {
      name: 'a policy of another module',
      files: {
        'src/policy.ts':
          "import { retry, handleAll, ConstantBackoff } from 'cockatiel'; export const policy = retry(handleAll, { maxAttempts: 3, backoff: new ConstantBackoff(500) });",
      },
      code: "import { policy } from './policy'; export const a = () => [|policy.execute|](() => fetch('https://api.example.com/a'));",
      errors: ['steady'],
    },
    {
      name: 'an operation with a constant wait',
      code: "import retry from 'retry'; export function load(done) { const operation = [|retry.operation|]({ retries: 4, factor: 1, minTimeout: 500, randomize: true }); operation.attempt(async () => { try { done(null, await fetch('https://api.example.com/a')); } catch (error) { if (!operation.retry(error)) done(error); } }); }",
      output:
        "import retry from 'retry'; export function load(done) { const operation = retry.operation({ retries: 4, factor: 2, minTimeout: 500, randomize: true }); operation.attempt(async () => { try { done(null, await fetch('https://api.example.com/a')); } catch (error) { if (!operation.retry(error)) done(error); } }); }",
      errors: ['steady'],
    },
    {
      name: 'a function of another module that repeats its task',
      files: {
        'src/again.ts':
          'export async function again(task) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n >= 3) throw e; await new Promise((r) => setTimeout(r, 1000)); } } }',
      },
      code: "import { again } from './again'; export const a = () => [|again|](() => fetch('https://api.example.com/a'));",
      errors: ['steady'],
    },
    {
      code: loop('await sleep(1000);', '[|let n = 0|]'),
      errors: [{ messageId: 'steady', data: { growth: 'constant' } }],
    },
    {
      code: loop('await sleep(1000 * (n + 1));', '[|let n = 0|]'),
      errors: [{ messageId: 'steady', data: { growth: 'linear' } }],
    },
    {
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; [|axiosRetry|](axios);",
      output:
        "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay });",
      errors: ['none'],
    },
    {
      code: pRetry('{ retries: 3, factor: 1, randomize: true }').replace(
        'pRetry(()',
        '[|pRetry|](()',
      ),
      output: pRetry('{ retries: 3, factor: 2, randomize: true }'),
      errors: ['steady'],
    },
    {
      code: pRetry('{ retries: 3, minTimeout: 50 }').replace('pRetry(()', '[|pRetry|](()'),
      output: pRetry('{ retries: 3, minTimeout: 200 }'),
      errors: ['short'],
    },
    {
      code: pRetry('{ retries: 6, minTimeout: 1000 }').replace('pRetry(()', '[|pRetry|](()'),
      output: pRetry('{ retries: 6, minTimeout: 1000, maxTimeout: 10_000 }'),
      errors: ['long'],
    },
    {
      name: 'an operator whose function waits a little longer each time',
      filename: 'src/service.ts',
      code: `import { HttpClient } from '@angular/common/http';
import { retry, timer } from 'rxjs';
export class Orders {
  constructor(private readonly http: HttpClient) {}
  all() { return this.http.get('https://api.example.com/orders').pipe([|retry|]({ count: 3, delay: (error, n) => timer(n * 1000) })); }
}`,
      errors: ['steady'],
    },
    {
      name: 'out of the callback of a request',
      code: "const request = require('request');\nfunction load(id, done) {\n  request({ url: `https://api.example.com/orders/${id}`, timeout: 5000 }, (err, res, body) => {\n    if (err || res.statusCode >= 500) return setTimeout(() => [|load|](id, done), 500);\n    done(null, body);\n  });\n}\nmodule.exports = load;",
      errors: ['steady'],
    },
  ],
});
