import rule from '../../rules/handle-duplicate-reference.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['octopus'];
const at = 'https://api.octopuscards.io/api/v1/orders';
const AXIOS = "import axios from 'axios';\n";
const errors = [{ messageId: 'notLookedUp', data: { field: 'client_reference' } }];
const loop = (send: string, failed = '') =>
  `${AXIOS}export async function buy(order) {\n  for (let attempt = 0; attempt < 5; attempt++) {\n    try {\n      return await ${send};\n    } catch (error) {\n      ${failed}\n      if (attempt === 4 || error.response?.status < 500) throw error;\n      await new Promise((r) => setTimeout(r, 2 ** attempt * 200));\n    }\n  }\n}`;
const POST = `axios.post('${at}', { client_reference: order.id, product_id: 7 })`;
const MARKED = `[|axios.post|]('${at}', { client_reference: order.id, product_id: 7 })`;

testRule(rule, {
  valid: [
    {
      name: 'a client that repeats reads alone',
      code: `${AXIOS}import axiosRetry from 'axios-retry';\nconst api = axios.create();\naxiosRetry(api, { retries: 3 });\nexport const buy = (order) => api.post('${at}', { client_reference: order.id });`,
      apis,
    },
    {
      name: 'the client is told to send once',
      code: `import ky from 'ky';\nexport const buy = (order) => ky.post('${at}', { json: { client_reference: order.id }, retry: 0 });`,
      apis,
    },
    {
      name: 'the error is left to who calls',
      code: loop(POST, 'if (isDuplicate(error)) throw new DuplicateOrder(order.id);'),
      apis,
    },
    {
      name: 'the error is told',
      code: loop(
        POST,
        'if (/Duplicate client_reference/i.test(error.response?.data?.error?.message)) return find(order.id);',
      ),
      apis,
    },
    {
      name: 'the order is read by its reference',
      code: loop(
        POST,
        `if (error.response?.status === 400) return axios.get('${at}', { params: { client_reference: order.id } });`,
      ),
      apis,
    },
    {
      name: 'read by its address',
      code: loop(
        POST,
        `if (error.response?.status === 400) return fetch(\`${at}?client_reference=\${order.id}\`);`,
      ),
      apis,
    },
    { name: 'sent once', code: `${AXIOS}export const buy = (order) => ${POST};`, apis },
    {
      name: 'another endpoint',
      code: loop(
        "axios.post('https://api.octopuscards.io/api/v1/products/7/charges', { client_reference: order.id })",
      ),
      apis,
    },
    {
      name: 'another API',
      code: loop(
        "axios.post('https://api.shop.net/api/v1/orders', { client_reference: order.id })",
      ),
      apis,
    },
    {
      name: 'no reference: that is said elsewhere',
      code: loop(`axios.post('${at}', { product_id: 7 })`),
      apis,
    },
    { name: 'a test', code: loop(POST), apis, filename: 'src/buy.spec.js' },
    {
      name: 'a loop over orders',
      code: `${AXIOS}export async function buyAll(orders) {\n  for (const order of orders) await ${POST};\n}`,
      apis,
    },
    { name: 'a read that is repeated', code: loop(`axios.get('${at}')`), apis },
    {
      name: 'told by a helper of the file',
      code: `${loop(POST, 'if (isDuplicate(error)) return find(order);')}\nconst isDuplicate = (error) => error.response?.status === 400;`,
      apis,
    },
    {
      name: 'told by a helper of another file, which the failure is handed to',
      code: `import axios from 'axios';\nimport pRetry from 'p-retry';\nimport { settled } from './settled.js';\nexport const buy = (order) => pRetry(() => axios.post('${at}', { client_reference: order.id })).catch((error) => settled(error, order));`,
      apis,
      filename: 'src/buy.js',
      files: {
        'src/settled.js':
          'export function settled(error, order) { if (/duplicate/i.test(error.response?.data?.error?.message)) return findOrder(order); throw error; }\n',
      },
    },
    {
      name: 'told where the client is made',
      code: `import { api } from './http.js';\nimport pRetry from 'p-retry';\nexport const buy = (order) => pRetry(() => api.post('/api/v1/orders', { client_reference: order.id }));`,
      apis,
      filename: 'src/buy.js',
      files: {
        'src/http.js':
          "import axios from 'axios';\nexport const api = axios.create({ baseURL: process.env.OCTOPUS_BASE_URL });\napi.interceptors.response.use(undefined, (error) => { if (error.response?.data?.error?.name === 'DuplicateReference') return find(error); throw error; });\n",
      },
    },
  ],
  invalid: [
    {
      name: 'a client that is made to repeat all',
      code: `${AXIOS}import axiosRetry from 'axios-retry';\nconst api = axios.create();\naxiosRetry(api, { retries: 3, retryCondition: (error) => !error.response || error.response.status > 499 });\nexport const buy = (order) => [|api.post|]('${at}', { client_reference: order.id });`,
      apis,
      errors,
    },
    {
      name: 'the error counts as a success, and no order comes of it',
      code: loop(
        MARKED,
        "if (/duplicate/i.test(error.response?.data?.error?.message)) { log.info({ id: order.id }, 'sent before'); return { ok: true }; }",
      ),
      apis,
      errors,
    },
    {
      name: 'another reference is made instead',
      code: loop(
        MARKED,
        "if (error.response?.data?.error?.message.startsWith('Duplicate')) { order.id = crypto.randomUUID(); continue; }",
      ),
      apis,
      errors,
    },
    { name: 'a loop', code: loop(MARKED), apis, errors },
    {
      name: 'a comment does nothing',
      code: loop(MARKED, '// TODO: look up duplicates'),
      apis,
      errors,
    },
    {
      name: 'p-retry',
      code: `import pRetry from 'p-retry';\nimport got from 'got';\nexport const buy = (order) => pRetry(() => [|got.post|]('${at}', { json: { client_reference: order.id } }), { retries: 5 });`,
      apis,
      errors,
    },
    {
      name: 'async-retry',
      code: `const retry = require('async-retry');\nconst axios = require('axios');\nexports.buy = (order) => retry(async () => (await [|axios.post|]('${at}', { client_reference: order.id })).data);`,
      apis,
      errors,
    },
    {
      name: 'recursion',
      code: `${AXIOS}export async function buy(order, attempt = 0) {\n  try {\n    return await ${MARKED};\n  } catch (error) {\n    if (attempt >= 5) throw error;\n    return buy(order, attempt + 1);\n  }\n}`,
      apis,
      errors,
    },
    {
      name: 'a helper of the file that repeats',
      code: `${AXIOS}async function withRetries(work, retries = 5) {\n  for (let n = 0; ; n++) {\n    try { return await work(); } catch (error) { if (n >= retries) throw error; await sleep(200 * 2 ** n); }\n  }\n}\nexport const buy = (order) => withRetries(() => ${MARKED});`,
      apis,
      errors,
    },
    {
      name: 'a helper of another file',
      code: `${AXIOS}import { withRetries } from './retry.js';\nexport const buy = (order) => withRetries(() => ${MARKED});`,
      apis,
      filename: 'src/buy.js',
      files: {
        'src/retry.js':
          'export async function withRetries(work) {\n  for (let n = 0; ; n++) {\n    try { return await work(); } catch (error) { if (n >= 5) throw error; }\n  }\n}\n',
      },
      errors,
    },
    {
      name: 'a body that is not known in full',
      code: loop(`[|axios.post|]('${at}', order)`),
      apis,
      errors,
    },
    {
      name: 'fetch in a loop',
      code: `export async function buy(order) {\n  for (let attempt = 0; attempt < 5; attempt++) {\n    const res = await [|fetch|]('${at}', { method: 'POST', body: JSON.stringify({ client_reference: order.id }) });\n    if (res.ok) return res.json();\n    if (res.status < 500) throw new Error(String(res.status));\n    await sleep(200 * 2 ** attempt);\n  }\n}`,
      apis,
      errors,
    },
    {
      name: 'a look at other errors',
      code: loop(
        MARKED,
        "if (error.response?.data?.error?.name === 'InsufficientFunds') throw error;",
      ),
      apis,
      errors,
    },
    {
      name: 'a read of something else',
      code: loop(MARKED, "await axios.get('https://api.octopuscards.io/api/v1/wallets');"),
      apis,
      errors,
    },
    {
      name: 'a class',
      code: `${AXIOS}export class Orders {\n  async buy(order) {\n    let attempt = 0;\n    while (attempt < 5) {\n      try { return await ${MARKED}; } catch (error) { attempt++; await sleep(200 * 2 ** attempt); }\n    }\n    throw new Error('gave up');\n  }\n}`,
      apis,
      errors,
    },
  ],
});
