import rule from '../../rules/require-retry.ts';
import { testRule } from '../rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'a function that the job of a queue calls',
      code: "import { Worker } from 'bullmq';\nasync function sendOrder(order) { await fetch('https://api.example.com/orders', { method: 'POST', body: order }); }\nnew Worker('orders', async (job) => { await sendOrder(job.data); });",
    },
    {
      name: 'a worker that is given the name of its task',
      code: "import { Worker } from 'bullmq';\nconst send = (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order });\nconst work = async (job) => { await send(job.data); };\nexport const worker = new Worker('orders', work);",
    },
    {
      name: 'a function that the handler of a queue of AWS calls',
      code: "const send = (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order });\nexport const handler = async ({ Records }) => { for (const record of Records) await send(record.body); };\nexport const old = async (event) => { for (const record of event.Records) await send(record.body); };",
    },
    {
      name: 'a request that what comes in is piped into',
      code: "import http from 'node:http';\nimport https from 'node:https';\nhttp.createServer((req, res) => { const onward = https.request(new URL(req.headers['x-to']), { method: req.method }, (answer) => { res.writeHead(answer.statusCode); answer.pipe(res); }); req.pipe(onward); }).listen(80);",
    },
    {
      name: 'a loop that counts down what is left, one attempt where nothing is given',
      code: `const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export async function load(url, options = {}) {
  const { retries, ...rest } = options;
  let left = Math.max(Number(retries) || 1, 1);
  while (left) {
    left -= 1;
    try { return await fetch(url, rest); } catch (error) { if (left === 0) throw error; }
    await wait(3000);
  }
}`,
    },
    {
      name: 'handed to a function of another file, which has it retried',
      files: {
        'src/resilience.ts':
          "import axiosRetry from 'axios-retry';\nexport const withRetries = (client) => axiosRetry(client, { retries: 3 });",
      },
      filename: 'src/http.ts',
      code: "import axios from 'axios';\nimport { withRetries } from './resilience';\nexport const http = axios.create({ baseURL: 'https://api.example.com' });\nwithRetries(http);",
    },
    {
      name: 'the client of a field that has a type, called through a method that tries again',
      code: `import axios, { type AxiosInstance } from 'axios';
export class Orders {
  private readonly http: AxiosInstance;
  constructor() {
    this.http = axios.create({ baseURL: 'https://api.example.com' });
  }
  private async patiently<T>(task: () => Promise<T>, left = 3): Promise<T> {
    try {
      return await task();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((done) => setTimeout(done, 1000));
      return this.patiently(task, left - 1);
    }
  }
  one(id: string) {
    return this.patiently(() => this.http.get(\`/orders/\${id}\`));
  }
}`,
      filename: 'src/orders.ts',
    },
    {
      name: 'a method whose decorator says that it runs again',
      code: "import axios from 'axios';\nimport { Retryable } from './retryable';\nexport class Orders {\n  @Retryable({ attempts: 3 })\n  list() {\n    return axios.get('https://api.example.com/orders');\n  }\n}",
      filename: 'src/orders.ts',
    },
    {
      name: 'fetch-retry gives back a fetch that retries',
      code: "import fetchRetry from 'fetch-retry';\nconst load = fetchRetry(globalThis.fetch);\nexport const a = async () => { const res = await load('https://api.example.com/a'); return res.json(); };",
    },
    {
      name: 'a list of waits, with none after the last attempt',
      code: `const WAITS = [2000, 4000];
export async function load() {
  for (const wait of [...WAITS, null]) {
    const res = await fetch('https://api.example.com/a');
    if (res.ok) return res.json();
    if (wait === null || (res.status !== 429 && res.status < 500)) throw new Error('refused');
    await new Promise((done) => setTimeout(done, wait));
  }
}`,
    },
    `import axios from 'axios';
export async function load() {
  for (let n = 0; n < 4; n++) {
    try { return await axios.get('https://api.example.com/a'); } catch { await new Promise((r) => setTimeout(r, 200 * 2 ** n)); }
  }
}`,
    "import pRetry from 'p-retry'; export const a = () => pRetry(() => fetch('https://api.example.com/a'), { retries: 3 });",
    {
      name: 'a function that a retry calls',
      code: "import pRetry from 'p-retry'; const once = async () => { const res = await fetch('https://api.example.com/a'); if (!res.ok) throw new Error(); return res; }; export const a = () => pRetry(once, { retries: 3 });",
    },
    {
      name: 'a function that a function of the retry calls',
      code: `import retry from 'async-retry';
async function send(path) { return fetch('https://api.example.com' + path); }
async function order() { const res = await send('/orders'); return res.json(); }
export const run = () => retry(() => order(), { retries: 2 });`,
    },
    {
      name: 'retries of the client',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; const api = axios.create({ baseURL: 'https://api.example.com' }); axiosRetry(api, { retries: 3, retryDelay: axiosRetry.exponentialDelay }); export const a = () => api.get('/a');",
    },
    {
      name: 'retries of the library as a whole',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: 3 }); export const a = () => axios.get('https://api.example.com/a');",
    },
    {
      name: 'an interceptor',
      code: `import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.example.com' });
api.interceptors.response.use(undefined, async (error) => {
  const { config } = error;
  config.n = (config.n ?? 0) + 1;
  if (error.response?.status >= 500 && config.n < 4) return api(config);
  throw error;
});
export const a = () => api.get('/a');`,
    },
    "import got from 'got'; export const a = () => got('https://api.example.com/a').json();",
    "import ky from 'ky'; export const api = ky.create({ prefixUrl: 'https://api.example.com' });",
    "import superagent from 'superagent'; export const a = () => superagent.get('https://api.example.com/a').retry(2);",
    {
      name: 'all requests of the client are retried',
      code: "import axios from 'axios'; import { backOff } from 'exponential-backoff'; const api = axios.create({ baseURL: 'https://api.example.com' }); export const a = () => backOff(() => api.get('/a'));",
    },
    {
      name: 'a function of another module that repeats its task',
      files: {
        'src/retry.ts':
          'export async function withRetry(task, max = 3) { for (let n = 0; ; n++) { try { return await task(); } catch (e) { if (n >= max) throw e; await new Promise((r) => setTimeout(r, 200 * 2 ** n)); } } }',
      },
      code: "import { withRetry } from './retry'; export const a = () => withRetry(() => fetch('https://api.example.com/a'));",
    },
    {
      name: 'a function that can not be read, with a name of repetition',
      code: "import { withRetries } from '@acme/http'; export const a = () => withRetries(() => fetch('https://api.example.com/a'));",
    },
    {
      name: 'the job of a queue is delivered again',
      code: "import { Worker } from 'bullmq'; new Worker('orders', async (job) => { await fetch('https://api.example.com/a', { method: 'POST', body: job.data }); });",
    },
    { name: 'its own server', code: "export const a = () => fetch('/api/orders');" },
    {
      name: 'a machine of its own',
      code: "export const a = () => fetch('http://localhost:3000/a');",
    },
    {
      name: 'tests',
      filename: 'tests/a.test.ts',
      code: "test('a', async () => { await fetch('https://api.example.com/a'); });",
    },
    {
      name: 'a dispatcher that retries all',
      code: "import { Agent, RetryAgent, setGlobalDispatcher } from 'undici'; setGlobalDispatcher(new RetryAgent(new Agent())); export const a = () => fetch('https://api.example.com/a');",
    },
    {
      name: 'an instance of another module: reported there',
      files: { 'src/api.ts': "import axios from 'axios'; export const api = axios.create({});" },
      code: "import { api } from './api'; export const a = () => api.get('/a');",
    },
  ],
  invalid: [
    {
      name: 'a call that switches off the retries of its instance',
      code: "import got from 'got';\nconst api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 4 } });\nexport const load = () => api.get('orders', { retry: { limit: [|0|] } }).json();",
      errors: [
        {
          messageId: 'option',
          suggestions: [
            "import got from 'got';\nconst api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 4 } });\nexport const load = () => api.get('orders', { retry: { limit: 3 } }).json();",
          ],
        },
      ],
    },
    {
      name: 'the same of an instance of another file',
      code: "import { api } from './api.js';\nexport const load = () => api.get('orders', { retry: { limit: [|0|] } }).json();",
      filename: 'src/load.js',
      files: {
        'src/api.js':
          "import got from 'got';\nexport const api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 4 } });\n",
      },
      errors: [
        {
          messageId: 'option',
          suggestions: [
            "import { api } from './api.js';\nexport const load = () => api.get('orders', { retry: { limit: 3 } }).json();",
          ],
        },
      ],
    },
    {
      name: 'beside a worker that sends nothing',
      code: "import { Worker } from 'bullmq';\nexport const send = (order) => [|fetch|]('https://api.example.com/orders', { method: 'POST', body: order });\nnew Worker('orders', async (job) => { await keep(job.data); });",
      errors: [{ messageId: 'call' }],
    },
    {
      name: 'handed to a function of another file, which only logs',
      files: {
        'src/logs.ts':
          "export const withLogs = (client) => console.info('made', client.defaults.baseURL);",
      },
      filename: 'src/http.ts',
      code: "import axios from 'axios';\nimport { withLogs } from './logs';\nexport const http = [|axios.create|]({ baseURL: 'https://api.example.com' });\nwithLogs(http);",
      errors: [
        {
          messageId: 'client',
          suggestions: [
            "import axios from 'axios';\nimport { withLogs } from './logs';\nimport axiosRetry from 'axios-retry';\nexport const http = axios.create({ baseURL: 'https://api.example.com' });\naxiosRetry(http, { retries: 3, retryDelay: axiosRetry.exponentialDelay });\nwithLogs(http);",
          ],
        },
      ],
    },
    {
      name: 'a method with another decorator',
      code: "import axios from 'axios';\nimport { Timed } from './timed';\nexport class Orders {\n  @Timed()\n  list() {\n    return [|axios.get|]('https://api.example.com/orders');\n  }\n}",
      filename: 'src/orders.ts',
      errors: ['call'],
    },
    {
      name: 'a limiter gives back a fetch that is called once',
      code: "import pThrottle from 'p-throttle';\nconst load = pThrottle({ limit: 2, interval: 1000 })(fetch);\nexport const a = async () => { const res = await [|load|]('https://api.example.com/a'); return res.json(); };",
      errors: ['call'],
    },
    {
      code: "export const a = async () => { const res = await [|fetch|]('https://api.example.com/a'); return res.json(); };",
      errors: ['call'],
    },
    {
      code: "import axios from 'axios';\nexport const a = async (id) => (await [|axios.get|](`https://api.example.com/${id}`)).data;",
      errors: [
        {
          messageId: 'call',
          suggestions: [
            "import axios from 'axios';\nimport pRetry from 'p-retry';\nexport const a = async (id) => (await pRetry(() => axios.get(`https://api.example.com/${id}`), { retries: 3, randomize: true })).data;",
          ],
        },
      ],
    },
    {
      name: 'a client, once',
      code: "import axios from 'axios';\nexport const api = [|axios.create|]({ baseURL: 'https://api.example.com' });\nexport const a = () => api.get('/a');\nexport const b = () => api.post('/b');",
      errors: [
        {
          messageId: 'client',
          suggestions: [
            "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\nexport const api = axios.create({ baseURL: 'https://api.example.com' });\naxiosRetry(api, { retries: 3, retryDelay: axiosRetry.exponentialDelay });\nexport const a = () => api.get('/a');\nexport const b = () => api.post('/b');",
          ],
        },
      ],
    },
    {
      name: 'require',
      code: "const axios = require('axios');\nconst api = [|axios.create|]({ baseURL: process.env.AELIX_BASE_URL });\nmodule.exports = api;",
      errors: [
        {
          messageId: 'client',
          suggestions: [
            "const { default: axiosRetry } = require('axios-retry');\nconst axios = require('axios');\nconst api = axios.create({ baseURL: process.env.AELIX_BASE_URL });\naxiosRetry(api, { retries: 3, retryDelay: axiosRetry.exponentialDelay });\nmodule.exports = api;",
          ],
        },
      ],
    },
    {
      name: "a class's client",
      code: "import axios from 'axios'; export class Api { http = [|axios.create|]({ baseURL: 'https://api.example.com' }); list() { return this.http.get('/a'); } }",
      errors: ['client'],
    },
    {
      name: "got's retries switched off, through a spread",
      code: "import got from 'got'; const base = { timeout: { request: 20_000 }, retry: { limit: [|0|] } }; export const mc = got.extend({ ...base, prefixUrl: 'https://mc-prd.duckdns.org/api/v1' });",
      errors: [
        {
          messageId: 'option',
          suggestions: [
            "import got from 'got'; const base = { timeout: { request: 20_000 }, retry: { limit: 2 } }; export const mc = got.extend({ ...base, prefixUrl: 'https://mc-prd.duckdns.org/api/v1' });",
          ],
        },
      ],
    },
    {
      name: 'a number in place of the options',
      code: "import ky from 'ky'; export const a = () => ky.get('https://api.example.com/a', { retry: [|0|] }).json();",
      errors: [
        {
          messageId: 'option',
          suggestions: [
            "import ky from 'ky'; export const a = () => ky.get('https://api.example.com/a', { retry: 3 }).json();",
          ],
        },
      ],
    },
    {
      name: 'no retries of the library',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; const api = axios.create({ baseURL: 'https://api.example.com' }); axiosRetry(api, { retries: [|0|] });",
      errors: ['option'],
    },
    {
      name: 'a loop over items is no retry',
      code: 'export async function all(ids) { for (const id of ids) { const res = await [|fetch|](`https://api.example.com/${id}`); if (!res.ok) throw new Error(); } }',
      errors: ['call'],
    },
    {
      name: 'a limiter is no retry',
      code: "import pLimit from 'p-limit'; const limit = pLimit(5); export const a = () => limit(() => [|fetch|]('https://api.example.com/a'));",
      errors: ['call'],
    },
    {
      name: 'a route of the own server',
      code: "import express from 'express'; const app = express(); app.get('/a', async (req, res) => { res.json(await ([|fetch|]('https://api.example.com/a')).then((r) => r.json())); });",
      errors: ['call'],
    },
    {
      name: 'another client is retried',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; const a = axios.create({ baseURL: 'https://a.example.com' }); const b = [|axios.create|]({ baseURL: 'https://b.example.com' }); axiosRetry(a, { retries: 3 }); export { a, b };",
      errors: ['client'],
    },
    {
      name: 'undici',
      code: "import { request } from 'undici'; export const a = () => [|request|]('https://api.example.com/a');",
      errors: ['call'],
    },
    {
      name: 'a catch that gives up',
      code: "export async function a() { try { return await [|fetch|]('https://api.example.com/a') } catch (e) { console.error(e); throw e; } }",
      errors: ['call'],
    },
  ],
});
