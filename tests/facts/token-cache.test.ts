import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).tokenCache.map(({ node, kept, isRenewed }) =>
    [kept, ...(isRenewed ? ['renewed'] : []), '|', code.slice(...node.range)].join(' '),
  );

const ASK = `await fetch('https://api.example.com/oauth/token', { method: 'POST' })`;
const GET = `async function getToken() { const res = ${ASK}; return (await res.json()).access_token; }\n`;

test.each([
  // variable
  [
    'a variable of the module',
    `let token;\nexport async function login() { const res = ${ASK}; const body = await res.json(); token = body.access_token; }`,
    'variable | token = body.access_token',
  ],
  [
    'the promise of the first login',
    `let login;\nexport const getToken = () => (login ??= fetch('https://api.example.com/oauth/token', { method: 'POST' }).then((res) => res.json()).then((body) => body.access_token));`,
    "variable | login ??= fetch('https://api.example.com/oauth/token', { method: 'POST' }).then((res) => res.json()).then((body) => body.access_token)",
  ],
  [
    'filled from a function',
    `${GET}let token;\nexport async function call() { token ??= await getToken(); }`,
    'variable | token ??= await getToken()',
  ],
  [
    'a name taken out of the answer',
    `let saved;\nexport async function login() { const { access_token: fresh } = await (${ASK}).json(); saved = fresh; }`,
    'variable | saved = fresh',
  ],
  [
    'in then',
    `let token;\nexport const login = () => fetch('https://api.example.com/login', { method: 'POST' }).then((r) => r.json()).then((body) => { token = body.token; });`,
    'variable | token = body.token',
  ],
  [
    'when the module is loaded',
    `${GET}export const token = await getToken();`,
    'variable | token = await getToken()',
  ],
  [
    'by a grant instead of a path',
    `let token;\nexport async function login() { const res = await fetch('https://api.example.com/x', { method: 'POST', body: 'grant_type=client_credentials' }); token = (await res.json()).access_token; }`,
    'variable | token = (await res.json()).access_token',
  ],
  [
    'given for ever',
    `import once from 'lodash.once';\n${GET}export const token = once(getToken);`,
    'variable | once(getToken)',
  ],
  // field
  [
    'a field',
    `class Api { async login() { const body = await (${ASK}).json(); this.token = body.access_token; } }`,
    'field | this.token = body.access_token',
  ],
  [
    'a field of a variable of the module',
    `const session = {};\nexport async function login() { const body = await (${ASK}).json(); session.token = body.access_token; }`,
    'field | session.token = body.access_token',
  ],
  [
    'a map',
    `const tokens = new Map();\n${GET}export async function login(id) { const fresh = await getToken(); tokens.set(id, fresh); }`,
    'field | tokens.set(id, fresh)',
  ],
  // header
  [
    'a default header',
    `import axios from 'axios';\nexport async function login() { const { data } = await axios.post('https://api.example.com/oauth/token'); axios.defaults.headers.common.Authorization = \`Bearer \${data.access_token}\`; }`,
    'header | axios.defaults.headers.common.Authorization = `Bearer ${data.access_token}`',
  ],
  [
    'a client that is made with it',
    `import axios from 'axios';\n${GET}export const api = axios.create({ baseURL: 'https://api.example.com', headers: { Authorization: \`Bearer \${await getToken()}\` } });`,
    "header | axios.create({ baseURL: 'https://api.example.com', headers: { Authorization: `Bearer ${await getToken()}` } })",
  ],
  // isRenewed
  [
    'a look at its end',
    `let token, expiresAt = 0;\nexport async function get() { if (Date.now() > expiresAt) { const body = await (${ASK}).json(); token = body.access_token; } return token; }`,
    'variable renewed | token = body.access_token',
  ],
  [
    'another one after a refusal',
    `let token;\nasync function login() { const body = await (${ASK}).json(); token = body.access_token; }\nexport async function call(res) { if (res.status === 401) await login(); }`,
    'variable renewed | token = body.access_token',
  ],
  [
    'a timer',
    `let token;\nasync function refreshToken() { const body = await (${ASK}).json(); token = body.access_token; }\nsetInterval(refreshToken, 1000);\nexport { token };`,
    'variable renewed | token = body.access_token',
  ],
  [
    'a timer for something else',
    `let token;\nasync function get() { const body = await (${ASK}).json(); token = body.access_token; }\nsetInterval(tidy, 1000);\nexport { token };`,
    'variable | token = body.access_token',
  ],
  [
    'a look at something else',
    `let token;\nexport async function get(n) { if (n > 5) { const body = await (${ASK}).json(); token = body.access_token; } }`,
    'variable | token = body.access_token',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  [
    'a token that is used once',
    `export async function call() { const body = await (${ASK}).json(); const token = body.access_token; return use(token); }`,
  ],
  ['given back', `${GET}export const token = () => getToken();`],
  [
    'something else of the answer is kept',
    `let user;\nexport async function login() { const body = await (${ASK}).json(); user = body.name; return body.token; }`,
  ],
  [
    'no request for a token',
    `let token;\nexport async function load() { const body = await (await fetch('https://api.example.com/orders')).json(); token = body.token; }`,
  ],
  [
    'a header of one request',
    `${GET}export async function call(config) { config.headers.Authorization = \`Bearer \${await getToken()}\`; return config; }`,
  ],
  ['a script that ends', `${GET}const token = await getToken();\nawait use(token);`],
  [
    'a function that is told when it ends, and looks',
    `async function renew({ token, endsAt }) { if (token && Date.now() < endsAt) return {}; const body = await (${ASK}).json(); return { token: body.access_token }; }\nclass Api { async ready() { const { token } = await renew({ token: this.token, endsAt: this.endsAt }); if (token) this.token = token; } }`,
  ],
  [
    'a function that looks when it ends',
    `let token;\nasync function getToken() { if (saved.expires > Date.now()) return saved.token; const res = ${ASK}; return (await res.json()).access_token; }\nexport async function call() { const own = await getToken(); use(own); }`,
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
