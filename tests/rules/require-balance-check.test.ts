import rule from '../../rules/require-balance-check.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const octopus = `${axios}const octopus = axios.create({ baseURL: 'https://api.octopuscards.io' });\n`;
const mc = `${axios}const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n`;

testRule(rule, {
  valid: [
    `${octopus}export async function order(id, body) {\n  const { data } = await octopus.post(\`/api/v1/products/\${id}/charges\`, body);\n  if (data.total > body.max) throw new Error('too dear');\n  return octopus.post('/api/v1/orders', body);\n}`,
    `${octopus}export async function order(body) {\n  const { data: wallets } = await octopus.get('/api/v1/wallets');\n  if (wallets[0].amount < body.total) throw new Error('empty');\n  return octopus.post('/api/v1/orders', body);\n}`,
    `${mc}export async function create(body) {\n  const { data } = await mc.get('/credits');\n  if (data.left < 1) throw new Error('no credits');\n  return mc.post('/appointments', body);\n}`,
    {
      name: 'a helper of the file',
      code: `${mc}async function ensureCredits() {\n  if ((await mc.get('/account')).data.credits < 1) throw new Error('none');\n}\nexport async function create(body) {\n  await ensureCredits();\n  return mc.post('/appointments', body);\n}`,
    },
    {
      name: 'an imported helper with a name of its own',
      code: `import { guard } from './guard.js';\n${mc}export async function create(body) {\n  await guard();\n  return mc.post('/appointments', body);\n}`,
      files: {
        'src/guard.js': `${mc}export async function guard() {\n  const { data } = await mc.get('/credits');\n  if (data.left < 1) throw new Error('none');\n}`,
      },
    },
    {
      name: 'an imported helper that can not be read, whose name says it',
      code: `import { assertBalance } from '@acme/billing';\n${mc}export async function create(body) {\n  await assertBalance(body.total);\n  return mc.post('/appointments', body);\n}`,
    },
    {
      name: 'the caller looks',
      code: `${octopus}const place = (body) => octopus.post('/api/v1/orders', body);\nexport async function order(body) {\n  const { data } = await octopus.get('/api/v1/wallets');\n  if (data[0].amount < 10) return null;\n  return place(body);\n}`,
    },
    {
      name: 'a field that was read before',
      code: `${mc}export async function create(org, body) {\n  if (org.credits < 1) throw new Error('none');\n  return mc.post('/appointments', body);\n}`,
    },
    {
      name: 'a handler before the route',
      code: `import express from 'express';\n${mc}import { requireCredits } from './guards.js';\nconst app = express();\napp.post('/book', requireCredits, async (req, res) => {\n  const { data } = await mc.post('/appointments', req.body);\n  res.json(data);\n});`,
    },
    {
      name: 'a class with a method for it',
      code: `${octopus}export class Orders {\n  async place(body) {\n    await this.checkWalletBalance(body.total);\n    return octopus.post('/api/v1/orders', body);\n  }\n}`,
    },
    {
      name: 'it is read, not spent',
      code: `${octopus}export const order = (id) => octopus.get(\`/api/v1/orders/\${id}\`);`,
    },
    {
      name: 'orders of another API',
      code: `${axios}export const order = (body) => axios.post('https://api.example.com/api/v1/orders', body);`,
    },
    {
      name: 'through a wrapper that is judged by itself',
      code: `import { place } from './place.js';\nexport const run = (body) => place(body);`,
      files: {
        'src/place.js': `${octopus}export const place = (body) => octopus.post('/api/v1/orders', body);`,
      },
    },
    {
      name: 'an update',
      code: `${mc}export const move = (id, body) => mc.patch(\`/appointments/\${id}\`, body);`,
    },
    {
      name: 'a test file',
      filename: 'src/orders.test.js',
      code: `${octopus}export const order = (body) => octopus.post('/api/v1/orders', body);`,
    },
  ],
  invalid: [
    { code: `${octopus}export const order = (body) => [|octopus.post|]('/api/v1/orders', body);` },
    {
      name: 'fetch',
      code: `export async function create(data) {\n  const res = await [|fetch|]('https://mc-prd.duckdns.org/api/v1/appointments', { method: 'POST', body: JSON.stringify(data) });\n  return res.json();\n}`,
    },
    {
      name: 'a class with a client that it is given',
      code: `import type { AxiosInstance } from 'axios';\nexport class BulkOrders {\n  constructor(private readonly octopus: AxiosInstance) {}\n  async order(productId: number, quantity: number) {\n    const { data } = await [|this.octopus.post|]('/api/v1/orders', { product_id: productId, quantity });\n    return data;\n  }\n}`,
      parser: 'ts',
      apis: ['octopus'],
    },
    {
      name: 'it is looked at afterwards',
      code: `${octopus}export async function order(body) {\n  const { data } = await [|octopus.post|]('/api/v1/orders', body);\n  const { data: wallets } = await octopus.get('/api/v1/wallets');\n  return [data, wallets];\n}`,
    },
    {
      name: 'another function looks',
      code: `${octopus}export const wallets = () => octopus.get('/api/v1/wallets');\nexport const order = (body) => [|octopus.post|]('/api/v1/orders', body);`,
    },
    {
      name: 'the id of a wallet is no look at it',
      code: `${octopus}export const order = (walletId, lines) => [|octopus.post|]('/api/v1/orders', { wallet_id: walletId, lines });`,
    },
    {
      name: 'got, from the environment',
      code: `import got from 'got';\nconst octopus = got.extend({ prefixUrl: process.env.OCTOPUS_BASE_URL });\nexport const order = (json) => [|octopus.post|]('api/v1/orders', { json }).json();`,
    },
    {
      name: 'a loop',
      code: `${mc}export async function all(rows) {\n  for (const row of rows) await [|mc.post|]('/appointments', row);\n}`,
    },
    {
      name: 'a route',
      code: `import express from 'express';\n${mc}const app = express();\napp.post('/book', async (req, res) => {\n  const { data } = await [|mc.post|]('/appointments', req.body);\n  res.json(data);\n});`,
    },
    {
      name: 'the error alone is handled',
      code: `${mc}export async function create(body) {\n  try {\n    return await [|mc.post|]('/appointments', body);\n  } catch (error) {\n    if (error.response?.data?.code === 'INSUFFICIENT_CREDITS') return null;\n    throw error;\n  }\n}`,
    },
    {
      name: 'through a client class of the project',
      code: `import { OctopusClient } from './client.js';\nconst octopus = new OctopusClient();\nexport const order = (body) => [|octopus.post|]('/api/v1/orders', body);`,
      files: {
        'src/client.js': `${axios}export class OctopusClient {\n  http = axios.create({ baseURL: process.env.OCTOPUS_BASE_URL });\n  post = async (path, body) => (await this.http.post(path, body)).data;\n}`,
      },
    },
    {
      name: 'CommonJS',
      code: `const axios = require('axios');\nconst mc = axios.create({ baseURL: process.env.MC_URL });\nmodule.exports.create = async (body) => (await [|mc.post|]('/appointments', body)).data;`,
    },
  ],
});
