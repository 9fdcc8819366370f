import rule from '../../rules/require-rate-limiter.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const mc = `${axios}const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n`;
const client = {
  'src/client.js': `${axios}export const mc = axios.create({ baseURL: process.env.MONCRENEAU_BASE_URL });`,
};

testRule(rule, {
  valid: [
    `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: 100, interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
    `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ minTime: 600 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
    `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ reservoir: 100, reservoirRefreshAmount: 100, reservoirRefreshInterval: 60 * 1000 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
    `import PQueue from 'p-queue';\n${mc}const queue = new PQueue({ intervalCap: 100, interval: 60_000 });\nexport const create = (data) => queue.add(() => mc.post('/appointments', data));`,
    `import { RateLimiter } from 'limiter';\n${mc}const limiter = new RateLimiter({ tokensPerInterval: 100, interval: 'minute' });\nexport async function create(data) { await limiter.removeTokens(1); return mc.post('/appointments', data); }`,
    `import rateLimit from 'axios-rate-limit';\n${axios}const mc = rateLimit(axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' }), { maxRequests: 100, perMilliseconds: 60000 });\nexport const create = (data) => mc.post('/appointments', data);`,
    {
      name: 'a throttle of another module',
      code: `import { throttled } from './throttle.js';\n${mc}export const create = throttled((data) => mc.post('/appointments', data));`,
      files: {
        'src/throttle.js':
          "import pThrottle from 'p-throttle';\nexport const throttled = pThrottle({ limit: 90, interval: 60000 });",
      },
    },
    {
      name: 'a limited instance of another module',
      code: `import { mc } from './client.js';\nexport async function all(rows) { for (const row of rows) await mc.post('/appointments', row); }`,
      files: {
        'src/client.js': `import rateLimit from 'axios-rate-limit';\n${axios}export const mc = rateLimit(axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' }), { maxRequests: 100, perMilliseconds: 60000 });`,
      },
    },
    {
      name: 'a pause in each turn',
      code: `import { setTimeout as sleep } from 'node:timers/promises';\n${mc}export async function all(rows) { for (const row of rows) { await mc.post('/appointments', row); await sleep(600); } }`,
    },
    {
      name: 'an API without a limit of this kind',
      code: `${axios}export const order = (body) => axios.post('https://api.octopuscards.io/api/v1/orders', body);`,
    },
    {
      name: 'an API that is not known',
      code: `${axios}export async function all(rows) { for (const row of rows) await axios.post('https://api.example.com/rows', row); }`,
    },
    {
      name: 'a limiter of another API',
      code: `import pThrottle from 'p-throttle';\nconst throttle = pThrottle({ limit: 5000, interval: 60_000 });\nexport const load = throttle((id) => fetch(\`https://api.example.com/items/\${id}\`));\nexport const first = () => fetch('https://api.example.com/items/1');`,
    },
    {
      name: 'a limiter of incoming requests',
      code: `import express from 'express';\nimport rateLimit from 'express-rate-limit';\nconst app = express();\napp.use(rateLimit({ windowMs: 60_000, limit: 3000 }));`,
    },
    {
      name: 'a rate from the environment',
      code: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: Number(process.env.RATE), interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
    },
    {
      name: 'a function of the file that waits for the next turn',
      code: `${mc}const sent = [];\nasync function turn() {\n  while (sent.length >= 100) {\n    const left = 60_000 - (Date.now() - sent[0]);\n    if (left <= 0) sent.shift();\n    else await new Promise((done) => setTimeout(done, left));\n  }\n  sent.push(Date.now());\n}\nexport async function create(data) { await turn(); return mc.post('/appointments', data); }`,
    },
    {
      name: 'a token bucket of its own',
      code: `${mc}class TokenBucket { async take() {} }\nconst bucket = new TokenBucket();\nexport async function create(data) { await bucket.take(); return mc.post('/appointments', data); }`,
    },
    {
      name: 'an instance that is only handed on',
      code: `${axios}export const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });`,
    },
    {
      name: 'a test file',
      filename: 'tests/appointments.test.js',
      code: `${mc}export async function all(rows) { for (const row of rows) await mc.post('/appointments', row); }`,
    },
  ],
  invalid: [
    {
      code: `${mc}export async function all(rows) {\n  for (const row of rows) await [|mc.post|]('/appointments', row);\n}`,
      errors: [{ messageId: 'unpaced', data: { perMinute: 100 } }],
    },
    {
      name: 'all at once',
      code: `${mc}export const all = (rows) => Promise.all(rows.map((row) => [|mc.post|]('/appointments', row)));`,
      errors: ['unpaced'],
    },
    {
      name: 'an imported client, in a loop',
      code: `import { mc } from './client.js';\nexport async function all(ids) {\n  const out = [];\n  for (const id of ids) out.push((await [|mc.get|](\`/appointments/\${id}\`)).data);\n  return out;\n}`,
      files: client,
      errors: ['unpaced'],
    },
    {
      name: 'no loop: the instance, once',
      code: `${axios}const mc = [|axios.create|]({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\nexport const create = (data) => mc.post('/appointments', data);\nexport const list = () => mc.get('/appointments');`,
      errors: ['unpaced'],
    },
    {
      name: 'no instance: the first call',
      code: `export const create = (data) => [|fetch|]('https://mc-prd.duckdns.org/api/v1/appointments', { method: 'POST', body: JSON.stringify(data) });\nexport const list = () => fetch('https://mc-prd.duckdns.org/api/v1/appointments');`,
      errors: ['unpaced'],
    },
    {
      name: 'p-throttle over the limit',
      code: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: [|500|], interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      output: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: 100, interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      errors: [{ messageId: 'tooFast', data: { rate: 500, perMinute: 100 } }],
    },
    {
      name: 'in a second',
      code: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: [|10|], interval: 1000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      output: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: 1, interval: 1000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      errors: [{ messageId: 'tooFast', data: { rate: 600, perMinute: 100 } }],
    },
    {
      name: 'Bottleneck, the pause',
      code: `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ minTime: [|200|] });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
      output: `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ minTime: 600 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
      errors: ['tooFast'],
    },
    {
      name: 'Bottleneck, the reservoir',
      code: `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ reservoir: 1000, reservoirRefreshAmount: [|1000|], reservoirRefreshInterval: 60 * 1000 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
      output: `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ reservoir: 100, reservoirRefreshAmount: 100, reservoirRefreshInterval: 60 * 1000 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
      errors: ['tooFast'],
    },
    {
      name: 'limiter',
      code: `const { RateLimiter } = require('limiter');\nconst axios = require('axios');\nconst limiter = new RateLimiter({ tokensPerInterval: [|300|], interval: 'minute' });\nexports.create = async (data) => { await limiter.removeTokens(1); return axios.post('https://mc-prd.duckdns.org/api/v1/appointments', data); };`,
      output: `const { RateLimiter } = require('limiter');\nconst axios = require('axios');\nconst limiter = new RateLimiter({ tokensPerInterval: 100, interval: 'minute' });\nexports.create = async (data) => { await limiter.removeTokens(1); return axios.post('https://mc-prd.duckdns.org/api/v1/appointments', data); };`,
      errors: ['tooFast'],
    },
    {
      name: 'p-queue, a constant',
      code: `import PQueue from 'p-queue';\n${mc}const PER_MINUTE = [|1_000|];\nconst queue = new PQueue({ intervalCap: PER_MINUTE, interval: 60_000 });\nexport const create = (data) => queue.add(() => mc.post('/appointments', data));`,
      output: `import PQueue from 'p-queue';\n${mc}const PER_MINUTE = 100;\nconst queue = new PQueue({ intervalCap: PER_MINUTE, interval: 60_000 });\nexport const create = (data) => queue.add(() => mc.post('/appointments', data));`,
      errors: ['tooFast'],
    },
    {
      name: 'axios-rate-limit',
      code: `import rateLimit from 'axios-rate-limit';\n${axios}const mc = rateLimit(axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' }), { maxRequests: [|200|], perMilliseconds: 60000 });\nexport const create = (data) => mc.post('/appointments', data);`,
      output: `import rateLimit from 'axios-rate-limit';\n${axios}const mc = rateLimit(axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' }), { maxRequests: 100, perMilliseconds: 60000 });\nexport const create = (data) => mc.post('/appointments', data);`,
      errors: ['tooFast'],
    },
    {
      name: 'async-sema, so many in a second',
      code: `import { RateLimit } from 'async-sema';\n${mc}const limit = RateLimit([|5|]);\nexport async function create(data) { await limit(); return mc.post('/appointments', data); }`,
      output: `import { RateLimit } from 'async-sema';\n${mc}const limit = RateLimit(1);\nexport async function create(data) { await limit(); return mc.post('/appointments', data); }`,
      errors: ['tooFast'],
    },
    {
      name: 'in half a second: no whole number would do',
      code: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: [|2|], interval: 500 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      errors: ['tooFast'],
    },
    {
      name: 'its own limit by option',
      code: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: [|50|], interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      options: { perMinute: 30 },
      output: `import pThrottle from 'p-throttle';\n${mc}const throttle = pThrottle({ limit: 30, interval: 60_000 });\nexport const create = throttle((data) => mc.post('/appointments', data));`,
      errors: ['tooFast'],
    },
    {
      name: 'p-limit bounds how many at a time, not how many a minute',
      code: `import pLimit from 'p-limit';\n${mc}const limit = pLimit(5);\nexport const all = (rows) => Promise.all(rows.map((row) => limit(() => [|mc.post|]('/appointments', row))));`,
      errors: ['unpaced'],
    },
    {
      name: 'p-queue without an interval',
      code: `import PQueue from 'p-queue';\n${mc}const queue = new PQueue({ concurrency: 4 });\nexport const all = (rows) => Promise.all(rows.map((row) => queue.add(() => [|mc.post|]('/appointments', row))));`,
      errors: ['unpaced'],
    },
    {
      name: 'Bottleneck, bounded at a time alone',
      code: `import Bottleneck from 'bottleneck';\n${mc}const limiter = new Bottleneck({ maxConcurrent: 5 });\nexport const all = (rows) => Promise.all(rows.map((row) => limiter.schedule(() => [|mc.post|]('/appointments', row))));`,
      errors: ['unpaced'],
    },
    {
      name: 'one constant for two options, which is changed once',
      code: `import Bottleneck from 'bottleneck';\n${mc}const MOST = [|600|];\nconst limiter = new Bottleneck({ reservoir: MOST, reservoirRefreshAmount: MOST, reservoirRefreshInterval: 60_000 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
      errors: [
        {
          messageId: 'tooFast',
          suggestions: [
            `import Bottleneck from 'bottleneck';\n${mc}const MOST = 100;\nconst limiter = new Bottleneck({ reservoir: MOST, reservoirRefreshAmount: MOST, reservoirRefreshInterval: 60_000 });\nexport const create = (data) => limiter.schedule(() => mc.post('/appointments', data));`,
          ],
        },
      ],
    },
  ],
});
