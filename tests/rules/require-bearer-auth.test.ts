import rule from '../../rules/require-bearer-auth.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const base = 'https://mc-prd.duckdns.org/api/v1';
const data = { api: 'MONCRENEAU', header: 'Authorization' };
const error = (messageId: string, name: string, ...suggestions: string[]) => [
  { messageId, data: messageId === 'header' ? { ...data, name } : data, suggestions },
];

testRule(rule, {
  valid: [
    {
      name: 'a builder that is handed on with a bearer',
      code: `import wretch from 'wretch';\nexport const mc = wretch('${base}').auth(\`Bearer \${process.env.MONCRENEAU_API_KEY}\`);`,
    },
    {
      name: 'a builder that is told the scheme',
      code: `import request from 'superagent';\nexport const slots = () => request.get('${base}/slots').auth(process.env.MONCRENEAU_API_KEY, { type: 'bearer' });`,
    },
    {
      name: 'a user and a password for another API',
      code: `${axios}export const erp = axios.create({ baseURL: 'https://erp.example.com', auth: { username: process.env.ERP_USER, password: process.env.ERP_PASSWORD } });`,
    },
    {
      name: 'a bearer token',
      code: `${axios}export const mc = axios.create({ baseURL: '${base}', headers: { Authorization: \`Bearer \${process.env.MONCRENEAU_API_KEY}\` } });`,
    },
    {
      name: 'concatenated',
      code: `await fetch('${base}/slots', { headers: { authorization: 'Bearer ' + key } });`,
    },
    {
      name: 'in lower case',
      code: `await fetch('${base}/slots', { headers: { authorization: \`bearer \${key}\` } });`,
    },
    {
      name: 'a header of which it is not known what it holds',
      code: `export const slots = (auth) => fetch('${base}/slots', { headers: { Authorization: auth } });`,
    },
    {
      name: 'a helper makes it',
      code: `const bearer = () => \`Bearer \${process.env.MONCRENEAU_API_KEY}\`;\nawait fetch('${base}/slots', { headers: { Authorization: bearer() } });`,
    },
    {
      name: 'headers that a function of another file gives',
      files: {
        'src/auth.ts':
          'export const headers = () => ({ Authorization: `Bearer ${process.env.MONCRENEAU_API_KEY}` });',
      },
      code: `import { headers } from './auth';\nawait fetch('${base}/slots', { headers: headers() });`,
    },
    {
      name: 'another API',
      code: "await fetch('https://api.shop.io/x', { headers: { 'X-API-Key': process.env.SHOP_API_KEY } });",
    },
    {
      name: 'an API with a login',
      code: "await fetch('https://api.octopuscards.io/api/v1/wallets', { headers: { 'X-API-Key': process.env.OCTOPUS_API_KEY } });",
    },
    {
      name: 'a gateway asks for a key of its own',
      code: `await fetch('${base}/slots', { headers: { Authorization: \`Bearer \${key}\`, 'X-API-Key': gatewayKey } });`,
    },
    {
      name: 'the secret of a webhook in the body',
      code: `${axios}await axios.put('${base}/webhooks/main', { url, secret: process.env.MC_WEBHOOK_SECRET });`,
    },
    {
      name: 'other headers',
      code: `await fetch('${base}/slots', { headers: { 'X-Request-Id': id, 'Idempotency-Key': key, Accept: 'application/json' } });`,
    },
    {
      name: 'no header',
      code: `await fetch('${base}/slots');`,
    },
    {
      name: 'set later',
      code: `${axios}const mc = axios.create({ baseURL: '${base}' });\nmc.defaults.headers.common.Authorization = \`Bearer \${process.env.MC_API_KEY}\`;`,
    },
    {
      name: 'a test',
      code: `await fetch('${base}/slots', { headers: { 'X-API-Key': 'k1' } });`,
      filename: 'tests/slots.test.ts',
    },
  ],
  invalid: [
    {
      name: 'a builder that is handed on, with what is set on it where it is made',
      code: `import wretch from 'wretch';\nexport const mc = [|wretch('${base}').auth(process.env.MONCRENEAU_API_KEY)|];`,
      errors: error('scheme', ''),
    },
    {
      name: 'an option that makes a header of another scheme',
      code: `${axios}export const mc = axios.create({ baseURL: '${base}', auth: { [|username: process.env.MONCRENEAU_API_KEY|], password: '' } });`,
      errors: error('scheme', 'Authorization'),
    },
    {
      name: 'headers that a function of another file gives, with the key alone',
      files: {
        'src/auth.ts':
          "const key = process.env.MONCRENEAU_API_KEY;\nexport const given = () => ({ Authorization: key, Accept: 'application/json' });",
      },
      code: `import { given } from './auth';\nexport const slots = () => fetch('${base}/slots', { [|headers: given()|] });\nexport const services = () => fetch('${base}/services', { headers: { Accept: 'text/plain' } });`,
      errors: error('scheme', 'Authorization'),
    },
    {
      code: `${axios}export const mc = axios.create({ baseURL: '${base}', headers: { [|'X-API-Key': process.env.MONCRENEAU_API_KEY|] } });`,
      errors: error(
        'header',
        'X-API-Key',
        `${axios}export const mc = axios.create({ baseURL: '${base}', headers: { Authorization: \`Bearer \${process.env.MONCRENEAU_API_KEY}\` } });`,
      ),
    },
    {
      name: 'the variable shows the API',
      code: `await fetch(url, { headers: { [|apikey: process.env.MONCRENEAU_API_KEY|] } });`,
      errors: error(
        'header',
        'apikey',
        'await fetch(url, { headers: { Authorization: `Bearer ${process.env.MONCRENEAU_API_KEY}` } });',
      ),
    },
    {
      name: 'a key from a parameter',
      code: `export const slots = (apiKey) => fetch('${base}/slots', { headers: { [|'api-key': apiKey|] } });`,
      errors: error(
        'header',
        'api-key',
        `export const slots = (apiKey) => fetch('${base}/slots', { headers: { Authorization: \`Bearer \${apiKey}\` } });`,
      ),
    },
    {
      name: 'no scheme',
      code: `await fetch('${base}/slots', { headers: { [|Authorization: process.env.MC_API_KEY|] } });`,
      errors: error(
        'scheme',
        'Authorization',
        `await fetch('${base}/slots', { headers: { Authorization: \`Bearer \${process.env.MC_API_KEY}\` } });`,
      ),
    },
    {
      name: 'no scheme, through a class',
      code: `export class Mc {\n  #apiKey;\n  constructor(apiKey) { this.#apiKey = apiKey; }\n  slots() { return fetch('${base}/slots', { headers: { [|authorization: this.#apiKey|] } }); }\n}`,
      errors: error(
        'scheme',
        'authorization',
        `export class Mc {\n  #apiKey;\n  constructor(apiKey) { this.#apiKey = apiKey; }\n  slots() { return fetch('${base}/slots', { headers: { authorization: \`Bearer \${this.#apiKey}\` } }); }\n}`,
      ),
    },
    {
      name: 'another scheme',
      code: `await fetch('${base}/slots', { headers: { [|Authorization: \`Token \${process.env.MC_API_KEY}\`|] } });`,
      errors: error('scheme', 'Authorization'),
    },
    {
      name: 'basic',
      code: `import got from 'got';\nconst credentials = Buffer.from(\`\${process.env.MONCRENEAU_API_KEY}:\`).toString('base64');\nexport const mc = got.extend({ prefixUrl: '${base}', headers: { [|authorization: \`Basic \${credentials}\`|] } });`,
      errors: error('scheme', 'authorization'),
    },
    {
      name: 'no space',
      code: `await fetch('${base}/slots', { headers: { [|Authorization: \`Bearer\${process.env.MC_API_KEY}\`|] } });`,
      errors: error('scheme', 'Authorization'),
    },
    {
      name: 'in the body',
      code: `${axios}await axios.post('${base}/appointments', { [|api_key: process.env.MONCRENEAU_API_KEY|], date });`,
      errors: error('body', 'api_key'),
    },
    {
      name: 'in a serialised body',
      code: `await fetch('${base}/appointments', { method: 'POST', body: JSON.stringify({ ...order, [|apiKey|] }) });`,
      errors: error('body', 'apiKey'),
    },
    {
      name: 'a builder',
      code: `import request from 'superagent';\nexport const slots = () => [|request.get('${base}/slots').set('X-API-Key', process.env.MC_API_KEY)|];`,
      errors: error('header', 'X-API-Key'),
    },
    {
      name: 'defaults written later',
      code: `${axios}const mc = axios.create({ baseURL: '${base}' });\n[|mc.defaults.headers.common['X-Api-Key'] = process.env.MC_API_KEY|];`,
      errors: error('header', 'X-Api-Key'),
    },
    {
      name: 'an interceptor',
      code: `${axios}const mc = axios.create({ baseURL: '${base}' });\nmc.interceptors.request.use((config) => { [|config.headers['x-auth-token'] = process.env.MC_API_KEY|]; return config; });`,
      errors: error('header', 'x-auth-token'),
    },
    {
      name: 'headers in a const, made of a Headers',
      code: `const headers = new Headers({ Accept: 'application/json', [|'X-API-KEY': process.env.MC_API_KEY|] });\nawait fetch('${base}/slots', { headers });`,
      errors: error(
        'header',
        'X-API-KEY',
        `const headers = new Headers({ Accept: 'application/json', Authorization: \`Bearer \${process.env.MC_API_KEY}\` });\nawait fetch('${base}/slots', { headers });`,
      ),
    },
  ],
});
