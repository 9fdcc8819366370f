import rule from '../../rules/require-token-refresh.ts';
import { testRule } from '../rule-tester.ts';

const FETCH = `const res = await fetch('https://api.example.com/oauth2/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) });
  const data = await res.json();`;

testRule(rule, {
  valid: [
    {
      name: 'taken apart into a name of the function',
      code: `export async function getToken() {
  let token;
  const res = await fetch('https://api.example.com/oauth2/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) });
  ({ access_token: token } = await res.json());
  return token;
}`,
    },
    {
      name: 'what the field holds goes through a function of another file that looks when it ends',
      files: {
        'src/renew.js': `export async function renew({ token, expiresAt }) {
  if (token && Date.now() < expiresAt) return {};
  ${FETCH}
  return { token: data.access_token, expiresAt: Date.now() + data.expires_in * 1000 };
}`,
      },
      filename: 'src/api.js',
      code: `import { renew } from './renew.js';
export class Api {
  token = null;
  async ready() {
    const { token, expiresAt } = await renew({ token: this.token, expiresAt: this.expiresAt });
    if (token) {
      this.token = token;
      this.expiresAt = expiresAt;
    }
  }
}`,
    },
    {
      name: 'a fresh token per call',
      code: `export async function token() { ${FETCH} return data.access_token; }
export const load = async () => fetch('https://api.example.com/a', { headers: { authorization: \`Bearer \${await token()}\` } });`,
    },
    {
      name: 'the end of it is looked at',
      code: `let cached = null;
export async function token() {
  if (cached && cached.expiresAt > Date.now() + 60_000) return cached.token;
  ${FETCH}
  cached = { token: data.access_token, expiresAt: Date.now() + data.expires_in * 1000 };
  return cached.token;
}`,
    },
    {
      name: 'a class that looks',
      code: `export class Client {
  async authenticate() {
    if (this.accessToken && new Date() < this.tokenExpiry) return this.accessToken;
    ${FETCH}
    this.accessToken = data.access_token;
    this.tokenExpiry = new Date(Date.now() + data.expires_in * 1000);
    return this.accessToken;
  }
}`,
    },
    {
      name: 'another after a 401',
      code: `let token;
async function login() { ${FETCH} token = data.access_token; }
export async function load(url) {
  let res = await fetch(url, { headers: { authorization: \`Bearer \${token}\` } });
  if (res.status === 401) { await login(); res = await fetch(url, { headers: { authorization: \`Bearer \${token}\` } }); }
  return res;
}`,
    },
    {
      name: 'an interceptor that renews',
      code: `import axios from 'axios';
const api = axios.create({ baseURL: 'https://api.example.com' });
async function login() { const { data } = await axios.post('https://api.example.com/oauth/token', {}); api.defaults.headers.common.Authorization = \`Bearer \${data.access_token}\`; }
api.interceptors.response.use(undefined, async (error) => { if (error.response?.status === 401) { await login(); return api(error.config); } throw error; });
export { api };`,
    },
    {
      name: 'a timer',
      code: `let token;
async function renewToken() { ${FETCH} token = data.access_token; }
setInterval(renewToken, 50 * 60_000);
export const get = () => token;`,
    },
    {
      name: 'a timer whose function asks for another, whatever it is named',
      code: `let token;
async function again() { ${FETCH} token = data.access_token; }
setInterval(() => void again(), 50 * 60_000);
export const get = () => token;`,
    },
    {
      name: 'forgotten in time',
      code: `let token;
export async function get() { if (token) return token; ${FETCH} token = data.access_token; setTimeout(() => { token = undefined; }, data.expires_in * 900); return token; }`,
    },
    {
      name: 'a page that shows the token of nobody',
      code: "let items; export async function load() { const res = await fetch('https://api.example.com/items'); items = (await res.json()).items; }",
    },
    {
      name: 'a key of the environment',
      code: 'let token = process.env.API_TOKEN; export const get = () => token;',
    },
    {
      name: 'a variable of the function',
      code: `export async function run() { ${FETCH} let token; token = data.access_token; return fetch('https://api.example.com/a', { headers: { authorization: token } }); }`,
    },
    {
      name: 'a script that ends by itself',
      code: "const res = await fetch('https://api.example.com/oauth/token', { method: 'POST' }); const { access_token } = await res.json(); console.log(await fetch('https://api.example.com/a', { headers: { authorization: `Bearer ${access_token}` } }));",
    },
    {
      name: 'headers of one request',
      code: `import axios from 'axios'; const api = axios.create({}); api.interceptors.request.use(async (config) => { const { data } = await axios.post('https://api.example.com/oauth/token'); config.headers.Authorization = \`Bearer \${data.access_token}\`; return config; });`,
    },
    {
      name: 'a cache with a time to live',
      code: `import NodeCache from 'node-cache'; const cache = new NodeCache({ stdTTL: 3000 });
export async function token() { const hit = cache.get('token'); if (hit) return hit; ${FETCH} cache.set('token', data.access_token); return data.access_token; }`,
    },
    {
      name: 'tests',
      filename: 'tests/a.test.ts',
      code: `let token; beforeAll(async () => { ${FETCH} token = data.access_token; });`,
    },
  ],
  invalid: [
    {
      name: 'taken apart into a variable of the module',
      code: `let kept;
export async function getToken() {
  if (kept) return kept;
  const res = await fetch('https://api.example.com/oauth2/token', { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) });
  ([|{ access_token: kept } = await res.json()|]);
  return kept;
}`,
      errors: ['variable'],
    },
    {
      name: 'a function of another file asks each time and tells when it ends, and nothing looks',
      files: {
        'src/renew.js': `export async function renew() {
  ${FETCH}
  return { token: data.access_token, lasts: data.expires_in };
}`,
      },
      filename: 'src/api.js',
      code: `import { renew } from './renew.js';
export class Api {
  token = null;
  async ready() {
    const { token } = await renew();
    [|this.token = token|];
  }
}`,
      errors: ['field'],
    },
    {
      code: `let token;
export async function getToken() {
  if (token) return token;
  ${FETCH}
  [|token = data.access_token|];
  return token;
}`,
      errors: ['variable'],
    },
    {
      name: 'the end is kept and never looked at',
      code: `const got = require('got');
const store = {};
async function aelixToken() {
  if (store.token) return store.token;
  const { access_token, expires_in } = await got.post(\`\${process.env.AELIX_BASE_URL}/oauth2/token\`, { form: { grant_type: 'client_credentials' } }).json();
  [|store.token = access_token|];
  store.expiresIn = expires_in;
  return store.token;
}
exports.get = async (path) => got(\`\${process.env.AELIX_BASE_URL}\${path}\`, { headers: { authorization: \`Bearer \${await aelixToken()}\` } }).json();`,
      errors: ['field'],
    },
    {
      name: 'default headers of a client, at start',
      code: `import axios from 'axios';
export const aelix = axios.create({ baseURL: process.env.AELIX_BASE_URL });
const { data } = await aelix.post('/oauth2/token', { grant_type: 'client_credentials' });
[|aelix.defaults.headers.common.Authorization = \`Bearer \${data.access_token}\`|];`,
      errors: ['header'],
    },
    {
      name: 'a field of a class',
      code: `export class Client {
  #token;
  async login() { ${FETCH} [|this.#token = data.access_token|]; }
  get(path) { return fetch('https://api.example.com' + path, { headers: { authorization: \`Bearer \${this.#token}\` } }); }
}`,
      errors: ['field'],
    },
    {
      name: 'through a function that gives it',
      code: `let token = null;
async function requestToken() { ${FETCH} return data.access_token; }
export async function auth() { if (!token) [|token = await requestToken()|]; return { Authorization: \`Bearer \${token}\` }; }`,
      errors: ['variable'],
    },
    {
      name: 'a promise that is kept',
      code: `let pending;
const requestToken = async () => { ${FETCH} return data.access_token; };
export const getToken = () => ([|pending ??= requestToken()|]);`,
      errors: ['variable'],
    },
    {
      name: 'then',
      code: `let token;
export function init() { return fetch('https://api.example.com/login', { method: 'POST' }).then((res) => res.json()).then((body) => { [|token = body.accessToken|]; }); }
export const get = () => token;`,
      errors: ['variable'],
    },
    {
      name: 'a constant of the module',
      code: `async function requestToken() { ${FETCH} return data.access_token; }
const [|token = await requestToken()|];
export const load = () => fetch('https://api.example.com/a', { headers: { authorization: \`Bearer \${token}\` } });`,
      errors: ['variable'],
    },
    {
      name: 'a client that is made with it',
      code: `import axios from 'axios';
export async function createClient() {
  const { data } = await axios.post('https://api.example.com/oauth/token', { grant_type: 'client_credentials' });
  return [|axios.create({ baseURL: 'https://api.example.com', headers: { Authorization: \`Bearer \${data.access_token}\` } })|];
}`,
      errors: ['header'],
    },
    {
      name: 'in an object with the rest',
      code: `const session = { user: null };
export async function login() { ${FETCH} [|session.auth = { token: data.access_token }|]; }`,
      errors: ['field'],
    },
    {
      name: 'a function of another module',
      files: {
        'src/auth.ts':
          "export async function fetchToken() { const res = await fetch('https://api.example.com/oauth/token', { method: 'POST', body: 'grant_type=client_credentials' }); return (await res.json()).access_token; }",
      },
      code: `import { fetchToken } from './auth';
let token;
export async function get() { [|token ||= await fetchToken()|]; return token; }`,
      errors: ['variable'],
    },
    {
      name: 'a map without an end',
      code: `const tokens = new Map();
export async function token(client) { if (tokens.has(client)) return tokens.get(client); ${FETCH} [|tokens.set(client, data.access_token)|]; return data.access_token; }`,
      errors: ['field'],
    },
    {
      name: 'asked for once',
      code: `import { once } from 'lodash';
const fetchToken = async () => { ${FETCH} return data.access_token; };
export const getToken = [|once(fetchToken)|];`,
      errors: ['variable'],
    },
    {
      name: 'TypeScript',
      parser: 'ts',
      code: `let cached: string | undefined;
export async function token(): Promise<string> {
  if (!cached) {
    const res = await fetch(process.env.AELIX_BASE_URL + '/oauth2/token', { method: 'POST' });
    [|cached = ((await res.json()) as { access_token: string }).access_token|];
  }
  return cached!;
}`,
      errors: ['variable'],
    },
  ],
});
