import rule from '../../rules/respect-retry-after.ts';
import { testRule } from '../rule-tester.ts';

const using = (name: string, version: string) => ({
  'package.json': JSON.stringify({ dependencies: { [name]: version } }),
});
const SLEEP = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));';
const fetching = (wait: string, head = 'let n = 0') => `${SLEEP}
export async function load(url) {
  for (${head}; n < 4; n++) {
    const res = await fetch(url);
    if (res.status < 500 && res.status !== 429) return res;
    ${wait}
  }
}`;
const axiosLoop = (wait: string, head = 'let n = 0') => `import axios from 'axios';
${SLEEP}
export async function load() {
  for (${head}; n < 4; n++) {
    try {
      return await axios.get('https://api.example.com/a');
    } catch (error) {
      const status = error.response?.status;
      if (status && status < 500 && status !== 429) throw error;
      ${wait}
    }
  }
}`;
const pRetry = (task: string, options: string, mark = false) =>
  `import pRetry, { AbortError } from 'p-retry';
export const a = () => ${mark ? '[|pRetry|]' : 'pRetry'}(async () => {
  const res = await fetch('https://api.example.com/a');
  if (res.ok) return res.json();
  if (res.status !== 429 && res.status < 500) throw new AbortError('refused');
  ${task}
}, ${options});`;
const catchAll = (host: string, head: string) => `import axios from 'axios';
${SLEEP}
export async function load() {
  for (${head}; n < 4; n++) {
    try { return await axios.get('https://${host}/a'); } catch { await sleep(200 * 2 ** n); }
  }
}`;
const pages = (branch: string) => `${SLEEP}
export async function all(url) {
  const items = [];
  while (url) {
    const res = await fetch(url);
    ${branch}
    const body = await res.json();
    items.push(...body.items);
    url = body.next;
  }
  return items;
}`;

testRule(rule, {
  valid: [
    {
      name: 'the error of another package tells how long to wait',
      code: "const failures = require('failures-of-elsewhere');\nconst wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));\nasync function send(url) {\n  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });\n  if (response.status === 429) throw new failures.TooMany(Number(response.headers.get('Retry-After')) || 0);\n  return response;\n}\nexports.load = async (url) => {\n  for (let turn = 0; turn <= 3; turn++) {\n    try {\n      return await send(url);\n    } catch (error) {\n      if (turn === 3) throw error;\n      await wait(error.retryAfter);\n    }\n  }\n};",
    },
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "async function all(url) { const r = await fetch(url); if (r.status === 429) { await new Promise((done) => setTimeout(done, 2000)); return all(url); } return r.json(); }\nall('https://api.example.com/orders').then(console.log);",
    },
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 5; n++) { const answer = await fetch(url); if (answer.status !== 429) return answer; await new Promise((r) => setTimeout(r, 2 ** n * 1000)); } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'a method of its own that is told the attempt and what the header says',
      code: `export class Client {
  async load(url) {
    for (let attempt = 0; attempt < 5; attempt++) {
      const res = await fetch(url);
      if (res.status < 500 && res.status !== 429) return res;
      const after = Number(res.headers.get('retry-after') ?? 0) * 1000;
      await this.pause(attempt, after);
    }
  }
  pause(attempt, after) {
    const ms = after > 0 ? after : 200 * 2 ** attempt * (1 + Math.random());
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}`,
    },
    fetching("await sleep(Number(res.headers.get('retry-after')) * 1000 || 200 * 2 ** n);"),
    {
      name: 'the date form alone is a look at it too',
      code: fetching(
        "const at = Date.parse(res.headers.get('Retry-After') ?? ''); await sleep(Number.isNaN(at) ? 200 * 2 ** n : at - Date.now());",
      ),
    },
    axiosLoop(
      "const after = error.response?.headers['retry-after']; await sleep(after ? parseInt(after, 10) * 1000 : 500 * 2 ** n);",
    ),
    {
      name: 'what the body says',
      code: fetching('const { retry_after } = await res.json(); await sleep(retry_after * 1000);'),
    },
    {
      name: 'the reset header of the rate limit',
      code: fetching(
        "const reset = Number(res.headers.get('x-ratelimit-reset')); await sleep(reset ? reset * 1000 - Date.now() : 1000);",
      ),
    },
    {
      name: 'a function that gets the answer may look',
      code: `import { waitFor } from './wait'; ${fetching('await waitFor(res, n);')}`,
    },
    {
      name: 'a helper that does look',
      files: {
        'src/wait.ts':
          "export const delayOf = (res, n) => Number(res.headers.get('retry-after')) * 1000 || 100 * 2 ** n;",
      },
      code: `import { delayOf } from './wait'; ${fetching('await sleep(delayOf(res, n));')}`,
    },
    {
      name: '429 is not retried',
      code: fetching('await sleep(200 * 2 ** n);').replace(' && res.status !== 429', ''),
    },
    {
      name: 'no difference between errors, and no API that asks',
      code: catchAll('api.example.com', 'let n = 0'),
    },
    pRetry(
      "await sleep(Number(res.headers.get('retry-after') ?? 0) * 1000); throw new Error('busy');",
      '{ retries: 3 }',
    ),
    {
      name: 'a hook waits',
      code: pRetry(
        "throw new Error('busy');",
        '{ retries: 3, onFailedAttempt: async (error) => sleep(error.retryAfter) }',
      ),
    },
    "import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: [429, 503] } });",
    "import ky from 'ky'; export const api = ky.create({ retry: { limit: 3, statusCodes: [429, 503], backoffLimit: 9_000 } });",
    "import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: [429], calculateDelay: ({ computedValue }) => computedValue * 2 } });",
    "import axios from 'axios'; import axiosRetry, { isNetworkError } from 'axios-retry'; axiosRetry(axios, { retryDelay: () => 1000, retryCondition: (e) => isNetworkError(e) || e.response?.status === 503 });",
    "import axios from 'axios'; import axiosRetry, { isRetryableError } from 'axios-retry'; axiosRetry(axios, { retryDelay: () => 1000, retryCondition: (e) => isRetryableError(e) && e.response?.status !== 429 });",
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: (e) => e.response?.status === 429 });",
    {
      name: 'a range over the minors that do look',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: (e) => e.response?.status === 429 });",
      files: using('axios-retry', '^4.0.0'),
    },
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: (n, error) => axiosRetry.exponentialDelay(n, error, 200), retryCondition: (e) => e.response?.status === 429 });",
    "import { Agent, RetryAgent } from 'undici'; export const agent = new RetryAgent(new Agent(), { maxRetries: 3, statusCodes: [429, 503] });",
    pages(
      "if (res.status === 429) { await sleep(Number(res.headers.get('retry-after') ?? 1) * 1000); continue; }",
    ),
    {
      name: 'a branch that does not wait',
      code: pages("if (res.status === 429) throw new Error('busy');"),
    },
    {
      name: 'an answer of our own',
      code: `${SLEEP} export async function handler(req, res) { if (res.statusCode === 429) { await sleep(1000); } }`,
    },
    {
      name: 'a wait of got that begins with what got would wait, the header in it',
      code: "import got from 'got'; export const api = got.extend({ prefixUrl: 'https://api.example.com', retry: { limit: 3, statusCodes: [429, 503], calculateDelay: ({ computedValue, attemptCount }) => computedValue === 0 ? 0 : Math.max(computedValue, 500 * 2 ** attemptCount) } });",
    },
  ],
  invalid: [
    {
      code: fetching('await sleep(200 * 2 ** n);', '[|let n = 0|]'),
      errors: [
        {
          messageId: 'ignored',
          suggestions: [
            fetching(
              "const retryAfter = res.headers.get('retry-after') ?? '';\n    await sleep(Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || 200 * 2 ** n);",
            ),
          ],
        },
      ],
    },
    {
      code: axiosLoop('await sleep(n > 2 ? 4000 : 1000);', '[|let n = 0|]'),
      errors: [
        {
          messageId: 'ignored',
          suggestions: [
            axiosLoop(
              "const retryAfter = String(error.response?.headers['retry-after'] ?? '');\n      await sleep(Number(retryAfter) * 1000 || Date.parse(retryAfter) - Date.now() || (n > 2 ? 4000 : 1000));",
            ),
          ],
        },
      ],
    },
    { name: 'at once', code: fetching('', '[|let n = 0|]'), errors: ['ignored'] },
    {
      name: 'read, and not used',
      code: fetching(
        "let delay = 200 * 2 ** n; if (res.headers.get('retry-after')) delay = Number(res.headers.get('retry-after')) * 1000; await sleep(200 * 2 ** n);",
        '[|let n = 0|]',
      ),
      errors: ['unused'],
    },
    {
      name: 'a branch of its own in a retry',
      code: `import axios from 'axios';
${SLEEP}
export async function load(n = 0) {
  try { return await axios.get('https://api.example.com/a'); } catch (error) {
    if ([|error.response?.status === 429|] && n < 3) { await sleep(1000); return load(n + 1); }
    throw error;
  }
}`,
      errors: ['ignored'],
    },
    {
      name: 'an interceptor',
      code: `const axios = require('axios');
const api = axios.create({ baseURL: 'https://api.octopuscards.io', timeout: 30000 });
api.interceptors.response.use(undefined, async (error) => {
  const { config, response } = error;
  config.attempt = (config.attempt ?? 0) + 1;
  if ([|response?.status === 429|] && config.attempt <= 4) {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return api(config);
  }
  throw error;
});`,
      errors: ['ignored'],
    },
    {
      code: pRetry("throw new Error('busy');", '{ retries: 3, minTimeout: 200 }', true),
      errors: ['ignored'],
    },
    {
      code: `import retry from 'async-retry'; export const a = () => [|retry|](async (bail) => { const res = await fetch('https://api.example.com/a'); if (res.status === 404) return bail(new Error('gone')); if (!res.ok) throw new Error('busy'); return res; }, { retries: 3 });`,
      errors: ['ignored'],
    },
    {
      name: 'a major of axios-retry that does not look at it',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; [|axiosRetry|](axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: (e) => e.response?.status === 429 });",
      files: using('axios-retry', '^3.8.0'),
      errors: ['ignored'],
    },
    {
      name: 'axios-retry of an older minor',
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; [|axiosRetry|](axios, { retryDelay: axiosRetry.exponentialDelay, retryCondition: (e) => e.response?.status === 429 });",
      files: using('axios-retry', '~4.0.0'),
      errors: ['ignored'],
    },
    {
      name: "a delay function takes the place of the library's look",
      code: "import axios from 'axios'; import axiosRetry from 'axios-retry'; [|axiosRetry|](axios, { retryDelay: (n) => n * 1000, retryCondition: (e) => e.response?.status === 429 });",
      errors: ['ignored'],
    },
    {
      name: "a library's own condition beside one that is written",
      code: "import axios from 'axios'; import axiosRetry, { isNetworkOrIdempotentRequestError } from 'axios-retry'; [|axiosRetry|](axios, { retryDelay: () => 1000, retryCondition: (e) => isNetworkOrIdempotentRequestError(e) || e.response?.status === 429 });",
      errors: ['ignored'],
    },
    {
      code: "import got from 'got'; export const api = got.extend({ [|retry: { limit: 3, statusCodes: [429], calculateDelay: ({ attemptCount }) => attemptCount * 1000 }|] });",
      errors: ['ignored'],
    },
    {
      name: 'pages',
      code: pages('if ([|res.status === 429|]) { await sleep(1000); continue; }'),
      errors: ['ignored'],
    },
    {
      name: 'one more try',
      code: `import { setTimeout } from 'node:timers/promises';
export async function load(url) {
  let res = await fetch(url);
  if ([|429 === res.status|]) { await setTimeout(5000); res = await fetch(url); }
  return res;
}`,
      errors: ['ignored'],
    },
    {
      name: "a limiter's listener",
      code: `import Bottleneck from 'bottleneck';
import axios, { isAxiosError } from 'axios';
const limiter = new Bottleneck({ maxConcurrent: 10 });
limiter.on('failed', async (error, job) => {
  if (isAxiosError(error) && [|error.response?.status === 429|] && job.retryCount < 5) return 1000;
});
export const a = () => limiter.schedule(() => axios.get('https://api.example.com/a'));`,
      errors: ['ignored'],
    },
    {
      name: 'an API that asks for it on every retry',
      apis: ['octopus'],
      code: catchAll('api.octopuscards.io', '[|let n = 0|]'),
      errors: ['ignored'],
    },
    {
      name: 'the option',
      options: { always: true },
      code: catchAll('api.example.com', '[|let n = 0|]'),
      errors: ['ignored'],
    },
  ],
});
