import rule from '../../rules/no-shared-environment-credentials.ts';
import { testRule } from '../rule-tester.ts';

// Put together here, so that no text of this file looks like a key.
const key = ['mc', 'live', ['4xTq9Zw', '2LmR7vYb8NcK5'].join('')].join('_');
const other = ['mc', 'test', ['8NcK5vYb', '2LmR74xTq9Zw'].join('')].join('_');

const by = (messageId: string, variable: string | null = null) => [
  { messageId, data: { what: variable ?? 'The same credential' } },
];
const file = (otherFile: string) => [{ messageId: 'files', data: { otherFile } }];

testRule(rule, {
  valid: [
    "import axios from 'axios';\nexport function make(env) { switch (env) { case 'production': return axios.create({ baseURL: process.env.LIVE_URL, headers: { Authorization: `Bearer ${process.env.LIVE_KEY}` } }); case 'sandbox': return axios.create({ baseURL: process.env.TEST_URL, headers: { Authorization: `Bearer ${process.env.TEST_KEY}` } }); } }",
    "import axios from 'axios';\nexport function make(env) { switch (env) { case 'production': return axios.create({ baseURL: process.env.LIVE_URL, headers: { 'User-Agent': process.env.AGENT } }); case 'sandbox': return axios.create({ baseURL: process.env.TEST_URL, headers: { 'User-Agent': process.env.AGENT } }); } }",
    {
      name: 'ways of an if with a variable each',
      code: "let apiKey; if (env === 'production') { apiKey = process.env.LIVE_KEY; } else { apiKey = process.env.TEST_KEY; }",
    },
    {
      name: 'an if on something else',
      code: 'let apiKey; if (cached) { apiKey = process.env.API_KEY; } else { apiKey = process.env.API_KEY; }',
    },
    {
      name: 'only the host differs between the ways',
      code: "export function build(env) { const apiKey = process.env.API_KEY; if (env === 'production') return { url: 'https://api.x.io', timeout: 1 }; return { url: 'https://sandbox.x.io', timeout: 1 }; }",
    },
    {
      name: 'cases of two environments without customers',
      code: "export function keyFor(env) { switch (env) { case 'staging': return process.env.TRIAL_KEY; case 'sandbox': return process.env.TRIAL_KEY; default: throw new Error(env); } }",
    },
    'const apiKey = isLive ? process.env.API_KEY_PROD : process.env.API_KEY_SANDBOX;',
    {
      name: 'one variable, set anew in each environment',
      code: "const apiKey = process.env.API_KEY;\nconst baseUrl = env === 'production' ? process.env.URL_PROD : process.env.URL_SANDBOX;",
    },
    {
      name: 'a table with a variable each',
      code: 'export const config = { sandbox: { apiKey: process.env.SANDBOX_KEY }, production: { apiKey: process.env.PROD_KEY } };',
    },
    {
      name: 'the same client id, url and timeout',
      code: 'const config = { sandbox: { clientId: process.env.CLIENT_ID, timeout: 5000 }, production: { clientId: process.env.CLIENT_ID, timeout: 5000 } };',
    },
    {
      name: 'a condition on something else',
      code: 'const token = retry ? process.env.API_TOKEN : process.env.API_TOKEN;',
    },
    {
      name: 'two environments without customers',
      code: 'const config = { staging: { apiKey: process.env.TRIAL_KEY }, sandbox: { apiKey: process.env.TRIAL_KEY } };',
    },
    {
      name: 'values that can not be resolved',
      code: "export const build = (secrets) => ({ sandbox: { apiKey: secrets.get('a') }, production: { apiKey: secrets.get('a') } });",
    },
    {
      name: 'a reader of variables',
      code: "const apiKey = live ? required('API_KEY_PROD') : required('API_KEY_SANDBOX');",
    },
    {
      name: 'placeholders',
      code: "const config = { sandbox: { apiKey: 'your-key' }, production: { apiKey: 'your-key' } };",
    },
    {
      name: 'two clients with a key each',
      code: 'const testClient = build(process.env.TEST_URL, process.env.TEST_KEY);\nconst liveClient = build(process.env.LIVE_URL, process.env.LIVE_KEY);',
    },
    {
      name: 'two clients of different kinds',
      code: 'const key = process.env.API_KEY;\nconst testClient = fake(key);\nconst liveClient = build(key);',
    },
    {
      name: 'a test',
      filename: 'tests/config.ts',
      code: 'const apiKey = isLive ? process.env.API_KEY : process.env.API_KEY;',
    },
    {
      name: 'files with a key each',
      filename: '.env.production',
      code: `API_KEY=${key}\n`,
      files: { '.env.sandbox': `API_KEY=${other}\n` },
    },
    {
      name: 'files that share no credential',
      filename: '.env.production',
      code: `API_KEY=${key}\nREGION=eu-central-1\n`,
      files: { '.env.sandbox': `API_KEY=${other}\nREGION=eu-central-1\n` },
    },
    {
      name: 'a template beside it',
      filename: '.env.production',
      code: 'API_KEY=changeme-please-1\n',
      files: { '.env.sandbox': 'API_KEY=changeme-please-1\n' },
    },
    {
      name: 'two trials',
      filename: '.env.staging',
      code: `API_KEY=${other}\n`,
      files: { '.env.sandbox': `API_KEY=${other}\n` },
    },
    { name: 'alone', filename: '.env.production', code: `API_KEY=${key}\n` },
    {
      name: 'entries with a variable each',
      filename: 'config.yml',
      code: 'sandbox:\n  apiKey: ${SANDBOX_KEY}\nproduction:\n  apiKey: ${PROD_KEY}\n',
    },
    {
      name: 'the same key of another thing',
      filename: 'config.json',
      code: `{ "sandbox": { "region": "eu-central-1" }, "production": { "region": "eu-central-1" } }`,
    },
    {
      name: 'where it goes comes from one variable, too: the place it runs at tells',
      code: 'export default { development: { host: process.env.SHOP_HOST, password: process.env.SHOP_PASSWORD }, production: { host: process.env.SHOP_HOST, password: process.env.SHOP_PASSWORD } };',
    },
  ],
  invalid: [
    {
      name: 'a case that falls to the default',
      filename: 'src/keys.ts',
      code: "export function settings(stage: string) { switch (stage) { case 'production': return { url: process.env.LIVE_URL, apiKey: process.env.SHOP_KEY }; case 'sandbox': default: return { url: process.env.TRIAL_URL, [|apiKey: process.env.SHOP_KEY|] }; } }",
      errors: by('switch', 'SHOP_KEY'),
    },
    {
      name: 'a test for the sandbox alone',
      code: "const sandbox = process.env.SHOP_MODE === 'sandbox';\nexport const shop = { url: sandbox ? process.env.TRIAL_URL : process.env.SHOP_URL, apiKey: sandbox ? process.env.SHOP_KEY : [|process.env.SHOP_KEY|] };",
      errors: by('switch', 'SHOP_KEY'),
    },
    {
      name: 'clients that two cases make',
      code: "import axios from 'axios';\nexport function make(env) { switch (env) { case 'production': return axios.create({ baseURL: process.env.LIVE_URL, headers: { Authorization: `Bearer ${process.env.SHOP_KEY}` } }); case 'sandbox': return axios.create({ baseURL: process.env.TEST_URL, headers: { Authorization: [|`Bearer ${process.env.SHOP_KEY}`|] } }); } }",
      errors: ['switch'],
    },
    {
      name: 'both ways of an if',
      code: "let apiKey; let url; if (process.env.NODE_ENV === 'production') { url = process.env.URL_LIVE; apiKey = process.env.SHOP_KEY; } else { url = process.env.URL_TEST; apiKey = [|process.env.SHOP_KEY|]; }",
      errors: by('switch', 'SHOP_KEY'),
    },
    {
      name: 'an if that returns, and what follows',
      code: "export function config(isLive) { if (isLive) { return { baseUrl: 'https://api.x.io', apiKey: process.env.SHOP_KEY }; } return { baseUrl: 'https://sandbox.x.io', [|apiKey: process.env.SHOP_KEY|] }; }",
      errors: by('switch', 'SHOP_KEY'),
    },
    {
      name: 'two cases of a switch',
      code: "export function keyFor(env: string) { switch (env) { case 'sandbox': return process.env.SHOP_SECRET; case 'live': { return [|process.env.SHOP_SECRET|]; } default: throw new Error(env); } }",
      filename: 'src/keys.ts',
      errors: by('switch', 'SHOP_SECRET'),
    },
    {
      name: 'else if, through a constant and a member',
      code: "const { SHOP_TOKEN: token } = process.env;\nif (stage === 'prod') client.token = token;\nelse if (stage === 'test') client.token = [|token|];",
      errors: by('switch', 'SHOP_TOKEN'),
    },
    {
      code: 'const apiKey = [|isLive ? process.env.API_KEY : process.env.API_KEY|];'.replace(
        '[|isLive ? process.env.API_KEY : ',
        'isLive ? process.env.API_KEY : [|',
      ),
      errors: by('switch', 'API_KEY'),
    },
    {
      name: 'a constant in both arms',
      code: "const secret = process.env.CLIENT_SECRET;\nconst clientSecret = process.env.NODE_ENV === 'production' ? secret : [|secret|];",
      errors: by('switch', 'CLIENT_SECRET'),
    },
    {
      name: 'objects in both arms',
      code: 'const config = production\n  ? { url: process.env.URL_PROD, apiKey: process.env.API_KEY }\n  : { url: process.env.URL_SANDBOX, [|apiKey: process.env.API_KEY|] };',
      errors: by('switch', 'API_KEY'),
    },
    {
      name: 'a table of objects',
      code: 'export const config = {\n  sandbox: { url: process.env.URL_SANDBOX, apiSecret: process.env.API_SECRET },\n  production: { url: process.env.URL_PROD, [|apiSecret: process.env.API_SECRET|] },\n};',
      errors: by('table', 'API_SECRET'),
    },
    {
      name: 'a table of credentials',
      code: 'const apiKeys = { test: process.env.API_KEY, live: [|process.env.API_KEY|] };',
      errors: by('table', 'API_KEY'),
    },
    {
      name: 'literals',
      code: `const config = { sandbox: { apiKey: '${key}' }, production: { [|apiKey: '${key}'|] } };`,
      errors: by('table'),
    },
    {
      name: 'a reader of variables',
      code: "const apiKey = live ? required('API_KEY') : [|required('API_KEY')|];",
      errors: by('switch', 'API_KEY'),
    },
    {
      name: 'two names',
      code: 'export const sandboxKey = process.env.API_KEY;\nexport const productionKey = [|process.env.API_KEY|];',
      errors: by('table', 'API_KEY'),
    },
    {
      name: 'two clients',
      code: "const key = process.env.SHOP_KEY;\nif (!key) throw new Error('SHOP_KEY missing');\nconst testClient = build(process.env.SHOP_TEST_URL, key);\nconst prodClient = build(process.env.SHOP_PROD_URL, [|key|]);",
      errors: by('table', 'SHOP_KEY'),
    },
    {
      name: 'two instances',
      code: 'const sandbox = new Client({ url: process.env.SANDBOX_URL, apiKey: process.env.API_KEY });\nconst live = new Client([|{ url: process.env.LIVE_URL, apiKey: process.env.API_KEY }|]);',
      errors: by('table', 'API_KEY'),
    },
    {
      name: 'TypeScript',
      code: 'const config: Record<string, { apiKey: string }> = { staging: { apiKey: process.env.API_KEY! }, production: { [|apiKey: process.env.API_KEY!|] } };',
      errors: by('table', 'API_KEY'),
    },
    {
      name: 'two files',
      filename: '.env.production',
      code: `NODE_ENV=production\nAPI_KEY=[|${key}|]\n`,
      files: { '.env.development': `API_KEY=${key}\n`, '.gitignore': '.env*\n' },
      errors: file('.env.development'),
    },
    {
      name: 'the other of two files',
      filename: 'env/.env.sandbox',
      code: `CLIENT_SECRET=[|"${key}"|]\n`,
      files: { 'env/.env.production': `CLIENT_SECRET=${key}\n` },
      errors: file('.env.production'),
    },
    {
      name: 'files under other names',
      filename: 'deploy/prod.env',
      code: `OTHER_TOKEN=[|${key}|]\n`,
      files: { 'deploy/staging.env': `API_KEY='${key}'\n` },
      errors: file('staging.env'),
    },
    {
      name: 'entries of a configuration',
      filename: 'config.json',
      code: `{ "sandbox": { "apiKey": "${key}" }, "production": { "apiKey": [|"${key}"|] } }`,
      errors: by('table'),
    },
    {
      name: 'entries with one variable',
      filename: 'config.yml',
      code: 'sandbox:\n  apiKey: ${API_KEY}\nproduction:\n  apiKey: [|${API_KEY}|]\n',
      errors: by('table', 'API_KEY'),
    },
    {
      name: 'the address differs, and the password does not',
      code: 'export default { development: { host: process.env.SHOP_TEST_HOST, password: process.env.SHOP_PASSWORD }, production: { host: process.env.SHOP_HOST, [|password: process.env.SHOP_PASSWORD|] } };',
      errors: by('table', 'SHOP_PASSWORD'),
    },
  ],
});
