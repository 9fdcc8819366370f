import rule from '../../rules/require-request-id.ts';
import { testRule } from '../rule-tester.ts';

const HEADER = 'X-Request-Id';
const data = { header: HEADER };
const missing = (output?: string) => [
  {
    messageId: 'missing',
    data,
    ...(output === undefined
      ? {}
      : { suggestions: [{ title: `Send a fresh '${HEADER}'`, output }] }),
  },
];
const onClient = (output?: string) => [
  {
    messageId: 'missingOnClient',
    data,
    ...(output === undefined
      ? {}
      : { suggestions: [{ title: `Send a fresh '${HEADER}' with every request`, output }] }),
  },
];
const AXIOS = "import axios from 'axios';\n";
const ORDERS = 'https://api.octopuscards.io/api/v1/orders';
const OTHER = 'https://api.shop.net/v1/orders';
const registered = (name: string) =>
  `\n\n${name}.interceptors.request.use((config) => {\n  config.headers['X-Request-Id'] = crypto.randomUUID();\n  return config;\n});`;

testRule(rule, {
  valid: [
    {
      name: 'middleware that sets it',
      code: "import createClient from 'openapi-fetch';\nconst named = { onRequest({ request }) { request.headers.set('X-Request-Id', crypto.randomUUID()); return request; } };\nexport const api = createClient({ baseUrl: 'https://api.octopuscards.io' });\napi.use(named);",
    },
    `await fetch('${ORDERS}', { headers: { 'X-Request-Id': crypto.randomUUID() } });`,
    {
      name: 'another spelling',
      code: `await fetch('${ORDERS}', { headers: { authorization, 'x-request-id': requestId } });`,
    },
    {
      name: 'a customary header, for an API that is not known',
      code: `await fetch('${OTHER}', { headers: { 'X-Correlation-ID': id } });`,
    },
    {
      name: 'headers from elsewhere',
      code: `export const load = (headers) => fetch('${ORDERS}', { headers });`,
    },
    {
      name: 'options from elsewhere',
      code: `export const load = (init: RequestInit) => fetch('${ORDERS}', init);`,
    },
    {
      name: 'an instance with an interceptor',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\napi.interceptors.request.use((config) => { config.headers['X-Request-Id'] = crypto.randomUUID(); return config; });\nexport const wallets = () => api.get('/api/v1/wallets');`,
    },
    {
      name: 'an interceptor that sets it by a method, among others',
      code: `${AXIOS}export const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\napi.interceptors.request.use((config) => { config.headers.set('X-Request-Id', nextId()); config.headers.set('Accept', '*/*'); return config; });`,
    },
    {
      name: 'an interceptor that gives back a copy',
      code: `${AXIOS}export const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\napi.interceptors.request.use((config) => ({ ...config, headers: { ...config.headers, 'X-Request-Id': nextId() } }));`,
    },
    {
      name: 'what makes the client is handed to a function of another file, which registers there',
      code: `${AXIOS}import { correlated } from './correlated.js';\nexport const api = correlated(axios.create({ baseURL: 'https://api.octopuscards.io' }));\nexport const wallets = () => api.get('/api/v1/wallets');`,
      filename: 'src/api.js',
      files: {
        'src/correlated.js':
          "export function correlated(client) {\n  client.interceptors.request.use((config) => { config.headers['X-Request-Id'] = crypto.randomUUID(); return config; });\n  return client;\n}\n",
      },
    },
    {
      name: 'an interceptor that is registered by a function',
      code: `${AXIOS}export const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\nfunction withIds(client) { client.interceptors.request.use((config) => { config.headers['X-Request-Id'] = nextId(); return config; }); }\nwithIds(api);`,
    },
    {
      name: 'an interceptor that can not be read',
      code: `${AXIOS}import { addIds } from './ids';\nexport const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\napi.interceptors.request.use(addIds);`,
    },
    {
      name: 'a hook of got',
      code: "import got from 'got';\nexport const api = got.extend({ prefixUrl: 'https://api.octopuscards.io', hooks: { beforeRequest: [(options) => { options.headers['x-request-id'] = nextId(); }] } });",
    },
    {
      name: 'a hook of ky',
      code: "import ky from 'ky';\nexport const api = ky.create({ prefixUrl: 'https://api.octopuscards.io', hooks: { beforeRequest: [(request) => { request.headers.set('X-Request-Id', nextId()); }] } });",
    },
    {
      name: 'each call brings its own',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\nexport const send = (config, requestId) => api.request({ ...config, headers: { ...config.headers, 'X-Request-Id': requestId } });`,
    },
    {
      name: 'defaults of all calls',
      code: `${AXIOS}axios.defaults.headers.common['X-Request-Id'] = sessionId;\naxios.defaults.headers.common['Accept'] = 'application/json';\nawait axios.get('${ORDERS}');`,
    },
    {
      name: 'an API that asks for none',
      code: "await fetch('https://api.aelix.digitalapi.ai/v1/transfers', { headers: { accept: '*/*' } });",
    },
    {
      name: 'this machine, and the page itself',
      code: "await fetch('http://localhost:3000/health'); await fetch('/api/orders');",
    },
    {
      name: 'a test',
      code: `await fetch('${ORDERS}');`,
      filename: 'src/orders.test.ts',
    },
    {
      name: 'an address that nothing is known of',
      code: 'export const load = (url) => fetch(url, { headers: { accept: "*/*" } });',
    },
    {
      name: 'a header of its own, by option',
      code: `await fetch('${OTHER}', { headers: { 'X-Shop-Trace': id } });`,
      options: { headers: ['X-Shop-Trace'] },
    },
    {
      name: 'a builder',
      code: `import superagent from 'superagent';\nawait superagent.get('${ORDERS}').set({ 'X-Request-Id': id, Accept: '*/*' });\nawait superagent.get('${ORDERS}').set('x-request-id', id).set('accept', '*/*');`,
    },
    {
      name: 'a Headers object that has others to begin with',
      code: `const headers = new Headers({ accept: '*/*' });\nheaders.append('x-request-id', id);\nawait fetch('${ORDERS}', { headers });`,
    },
    {
      name: 'a Headers object that is filled',
      code: `const headers = new Headers();\nheaders.set('X-Request-Id', id);\nawait fetch('${ORDERS}', { headers });`,
    },
  ],
  invalid: [
    {
      name: 'a call of a known API with headers',
      code: `const res = await [|fetch|]('${ORDERS}', { headers: { authorization } });`,
      output: `const res = await fetch('${ORDERS}', { headers: { authorization, 'X-Request-Id': crypto.randomUUID() } });`,
      errors: missing(),
    },
    {
      name: 'a call without options',
      code: `import { randomUUID } from 'node:crypto';\nconst res = await [|fetch|]('${ORDERS}');`,
      output: `import { randomUUID } from 'node:crypto';\nconst res = await fetch('${ORDERS}', { headers: { 'X-Request-Id': randomUUID() } });`,
      errors: missing(),
    },
    {
      name: 'a call of another API',
      code: `await [|fetch|]('${OTHER}', { headers: { authorization } });`,
      errors: missing(
        `await fetch('${OTHER}', { headers: { authorization, 'X-Request-Id': crypto.randomUUID() } });`,
      ),
    },
    {
      name: 'a base from the environment',
      code: 'await [|fetch|](`${process.env.MONCRENEAU_BASE_URL}/departments`, { method: "GET" });',
      output:
        'await fetch(`${process.env.MONCRENEAU_BASE_URL}/departments`, { method: "GET", headers: { \'X-Request-Id\': crypto.randomUUID() } });',
      errors: missing(),
    },
    {
      name: 'headers in a variable',
      code: `const headers = { accept: 'application/json' };\nawait [|fetch|]('${ORDERS}', { headers });`,
      errors: missing(),
    },
    {
      name: 'an instance of axios, once',
      code: `const axios = require('axios');\nconst api = [|axios.create|]({ baseURL: 'https://api.octopuscards.io', timeout: 30000 });\nexports.wallets = () => api.get('/api/v1/wallets');\nexports.orders = () => api.get('/api/v1/orders');`,
      errors: onClient(
        `const axios = require('axios');\nconst api = axios.create({ baseURL: 'https://api.octopuscards.io', timeout: 30000 });${registered('api')}\nexports.wallets = () => api.get('/api/v1/wallets');\nexports.orders = () => api.get('/api/v1/orders');`,
      ),
    },
    {
      name: 'an interceptor that sets others',
      code: `${AXIOS}class Client {\n  http = [|axios.create|]({ baseURL: process.env.OCTOPUS_BASE_URL });\n  constructor() {\n    this.http.interceptors.request.use((config) => {\n      config.headers['User-Agent'] = 'shop/2.1';\n      config.headers['Accept-Language'] = 'en';\n      return config;\n    });\n  }\n}`,
      errors: onClient(),
    },
    {
      name: 'one call has it, another has not',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\nawait api.get('/api/v1/wallets', { headers: { 'X-Request-Id': id } });\nawait [|api.get|]('/api/v1/orders');`,
      output: `${AXIOS}const api = axios.create({ baseURL: 'https://api.octopuscards.io' });\nawait api.get('/api/v1/wallets', { headers: { 'X-Request-Id': id } });\nawait api.get('/api/v1/orders', { headers: { 'X-Request-Id': crypto.randomUUID() } });`,
      errors: missing(),
    },
    {
      name: 'got, extended',
      code: "import got from 'got';\nexport const mc = [|got.extend|]({ prefixUrl: 'https://mc-prd.duckdns.org/api/v1', headers: { authorization } });",
      errors: onClient(),
    },
    {
      name: 'undici, whose instances have no headers',
      code: "import { Pool } from 'undici';\nconst pool = new Pool('https://api.octopuscards.io');\nawait [|pool.request|]({ path: '/api/v1/wallets', method: 'GET', headers: { authorization } });",
      output:
        "import { Pool } from 'undici';\nconst pool = new Pool('https://api.octopuscards.io');\nawait pool.request({ path: '/api/v1/wallets', method: 'GET', headers: { authorization, 'X-Request-Id': crypto.randomUUID() } });",
      errors: missing(),
    },
    {
      name: 'an id for the whole life of the process does not count where another header is asked for',
      code: `await [|fetch|]('${ORDERS}', { headers: { 'X-Trace': id } });`,
      output: `await fetch('${ORDERS}', { headers: { 'X-Trace': id, 'X-Request-Id': crypto.randomUUID() } });`,
      errors: missing(),
    },
    {
      name: 'in a wrapper of the file',
      code: 'export class Api {\n  constructor(private readonly base: string) {}\n  get(path: string) { return [|fetch|](`${this.base}/${path}`, { headers: { accept: "*/*" } }); }\n}',
      errors: missing(
        'export class Api {\n  constructor(private readonly base: string) {}\n  get(path: string) { return fetch(`${this.base}/${path}`, { headers: { accept: "*/*", \'X-Request-Id\': crypto.randomUUID() } }); }\n}',
      ),
    },
    {
      name: 'a Headers object with others',
      code: `const headers = new Headers({ accept: '*/*' });\nheaders.set('authorization', token);\nawait [|fetch|]('${ORDERS}', { headers });`,
      errors: missing(),
    },
    {
      name: "node's own client",
      code: "import https from 'node:https';\n[|https.get|]('https://api.octopuscards.io/api/v1/wallets', { headers: { authorization } }, done);",
      output:
        "import https from 'node:https';\nhttps.get('https://api.octopuscards.io/api/v1/wallets', { headers: { authorization, 'X-Request-Id': crypto.randomUUID() } }, done);",
      errors: missing(),
    },
    {
      name: 'a builder',
      code: `import superagent from 'superagent';\nawait [|superagent.get|]('${ORDERS}').set('accept', '*/*');`,
      errors: missing(),
    },
  ],
});
