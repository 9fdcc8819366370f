import rule from '../../rules/require-env-check.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const error = (messageId: string, variable: string, ...suggestions: string[]) => ({
  messageId,
  data: { variable },
  suggestions,
});
const refused = (variable: string, read = `process.env.${variable}`) =>
  `if (!${read}) throw new Error('${variable} is not set');`;

testRule(rule, {
  valid: [
    {
      name: 'asked for in the same expression',
      code: 'const hook = process.env.SHOP_API_URL ? `${process.env.SHOP_API_URL}/hook` : null; export const call = () => fetch(hook);',
    },
    {
      name: 'sent only where it is there',
      code: `${axios}export async function tell(text) {\n  if (process.env.SHOP_HOOK_URL) await axios.post(process.env.SHOP_HOOK_URL, { text });\n}`,
    },
    {
      name: 'sent only where it is defined',
      code: `${axios}export async function tell(text) {\n  if (typeof process.env.SHOP_HOOK_URL !== 'undefined' && text) {\n    await axios.post(process.env.SHOP_HOOK_URL, { text });\n  }\n}`,
    },
    {
      name: 'sent by a function that is only called where it is there',
      code: `${axios}export const tell = (text) => process.env.SHOP_HOOK_URL && send(text);\nfunction send(text) { return axios.post(process.env.SHOP_HOOK_URL, { text }); }`,
    },
    {
      name: 'a header for where it is there, in a function that is made there',
      code: `${axios}export const list = () => {\n  if (process.env.SHOP_API_KEY === undefined) return null;\n  return () => axios.get('https://api.shop.io/orders', { headers: { 'x-api-key': process.env.SHOP_API_KEY } });\n};`,
    },
    {
      name: 'refused where it is unset',
      code: `${axios}const key = process.env.SHOP_API_KEY;\nif (!key) throw new Error('SHOP_API_KEY is not set');\nexport const shop = axios.create({ headers: { Authorization: \`Bearer \${key}\` } });`,
    },
    {
      name: 'asserted',
      code: "import assert from 'node:assert';\nconst { SHOP_URL, SHOP_API_KEY } = process.env;\nassert(SHOP_URL, 'SHOP_URL is required');\nassert(SHOP_API_KEY);\nawait fetch(`${SHOP_URL}/orders`, { headers: { 'X-Key': SHOP_API_KEY } });",
    },
    {
      name: 'refused by a test that has a name',
      code: 'const isUnset = !process.env.SHOP_URL;\nif (isUnset) process.exit(1);\nawait fetch(`${process.env.SHOP_URL}/orders`);',
    },
    {
      name: 'refused where a function tells',
      code: 'const isUnset = (value) => !value;\nconst url = process.env.SHOP_URL;\nif (isUnset(url)) throw new Error("SHOP_URL");\nawait fetch(`${url}/orders`);',
    },
    {
      name: 'refused in short',
      code: 'process.env.SHOP_URL || process.exit(1);\nawait fetch(`${process.env.SHOP_URL}/orders`);',
    },
    {
      name: 'another read is refused',
      code: 'if (!process.env.SHOP_URL) process.exit(1);\nawait fetch(`${process.env.SHOP_URL}/orders`);',
    },
    {
      name: 'a list of what is needed',
      code: "for (const name of ['SHOP_URL', 'SHOP_API_KEY']) if (!process.env[name]) throw new Error(name);\nawait fetch(`${process.env.SHOP_URL}/orders`, { headers: { 'X-Key': process.env.SHOP_API_KEY } });",
    },
    {
      name: 'a schema',
      code: "import { z } from 'zod';\nconst env = z.object({ SHOP_URL: z.string().url() }).parse(process.env);\nawait fetch(`${env.SHOP_URL}/orders`);",
    },
    {
      name: 'a helper that fails',
      code: "function must(name) { const value = process.env[name]; if (!value) throw new Error(name); return value; }\nawait fetch(`${must('SHOP_URL')}/orders`);",
    },
    {
      name: 'a default is the matter of another rule',
      code: "const base = process.env.SHOP_URL || 'https://api.shop.io';\nawait fetch(`${base}/orders`);",
    },
    {
      name: 'no credential and no address',
      code: "await fetch('https://api.shop.io/orders', { headers: { 'User-Agent': process.env.npm_package_name, 'X-Region': process.env.REGION } });",
    },
    {
      name: 'only used where it is set',
      code: "const key = process.env.SHOP_API_KEY;\nif (key) await fetch('https://api.shop.io/orders', { headers: { Authorization: `Bearer ${key}` } });",
    },
    {
      name: 'not sent',
      code: 'const key = process.env.SHOP_API_KEY;\nexport const has = Boolean(key);',
    },
    {
      name: 'something else checks it',
      code: 'await fetch(`${process.env.SHOP_URL}/orders`);',
      options: { allow: ['SHOP_URL'] },
    },
    {
      name: 'a test',
      code: 'await fetch(`${process.env.SHOP_URL}/orders`);',
      filename: 'tests/orders.test.ts',
    },
  ],
  invalid: [
    {
      name: 'the password of a request',
      code: "import axios from 'axios';\nexport const token = (user) => axios.get('https://api.shop.io/oauth', { auth: { username: user, password: [|process.env.SHOP_SECRET|] } });",
      errors: [
        error(
          'credential',
          'SHOP_SECRET',
          `import axios from 'axios';\n${refused('SHOP_SECRET')}\nexport const token = (user) => axios.get('https://api.shop.io/oauth', { auth: { username: user, password: process.env.SHOP_SECRET } });`,
        ),
      ],
    },
    {
      name: 'a variable that says nothing of a credential, where one goes',
      code: 'export const track = (id) => fetch(`https://track.parcel.io/parcels/${id}`, { headers: { Authorization: `Token ${[|process.env.PARCEL_API|]}` } });',
      errors: [
        error(
          'credential',
          'PARCEL_API',
          `${refused('PARCEL_API')}\nexport const track = (id) => fetch(\`https://track.parcel.io/parcels/\${id}\`, { headers: { Authorization: \`Token \${process.env.PARCEL_API}\` } });`,
        ),
      ],
    },
    {
      code: 'await fetch(`${[|process.env.SHOP_URL|]}/orders`);',
      errors: [
        error(
          'address',
          'SHOP_URL',
          `${refused('SHOP_URL')}\nawait fetch(\`\${process.env.SHOP_URL}/orders\`);`,
        ),
      ],
    },
    {
      name: 'a header',
      code: "export const list = () => fetch('https://api.shop.io/orders', { headers: { Authorization: `Bearer ${[|process.env.SHOP_API_KEY|]}` } });",
      errors: [
        error(
          'credential',
          'SHOP_API_KEY',
          `${refused('SHOP_API_KEY')}\nexport const list = () => fetch('https://api.shop.io/orders', { headers: { Authorization: \`Bearer \${process.env.SHOP_API_KEY}\` } });`,
        ),
      ],
    },
    {
      name: 'through a const',
      code: "const token = [|process.env.SHOP_TOKEN|];\nawait fetch('https://api.shop.io/orders', { headers: { Authorization: 'Bearer ' + token } });",
      errors: [
        error(
          'credential',
          'SHOP_TOKEN',
          `const token = process.env.SHOP_TOKEN;\n${refused('SHOP_TOKEN', 'token')}\nawait fetch('https://api.shop.io/orders', { headers: { Authorization: 'Bearer ' + token } });`,
        ),
      ],
    },
    {
      name: 'a non-null assertion checks nothing',
      code: `${axios}export const shop = axios.create({ baseURL: [|process.env.SHOP_URL|]! });`,
      filename: 'src/shop.ts',
      errors: [
        error(
          'address',
          'SHOP_URL',
          `${axios}${refused('SHOP_URL')}\nexport const shop = axios.create({ baseURL: process.env.SHOP_URL! });`,
        ),
      ],
    },
    {
      name: 'both of an instance',
      code: "import got from 'got';\nexport const shop = got.extend({\n  prefixUrl: [|process.env.SHOP_URL|],\n  headers: { 'x-api-key': [|process.env.SHOP_API_KEY|] },\n});",
      errors: [
        error(
          'address',
          'SHOP_URL',
          `import got from 'got';\n${refused('SHOP_URL')}\nexport const shop = got.extend({\n  prefixUrl: process.env.SHOP_URL,\n  headers: { 'x-api-key': process.env.SHOP_API_KEY },\n});`,
        ),
        error(
          'credential',
          'SHOP_API_KEY',
          `import got from 'got';\n${refused('SHOP_API_KEY')}\nexport const shop = got.extend({\n  prefixUrl: process.env.SHOP_URL,\n  headers: { 'x-api-key': process.env.SHOP_API_KEY },\n});`,
        ),
      ],
    },
    {
      name: 'each variable once',
      code: 'await fetch(`${[|process.env.SHOP_URL|]}/orders`);\nawait fetch(`${process.env.SHOP_URL}/cards`);',
      errors: [
        error(
          'address',
          'SHOP_URL',
          `${refused('SHOP_URL')}\nawait fetch(\`\${process.env.SHOP_URL}/orders\`);\nawait fetch(\`\${process.env.SHOP_URL}/cards\`);`,
        ),
      ],
    },
    {
      name: 'another platform',
      code: "const url = [|Deno.env.get('SHOP_URL')|];\nawait fetch(`${url}/orders`);",
      errors: [
        error(
          'address',
          'SHOP_URL',
          `const url = Deno.env.get('SHOP_URL');\n${refused('SHOP_URL', 'url')}\nawait fetch(\`\${url}/orders\`);`,
        ),
      ],
    },
    {
      name: 'a bundled variable',
      code: 'await fetch(`${[|import.meta.env.VITE_API_URL|]}/orders`);',
      errors: [
        error(
          'address',
          'VITE_API_URL',
          `${refused('VITE_API_URL', 'import.meta.env.VITE_API_URL')}\nawait fetch(\`\${import.meta.env.VITE_API_URL}/orders\`);`,
        ),
      ],
    },
    {
      name: 'the secret of a token request',
      code: "async function login() {\n  return fetch('https://auth.shop.io/token', { method: 'POST', body: JSON.stringify({ client_secret: [|process.env.SHOP_CLIENT_SECRET|] }) });\n}",
      errors: [
        error(
          'credential',
          'SHOP_CLIENT_SECRET',
          `async function login() {\n  ${refused('SHOP_CLIENT_SECRET')}\n  return fetch('https://auth.shop.io/token', { method: 'POST', body: JSON.stringify({ client_secret: process.env.SHOP_CLIENT_SECRET }) });\n}`,
        ),
      ],
    },
    {
      name: 'only looked at, not refused',
      code: "const key = [|process.env.SHOP_API_KEY|];\nif (!key) console.warn('no key');\nawait fetch('https://api.shop.io/orders', { headers: { 'x-api-key': key } });",
      errors: [
        error(
          'credential',
          'SHOP_API_KEY',
          `const key = process.env.SHOP_API_KEY;\n${refused('SHOP_API_KEY', 'key')}\nif (!key) console.warn('no key');\nawait fetch('https://api.shop.io/orders', { headers: { 'x-api-key': key } });`,
        ),
      ],
    },
    {
      name: 'sent where another is there',
      code: `${axios}export async function tell(text) {\n  if (process.env.SHOP_HOOKS) await axios.post([|process.env.SHOP_HOOK_URL|], { text });\n}`,
      errors: [
        error(
          'address',
          'SHOP_HOOK_URL',
          `${axios}export async function tell(text) {\n  ${refused('SHOP_HOOK_URL')}\n  if (process.env.SHOP_HOOKS) await axios.post(process.env.SHOP_HOOK_URL, { text });\n}`,
        ),
      ],
    },
    {
      name: 'a class',
      code: 'export class Shop {\n  base = [|process.env.SHOP_URL|];\n  list() { return fetch(`${this.base}/orders`, { headers: { Authorization: `Bearer ${[|process.env.SHOP_TOKEN|]}` } }); }\n}',
      errors: [
        error(
          'address',
          'SHOP_URL',
          `${refused('SHOP_URL')}\nexport class Shop {\n  base = process.env.SHOP_URL;\n  list() { return fetch(\`\${this.base}/orders\`, { headers: { Authorization: \`Bearer \${process.env.SHOP_TOKEN}\` } }); }\n}`,
        ),
        error(
          'credential',
          'SHOP_TOKEN',
          `export class Shop {\n  base = process.env.SHOP_URL;\n  list() { ${refused('SHOP_TOKEN')}\n  return fetch(\`\${this.base}/orders\`, { headers: { Authorization: \`Bearer \${process.env.SHOP_TOKEN}\` } }); }\n}`,
        ),
      ],
    },
    {
      name: 'a builder',
      code: "import request from 'superagent';\nexport const list = () => request.get('https://api.shop.io/orders').set('Authorization', [|process.env.SHOP_TOKEN|]);",
      errors: [
        error(
          'credential',
          'SHOP_TOKEN',
          `import request from 'superagent';\n${refused('SHOP_TOKEN')}\nexport const list = () => request.get('https://api.shop.io/orders').set('Authorization', process.env.SHOP_TOKEN);`,
        ),
      ],
    },
  ],
});
