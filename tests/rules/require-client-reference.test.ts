import rule from '../../rules/require-client-reference.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['octopus'];
const at = 'https://api.octopuscards.io/api/v1/orders';
const client = {
  'src/http.ts':
    "import axios from 'axios';\nexport const octopus = axios.create({ baseURL: process.env.OCTOPUS_BASE_URL });\n",
};
const wrapped = {
  'src/send.ts':
    "export const send = (path: string, body: unknown) => fetch(`https://api.octopuscards.io${path}`, { method: 'POST', body: JSON.stringify(body) });\n",
};

testRule(rule, {
  valid: [
    {
      name: 'a reference',
      code: `fetch('${at}', { method: 'POST', body: JSON.stringify({ product_id: 1, client_reference: id }) });`,
      apis,
    },
    {
      name: 'set on what a builder made',
      code: `const build = (cart) => ({ product_id: cart.product });\nexport function order(cart) {\n  const body = build(cart);\n  body.client_reference = cart.id;\n  return fetch('${at}', { method: 'POST', body: JSON.stringify(body) });\n}`,
      apis,
    },
    {
      name: 'set on a copy',
      code: `export function order(cart) {\n  const body = Object.assign({}, { product_id: 1 });\n  body['client_reference'] = cart.id;\n  return fetch('${at}', { method: 'POST', body: JSON.stringify(body) });\n}`,
      apis,
    },
    {
      name: 'set by a helper that gives the order back',
      code: `const refer = (body, id) => { body.client_reference = id; return body; };\nexport const order = (cart) => fetch('${at}', { method: 'POST', body: JSON.stringify(refer({ product_id: 1 }, cart.id)) });`,
      apis,
    },
    { name: 'a read', code: `fetch('${at}');`, apis },
    {
      name: 'another endpoint',
      code: `import axios from 'axios';\naxios.post('https://api.octopuscards.io/api/v1/products/7/charges', { quantity: 1 });`,
      apis,
    },
    {
      name: 'another API',
      code: "import axios from 'axios';\naxios.post('https://api.example.org/api/v1/orders', { quantity: 1 });",
      apis,
    },
    {
      name: 'a spread that is not known',
      code: `import axios from 'axios';\nexport const order = (line) => axios.post('${at}', { ...line, quantity: 1 });`,
      apis,
    },
    {
      name: 'a body that is not known',
      code: `import axios from 'axios';\nexport const order = (body) => axios.post('${at}', body);`,
      apis,
    },
    {
      name: 'written later',
      code: `import axios from 'axios';\nexport function order(id) {\n  const body = { quantity: 1 };\n  body.client_reference = id;\n  return axios.post('${at}', body);\n}`,
      apis,
    },
    {
      name: 'written by a computed key',
      code: `import axios from 'axios';\nconst FIELD = 'client_reference';\nexport const order = (id) => axios.post('${at}', { quantity: 1, [FIELD]: id });`,
      apis,
    },
    {
      name: 'a method that is not known',
      code: `export const order = (method) => fetch('${at}', { method, body: '{}' });`,
      apis,
    },
    {
      name: 'a builder adds it',
      code: `import axios from 'axios';\nconst build = (line, id) => ({ quantity: line.quantity, client_reference: id });\nexport const order = (line, id) => axios.post('${at}', build(line, id));`,
      apis,
    },
    {
      name: 'a wrapper passes it on',
      code: "import { send } from './send.ts';\nsend('/api/v1/orders', { quantity: 1, client_reference: 'a' });",
      files: wrapped,
      apis,
    },
    {
      name: 'the base of a spread has it',
      code: `import axios from 'axios';\nexport const order = (id) => {\n  const base = { client_reference: id };\n  return axios.post('${at}', { ...base, quantity: 2 });\n};`,
      apis,
    },
    { name: 'a form', code: `fetch('${at}', { method: 'POST', body: new FormData(form) });`, apis },
    {
      name: 'a test file',
      filename: 'tests/order.test.ts',
      code: `import axios from 'axios';\naxios.post('${at}', { quantity: 1 });`,
      apis,
    },
    {
      name: 'an object that a function fills',
      code: `import axios from 'axios';\nexport function order() {\n  const body = { quantity: 1 };\n  sign(body);\n  return axios.post('${at}', body);\n}\nfunction sign(body) { body.client_reference = '1'; }`,
      apis,
    },
    {
      name: 'a builder that collects the body in a field',
      code: `import axios from 'axios';\nclass Order {\n  #body = {};\n  line(line) {\n    Object.assign(this.#body, { product_id: line.id, quantity: 1 });\n    return this;\n  }\n  reference(value) {\n    this.#body.client_reference = value;\n    return this;\n  }\n  build() {\n    return { ...this.#body };\n  }\n}\nexport const buy = (line) => axios.post('${at}', new Order().line(line).reference(line.key).build());`,
      apis,
    },
    {
      name: 'a body made of pairs, with the reference among them',
      apis,
      code: "import axios from 'axios';\nexport const order = (product_id, reference) => axios.post('https://api.octopuscards.io/api/v1/orders', Object.fromEntries([['product_id', product_id], ['client_reference', reference]]));",
    },
    {
      name: 'a body made of pairs that are not known',
      apis,
      code: "import axios from 'axios';\nexport const order = (pairs) => axios.post('https://api.octopuscards.io/api/v1/orders', Object.fromEntries(pairs));",
    },
  ],
  invalid: [
    {
      name: 'json says how the body is sent',
      code: "const request = require('request');\nexports.order = (product, done) => {\n  const body = {};\n  body.product_id = product;\n  [|request.post|]({ url: 'https://api.octopuscards.io/api/v1/orders', json: true, body, timeout: 9000 }, done);\n};",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            "const request = require('request');\nexports.order = (product, done) => {\n  const clientReference = crypto.randomUUID();\n  const body = { client_reference: clientReference };\n  body.product_id = product;\n  request.post({ url: 'https://api.octopuscards.io/api/v1/orders', json: true, body, timeout: 9000 }, done);\n};",
          ],
        },
      ],
    },
    {
      name: 'a reference that is undefined is not sent',
      code: `[|fetch|]('${at}', { method: 'POST', body: JSON.stringify({ product_id: 1, client_reference: undefined }) });`,
      apis,
    },
    {
      name: 'another field set on what a builder made',
      code: `const build = (cart) => ({ product_id: cart.product });\nexport function order(cart) {\n  const body = build(cart);\n  body.quantity = 2;\n  return [|fetch|]('${at}', { method: 'POST', body: JSON.stringify(body) });\n}`,
      apis,
    },
    {
      name: 'fetch',
      code: `[|fetch|]('${at}', { method: 'POST', body: JSON.stringify({ product_id: 1 }) });`,
      apis,
      suggestions: [
        `const clientReference = crypto.randomUUID();\nfetch('${at}', { method: 'POST', body: JSON.stringify({ product_id: 1, client_reference: clientReference }) });`,
      ],
    },
    {
      name: 'an imported maker',
      code: `import { randomUUID } from 'node:crypto';\nimport axios from 'axios';\nexport async function order(id) {\n  const { data } = await [|axios.post|]('${at}', { product_id: id });\n  return { data, key: randomUUID() };\n}`,
      apis,
      suggestions: [
        `import { randomUUID } from 'node:crypto';\nimport axios from 'axios';\nexport async function order(id) {\n  const clientReference = randomUUID();\n  const { data } = await axios.post('${at}', { product_id: id, client_reference: clientReference });\n  return { data, key: randomUUID() };\n}`,
      ],
    },
    {
      name: 'CommonJS',
      code: `const crypto = require('crypto');\nconst got = require('got');\nexports.order = async (id) => {\n  await [|got.post|]('${at}', { json: { product_id: id } });\n  return crypto.randomInt(5);\n};`,
      apis,
      suggestions: [
        `const crypto = require('crypto');\nconst got = require('got');\nexports.order = async (id) => {\n  const clientReference = crypto.randomUUID();\n  await got.post('${at}', { json: { product_id: id, client_reference: clientReference } });\n  return crypto.randomInt(5);\n};`,
      ],
    },
    {
      name: 'in a loop that tries again: made before it',
      code: `import axios from 'axios';\nexport async function order(id) {\n  for (let n = 0; n < 5; n++) {\n    try {\n      return await [|axios.post|]('${at}', {\n        product_id: id,\n        quantity: 1,\n      });\n    } catch (error) {\n      if (n === 4) throw error;\n    }\n  }\n}`,
      apis,
      suggestions: [
        `import axios from 'axios';\nexport async function order(id) {\n  const clientReference = crypto.randomUUID();\n  for (let n = 0; n < 5; n++) {\n    try {\n      return await axios.post('${at}', {\n        product_id: id,\n        quantity: 1,\n        client_reference: clientReference,\n      });\n    } catch (error) {\n      if (n === 4) throw error;\n    }\n  }\n}`,
      ],
    },
    {
      name: 'in a retried callback',
      code: `import ky from 'ky';\nimport pRetry from 'p-retry';\nexport async function order(id) {\n  return pRetry(() => [|ky.post|]('${at}', { json: { product_id: id } }));\n}`,
      apis,
      suggestions: [
        `import ky from 'ky';\nimport pRetry from 'p-retry';\nexport async function order(id) {\n  const clientReference = crypto.randomUUID();\n  return pRetry(() => ky.post('${at}', { json: { product_id: id, client_reference: clientReference } }));\n}`,
      ],
    },
    {
      name: 'a body in a variable',
      code: `import axios from 'axios';\nexport function order(id: number) {\n  const body: Record<string, unknown> = { product_id: id };\n  return [|axios.post|]('${at}', body);\n}`,
      apis,
      suggestions: [
        `import axios from 'axios';\nexport function order(id: number) {\n  const clientReference = crypto.randomUUID();\n  const body: Record<string, unknown> = { product_id: id, client_reference: clientReference };\n  return axios.post('${at}', body);\n}`,
      ],
    },
    {
      name: 'a builder without it',
      code: `import axios from 'axios';\nconst build = (line) => ({ quantity: line.quantity });\nexport const order = (line) => [|axios.post|]('${at}', build(line));`,
      apis,
      suggestions: [],
    },
    {
      name: 'through a client of another file',
      code: "import { octopus } from './http.ts';\nexport const order = (id: number) => [|octopus.post|]('/api/v1/orders', { product_id: id });",
      files: client,
      apis,
      suggestions: [
        "import { octopus } from './http.ts';\nexport const order = (id: number) => octopus.post('/api/v1/orders', { product_id: id, client_reference: crypto.randomUUID() });",
      ],
    },
    {
      name: 'through a wrapper of another file',
      code: "import { send } from './send.ts';\nexport async function order(id: number) {\n  await [|send|]('/api/v1/orders', { product_id: id });\n}",
      files: wrapped,
      apis,
      suggestions: [
        "import { send } from './send.ts';\nexport async function order(id: number) {\n  const clientReference = crypto.randomUUID();\n  await send('/api/v1/orders', { product_id: id, client_reference: clientReference });\n}",
      ],
    },
    {
      name: 'a known spread without it',
      code: `import axios from 'axios';\nexport function order() {\n  const base = { quantity: 1 };\n  return [|axios.post|]('${at}', { ...base, product_id: 2 });\n}`,
      apis,
      suggestions: [
        `import axios from 'axios';\nexport function order() {\n  const base = { quantity: 1 };\n  const clientReference = crypto.randomUUID();\n  return axios.post('${at}', { ...base, product_id: 2, client_reference: clientReference });\n}`,
      ],
    },
    {
      name: 'no body at all',
      code: `import axios from 'axios';\n[|axios.post|]('${at}');`,
      apis,
      suggestions: [],
    },
    {
      name: 'recursion: no place for it',
      code: `import axios from 'axios';\nexport async function order(id, attempt = 0) {\n  try {\n    return await [|axios.post|]('${at}', { product_id: id });\n  } catch (error) {\n    if (attempt > 3) throw error;\n    return order(id, attempt + 1);\n  }\n}`,
      apis,
      suggestions: [],
    },
    {
      name: 'the name is taken',
      code: `import axios from 'axios';\nconst clientReference = 'x';\nexport function order() {\n  log(clientReference);\n  return [|axios.post|]('${at}', { product_id: 2 });\n}`,
      apis,
      suggestions: [
        `import axios from 'axios';\nconst clientReference = 'x';\nexport function order() {\n  log(clientReference);\n  const clientReference2 = crypto.randomUUID();\n  return axios.post('${at}', { product_id: 2, client_reference: clientReference2 });\n}`,
      ],
    },
    {
      name: 'an API of your own',
      code: "import axios from 'axios';\nexport function pay() {\n  return [|axios.post|]('https://pay.shop.dev/payments', { amount: 2 });\n}",
      settings: {
        'go-live': {
          apis: {
            shop: {
              hosts: ['pay.shop.dev'],
              idempotency: {
                bodyField: 'reference',
                endpoints: [{ method: 'POST', path: '/payments' }],
              },
            },
          },
        },
      },
      suggestions: [
        "import axios from 'axios';\nexport function pay() {\n  const reference = crypto.randomUUID();\n  return axios.post('https://pay.shop.dev/payments', { amount: 2, reference: reference });\n}",
      ],
    },
    {
      name: 'a body made of pairs',
      code: "import axios from 'axios';\nexport const order = (product_id, quantity) => [|axios.post|]('https://api.octopuscards.io/api/v1/orders', Object.fromEntries([['product_id', product_id], ['quantity', quantity]]));",
      apis,
    },
  ],
});
