import rule from '../../rules/no-environment-branching.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const post = "fetch('https://api.octopuscards.io/api/v1/orders', { method: 'POST', body })";
const live = "const live = process.env.OCTOPUS_ENV === 'production';\n";

testRule(rule, {
  valid: [
    {
      name: 'retries in every environment',
      code: `${axios}import axiosRetry from 'axios-retry';\nconst api = axios.create({ baseURL: process.env.SHOP_URL });\nif (process.env.NODE_ENV === 'production') { console.info('live'); }\naxiosRetry(api, { retries: 3 });`,
    },
    "import { config } from './config';\nexport async function order(body) { if (config.log.mode !== 'sandbox') await fetch(`${process.env.SHOP_URL}/charges`); return fetch(`${process.env.SHOP_URL}/orders`, { method: 'POST', body }); }",
    "import pino from 'pino';\nexport const log = pino({ redact: process.env.APP_ENV === 'production' ? [1] : [] });",
    {
      name: 'hosts and credentials',
      code: `${live}${axios}const baseURL = live ? process.env.URL_PROD : process.env.URL_SANDBOX;\nconst key = live ? process.env.API_KEY_PROD : process.env.API_KEY_SANDBOX;\nexport const octopus = axios.create({ baseURL, timeout: 30_000, headers: { Authorization: \`Bearer \${key}\` } });`,
    },
    {
      name: 'written as an if',
      code: "let base;\nif (process.env.OCTOPUS_ENV === 'production') base = process.env.URL_PROD;\nelse base = process.env.URL_SANDBOX;\nawait fetch(`${base}/api/v1/wallets`);",
    },
    {
      name: 'the same request to another host',
      code: `${live}export const order = (body) => live ? fetch('https://api.octopuscards.io/api/v1/orders', { method: 'POST', body }) : fetch('https://sandbox.octopuscards.io/api/v1/orders', { method: 'POST', body });`,
    },
    {
      name: 'logs',
      code: `export async function order(body) {\n  if (process.env.NODE_ENV !== 'production') console.log(body);\n  return ${post};\n}`,
    },
    {
      name: 'unit tests',
      code: `export async function order(body) {\n  if (process.env.NODE_ENV === 'test') return { id: 1 };\n  return ${post};\n}`,
    },
    {
      name: 'another switch',
      code: `export async function order(body) {\n  if (!process.env.FEATURE_ORDERS) return null;\n  return ${post};\n}`,
    },
    {
      name: 'where nothing is sent',
      code: "const maxAge = process.env.NODE_ENV === 'production' ? 3600 : 0;\napp.use(serve('public', { maxAge }));",
    },
    {
      name: 'a level of logs beside a key',
      code: "export const config = { apiKey: process.env.KEY, logLevel: process.env.NODE_ENV === 'production' ? 1 : 5 };",
    },
    {
      name: 'what an answer says',
      code: `export async function order(body) {\n  const response = await ${post};\n  const { mode } = await response.json();\n  if (mode === 'sandbox') return null;\n  return ${post};\n}`,
    },
    {
      name: 'a refusal',
      code: `export async function seed(body) {\n  if (process.env.APP_ENV === 'production') throw new Error('never in production');\n  return ${post};\n}`,
    },
    {
      name: 'a refusal, and otherwise a request',
      code: `export async function seed(body) {
  if (process.env.APP_ENV === 'production') { throw new Error('never in production'); } else { return fetch('https://api.octopuscards.io/api/v1/orders', { method: 'POST', body }); }
}`,
    },
    {
      name: 'requests to the program itself',
      code: "if (process.env.NODE_ENV === 'development') await fetch('http://localhost:3000/reload');",
    },
    {
      name: 'a test',
      code: `if (process.env.APP_ENV === 'production') await ${post};`,
      filename: 'tests/order.test.ts',
    },
  ],
  invalid: [
    {
      name: 'a name for one of two environments',
      code: "import axios from 'axios';\nconst isTrial = process.env.NODE_ENV === 'staging' || process.env.NODE_ENV === 'uat';\nexport async function tell(order) { if ([|isTrial|]) return null; return axios.post('https://api.shop.io/mails', { order }); }",
      errors: ['branch'],
    },
    {
      name: 'callers are asked for a secret in production alone',
      code: "export async function GET(request) {\n  if ([|process.env.NODE_ENV === 'production'|]) {\n    if (request.headers.get('authorization') !== `Bearer ${process.env.JOB_SECRET}`) return new Response(null, { status: 401 });\n  }\n  return run();\n}",
      errors: ['branch'],
    },
    {
      name: 'the same in one condition',
      code: "export async function GET(request) {\n  const given = request.headers.get('authorization');\n  if ([|process.env.NODE_ENV === 'production'|] && given !== `Bearer ${process.env.JOB_SECRET}`) return new Response(null, { status: 401 });\n  return run();\n}",
      errors: ['branch'],
    },
    {
      name: 'webhooks that are verified in production alone',
      code: "app.post('/webhooks/octopus', (req, res) => {\n  if ([|process.env.OCTOPUS_ENV === 'production'|]) {\n    if (!verify(req.headers['x-signature'], req.body)) return res.sendStatus(401);\n  }\n  accept(req.body);\n  res.sendStatus(200);\n});",
    },
    {
      name: 'an option of what retries a client',
      code: "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\nconst isLive = process.env.APP_ENV === 'production';\nexport const api = axios.create({ baseURL: process.env.SHOP_URL });\naxiosRetry(api, { retries: [|isLive|] ? 5 : 0 });\nexport const orders = () => api.get('/orders');",
      errors: [{ messageId: 'branch' }],
    },
    {
      name: 'a client that retries in production alone',
      code: `${axios}import axiosRetry from 'axios-retry';\nconst api = axios.create({ baseURL: process.env.SHOP_URL });\nif ([|process.env.NODE_ENV === 'production'|]) axiosRetry(api, { retries: 3 });`,
    },
    {
      name: 'a member of an imported configuration',
      code: "import { config } from './config';\nexport async function order(body) { if ([|config.environment !== 'sandbox'|]) await fetch(`${process.env.SHOP_URL}/charges`); return fetch(`${process.env.SHOP_URL}/orders`, { method: 'POST', body }); }",
      errors: ['branch'],
    },
    {
      name: 'options of two kinds',
      code: "import ky from 'ky';\nexport const api = ky.create({ prefixUrl: process.env.SHOP_URL, retry: [|process.env.APP_ENV === 'production'|] ? { limit: 5, statusCodes: [429, 500] } : 0 });",
      errors: ['branch'],
    },
    {
      code: `export async function order(body) {\n  if ([|process.env.OCTOPUS_ENV !== 'production'|]) return { id: 'fake' };\n  return ${post};\n}`,
    },
    {
      name: 'only in production',
      code: `if ([|process.env.NODE_ENV === 'production'|]) { await ${post}; }`,
    },
    {
      name: 'through a const',
      code: `${live}export async function order(body) {\n  if ([|!live|]) { return null; }\n  return ${post};\n}`,
    },
    {
      name: 'the limit of an instance',
      code: `${live}${axios}export const octopus = axios.create({ baseURL: process.env.OCTOPUS_URL, timeout: [|live|] ? 30_000 : 5_000 });`,
    },
    {
      name: 'an option beside the key',
      code: `${live}import { Octopus } from './client';\nexport const octopus = new Octopus({ baseUrl, apiKey, retries: [|live|] ? 5 : 0 });`,
    },
    {
      name: 'a number that requests depend on',
      code: `${live}const retries = [|live|] ? 6 : 0;\nexport async function order(body) {\n  for (let n = 0; n <= retries; n++) { const response = await ${post}; if (response.ok) return response; }\n}`,
    },
    {
      name: 'inline',
      code: `export const order = async (body) => [|process.env.APP_ENV === 'live'|] && (await ${post});`,
    },
    {
      name: 'a conditional call',
      code: `${live}export const order = (body) => ([|live|] ? ${post} : Promise.resolve({ id: 'fake' }));`,
    },
    {
      name: 'a bundler',
      code: `export const order = (body) => { if ([|import.meta.env.DEV|]) return { id: 'fake' }; return ${post}; };`,
    },
    {
      name: 'a list of environments',
      code: `export async function order(body) {\n  if ([|['sandbox', 'staging'].includes(process.env.OCTOPUS_ENV)|]) return null;\n  return ${post};\n}`,
    },
    {
      name: 'a switch',
      code: `switch ([|process.env.OCTOPUS_ENV|]) {\n  case 'production': await ${post}; break;\n  default: break;\n}`,
    },
    {
      name: 'one of two conditions',
      code: `export async function order(body, force) {\n  if ([|process.env.OCTOPUS_ENV === 'sandbox' && !force|]) return null;\n  return ${post};\n}`,
    },
    {
      name: 'a webhook that believes anybody',
      code: "app.post('/webhooks/octopus', (req, res, next) => {\n  if ([|process.env.NODE_ENV !== 'production'|]) return accept(req.body);\n  if (!verify(req.headers['x-signature'], req.body)) return res.sendStatus(401);\n  accept(req.body);\n  res.sendStatus(200);\n});",
    },
  ],
});
