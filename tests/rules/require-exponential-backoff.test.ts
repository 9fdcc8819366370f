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
    loop('await sleep(100 * 2 ** n);'),
    loop('await sleep(Math.min(10_000, 100 * Math.pow(2, n)) * Math.random());'),
    loop('await sleep([100, 200, 400, 800][n]);'),
    loop('await sleep(waitFor(n));'),
    pRetry('{ retries: 5 }'),
    pRetry('{ retries: 5, minTimeout: 200, maxTimeout: 10_000 }'),
    pRetry('{ retries: 5, ...more }'),
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryDelay: axiosRetry.exponentialDelay });",
    "import got from 'got'; export const api = got.extend({ retry: { limit: 2 } });",
  ],
  invalid: [
    { code: loop('', '[|let n = 0|]'), errors: ['none'] },
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
      code: pRetry('{ retries: 3, factor: 1 }').replace('pRetry(()', '[|pRetry|](()'),
      output: pRetry('{ retries: 3, factor: 2 }'),
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
  ],
});
