import rule from '../../rules/no-sequential-requests.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const mc = `${axios}const mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n`;
const load =
  'const load = async (path) => (await fetch(`https://mc-prd.duckdns.org/api/v1${path}`)).json();\n';

testRule(rule, {
  valid: [
    `${load}export const f = () => Promise.all([load('/departments'), load('/services')]);`,
    {
      name: 'documents of GraphQL may change something',
      code: "import { GraphQLClient } from 'graphql-request';\nconst shop = new GraphQLClient('https://api.shop.example/graphql');\nexport async function close(id) {\n  const cancelled = await shop.request('mutation ($id: ID!) { cancel(id: $id) { id } }', { id });\n  const refunded = await shop.request('mutation ($id: ID!) { refund(id: $id) { id } }', { id });\n  return { cancelled, refunded };\n}",
    },
    {
      name: 'the second needs the first',
      code: `${load}export async function f() {\n  const user = await load('/users/1');\n  const orders = await load(\`/orders?user=\${user.id}\`);\n  return [user, orders];\n}`,
    },
    {
      name: 'it needs what was made of the first',
      code: `${load}export async function f() {\n  const user = await load('/users/1');\n  const id = user.account;\n  const account = await load(\`/accounts/\${id}\`);\n  return [user, account];\n}`,
    },
    {
      name: 'a test in between may end it all',
      code: `${load}export async function f() {\n  const user = await load('/users/1');\n  if (!user.active) return null;\n  const services = await load('/services');\n  return [user, services];\n}`,
    },
    {
      name: 'writes stay in their order',
      code: `${mc}export async function f(a, b) {\n  const one = await mc.post('/appointments', a);\n  const two = await mc.post('/appointments', b);\n  return [one, two];\n}`,
    },
    {
      name: 'a write in between',
      code: `${mc}export async function f(a) {\n  const before = await mc.get('/appointments');\n  await mc.post('/appointments', a);\n  const after = await mc.get('/slots');\n  return [before, after];\n}`,
    },
    {
      name: 'a pause in between',
      code: `import { setTimeout as sleep } from 'node:timers/promises';\n${load}export async function f() {\n  const a = await load('/departments');\n  await sleep(600);\n  const b = await load('/services');\n  return [a, b];\n}`,
    },
    {
      name: 'the same is asked again',
      code: `${load}export async function f() {\n  const before = await load('/status');\n  const after = await load('/status');\n  return [before, after];\n}`,
    },
    {
      name: 'one opens the session that the other goes by',
      code: `${mc}export async function f() {\n  const { data: session } = await mc.get('/auth/session');\n  const { data } = await mc.get('/services');\n  return [session, data];\n}`,
    },
    {
      name: 'started first, awaited afterwards',
      code: `${load}export async function f() {\n  const departments = load('/departments');\n  const services = load('/services');\n  return [await departments, await services];\n}`,
    },
    {
      name: 'only if wanted',
      code: `${load}export async function f(full) {\n  const departments = await load('/departments');\n  const services = full ? await load('/services') : [];\n  return [departments, services];\n}`,
    },
    {
      name: 'in branches of their own',
      code: `${load}export async function f(which) {\n  if (which === 'a') { const a = await load('/departments'); return a; }\n  const b = await load('/services');\n  return b;\n}`,
    },
    {
      name: 'a field that the client may go by',
      code: `${load}export class Store {\n  async init() {\n    this.settings = await load('/settings');\n    this.services = await load('/services');\n  }\n}`,
    },
    {
      name: 'files, not an API',
      code: `import { readFile } from 'node:fs/promises';\nexport async function f() {\n  const a = await readFile('a.json');\n  const b = await readFile('b.json');\n  return [a, b];\n}`,
    },
    {
      name: 'pages that lead to each other',
      code: `${mc}export async function all() {\n  const out = [];\n  for (let page = 1; page; ) {\n    const { data } = await mc.get('/appointments', { params: { page } });\n    out.push(...data.items);\n    page = data.next;\n  }\n  return out;\n}`,
    },
    {
      name: 'one inside the other',
      code: `${load}const named = async (of) => load(\`/services/\${of.id}\`);\nexport const f = async () => named(await load('/users/1'));`,
    },
    {
      name: 'a test file',
      filename: 'tests/load.test.ts',
      code: `${load}export async function f() {\n  const a = await load('/departments');\n  const b = await load('/services');\n  return [a, b];\n}`,
    },
  ],
  invalid: [
    {
      code: `${load}export async function f() {\n  const departments = await load('/departments');\n  const services = await [|load|]('/services');\n  return { departments, services };\n}`,
      errors: [
        {
          messageId: 'sequential',
          suggestions: [
            {
              title: 'Await them together with Promise.all',
              output: `${load}export async function f() {\n  const [departments, services] = await Promise.all([\n    load('/departments'),\n    load('/services'),\n  ]);\n  return { departments, services };\n}`,
            },
          ],
        },
      ],
    },
    {
      name: 'axios, destructured, three of them',
      code: `${mc}export async function f() {\n  const { data: a } = await mc.get('/departments');\n  const { data: b } = await [|mc.get|]('/services');\n  const { data: c } = await mc.get('/slots');\n  return [a, b, c];\n}`,
      errors: [
        {
          messageId: 'sequential',
          suggestions: [
            `${mc}export async function f() {\n  const [{ data: a }, { data: b }, { data: c }] = await Promise.all([\n    mc.get('/departments'),\n    mc.get('/services'),\n    mc.get('/slots'),\n  ]);\n  return [a, b, c];\n}`,
          ],
        },
      ],
    },
    {
      name: 'fetch, each body read at once',
      code: `export async function f() {\n  const a = await fetch('https://api.example.com/departments');\n  const departments = await a.json();\n  const b = await [|fetch|]('https://api.example.com/services');\n  const services = await b.json();\n  return { departments, services };\n}`,
    },
    {
      name: 'members of what is awaited',
      code: `${mc}export async function f() {\n  const departments = (await mc.get('/departments')).data;\n  const services = (await [|mc.get|]('/services')).data;\n  return { departments, services };\n}`,
    },
    {
      name: 'in one object',
      code: `${load}export async function f() {\n  return { departments: await load('/departments'), services: await [|load|]('/services') };\n}`,
    },
    {
      name: 'arguments of one call',
      code: `${load}export async function f(show) {\n  show(await load('/departments'), await [|load|]('/services'));\n}`,
    },
    {
      name: 'got, top level of a module',
      code: `import got from 'got';\nconst a = await got('https://api.example.com/departments').json();\nconst b = await [|got|]('https://api.example.com/services').json();\nexport { a, b };`,
      errors: [
        {
          messageId: 'sequential',
          suggestions: [
            `import got from 'got';\nconst [a, b] = await Promise.all([\n  got('https://api.example.com/departments').json(),\n  got('https://api.example.com/services').json(),\n]);\nexport { a, b };`,
          ],
        },
      ],
    },
    {
      name: 'imported functions',
      code: `import { departments, services } from './api.js';\nexport async function f() {\n  const d = await departments();\n  const s = await [|services|]();\n  return [d, s];\n}`,
      files: {
        'src/api.js': `${mc}export const departments = async () => (await mc.get('/departments')).data;\nexport const services = async () => (await mc.get('/services')).data;`,
      },
      errors: [
        {
          messageId: 'sequential',
          suggestions: [
            `import { departments, services } from './api.js';\nexport async function f() {\n  const [d, s] = await Promise.all([\n    departments(),\n    services(),\n  ]);\n  return [d, s];\n}`,
          ],
        },
      ],
    },
    {
      name: 'let, and a log in between',
      code: `${load}export async function f() {\n  let departments = await load('/departments');\n  console.info(departments.length);\n  const services = await [|load|]('/services');\n  return { departments, services };\n}`,
    },
    {
      name: 'assigned',
      code: `${load}export async function f() {\n  let a, b;\n  try {\n    a = await load('/departments');\n    b = await [|load|]('/services');\n  } catch { return null; }\n  return [a, b];\n}`,
    },
    {
      name: 'with types',
      code: `import type { AxiosInstance } from 'axios';\nexport async function f(api: AxiosInstance) {\n  const a: unknown = await api.get('https://api.example.com/departments');\n  const b: unknown = await [|api.get|]('https://api.example.com/services');\n  return [a, b];\n}`,
      parser: 'ts',
    },
    {
      name: 'a comment between them: no edit',
      code: `${load}export async function f() {\n  const a = await load('/departments');\n  // and the services\n  const b = await [|load|]('/services');\n  return [a, b];\n}`,
    },
    {
      name: 'for each of a list',
      code: `${load}export async function f(ids) {\n  const out = [];\n  for (const id of ids) {\n    const user = await load(\`/users/\${id}\`);\n    const orders = await [|load|](\`/users/\${id}/orders\`);\n    out.push([user, orders]);\n  }\n  return out;\n}`,
      errors: [
        {
          messageId: 'sequential',
          suggestions: [
            `${load}export async function f(ids) {\n  const out = [];\n  for (const id of ids) {\n    const [user, orders] = await Promise.all([\n      load(\`/users/\${id}\`),\n      load(\`/users/\${id}/orders\`),\n    ]);\n    out.push([user, orders]);\n  }\n  return out;\n}`,
          ],
        },
      ],
    },
    {
      name: 'two runs',
      code: `${load}export async function f() {\n  const a = (await load('/a1')).x;\n  const b = (await [|load|]('/b1')).x;\n  const c = (await load(\`/c/\${a}\`)).x;\n  const d = (await [|load|](\`/d/\${b}\`)).x;\n  return [a, b, c, d];\n}`,
      errors: ['sequential', 'sequential'],
    },
  ],
});
