import rule from '../../rules/require-backoff-jitter.ts';
import { testRule } from '../rule-tester.ts';

const loop = (wait: string, head = 'let n = 0') => `import axios from 'axios';
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
export async function load() {
  for (${head}; n < 5; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch { ${wait} }
  }
}`;
const HEAD = '[|let n = 0|]';
const JITTER = '(0.5 + Math.random() / 2)';
const loops = (wait: string, fixed: string) => ({
  code: loop(wait, HEAD),
  output: loop(fixed),
  errors: ['missing' as const],
});
const run = (library: string, options: string, mark = false) =>
  `import retry from '${library}'; export const a = () => ${mark ? '[|retry|]' : 'retry'}(() => fetch('https://api.example.com/a'), ${options});`;
const axiosRetry = (delay: string, mark = false) =>
  `import axios from 'axios'; import axiosRetry from 'axios-retry'; ${mark ? '[|axiosRetry|]' : 'axiosRetry'}(axios, { retries: 4, retryDelay: ${delay} });`;

testRule(rule, {
  valid: [
    {
      name: 'a test',
      code: 'export async function load(url) { for (let n = 0; n < 3; n++) { try { return await fetch(url); } catch { await new Promise((r) => setTimeout(r, 2 ** n * 1000)); } } }',
      filename: 'tests/load.test.js',
    },
    {
      name: 'a delay function, made random by an option beside it',
      code: "import ky from 'ky'; export const api = ky.create({ retry: { limit: 4, delay: (n) => 200 * 2 ** (n - 1), jitter: (ms) => ms * Math.random() } });",
    },
    {
      name: 'a random part beside what the caller says',
      code: loop('await sleep(base * 2 ** n + Math.random() * 100);').replace(
        'load()',
        'load(base)',
      ),
    },
    {
      name: 'a wait that a function of the caller works out',
      code: loop('await sleep(waitFor(n) * 2);').replace('load()', 'load(waitFor)'),
    },

    loop('await sleep(100 * 2 ** n * Math.random());'),
    loop('await sleep(Math.min(10_000, 200 * 2 ** n) * (0.5 + Math.random() / 2));'),
    loop('await sleep(200 * 2 ** n + Math.floor(Math.random() * 100));'),
    { name: 'no wait at all', code: loop('') },
    { name: 'a constant wait has worse faults', code: loop('await sleep(1000);') },
    { name: 'waits that are not known', code: loop('await sleep(waitFor(n));') },
    run('p-retry', '{ retries: 5, randomize: true }'),
    run('p-retry', '{ retries: 5, factor: 1 }'),
    run('p-retry', 'options'),
    run('async-retry', '{ retries: 4, minTimeout: 200 }'),
    axiosRetry('axiosRetry.exponentialDelay'),
    axiosRetry('(n) => 200 * 2 ** n * (1 + Math.random())'),
    {
      name: "got's own waits have noise",
      code: "import got from 'got'; export const api = got.extend({ retry: { limit: 2, backoffLimit: 9_000 } });",
    },
    {
      name: 'one attempt',
      code: run('p-retry', '{ retries: 0, minTimeout: 200 }'),
    },
    {
      name: 'cockatiel has jitter by default',
      code: "import { retry, handleAll, ExponentialBackoff } from 'cockatiel'; const policy = retry(handleAll, { maxAttempts: 3, backoff: new ExponentialBackoff() }); export const a = () => policy.execute(() => fetch('https://api.example.com/a'));",
    },
    {
      name: 'retries of something that sends no request',
      code: "import pRetry from 'p-retry'; export const a = () => pRetry(() => db.connect(), { retries: 3 });",
    },
  ],
  invalid: [
    {
      name: 'a delay function, and the option is off',
      code: "import ky from 'ky'; export const api = ky.create({ [|retry: { limit: 4, delay: (n) => 200 * 2 ** (n - 1), jitter: false }|] });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'the caller says how long the first wait is, and the longest',
      code: loop('await sleep(Math.min(base * 2 ** n, longest));', HEAD).replace(
        'load()',
        'load(base, longest)',
      ),
      output: loop(`await sleep(Math.min(base * 2 ** n, longest) * ${JITTER});`).replace(
        'load()',
        'load(base, longest)',
      ),
      errors: ['missing'],
    },
    {
      name: 'a first wait of one length and a longer one for all later ones',
      code: loop('await sleep(n === 0 ? 1000 : 3000);', HEAD),
      output: loop(`await sleep((n === 0 ? 1000 : 3000) * ${JITTER});`),
      errors: ['missing'],
    },
    {
      name: 'a task that has a name, handed to a function of another module',
      files: {
        'src/retried.ts':
          'export async function retried(run, most = 3) { for (let n = 0; ; n++) { try { return await run(); } catch (error) { if (n >= most) throw error; await new Promise((done) => setTimeout(done, 100 * 2 ** n)); } } }',
      },
      filename: 'src/load.ts',
      code: "import { retried } from './retried'; export async function load() { const task = async () => { const res = await fetch('https://api.example.com/a'); if (!res.ok) throw new Error('no'); return res.json(); }; return [|retried|](task); }",
      errors: ['missing'],
    },

    loops('await sleep(100 * 2 ** n);', `await sleep(100 * 2 ** n * ${JITTER});`),
    loops(
      'await sleep(Math.min(10_000, 100 * 2 ** n));',
      `await sleep(Math.min(10_000, 100 * 2 ** n) * ${JITTER});`,
    ),
    loops('await sleep(100 << n);', `await sleep((100 << n) * ${JITTER});`),
    loops(
      'await new Promise((r) => setTimeout(r, 2 ** n * 1000));',
      `await new Promise((r) => setTimeout(r, 2 ** n * 1000 * ${JITTER}));`,
    ),
    loops(
      'const wait = Math.pow(2, n) * 1000; console.log(wait); await sleep(wait);',
      `const wait = Math.pow(2, n) * 1000; console.log(wait); await sleep(wait * ${JITTER});`,
    ),
    {
      name: 'a table of waits',
      code: loop('await sleep([100, 200, 400, 800][n]);', HEAD),
      output: loop(`await sleep([100, 200, 400, 800][n] * ${JITTER});`),
      errors: ['missing'],
    },
    {
      name: 'timers/promises, a doubling variable',
      code: `import { setTimeout as wait } from 'node:timers/promises';
export async function load(url) {
  let delay = 200;
  while ([|true|]) {
    const res = await fetch(url);
    if (res.status < 500) return res;
    await wait(delay);
    delay *= 2;
  }
}`,
      output: `import { setTimeout as wait } from 'node:timers/promises';
export async function load(url) {
  let delay = 200;
  while (true) {
    const res = await fetch(url);
    if (res.status < 500) return res;
    await wait(delay * ${JITTER});
    delay *= 2;
  }
}`,
      errors: ['missing'],
    },
    {
      name: 'recursion',
      code: `const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function get(url, n = 0) {
  try { return await fetch(url); } catch (e) {
    if (n >= 4) throw e;
    await sleep(200 * 2 ** n);
    return [|get|](url, n + 1);
  }
}`,
      output: `const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function get(url, n = 0) {
  try { return await fetch(url); } catch (e) {
    if (n >= 4) throw e;
    await sleep(200 * 2 ** n * ${JITTER});
    return get(url, n + 1);
  }
}`,
      errors: ['missing'],
    },
    {
      code: run('p-retry', '{ retries: 4, minTimeout: 200 }', true),
      output: run('p-retry', '{ retries: 4, minTimeout: 200, randomize: true }'),
      errors: ['missing'],
    },
    {
      code: "import { backOff } from 'exponential-backoff'; export const a = () => [|backOff|](() => fetch('https://api.example.com/a'), { numOfAttempts: 5, startingDelay: 200 });",
      output:
        "import { backOff } from 'exponential-backoff'; export const a = () => backOff(() => fetch('https://api.example.com/a'), { numOfAttempts: 5, startingDelay: 200, jitter: 'full' });",
      errors: ['missing'],
    },
    {
      code: axiosRetry('(n) => 200 * 2 ** n', true),
      output: axiosRetry(`(n) => 200 * 2 ** n * ${JITTER}`),
      errors: ['missing'],
    },
    {
      name: 'randomness switched off',
      code: run('async-retry', '{ retries: 4, randomize: false }', true),
      errors: ['missing'],
    },
    {
      name: 'an options object of its own',
      code: "import pRetry from 'p-retry'; const options = { retries: 5, minTimeout: 200, maxTimeout: 10_000 }; export const a = () => [|pRetry|](() => fetch('https://api.octopuscards.io/a'), options);",
      output:
        "import pRetry from 'p-retry'; const options = { retries: 5, minTimeout: 200, maxTimeout: 10_000, randomize: true }; export const a = () => pRetry(() => fetch('https://api.octopuscards.io/a'), options);",
      errors: ['missing'],
    },
    {
      name: 'an options object that another call has too',
      code: "import pRetry from 'p-retry'; const options = { retries: 5, minTimeout: 200, maxTimeout: 10_000 }; export const a = () => [|pRetry|](() => fetch('https://api.octopuscards.io/a'), options); export const b = (task) => pRetry(task, options);",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              title: 'Add jitter',
              output:
                "import pRetry from 'p-retry'; const options = { retries: 5, minTimeout: 200, maxTimeout: 10_000, randomize: true }; export const a = () => pRetry(() => fetch('https://api.octopuscards.io/a'), options); export const b = (task) => pRetry(task, options);",
            },
          ],
        },
      ],
    },
    {
      name: 'a comment in it: nothing to change by machine',
      code: `import { sleep } from './sleep';
export async function load(url) {
  for ([|let n = 0|]; n < 4; n++) {
    const res = await fetch(url);
    if (res.ok) return res;
    await sleep(200 /* ms */ * 2 ** n);
  }
}`,
      errors: ['missing'],
    },
    {
      name: "ky's own option",
      code: "import ky from 'ky'; export const api = ky.create({ [|retry: { limit: 3, backoffLimit: 9_000 }|] });",
      output:
        "import ky from 'ky'; export const api = ky.create({ retry: { limit: 3, backoffLimit: 9_000, jitter: true } });",
      errors: ['missing'],
    },
  ],
});
