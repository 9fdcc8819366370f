import rule from '../../rules/require-cache.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const mc = `${axios}const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n`;
const url = 'https://mc-prd.duckdns.org/api/v1';

testRule(rule, {
  valid: [
    {
      name: 'given to a function of another file that keeps what it answers',
      code: `${mc}import { held } from './held.js';\nexport const departments = held('departments', async () => (await mc.get('/departments')).data);`,
      filename: 'src/departments.js',
      files: {
        'src/held.js':
          "import { LRUCache } from 'lru-cache';\nconst cache = new LRUCache({ max: 9, ttl: 60_000 });\nexport const held = (key, load) => async () => {\n  const hit = cache.get(key);\n  if (hit) return hit;\n  const fresh = await load();\n  cache.set(key, fresh);\n  return fresh;\n};\n",
      },
    },
    `export const f = () => fetch('${url}/departments', { next: { revalidate: 3600 } });`,
    `export const f = () => fetch('${url}/departments', { cache: 'force-cache' });`,
    `import pMemoize from 'p-memoize';\n${mc}export const services = pMemoize(async () => (await mc.get('/services')).data);`,
    `import { LRUCache } from 'lru-cache';\n${mc}const cache = new LRUCache({ max: 10, ttl: 3_600_000 });\nexport async function departments() {\n  const hit = cache.get('departments');\n  if (hit) return hit;\n  const { data } = await mc.get('/departments');\n  cache.set('departments', data);\n  return data;\n}`,
    {
      name: 'a variable of the module',
      code: `${mc}let list;\nexport async function departments() {\n  if (!list) list = (await mc.get('/departments')).data;\n  return list;\n}`,
    },
    {
      name: 'a promise that is kept',
      code: `${mc}let promise;\nexport const departments = () => (promise ??= mc.get('/departments'));`,
    },
    {
      name: 'a field of a class',
      code: `${mc}export class Catalogue {\n  async services() {\n    if (this.list) return this.list;\n    this.list = (await mc.get('/services')).data;\n    return this.list;\n  }\n}`,
    },
    {
      name: 'Redis',
      code: `import { redis } from './redis.js';\n${mc}export async function departments() {\n  const hit = await redis.get('departments');\n  if (hit) return JSON.parse(hit);\n  const { data } = await mc.get('/departments');\n  await redis.set('departments', JSON.stringify(data), 'EX', 3600);\n  return data;\n}`,
    },
    {
      name: 'the caller keeps it',
      code: `import NodeCache from 'node-cache';\n${mc}const store = new NodeCache({ stdTTL: 600 });\nconst load = async () => (await mc.get('/departments')).data;\nexport async function departments() {\n  const cached = store.get('d');\n  if (cached) return cached;\n  const fresh = await load();\n  store.set('d', fresh);\n  return fresh;\n}`,
    },
    {
      name: 'a query of the page',
      code: `import { useQuery } from '@tanstack/react-query';\n${mc}export const useDepartments = () => useQuery({ queryKey: ['departments'], queryFn: async () => (await mc.get('/departments')).data });`,
    },
    {
      name: 'SWR, with a function of its own',
      code: `import useSWR from 'swr';\n${mc}const load = async () => (await mc.get('/services')).data;\nexport const useServices = () => useSWR('services', load);`,
    },
    {
      name: 'unstable_cache',
      code: `import { unstable_cache } from 'next/cache';\n${mc}export const departments = unstable_cache(async () => (await mc.get('/departments')).data, ['departments'], { revalidate: 3600 });`,
    },
    {
      name: 'a route that is built again now and then',
      filename: 'app/departments/page.tsx',
      code: `export const revalidate = 3600;\nexport default async function Page() {\n  const res = await fetch('${url}/departments');\n  return res.json();\n}`,
    },
    {
      name: 'read once, when the program starts',
      code: `${mc}export const departments = (await mc.get('/departments')).data;`,
    },
    {
      name: 'appointments change',
      code: `${mc}export const f = () => mc.get('/appointments');`,
    },
    {
      name: 'what is below a department',
      code: `${mc}export const f = (id) => mc.get(\`/departments/\${id}/slots\`);`,
    },
    {
      name: 'an API that is not known',
      code: `${axios}export const f = () => axios.get('https://api.example.com/departments');`,
    },
    {
      name: 'a new department',
      code: `${mc}export const f = (d) => mc.post('/departments', d);`,
    },
    {
      name: 'got, with a store',
      code: `import got from 'got';\nconst cache = new Map();\nconst mc = got.extend({ prefixUrl: '${url}', cache });\nexport const f = () => mc.get('departments').json();`,
    },
  ],
  invalid: [
    {
      code: `import { Router } from 'express';\n${mc}export const router = Router();\nrouter.get('/departments', async (_req, res) => {\n  const { data } = await [|mc.get|]('/departments');\n  res.json(data);\n});`,
      errors: [{ messageId: 'uncached', data: { resource: 'departments' } }],
    },
    { code: `export const f = async () => (await [|fetch|]('${url}/services')).json();` },
    {
      name: 'no store, said in so many words',
      code: `export const f = () => [|fetch|]('${url}/services', { cache: 'no-store' });`,
    },
    {
      name: 'revalidate: 0',
      code: `export const f = () => [|fetch|]('${url}/services', { next: { revalidate: 0 } });`,
    },
    {
      name: 'one department',
      code: `${mc}export const f = async (id) => (await [|mc.get|](\`/departments/\${id}\`)).data;`,
    },
    {
      name: 'an imported client',
      code: `import { mc } from './client.js';\nexport async function services() {\n  const { data } = await [|mc.get|]('/services');\n  return data;\n}`,
      files: {
        'src/client.js': `${axios}export const mc = axios.create({ baseURL: process.env.MONCRENEAU_BASE_URL });`,
      },
    },
    {
      name: 'a class',
      code: `import type { AxiosInstance } from 'axios';\nexport class Catalogue {\n  constructor(private readonly mc: AxiosInstance) {}\n  async departments() {\n    const { data } = await [|this.mc.get|]('${url}/departments');\n    return data;\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'ky',
      code: `import ky from 'ky';\nconst mc = ky.create({ prefixUrl: '${url}' });\nexport const departments = () => [|mc.get|]('departments').json();`,
    },
    {
      name: 'through a helper',
      code: `${mc}const load = async (path) => (await mc.get(path)).data;\nexport const departments = () => [|load|]('/departments');`,
    },
    {
      name: 'an effect of a component',
      code: `import { useEffect, useState } from 'react';\nexport function useDepartments() {\n  const [list, setList] = useState([]);\n  useEffect(() => {\n    [|fetch|]('${url}/departments').then((r) => r.json()).then(setList);\n  }, []);\n  return list;\n}`,
    },
    {
      name: 'a page without revalidation',
      filename: 'app/departments/page.tsx',
      code: `export default async function Page() {\n  const res = await [|fetch|]('${url}/departments');\n  return res.json();\n}`,
    },
    {
      name: 'CommonJS',
      code: `const axios = require('axios');\nexports.services = async () => (await [|axios.get|]('${url}/services', { headers: { Authorization: \`Bearer \${process.env.MONCRENEAU_API_KEY}\` } })).data;`,
    },
    {
      name: 'a variable that nobody looks at first',
      code: `${mc}export async function f(ids) {\n  const names = new Map();\n  for (const id of ids) {\n    const { data } = await [|mc.get|]('/services');\n    names.set(id, data);\n  }\n  return names;\n}`,
    },
  ],
});
