import rule from '../../rules/max-page-size.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const mc = `${axios}const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n`;

testRule(rule, {
  valid: [
    `${mc}export const f = () => mc.get('/appointments', { params: { limit: 100 } });`,
    `export const f = () => fetch('https://mc-prd.duckdns.org/api/v1/appointments?page=2&limit=100');`,
    {
      name: 'no page of a list: a picture',
      code: `export const f = () => fetch('https://images.example.com/avatar/7?size=512');`,
    },
    {
      name: 'limits of other things',
      code: `import express from 'express';\nexport const app = express();\napp.use(express.json({ limit: 1_048_576 }));\napp.get('/export', async (_req, res) => { res.json(await db.appointments.findMany({ take: 5_000 })); });`,
    },
    {
      name: 'a size that is given from outside',
      code: `${mc}export const f = (limit) => mc.get('/appointments', { params: { limit } });`,
    },
    {
      name: 'a size from the environment',
      code: `${mc}export const f = () => mc.get('/appointments', { params: { limit: process.env.LIMIT } });`,
    },
    {
      name: 'the page of a server of its own',
      code: `export const f = () => fetch('/api/admin/customers?limit=400').then((r) => r.json());`,
    },
    {
      name: 'a limit that is no page size, in the body of a write',
      code: `${mc}export const f = () => mc.post('/accounts', { limit: 5000, currency: 'EUR' });`,
    },
    {
      name: 'an option raises the limit',
      code: `export const f = () => fetch('https://api.example.com/candles?limit=1000');`,
      options: { max: 1000 },
    },
    {
      name: 'a distance and a radius',
      code: `export const f = () => fetch('https://api.example.com/shops?radius=5000&zoom=300&page=1');`,
    },
    {
      name: 'other clients: got, well inside',
      code: `import got from 'got';\nexport const f = () => got('https://api.example.com/orders', { searchParams: { per_page: 50 } }).json();`,
    },
    {
      name: 'URLSearchParams, well inside',
      code: `export const f = (page) => fetch('https://api.example.com/orders?' + new URLSearchParams({ page, per_page: '100' }));`,
    },
    {
      name: 'a test file',
      filename: 'tests/orders.test.ts',
      code: `export const f = () => fetch('https://api.example.com/orders?limit=500');`,
    },
    {
      name: 'an object that is spread from elsewhere',
      code: `${mc}export const f = (filter) => mc.get('/appointments', { params: { ...filter, page: 1 } });`,
    },
  ],
  invalid: [
    {
      code: `${mc}export const f = () => mc.get('/appointments', { params: { limit: [|500|] } });`,
      output: `${mc}export const f = () => mc.get('/appointments', { params: { limit: 100 } });`,
      errors: [{ messageId: 'tooLarge', data: { value: 500, max: 100 } }],
    },
    {
      name: 'in the text of the URL',
      code: `export const f = () => fetch([|'https://mc-prd.duckdns.org/api/v1/appointments?page=1&per_page=250'|]);`,
      output: `export const f = () => fetch('https://mc-prd.duckdns.org/api/v1/appointments?page=1&per_page=100');`,
      errors: ['tooLarge'],
    },
    {
      name: 'in a template',
      code: `const base = 'https://mc-prd.duckdns.org/api/v1';\nexport const f = (page) => fetch([|\`\${base}/appointments?page=\${page}&limit=1000\`|]);`,
      output: `const base = 'https://mc-prd.duckdns.org/api/v1';\nexport const f = (page) => fetch(\`\${base}/appointments?page=\${page}&limit=100\`);`,
      errors: ['tooLarge'],
    },
    {
      name: 'a constant',
      code: `${mc}const PAGE_SIZE = [|1_000|];\nexport const f = (page) => mc.get('/appointments', { params: { page, pageSize: PAGE_SIZE } });`,
      output: `${mc}const PAGE_SIZE = 100;\nexport const f = (page) => mc.get('/appointments', { params: { page, pageSize: PAGE_SIZE } });`,
      errors: ['tooLarge'],
    },
    {
      name: 'a constant in a template',
      code: `const LIMIT = [|500|];\nexport const f = (page) => fetch(\`https://mc-prd.duckdns.org/appointments?page=\${page}&limit=\${LIMIT}\`);`,
      output: `const LIMIT = 100;\nexport const f = (page) => fetch(\`https://mc-prd.duckdns.org/appointments?page=\${page}&limit=\${LIMIT}\`);`,
      errors: ['tooLarge'],
    },
    {
      name: 'it also moves the offset on and ends the loop',
      code: `${mc}export async function all() {\n  const out = [];\n  for (let offset = 0; ; offset += 500) {\n    const { data } = await mc.get('/appointments', { params: { offset, limit: [|500|] } });\n    out.push(...data.items);\n    if (data.items.length < 500) return out;\n  }\n}`,
      errors: ['tooLarge'],
    },
    {
      name: 'a constant that steers the loop too',
      code: `${mc}const LIMIT = [|500|];\nexport async function all() {\n  for (let offset = 0; ; offset += LIMIT) {\n    const { data } = await mc.get('/appointments', { params: { offset, limit: LIMIT } });\n    if (data.items.length < LIMIT) return;\n  }\n}`,
      errors: ['tooLarge'],
    },
    {
      name: 'URLSearchParams',
      code: `export const f = () => fetch('https://mc-prd.duckdns.org/appointments?' + new URLSearchParams({ page: '1', limit: [|'300'|] }));`,
      output: `export const f = () => fetch('https://mc-prd.duckdns.org/appointments?' + new URLSearchParams({ page: '1', limit: '100' }));`,
      errors: ['tooLarge'],
    },
    {
      name: 'set on a URL object',
      code: `export async function f() {\n  const url = new URL('https://mc-prd.duckdns.org/api/v1/appointments');\n  url.searchParams.set('limit', [|'200'|]);\n  return fetch(url);\n}`,
      output: `export async function f() {\n  const url = new URL('https://mc-prd.duckdns.org/api/v1/appointments');\n  url.searchParams.set('limit', '100');\n  return fetch(url);\n}`,
      errors: ['tooLarge'],
    },
    {
      name: 'appended to params that a name holds',
      code: `export async function f() {\n  const params = new URLSearchParams();\n  params.append('page_size', String([|150|]));\n  return fetch(\`https://mc-prd.duckdns.org/appointments?\${params.toString()}\`);\n}`
        .replace('[|150|]', '150')
        .replace('String(150)', '[|String(150)|]'),
      output: `export async function f() {\n  const params = new URLSearchParams();\n  params.append('page_size', String(100));\n  return fetch(\`https://mc-prd.duckdns.org/appointments?\${params.toString()}\`);\n}`,
      errors: ['tooLarge'],
    },
    {
      name: 'of an API that is not known: a suggestion',
      code: `import got from 'got';\nexport const f = () => got('https://api.example.com/orders', { searchParams: { per_page: [|250|] } }).json();`,
      errors: [
        {
          messageId: 'tooLarge',
          suggestions: [
            {
              title: 'Ask for 100 entries at most',
              output: `import got from 'got';\nexport const f = () => got('https://api.example.com/orders', { searchParams: { per_page: 100 } }).json();`,
            },
          ],
        },
      ],
    },
    {
      name: 'the default of a parameter',
      code: `${mc}export const f = (page, limit = [|200|]) => mc.get('/appointments', { params: { page, limit } });`,
      output: `${mc}export const f = (page, limit = 100) => mc.get('/appointments', { params: { page, limit } });`,
      errors: ['tooLarge'],
    },
    {
      name: 'a number of a module of constants',
      code: `${mc}import { SIZE } from './sizes.js';\nexport const f = () => [|mc.get|]('/appointments', { params: { page: 1, size: SIZE } });`,
      files: { 'src/sizes.js': 'export const SIZE = 500;' },
      errors: ['tooLarge'],
    },
    {
      name: 'through a helper',
      code: `${mc}const list = (path, params) => mc.get(path, { params });\nexport const f = () => list('/appointments', { page: 1, limit: [|400|] });`,
      output: `${mc}const list = (path, params) => mc.get(path, { params });\nexport const f = () => list('/appointments', { page: 1, limit: 100 });`,
      errors: ['tooLarge'],
    },
    {
      name: 'a class of its own, an imported client',
      code: `import { mc } from './client.js';\nexport class Appointments {\n  static readonly SIZE = [|500|];\n  page(page: number) {\n    return mc.get('/appointments', { params: { page, per_page: Appointments.SIZE } });\n  }\n}`,
      parser: 'ts',
      files: {
        'src/client.js': `${axios}export const mc = axios.create({ baseURL: process.env.MONCRENEAU_URL });`,
      },
      output: `import { mc } from './client.js';\nexport class Appointments {\n  static readonly SIZE = 100;\n  page(page: number) {\n    return mc.get('/appointments', { params: { page, per_page: Appointments.SIZE } });\n  }\n}`,
      errors: ['tooLarge'],
    },
    {
      name: 'the body of a search',
      code: `${mc}export const f = (q) => mc.post('/appointments/search', { q, page: 1, limit: [|500|] });`,
      output: `${mc}export const f = (q) => mc.post('/appointments/search', { q, page: 1, limit: 100 });`,
      errors: ['tooLarge'],
    },
    {
      name: 'a default that is made text of',
      code: `${mc}export const f = (size = [|500|]) => mc.get(\`/appointments?\${new URLSearchParams({ page: '1', limit: String(size) })}\`);`,
      output: `${mc}export const f = (size = 100) => mc.get(\`/appointments?\${new URLSearchParams({ page: '1', limit: String(size) })}\`);`,
      errors: ['tooLarge'],
    },
  ],
});
