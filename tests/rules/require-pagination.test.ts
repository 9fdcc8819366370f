import rule from '../../rules/require-pagination.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const aelix = `${axios}const aelix = axios.create({ baseURL: 'https://api.aelix.digitalapi.ai/v1' });\n`;

testRule(rule, {
  valid: [
    {
      name: 'only asked whether there is one',
      code: 'export async function hasHooks(shop) { const response = await fetch(`https://api.shop.example/shops/${shop}/webhooks`); if (!response.ok) return false; const found = await response.json(); return Array.isArray(found) ? found.length > 0 : Boolean(found); }',
    },
    `${aelix}export const f = async (page) => (await aelix.get('/customers', { params: { page } })).data.map((c) => c.id);`,
    `${aelix}export const f = async (cursor) => (await aelix.get(\`/customers?cursor=\${cursor}\`)).data.items;`,
    {
      name: 'only so many are wanted',
      code: `${aelix}export const latest = async () => (await aelix.get('/payments', { params: { limit: 5 } })).data.items;`,
    },
    {
      name: 'a loop over next',
      code: `${aelix}export async function all() {\n  const out = [];\n  let url = '/customers';\n  while (url) {\n    const { data } = await aelix.get(url);\n    out.push(...data.items);\n    url = data.next;\n  }\n  return out;\n}`,
    },
    {
      name: 'has_more is looked at',
      code: `${aelix}export async function all() {\n  const { data } = await aelix.get('/customers');\n  if (data.has_more) throw new Error('too many');\n  return data.items;\n}`,
    },
    {
      name: 'one customer',
      code: `${aelix}export const f = async (id) => (await aelix.get(\`/customers/\${id}\`)).data.accounts.map((a) => a.id);`,
    },
    {
      name: 'a status, settings: no lists',
      code: `${aelix}export const f = async () => [(await aelix.get('/status')).data, (await aelix.get('/settings')).data];`,
    },
    {
      name: 'parameters from outside',
      code: `${aelix}export const f = async (params) => (await aelix.get('/customers', { params })).data.items.map((c) => c.id);`,
    },
    {
      name: 'a query string from outside',
      code: `${aelix}export const f = async (query) => (await aelix.get(\`/customers\${query}\`)).data.items.map((c) => c.id);`,
    },
    {
      name: 'one is looked up',
      code: `${aelix}export const f = async (email) => (await aelix.get('/customers', { params: { email } })).data.items[0];`,
    },
    {
      name: 'an infinite query',
      code: `import { useInfiniteQuery } from '@tanstack/react-query';\nimport ky from 'ky';\nconst aelix = ky.create({ prefixUrl: 'https://api.aelix.digitalapi.ai' });\nexport const useCustomers = () => useInfiniteQuery({ queryKey: ['customers'], initialPageParam: '', queryFn: ({ pageParam }) => aelix.get('v1/customers', { searchParams: { cursor: pageParam } }).json(), getNextPageParam: (last) => last.next_cursor });`,
    },
    {
      name: 'an iterator of the client',
      code: `import got from 'got';\nexport const f = async () => { for await (const c of got.paginate('https://api.aelix.digitalapi.ai/v1/customers')) console.info(c.id); };`,
    },
    {
      name: 'the Link header is followed',
      code: `export async function f() {\n  let url = 'https://api.aelix.digitalapi.ai/v1/customers';\n  const res = await fetch(url);\n  const link = res.headers.get('link');\n  return [await res.json(), link];\n}`,
    },
    {
      name: 'a list that rarely changes and is short',
      code: `export const f = async () => (await (await fetch('https://mc-prd.duckdns.org/api/v1/departments')).json()).map((d) => d.id);`,
    },
    {
      name: 'the own server',
      code: `export const f = () => fetch('/api/customers').then((r) => r.json()).then((list) => list.map((c) => c.id));`,
    },
    {
      name: 'of no known API, and not used as a list here',
      code: `export const f = async () => (await fetch('https://api.example.com/customers')).json();`,
    },
    {
      name: 'routes of a server',
      code: `import express from 'express';\nconst app = express();\napp.get('/customers', (req, res) => res.json([]));`,
    },
    {
      name: 'a write',
      code: `${aelix}export const f = async (c) => (await aelix.post('/customers', c)).data.items.map((i) => i.id);`,
    },
  ],
  invalid: [
    {
      name: 'a parameter that only sounds like a count',
      code: `${aelix}export const f = async (account, country) => (await [|aelix.get|]('/payments', { params: { account, country } })).data.items.map((c) => c.id);`,
      errors: [{ messageId: 'whole', data: { collection: 'payments' } }],
    },
    {
      code: `${aelix}export async function f() {\n  const { data } = await [|aelix.get|]('/customers');\n  return data.customers.map((c) => c.email);\n}`,
      errors: [{ messageId: 'whole', data: { collection: 'customers' } }],
    },
    {
      name: 'fetch and for-of',
      code: `export async function f() {\n  const res = await [|fetch|]('https://api.aelix.digitalapi.ai/v1/payments');\n  const body = await res.json();\n  for (const p of body.data) console.info(p.id);\n}`,
    },
    {
      name: 'of a known API, given back',
      code: `${aelix}export const customers = async () => (await [|aelix.get|]('/customers')).data;`,
    },
    {
      name: 'then',
      code: `export const f = () => [|fetch|]('https://api.aelix.digitalapi.ai/v1/customers').then((r) => r.json()).then((list) => list.filter((c) => c.active));`,
    },
    {
      name: 'ky, its own json',
      code: `import ky from 'ky';\nconst aelix = ky.create({ prefixUrl: 'https://api.aelix.digitalapi.ai/v1' });\nexport const f = async () => (await [|aelix.get|]('customers').json()).length;`,
    },
    {
      name: 'got',
      code: `const got = require('got');\nexports.f = async () => {\n  const { body } = await [|got|]('https://api.aelix.digitalapi.ai/v1/invoices', { responseType: 'json' });\n  body.invoices.forEach((i) => console.info(i.id));\n};`,
    },
    {
      name: 'a filter that leaves many',
      code: `${aelix}export async function f() {\n  const { data } = await [|aelix.get|]('/payments', { params: { status: 'open', sort: 'created' } });\n  return data.reduce((sum, p) => sum + p.amount, 0);\n}`,
    },
    {
      name: 'below one thing',
      code: `${aelix}export async function f(id) {\n  const { data } = await [|aelix.get|](\`/customers/\${id}/invoices\`);\n  return data.map((i) => i.total);\n}`,
    },
    {
      name: 'of an API that is not known',
      code: `export async function f() {\n  const orders = await (await [|fetch|]('https://api.example.com/orders')).json();\n  return orders.filter((o) => o.open);\n}`,
    },
    {
      name: 'an imported client',
      code: `import { aelix } from './client.js';\nexport const ids = async () => (await [|aelix.get|]('/customers')).data.map((c) => c.id);`,
      files: {
        'src/client.js': `${axios}export const aelix = axios.create({ baseURL: process.env.AELIX_BASE_URL });`,
      },
    },
    {
      name: 'through a helper',
      code: `${aelix}const load = async (path) => (await aelix.get(path)).data;\nexport const f = async () => (await [|load|]('/accounts')).map((a) => a.iban);`,
    },
    {
      name: 'handed on, of a known API',
      code: `${aelix}export async function sync(db) {\n  const { data } = await [|aelix.get|]('/transactions');\n  await db.insertMany(data);\n}`,
    },
    {
      name: 'a class',
      code: `import type { AxiosInstance } from 'axios';\nexport class Appointments {\n  constructor(private readonly mc: AxiosInstance) {}\n  async all() {\n    const { data } = await [|this.mc.get|]('https://mc-prd.duckdns.org/api/v1/appointments');\n    return data.items;\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'a route that hands all of it on',
      code: `import { Router } from 'express';\nimport axios from 'axios';\nexport const router = Router();\nrouter.get('/appointments', async (_req, res, next) => {\n  try {\n    const { data } = await [|axios.get|]('https://mc-prd.duckdns.org/api/v1/appointments');\n    res.json(data);\n  } catch (error) { next(error); }\n});`,
    },
  ],
});
