import rule from '../../rules/no-env-fallback.ts';
import { testRule } from '../rule-tester.ts';

const one = (messageId: string, variable: string, ...suggestions: string[]) => [
  { messageId, data: { variable }, suggestions },
];
const zod = "import { z } from 'zod';\n";

testRule(rule, {
  valid: [
    {
      name: 'a variable that the platform sets',
      code: "export const stage = process.env.AZURE_FUNCTIONS_ENVIRONMENT || 'production';",
    },
    {
      name: 'a test by its name',
      filename: 'src/registry.unit.ts',
      code: "process.env.STOCK_DB_PASSWORD ??= 'stock';\nexport const key = process.env.STOCK_API_KEY || 'made-up';",
    },
    {
      name: 'a number that a reader may lack',
      code: "import { ConfigService } from '@nestjs/config';\nexport const port = (settings: ConfigService) => settings.get('PORT') ?? 3000;",
    },
    {
      name: 'something else that has get',
      code: "export const key = (cache: Map<string, string>) => cache.get('SHOP_API_KEY') ?? '';",
    },
    {
      name: 'an example whose values are there to be replaced',
      filename: 'examples/upload.js',
      code: "const client = new Orders({ url: process.env.ORDERS_URL || 'https://your-account.orders.net', key: process.env.ORDERS_KEY ?? 'your-key' });",
    },
    {
      name: 'a file that is called an example',
      filename: 'tools/mint-example.mjs',
      code: "export const url = process.env.ORDERS_API_URL ?? 'http://localhost:3002';",
    },
    {
      name: 'an address without a base throws at once',
      code: "export const stream = () => new WebSocket(new URL('/logs', process.env.NEXT_PUBLIC_BACKEND_URL || ''));",
    },
    {
      name: 'in development alone, as the framework says',
      code: "import { dev } from '$app/environment';\nexport const connect = () => { if (dev) { return open(process.env.STOCK_URL || ''); } return null; };",
    },
    {
      name: 'a getter, of which a method asks whether it is there',
      code: "export class Stock { get #key() { return ''; } get apiKey() { return process.env.STOCK_API_KEY || ''; } async load() { if (!this.apiKey) { return { failed: 'no key' }; } return fetch(`https://api.stock.net/items`, { headers: { authorization: this.apiKey } }); } }",
    },
    {
      name: 'a function that throws for another reason than that neither is there',
      code: "function setting(name, otherwise) {\n  const value = process.env[name] ?? otherwise;\n  if (process.env.STAGE === 'production' && !process.env[name]) throw new Error(`${name} is not set`);\n  return value;\n}\nexport const base = setting('SHOP_API_URL', 'http://10.0.0.5:3000');",
    },
    {
      name: 'a member of something else that lodash reads',
      code: "import _ from 'lodash';\nexport const key = _.get(answer, 'SHOP_API_KEY', 'made-up');",
    },
    {
      name: 'a function that is made where there is one',
      code: "export async function run(texts) {\n  const key = process.env.MODEL_API_KEY || '';\n  if (key) {\n    const embed = async (text) => fetch('https://api.example.com/embed', { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: text });\n    for (const text of texts) await embed(text);\n  }\n}",
    },
    {
      name: 'a client that refuses an empty text',
      code: "import * as line from '@line/bot-sdk';\nconst LINE_ACCESS_TOKEN = process.env.LINE_ACCESS_TOKEN || '';\nexport const client = new line.Client({ channelAccessToken: LINE_ACCESS_TOKEN });",
    },
    {
      name: 'what nothing reads, and what only its length is told of',
      code: "const SERVICE_KEY = process.env.SERVICE_KEY || '';\nconsole.log('length', (process.env.HOOK_SECRET || '').trim().length);",
    },
    {
      name: 'a statement that refuses, or goes on, where the variable is not set',
      code: "let key = process.env.SHOP_API_KEY;\nif (!key) throw new Error('not set');\nlet base = '';\nif (process.env.SHOP_URL) base = process.env.SHOP_URL;\nlet other = process.env.SHOP_TOKEN;\nif (!other) { other = await ask(); }\nlet secret = process.env.SHOP_SECRET;\nif (secret) secret = 'a-secret';",
    },
    {
      name: 'what is laid over the environment, and how to run',
      code: "export const child = { ...process.env, SHOP_API_KEY: 'only-here' };\nexport const settings = { PORT: '3000', LOG_LEVEL: 'info', ...process.env };\nexport const made = Object.assign({}, process.env, { SHOP_API_KEY: 'only-here' });",
    },
    {
      name: 'filled in where one develops',
      code: "if (process.env.NODE_ENV === 'development') {\n  if (!process.env.SHOP_URL) process.env.SHOP_URL = 'http://localhost:3000';\n}",
    },
    {
      name: 'a line of the log tells that an address is not set',
      code: "export const bridge = process.env.BRIDGE_URL ?? 'http://localhost:8080';\nif (!process.env.BRIDGE_URL) {\n  console.warn('BRIDGE_URL is not set');\n}",
    },
    {
      name: "the provider's own address, below which an account has its name",
      code: "const account = needed('STORE_ACCOUNT');\nexport const endpoint = process.env.STORE_ENDPOINT ?? `https://${account}.objects.storage.net`;",
    },
    {
      name: 'an example whose key has to be set',
      filename: 'sample-app/src/index.ts',
      code: "const pay = setUp({ secret: process.env.PAY_SECRET || '' });",
    },
    {
      name: 'an example that talks to the server beside it',
      filename: 'examples/web/src/config.ts',
      code: "export const collector = process.env.COLLECTOR_URL ?? 'http://127.0.0.1:4318';",
    },
    {
      name: 'a script that is run by hand, and whose address and key have to be set',
      filename: 'scripts/rename-orders.mjs',
      code: "const base = process.env.SHOP_API_URL || 'http://localhost:3000';\nconst key = process.env.SHOP_API_KEY ?? '';\nawait fetch(`${base}/orders`, { headers: { authorization: key } });",
    },
    {
      name: 'what the program calls itself',
      code: "const client = process.env.VOICE_OAUTH_CLIENT_ID || 'voice-planner';",
    },
    {
      name: 'only whether it switches something on is asked',
      code: "const shown = ['1', 'true', 'yes'].includes((process.env.SHOW_API_TOKEN ?? '').trim().toLowerCase());\nconst kept = (process.env.KEEP_API_TOKEN || '').toLowerCase() === 'on';\nconst raw = process.env.SEND_API_TOKEN || '';\nconst sent = new Set(['1', 'on']).has(raw);\nconst told = /^(?:1|true)$/i.test(process.env.TELL_API_TOKEN ?? '');",
    },
    {
      name: 'those that a list names are asked for in the object that holds them',
      code: "const given = read(process.argv);\nconst config = {\n  apiKey: given.apiKey || process.env.SHOP_API_KEY || '',\n  secret: process.env.SHOP_SECRET || '',\n  port: process.env.PORT || '80',\n};\nconst missing = ['apiKey', 'secret'].filter((name) => !config[name as keyof Config]);\nif (missing.length > 0) throw new Error(`not set: ${missing.join()}`);\nexport default config;",
      filename: 'src/config.ts',
    },
    {
      name: 'refused by a function of another file',
      filename: 'src/hooks.js',
      files: {
        'src/verify.js':
          "import { createHmac } from 'node:crypto';\nexport function verify(body, header, secret) { if (!secret) { console.error('not set'); return false; } return createHmac('sha256', secret).update(body).digest('hex') === header; }",
      },
      code: "import { verify } from './verify.js';\nexport async function hook(request) { const body = await request.text(); const secret = process.env.SHOP_API_SECRET || ''; if (!verify(body, request.headers.get('x-hash'), secret)) return new Response('no', { status: 401 }); return new Response('ok'); }",
    },
    {
      name: 'a client that throws at an option that is empty',
      code: "import { shopifyApp } from '@shopify/shopify-app-remix/server';\nexport const shop = shopifyApp({ apiKey: process.env.SHOP_API_KEY || '', apiSecretKey: process.env.SHOP_API_SECRET || '', scopes: ['read_orders'] });",
    },
    {
      name: 'how many tokens a model may write',
      code: "export const most = Number.parseInt(process.env.MODEL_MAX_TOKENS || '2048', 10);",
    },
    {
      name: 'taken only where one develops',
      code: "const stage = process.argv[3];\nexport const base = stage === 'dev' ? (process.env.CARRIER_API_URL || 'http://localhost:3000') : process.env.CARRIER_API_URL;",
    },
    {
      name: 'returned only where one develops',
      code: "export function base() { const isDev = process.env.STAGE === 'development'; if (isDev) { return process.env.CARRIER_API_URL || 'http://localhost:3000'; } return process.env.CARRIER_API_URL; }",
    },
    {
      name: 'taken only outside production',
      code: "export const key = process.env.NODE_ENV === 'production' ? process.env.CARRIER_API_KEY : (process.env.CARRIER_API_KEY ?? 'only-here');",
    },
    {
      name: 'for the server of a bundler alone',
      filename: 'vite.config.ts',
      code: "import { defineConfig } from 'vite';\nconst host = new URL(process.env.SHOP_APP_URL || 'http://localhost').hostname;\nlet reload;\nif (host === 'localhost') { reload = { protocol: 'ws', host: 'localhost' }; } else { reload = { protocol: 'wss', host }; }\nexport default defineConfig({ server: { allowedHosts: [host], hmr: reload } });",
    },
    {
      name: 'an option, then the variable, then nothing, which is refused',
      code: "export class Shop {\n  constructor(options) {\n    const key = options.apiKey || process.env.SHOP_API_KEY || '';\n    if (!key) throw new Error('a key is needed');\n    this.headers = { Authorization: `Bearer ${key}` };\n  }\n}",
    },
    {
      name: 'an option, then the variable, then an address or a label',
      code: "export const connect = (options) => open(options.url ?? process.env.SHOP_URL ?? '', options.region ?? process.env.SHOP_REGION ?? '');",
    },
    {
      name: 'a reader of the project that throws its second argument',
      code: "function must(name, text) { if (!process.env[name]) throw new Error(text); return process.env[name]; } export const password = must('SHOP_PASSWORD', 'no password');",
    },
    {
      name: 'a reader of the project that falls back for a port',
      code: "const read = (name, other) => process.env[name] ?? other; export const port = read('PORT', '3000');",
    },
    {
      name: 'a reader of the project that writes its second argument to the log',
      code: "function read(name, why) { const value = process.env[name]; console.info(why); return value; } export const password = read('SHOP_PASSWORD', 'for the shop');",
    },
    {
      name: 'what tells a person that nothing is set',
      code: "export const settings = () => ({ GITHUB_APP_ID: process.env.GITHUB_APP_ID || '(not set)' });",
    },
    {
      name: 'the key of a field of a shop',
      code: "const field = process.env.STORE_METAFIELD_KEY || 'item_location';",
    },
    {
      name: 'an empty text that is cleaned and then looked at',
      code: "function clean(value, most) { return String(value ?? '').trim().slice(0, most); }\nexport async function tell(trip) { const endpoint = clean(process.env.CARRIER_API_URL || '', 500); if (!endpoint) return { ok: false, error: 'not configured' }; return send(endpoint, trip); }",
    },
    {
      name: 'a function stands in that throws in production',
      code: "export const config = { adminToken: process.env.ADMIN_TOKEN || (() => { if (process.env.NODE_ENV === 'production') throw new Error('ADMIN_TOKEN is not set'); console.warn('no ADMIN_TOKEN'); return 'only-here'; })() };",
    },
    {
      name: 'a named function stands in that throws in production',
      code: "const forDevelopment = () => { if (isProduction) { throw new Error('ADMIN_TOKEN is not set'); } return 'only-here'; };\nexport const adminToken = process.env.ADMIN_TOKEN ?? forDevelopment();",
    },
    {
      name: 'all empty ones of an object, but for every one of them being there',
      filename: 'src/shop.ts',
      code: "const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' } as const;\nif (!Object.values(shop).every(Boolean)) {\n  console.error('not set up');\n  process.exit(1);\n}\nexport default shop;",
    },
    {
      name: 'the names of all empty ones of an object are collected',
      code: "const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };\nconst missing = Object.entries(shop).filter(([, value]) => value === '').map(([name]) => name);\nif (missing.length > 0) throw new Error(missing.join(', '));\nexport default shop;",
    },
    {
      name: 'a list of names is gone through before',
      code: "const REQUIRED = ['SHOP_BASE_URL', 'SHOP_API_KEY'];\nfor (const name of REQUIRED) {\n  if (!process.env[name]) throw new Error(name);\n}\nexport const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };",
    },
    {
      name: 'a function that is handed the object refuses what is missing in it',
      code: "const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };\nconst check = (given: typeof shop) => {\n  const required = ['url', 'key'] as const;\n  const missing = required.filter((field) => {\n    const value = given[field];\n    return !value || value.trim() === '';\n  });\n  if (missing.length > 0) throw new Error(missing.join(', '));\n};\ncheck(shop);\nexport default shop;",
    },
    {
      name: 'what of a list of names is missing is collected before',
      code: "const missing = ['SHOP_BASE_URL', 'SHOP_API_KEY'].filter((name) => !process.env[name]);\nif (missing.length) throw new Error(missing.join(', '));\nexport const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };",
    },
    {
      name: 'all empty ones of an object are refused in a loop',
      code: "export const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };\nfor (const [name, value] of Object.entries(shop)) {\n  if (value === '') throw new Error(`${name} is not set`);\n}",
    },
    {
      name: 'all empty ones of an object are refused by one question',
      code: "const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };\nif (Object.values(shop).some((value) => !value)) throw new Error('not set up');\nexport default shop;",
    },
    {
      name: 'all empty ones of an object are refused one by one',
      code: "const shop = { url: process.env.SHOP_BASE_URL ?? '', key: process.env.SHOP_API_KEY ?? '' };\nObject.entries(shop).forEach(([name, value]) => { if (!value) throw new Error(name); });\nexport default shop;",
    },
    {
      name: 'names given to what lists them there are refused in a loop',
      code: "const key = process.env.SHOP_API_KEY ?? '';\nconst url = process.env.SHOP_BASE_URL || '';\nfor (const [name, value] of Object.entries({ SHOP_API_KEY: key, SHOP_BASE_URL: url })) {\n  if (value === '') throw new Error(`${name} is not set`);\n}\nexport const shop = { key, url };",
    },
    {
      name: 'names in a list are refused one by one',
      code: "const key = process.env.SHOP_API_KEY ?? '';\nconst url = process.env.SHOP_BASE_URL ?? '';\nfor (const value of [key, url]) if (!value) throw new Error('not set up');\nexport const shop = { key, url };",
    },
    {
      name: 'names in a list are refused by one question',
      code: "const key = process.env.SHOP_API_KEY ?? '';\nconst url = process.env.SHOP_BASE_URL ?? '';\nif ([key, url].includes('')) throw new Error('not set up');\nexport const shop = { key, url };",
    },
    {
      name: 'a page that calls its own backend where nothing else is said',
      code: "const base = (import.meta.env.VITE_API_URL as string | undefined) ?? ''; export const load = () => fetch(`${base}/api/orders`);",
      filename: 'src/api.ts',
    },
    {
      name: 'asked as a text where it is read',
      code: "export function issue() { if (!String(process.env.RUNNER_BASE_URL || '').trim()) { return 'not configured'; } if (!String(process.env.RUNNER_SERVICE_TOKEN || '').trim()) { return 'no authentication'; } return null; }",
    },
    {
      name: 'an address and a key whose form is looked at',
      code: "export function base() { const configured = String(process.env.RUNNER_BASE_URL || '').trim(); return new URL(configured).origin; }\nexport function key() { const configured = String(process.env.APP_SECRETS_KEY || ''); if (!/^[0-9a-f]{64}$/.test(configured)) { throw new Error('APP_SECRETS_KEY'); } return configured; }",
    },
    "export const most = parseInt(process.env.RATE_LIMIT_MAX_PER_KEY || '60', 10); export const end = process.env.VOICEMAIL_FINISH_ON_KEY || '#';",
    {
      name: 'an empty default of which only is kept whether there is one',
      code: "export function status() {\n  const key = process.env.SHOP_API_KEY ?? '';\n  const secret = process.env.SHOP_API_SECRET ?? '';\n  const hasKey = key.length > 0;\n  return { hasKey, isOpen: !secret };\n}",
    },
    {
      name: 'empty defaults that a constant of both asks for',
      code: "const SALES_URL = process.env.SALES_URL || '';\nconst SALES_TOKEN = process.env.SALES_TOKEN || '';\nconst IS_ON = !!(SALES_URL && SALES_TOKEN);\nexport async function save(body) { if (!IS_ON) return null; return fetch(`${SALES_URL}/media`, { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body }); }",
    },
    {
      name: 'an empty default, and the test for it has a name',
      code: "const SALES_TOKEN = process.env.SALES_TOKEN || '';\nexport async function save(body) { const isOff = !SALES_TOKEN; if (isOff) return null; return send(SALES_TOKEN, body); }",
    },
    {
      name: 'an empty default that a function is asked about',
      code: "const isSet = (key) => key !== '';\nexport async function save(body, key = process.env.SALES_TOKEN || '') { if (!isSet(key)) { throw new Error('no key'); } return send(key, body); }",
    },
    {
      name: 'a function that asks another, which keeps its answer first',
      code: "const SALES_TOKEN = process.env.SALES_TOKEN || '';\nfunction hasToken() { const has = Boolean(SALES_TOKEN); return has; }\nfunction isOff() { return !hasToken(); }\nexport const save = (body) => { if (isOff()) return null; return send(SALES_TOKEN, body); };",
    },
    {
      name: 'empty defaults, of which one is given back in place of the other',
      code: "const SALES_TOKEN = process.env.SALES_TOKEN || '';\nconst IS_ON = Boolean(SALES_TOKEN);\nexport async function save(body) { return IS_ON ? send(SALES_TOKEN, body) : null; }",
    },
    {
      name: 'an empty default, and what is done without comes last',
      code: "export function key() { const key = process.env.SHOP_API_KEY || ''; if (/^[0-9a-f]{64}$/.test(key)) { return key; } else { throw new Error('SHOP_API_KEY'); } }",
    },
    {
      name: 'empty defaults that a function asks for',
      code: "const SALES_TOKEN = process.env.SALES_TOKEN || '';\nfunction enabled() { return Boolean(SALES_TOKEN); }\nexport async function save(body) { if (!enabled()) { console.warn('off'); return { skipped: true }; } return fetch('https://api.example.com/media', { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body }); }",
    },
    {
      name: 'empty defaults of an object that a function asks for',
      code: "const cfg = () => ({ clientId: (process.env.DRIVE_CLIENT_ID || '').trim(), clientSecret: (process.env.DRIVE_CLIENT_SECRET || '').trim() });\nexport function isConfigured() { const c = cfg(); return Boolean(c.clientId && c.clientSecret); }\nexport async function upload(body) { const c = cfg(); if (!isConfigured()) return { sent: false }; return fetch('https://api.example.com/files', { method: 'PUT', headers: { 'X-Client': c.clientId, 'X-Secret': c.clientSecret }, body }); }",
    },
    {
      name: 'what is missing is collected, and the program ends',
      code: "import OpenAI from 'openai';\nconst OPENAI_KEY = process.env.OPENAI_API_KEY || '';\n(function check() { const missing = []; if (!OPENAI_KEY) missing.push('OPENAI_API_KEY'); if (missing.length) { console.error('missing', missing.join(', ')); process.exit(1); } })();\nexport const openai = new OpenAI({ apiKey: OPENAI_KEY });",
    },
    {
      name: 'compared only where it is there',
      code: "const OPERATOR_TOKEN = process.env.OPERATOR_TOKEN || '';\nexport const isOperator = (req) => { const token = req.get('x-api-key') || ''; return !!(OPERATOR_TOKEN && token && token === OPERATOR_TOKEN); };",
    },
    "export const told = () => `See ${(process.env.INVOICE_TUTORIAL_URL ?? '').trim() || '(to come)'}`;",
    {
      name: 'how a runner of tests is set up',
      filename: 'web/playwright.config.ts',
      code: "export default { use: { baseURL: process.env.SHOP_BASE_URL || 'http://localhost:3000' } };",
    },
    {
      name: 'what tests run with, by the name of the file that sets them up',
      filename: 'tools/jest-env-setup.js',
      code: "process.env.SHOP_API_KEY = process.env.SHOP_API_KEY || 'a1';",
    },
    {
      name: 'what only tests draw, in a folder of fixtures',
      filename: 'tools/renderFixtures/chips.ts',
      code: "export const key = process.env.SHOP_API_KEY || 'a1';",
    },
    {
      name: 'a helper of tests, in a folder of their runner',
      filename: 'src/library/jest/http.ts',
      code: "export const base = process.env.SHOP_BASE_URL || 'http://localhost:3000';",
    },
    {
      name: 'a stand-in',
      filename: 'src/mockShop.ts',
      code: "export const key = process.env.SHOP_API_KEY || 'a1';",
    },
    {
      name: 'the default of a parameter that is refused where it is empty',
      code: "export async function check(id, apiKey = process.env.PAY_API_KEY || '') { if (!apiKey) { throw new Error('no key'); } return fetch(`https://api.pay.example/${id}`, { headers: { authorization: apiKey } }); }",
    },
    "import * as v from 'valibot';\nexport const env = v.parse(v.object({ PORT: v.optional(v.string(), '3000'), SHOP_API_KEY: v.string(), SHOP_BASE_URL: v.optional(v.string()) }), process.env);",
    "import { optional, string } from './schema';\nexport const env = { SHOP_API_KEY: optional(string(), 'open') };",
    {
      name: 'another value for one that is known',
      code: "export const secret = process.env.PAY_SECRET === 'old' ? 'new' : process.env.PAY_SECRET;",
    },
    {
      name: 'nothing where there is nothing',
      code: 'export const secret = process.env.PAY_SECRET !== undefined ? process.env.PAY_SECRET : undefined;',
    },
    {
      name: 'a helper that was asked before says that it is set',
      code: "const isConfigured = () => Boolean(process.env.SHOP_URL && process.env.SHOP_TOKEN);\nexport function client() {\n  if (!isConfigured()) return null;\n  return make({ token: process.env.SHOP_TOKEN || '' });\n}",
    },
    {
      name: 'given back, and refused where it is used',
      code: "function webhookSecret() {\n  return process.env.SHOP_WEBHOOK_SECRET || '';\n}\nexport function handle(req, res) {\n  const secret = webhookSecret();\n  if (!req.body || !secret || !verify(req.body, secret)) return res.status(401).end();\n  return save(req.body);\n}",
    },
    {
      name: 'a member of a package that is no environment',
      code: "import { Level } from '@shop/node-sdk';\nexport const level = process.env.SHOP_ENV ?? Level.Info;",
    },
    {
      name: 'the public host of production, which most deployments want',
      code: "const base = (process.env.SHOP_URL || 'https://api.shop.net/v1').replace(/\\/$/, '');\nconst host = process.env.SHOP_API_HOST ?? 'api.shop.net';",
    },
    {
      name: 'the public host of production, in a schema',
      code: `${zod}export const env = z.object({ SHOP_URL: z.string().url().default('https://api.shop.net') }).parse(process.env);`,
    },
    {
      name: 'unset, another way is taken: among others, out of a pattern',
      code: "export async function traits() {\n  const { SPACE_ID = '', PROFILE_KEY = '', API_TOKEN = '' } = process.env;\n  if (!SPACE_ID || !PROFILE_KEY || !API_TOKEN) return null;\n  return load(SPACE_ID, API_TOKEN);\n}",
    },
    {
      name: 'only ever asked for',
      code: "const token = process.env.SHOP_TOKEN || '';\nif (token) addSecretSources();",
    },
    {
      name: 'handed to clients that refuse an empty text',
      code: "import { createClient } from '@supabase/supabase-js';\nimport { Bot } from 'grammy';\nexport const db = createClient(process.env.SUPABASE_URL || '', process.env.SERVICE_ROLE_KEY!);\nconst token = process.env.BOT_TOKEN ?? '';\nexport const bot = new Bot(token);",
    },
    {
      name: 'the password of a proxy and of a store, where there is none',
      code: "proxy.password = process.env.PROXY_PASSWORD || '';\nexport const db = { password: process.env.DB_PASSWORD ?? '' };",
    },
    {
      name: 'its own listener while somebody signs in',
      code: "const redirectUri = process.env.SHOP_REDIRECT_URI || 'http://127.0.0.1:8888/callback';",
    },
    {
      name: 'set where one develops',
      code: "const page = process.env.NEXT_PUBLIC_DEVELOPMENT_URL ? process.env.NEXT_PUBLIC_DEVELOPMENT_URL : 'http://localhost:3000';",
    },
    {
      name: 'a search engine of the same compose file',
      code: "const client = make({ host: process.env.MEILI_HOST || 'http://meilisearch:7700' });",
    },
    {
      name: 'optional behind a switch of the same schema',
      code: "import { bool, cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { MAIL_ENABLED: bool({ default: false }), MAIL_PASSWORD: str({ default: '' }) });",
    },
    {
      name: 'empty means unused',
      code: "const callback = process.env.SHOP_CALLBACK_URL || '';\nexport const f = (options) => { if (callback !== '') options.callback = callback; };",
    },
    {
      name: 'refused before, where nothing else does',
      code: "const clientId = process.env.SHOP_CLIENT_ID;\nif (!clientId && !script) throw new Error('SHOP_CLIENT_ID is not set');\nconnect({ clientId: clientId || 'external' });",
    },
    {
      name: 'refused before, then made a text for the types',
      code: "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nconnect({ key: process.env.SHOP_API_KEY ?? '' });",
    },
    {
      name: 'the proxy of a development server',
      filename: 'vite.config.js',
      code: "export default { server: { proxy: { '/api': { target: process.env.SERVER_URL || 'http://localhost:4242' } } } };",
    },
    {
      name: 'a page for people, and a store',
      code: "const web = process.env.WEB_URL ?? 'http://localhost:3000';\nconst search = process.env.ELASTICSEARCH_URL ?? 'http://localhost:9200';",
    },
    {
      name: 'a switch, whatever it is called',
      code: "const credentials = process.env.CORS_CREDENTIALS || 'false';",
    },
    {
      name: 'what the test runner takes for a test',
      filename: 'scripts/test-orders.js',
      code: "const url = process.env.BASE_URL || 'http://localhost:5000';",
    },
    {
      name: 'a prefix of names is no address',
      code: "const prefix = process.env.OTEL_PREFIX || 'acme.saas';",
    },
    {
      name: 'what people look at is no API',
      code: "const site = process.env.FRONTEND_URL || 'http://localhost:3000';\nconst domain = process.env.CLIENT_DOMAIN || 'http://localhost:5173';",
    },
    {
      name: 'what a program is called at its broker',
      code: "const clientId = process.env.KAFKA_CLIENT_ID || 'chat-service';",
    },
    {
      name: 'a smoke test',
      filename: 'src/index.smoke.ts',
      code: "process.env.API_KEY ??= 'set-for-generation';",
    },
    'const key = process.env.API_KEY;',
    'const port = process.env.PORT || 3000;',
    "const level = process.env.LOG_LEVEL ?? 'info';",
    "const mode = process.env.NODE_ENV || 'development';",
    {
      name: 'the own environment',
      code: "const environment = process.env.APP_ENV || 'development';",
    },
    {
      name: 'another variable',
      code: 'const key = process.env.API_KEY || process.env.LEGACY_API_KEY;',
    },
    {
      name: 'empty, then refused',
      code: "const secret = process.env.CRON_SECRET ?? '';\nif (!secret) throw new Error('CRON_SECRET is not set');",
    },
    {
      name: 'empty, then asserted',
      code: "const key = process.env.API_KEY || '';\nassert(key, 'API_KEY is not set');",
    },
    {
      name: 'empty, refused in the handler',
      code: "export async function handle(request) {\n  const secret = Deno.env.get('HOOK_SECRET') ?? '';\n  if (secret === '') return new Response(null, { status: 500 });\n  return run(request, secret);\n}",
    },
    {
      name: 'empty, exits',
      code: "const token = process.env.API_TOKEN || '';\nif (!token || !other) { process.exit(1); }",
    },
    { name: 'a currency', code: "const currency = process.env.PAYOUT_CURRENCY || 'ZAR';" },
    { name: 'what it listens on', code: "const host = process.env.HOST || '0.0.0.0';" },
    {
      name: 'a schema without a default',
      code: `${zod}export const env = z.object({ API_KEY: z.string().min(1), PORT: z.coerce.number().default(3000) }).parse(process.env);`,
    },
    {
      name: 'a test',
      code: "const key = process.env.API_KEY || 'k1';",
      filename: 'tests/setup.ts',
    },
    {
      name: 'allowed by name',
      code: "const url = process.env.API_URL || 'https://sandbox.example-shop.net';",
      options: { allow: ['API_URL'] },
    },
    { name: 'nothing', code: 'const key = process.env.API_KEY ?? null;' },
  ],
  invalid: [
    {
      name: 'an example that signs with a secret everybody can read',
      filename: 'examples/backend/config.ts',
      code: "export const settings = { jwtSecret: [|process.env.JWT_SECRET || 'supersecret'|] };",
      errors: one(
        'credential',
        'JWT_SECRET',
        "if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');\nexport const settings = { jwtSecret: process.env.JWT_SECRET };",
      ),
    },
    {
      name: 'a function of another file that throws where neither is there',
      code: "import { setting } from './setting.js';\nexport const base = [|setting('SHOP_API_URL', 'http://10.0.0.5:3000')|];",
      filename: 'src/config.js',
      files: {
        'src/setting.js':
          'export function setting(name, otherwise) {\n  const value = process.env[name] ?? otherwise;\n  if (value === undefined) throw new Error(`${name} is not set`);\n  return value;\n}\n',
      },
      errors: [{ messageId: 'address', suggestions: [] }],
    },
    {
      name: 'a member of the environment that lodash reads',
      code: "import _ from 'lodash';\nimport get from 'lodash/get';\nexport const key = [|_.get(process.env, 'SHOP_API_KEY', 'made-up')|];\nexport const other = [|get(process.env, 'OTHER_API_KEY', 'made-up')|];",
      errors: [
        { messageId: 'credential', suggestions: [] },
        { messageId: 'credential', suggestions: [] },
      ],
    },
    {
      name: 'a script whose key has another in its place',
      filename: 'scripts/rename-orders.mjs',
      code: "export const key = [|process.env.SHOP_API_KEY ?? 'only-here'|];",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nexport const key = process.env.SHOP_API_KEY;",
      ),
    },
    {
      name: 'a script that is part of the program',
      filename: 'src/scripts/rename-orders.mjs',
      code: "export const base = [|process.env.SHOP_API_URL || 'http://localhost:3000'|];",
      errors: one(
        'address',
        'SHOP_API_URL',
        "if (!process.env.SHOP_API_URL) throw new Error('SHOP_API_URL is not set');\nexport const base = process.env.SHOP_API_URL;",
      ),
    },
    {
      name: 'what another file may read',
      code: "export const SERVICE_KEY = [|process.env.SERVICE_KEY || ''|];",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "if (!process.env.SERVICE_KEY) throw new Error('SERVICE_KEY is not set');\nexport const SERVICE_KEY = process.env.SERVICE_KEY;",
          ],
        },
      ],
    },
    {
      name: 'filled in by a statement',
      code: "if (!process.env.SHOP_API_KEY) {\n  [|process.env.SHOP_API_KEY = 'only-here'|];\n}",
      errors: one('credential', 'SHOP_API_KEY'),
    },
    {
      name: 'filled in by a statement under its name, and in the other arm',
      code: "let base = process.env.SHOP_URL;\nif (base === undefined) [|base = 'https://sandbox.shop.net'|];\nlet key = process.env.SHOP_API_KEY;\nif (key) { log('found'); } else { [|key = 'only-here'|]; }",
      errors: [...one('address', 'SHOP_URL'), ...one('credential', 'SHOP_API_KEY')],
    },
    {
      name: 'there first, and replaced where the variable is set',
      code: "let key = [|'only-here'|];\nif (process.env.SHOP_API_KEY) {\n  key = process.env.SHOP_API_KEY;\n}",
      errors: one('credential', 'SHOP_API_KEY'),
    },
    {
      name: 'asked for by its type, or by its name',
      code: "const { env } = process;\nexport const key = [|typeof env.SHOP_API_KEY === 'string' ? env.SHOP_API_KEY : 'only-here'|];\nexport const secret = [|'SHOP_SECRET' in env ? env.SHOP_SECRET : 'only-here'|];\nexport const token = [|typeof env.SHOP_TOKEN === 'undefined' ? 'only-here' : env.SHOP_TOKEN|];",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'SHOP_API_KEY' },
          suggestions: [
            "const { env } = process;\nif (!env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nexport const key = env.SHOP_API_KEY;\nexport const secret = 'SHOP_SECRET' in env ? env.SHOP_SECRET : 'only-here';\nexport const token = typeof env.SHOP_TOKEN === 'undefined' ? 'only-here' : env.SHOP_TOKEN;",
          ],
        },
        {
          messageId: 'credential',
          data: { variable: 'SHOP_SECRET' },
          suggestions: [
            "const { env } = process;\nexport const key = typeof env.SHOP_API_KEY === 'string' ? env.SHOP_API_KEY : 'only-here';\nif (!env.SHOP_SECRET) throw new Error('SHOP_SECRET is not set');\nexport const secret = env.SHOP_SECRET;\nexport const token = typeof env.SHOP_TOKEN === 'undefined' ? 'only-here' : env.SHOP_TOKEN;",
          ],
        },
        {
          messageId: 'credential',
          data: { variable: 'SHOP_TOKEN' },
          suggestions: [
            "const { env } = process;\nexport const key = typeof env.SHOP_API_KEY === 'string' ? env.SHOP_API_KEY : 'only-here';\nexport const secret = 'SHOP_SECRET' in env ? env.SHOP_SECRET : 'only-here';\nif (!env.SHOP_TOKEN) throw new Error('SHOP_TOKEN is not set');\nexport const token = env.SHOP_TOKEN;",
          ],
        },
      ],
    },
    {
      name: 'in an object that the environment is laid over',
      code: "const defaults = { PORT: '3000', [|SHOP_API_KEY: 'only-here'|] };\nexport const settings = { ...defaults, ...process.env };\nexport const made = Object.assign({ [|SHOP_SECRET: 'only-here'|] }, process.env);",
      errors: [...one('credential', 'SHOP_API_KEY'), ...one('credential', 'SHOP_SECRET')],
    },
    {
      name: 'in an object of another file that the environment is laid over',
      filename: 'src/settings.js',
      files: { 'src/defaults.js': "exports.defaults = { SHOP_API_KEY: 'only-here' };" },
      code: "const { defaults } = require('./defaults');\nmodule.exports = [|{ ...defaults, ...process.env }|];",
      errors: one('credential', 'SHOP_API_KEY'),
    },
    {
      name: 'filled up by a library',
      code: "import _ from 'lodash';\nimport nconf from 'nconf';\nexport const settings = _.defaults({}, process.env, { [|SHOP_API_KEY: 'only-here'|] });\nnconf.argv().env().defaults({ [|SHOP_SECRET: 'only-here'|], PORT: 80 });",
      errors: [...one('credential', 'SHOP_API_KEY'), ...one('credential', 'SHOP_SECRET')],
    },
    {
      name: "env-var's reader under a name of its own",
      code: "const { get } = require('env-var');\nexport const key = [|get('SHOP_API_KEY').default('only-here')|].asString();",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "const { get } = require('env-var');\nexport const key = get('SHOP_API_KEY').required().asString();",
      ),
    },
    {
      name: 'a line of the log tells that a secret is not set, and the default is as well known as before',
      code: "if (!process.env.SHOP_SECRET) console.warn('SHOP_SECRET is not set');\nexport const secret = [|process.env.SHOP_SECRET || 'GenericValue1'|];",
      errors: one(
        'credential',
        'SHOP_SECRET',
        "if (!process.env.SHOP_SECRET) console.warn('SHOP_SECRET is not set');\nif (!process.env.SHOP_SECRET) throw new Error('SHOP_SECRET is not set');\nexport const secret = process.env.SHOP_SECRET;",
      ),
    },
    {
      name: 'told apart from what is no switch',
      code: "const known = ['a', 'b'].includes([|process.env.SHOP_API_TOKEN ?? ''|]);",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'SHOP_API_TOKEN' },
          suggestions: [
            "if (!process.env.SHOP_API_TOKEN) throw new Error('SHOP_API_TOKEN is not set');\nconst known = ['a', 'b'].includes(process.env.SHOP_API_TOKEN);",
          ],
        },
      ],
    },
    {
      name: 'asked for a switch, and used besides',
      code: "const raw = [|process.env.SHOP_API_TOKEN || ''|];\nconst isOn = raw === 'true';\nexport const orders = () => fetch('https://api.shop.io/orders', { headers: { Authorization: `Bearer ${raw}` } });",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'SHOP_API_TOKEN' },
          suggestions: [
            "if (!process.env.SHOP_API_TOKEN) throw new Error('SHOP_API_TOKEN is not set');\nconst raw = process.env.SHOP_API_TOKEN;\nconst isOn = raw === 'true';\nexport const orders = () => fetch('https://api.shop.io/orders', { headers: { Authorization: `Bearer ${raw}` } });",
          ],
        },
      ],
    },
    {
      name: 'after two variables, of which the second says what it is for',
      code: "export const host = [|process.env['SHOP_OVERRIDE'] || process.env['SHOP_HOST'] || 'sandbox.shop.io'|];",
      errors: [{ messageId: 'address', data: { variable: 'SHOP_HOST' } }],
    },
    {
      name: 'an option, then the variable, then no key at all',
      code: "export const orders = (options) => fetch('https://api.example.com/orders', { headers: { Authorization: `Bearer ${[|options.apiKey || process.env.SHOP_API_KEY || ''|]}` } });",
      errors: [{ messageId: 'credential', data: { variable: 'SHOP_API_KEY' } }],
    },
    {
      name: 'a function that is handed the object asks for another of its fields',
      code: "const given = read(process.argv);\nconst shop = { url: process.env.SHOP_BASE_URL ?? '', key: [|given.key || process.env.SHOP_API_KEY || ''|] };\nconst check = (held: typeof shop) => {\n  const missing = (['url'] as const).filter((field) => !held[field]);\n  if (missing.length > 0) throw new Error(missing.join(', '));\n};\ncheck(shop);\nexport default shop;",
      errors: ['credential'],
    },
    {
      name: 'a list that names others is asked for in the object that holds it',
      code: "const given = read(process.argv);\nconst config = { apiKey: [|given.apiKey || process.env.SHOP_API_KEY || ''|], secret: process.env.SHOP_SECRET || '' };\nconst missing = ['secret'].filter((name) => !config[name]);\nif (missing.length > 0) throw new Error('not set');\nexport default config;",
      errors: [{ messageId: 'credential', data: { variable: 'SHOP_API_KEY' } }],
    },
    {
      name: 'a reader of the project that falls back',
      code: "function read(name, other) { const value = process.env[name]; return value === undefined ? other : value; } export const password = [|read('SHOP_PASSWORD', 'shop')|];",
      errors: ['credential'],
    },
    {
      name: 'a reader of another file that falls back',
      code: "import { read } from './read.js'; export const base = [|read('SHOP_API_URL', 'https://staging.shop.example.net')|];",
      errors: ['address'],
      files: { 'src/read.js': 'export const read = (name, other) => process.env[name] || other;' },
    },
    {
      name: 'an empty text that is cleaned and then used',
      code: "function clean(value, most) { return String(value ?? '').trim().slice(0, most); }\nexport async function tell(trip) { const endpoint = clean([|process.env.CARRIER_API_URL || ''|], 500); return send(endpoint, trip); }",
      errors: [
        {
          messageId: 'address',
          suggestions: [
            "function clean(value, most) { return String(value ?? '').trim().slice(0, most); }\nexport async function tell(trip) { if (!process.env.CARRIER_API_URL) throw new Error('CARRIER_API_URL is not set');\nconst endpoint = clean(process.env.CARRIER_API_URL, 500); return send(endpoint, trip); }",
          ],
        },
      ],
    },
    {
      name: 'a function stands in that only warns',
      code: "export const adminToken = [|process.env.ADMIN_TOKEN || (() => { console.warn('no ADMIN_TOKEN'); return 'only-here'; })()|];",
      errors: one(
        'credential',
        'ADMIN_TOKEN',
        "if (!process.env.ADMIN_TOKEN) throw new Error('ADMIN_TOKEN is not set');\nexport const adminToken = process.env.ADMIN_TOKEN;",
      ),
    },
    {
      name: 'a list that goes through another name',
      code: "for (const name of ['SHOP_BASE_URL']) {\n  if (!process.env[name]) throw new Error(name);\n}\nexport const key = [|process.env.SHOP_API_KEY ?? ''|];",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "for (const name of ['SHOP_BASE_URL']) {\n  if (!process.env[name]) throw new Error(name);\n}\nif (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nexport const key = process.env.SHOP_API_KEY;",
      ),
    },
    {
      name: 'names in a list, one of which may be empty',
      code: "const key = [|process.env.SHOP_API_KEY ?? ''|];\nfor (const value of [key, 'fallback']) console.log(value.length);\nexport const shop = { key };",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nconst key = process.env.SHOP_API_KEY;\nfor (const value of [key, 'fallback']) console.log(value.length);\nexport const shop = { key };",
      ),
    },
    {
      name: 'a loop over an object that refuses nothing',
      code: "export const shop = { key: [|process.env.SHOP_API_KEY ?? ''|] };\nfor (const [name, value] of Object.entries(shop)) {\n  if (value === '') console.warn(name);\n}",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nexport const shop = { key: process.env.SHOP_API_KEY };\nfor (const [name, value] of Object.entries(shop)) {\n  if (value === '') console.warn(name);\n}",
      ),
    },
    {
      name: 'a page that calls another service',
      code: "const base = [|import.meta.env.VITE_STOREFRONT_API_URL ?? ''|]; export const load = () => fetch(`${base}/orders`);",
      errors: one(
        'address',
        'VITE_STOREFRONT_API_URL',
        "if (!import.meta.env.VITE_STOREFRONT_API_URL) throw new Error('VITE_STOREFRONT_API_URL is not set');\nconst base = import.meta.env.VITE_STOREFRONT_API_URL; export const load = () => fetch(`${base}/orders`);",
      ),
    },
    {
      name: 'a form that an empty text has, too',
      code: "export function key() { const configured = [|process.env.APP_SECRETS_KEY || ''|]; if (!/^[0-9a-f]*$/.test(configured)) { throw new Error('APP_SECRETS_KEY'); } return configured; }",
      errors: one(
        'credential',
        'APP_SECRETS_KEY',
        "export function key() { if (!process.env.APP_SECRETS_KEY) throw new Error('APP_SECRETS_KEY is not set');\nconst configured = process.env.APP_SECRETS_KEY; if (!/^[0-9a-f]*$/.test(configured)) { throw new Error('APP_SECRETS_KEY'); } return configured; }",
      ),
    },
    {
      name: 'an address that is put behind another one',
      code: "export const base = () => new URL([|process.env.RUNNER_BASE_URL || ''|], 'https://runner.example.com').origin;",
      errors: [{ messageId: 'address', suggestions: [] }],
    },
    {
      name: 'a constant that is true where it is missing leaves nothing',
      code: "const SALES_TOKEN = [|process.env.SALES_TOKEN || ''|];\nconst IS_ON = !!SALES_TOKEN;\nexport async function save(body) { if (IS_ON) console.info('with sales'); return fetch('https://api.example.com/media', { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body }); }",
      errors: one(
        'credential',
        'SALES_TOKEN',
        "if (!process.env.SALES_TOKEN) throw new Error('SALES_TOKEN is not set');\nconst SALES_TOKEN = process.env.SALES_TOKEN;\nconst IS_ON = !!SALES_TOKEN;\nexport async function save(body) { if (IS_ON) console.info('with sales'); return fetch('https://api.example.com/media', { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body }); }",
      ),
    },
    {
      name: 'what is missing is collected, and nobody looks',
      code: "const SALES_TOKEN = [|process.env.SALES_TOKEN || ''|];\nexport function check() { const missing = []; if (!SALES_TOKEN) missing.push('SALES_TOKEN'); return missing; }\nexport const save = (body) => fetch('https://api.example.com/media', { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body });",
      errors: one(
        'credential',
        'SALES_TOKEN',
        "if (!process.env.SALES_TOKEN) throw new Error('SALES_TOKEN is not set');\nconst SALES_TOKEN = process.env.SALES_TOKEN;\nexport function check() { const missing = []; if (!SALES_TOKEN) missing.push('SALES_TOKEN'); return missing; }\nexport const save = (body) => fetch('https://api.example.com/media', { method: 'POST', headers: { Authorization: `Bearer ${SALES_TOKEN}` }, body });",
      ),
    },
    {
      name: 'the default of a parameter that nothing looks at',
      code: "export const check = (id, apiKey = [|process.env.PAY_API_KEY || ''|]) => fetch(`https://api.pay.example/${id}`, { headers: { authorization: apiKey } });",
      errors: one('credential', 'PAY_API_KEY'),
    },
    {
      name: 'a schema and its default, as arguments',
      code: "import * as v from 'valibot';\nexport const Env = v.object({ PORT: v.optional(v.string(), '3000'), SHOP_BASE_URL: [|v.optional(v.pipe(v.string(), v.url()), 'https://api.example.com')|] });\nexport const env = v.parse(Env, process.env);",
      errors: one(
        'address',
        'SHOP_BASE_URL',
        "import * as v from 'valibot';\nexport const Env = v.object({ PORT: v.optional(v.string(), '3000'), SHOP_BASE_URL: v.pipe(v.string(), v.url()) });\nexport const env = v.parse(Env, process.env);",
      ),
    },
    {
      name: 'a fallback of a schema',
      code: "import { fallback, object, string } from 'valibot';\nexport const Env = object({ SHOP_API_KEY: [|fallback(string(), 'open')|] });\nexport const env = parse(Env, process.env);",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "import { fallback, object, string } from 'valibot';\nexport const Env = object({ SHOP_API_KEY: string() });\nexport const env = parse(Env, process.env);",
      ),
    },
    {
      name: 'asked whether it is undefined',
      code: "export const secret = [|process.env.PAY_SECRET !== undefined ? process.env.PAY_SECRET : ''|];",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'PAY_SECRET' },
          suggestions: [
            "if (!process.env.PAY_SECRET) throw new Error('PAY_SECRET is not set');\nexport const secret = process.env.PAY_SECRET;",
          ],
        },
      ],
    },
    {
      name: 'asked whether it is missing',
      code: "export const secret = [|process.env.PAY_SECRET == null ? 'open' : process.env.PAY_SECRET|];",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'PAY_SECRET' },
          suggestions: [
            "if (!process.env.PAY_SECRET) throw new Error('PAY_SECRET is not set');\nexport const secret = process.env.PAY_SECRET;",
          ],
        },
      ],
    },
    {
      name: 'asked with a sign',
      code: "export const secret = [|!process.env.PAY_SECRET ? 'open' : process.env.PAY_SECRET|];",
      errors: [
        {
          messageId: 'credential',
          data: { variable: 'PAY_SECRET' },
          suggestions: [
            "if (!process.env.PAY_SECRET) throw new Error('PAY_SECRET is not set');\nexport const secret = process.env.PAY_SECRET;",
          ],
        },
      ],
    },
    {
      name: 'given back, and refused in one place of two',
      code: "function key() {\n  return [|process.env.SHOP_API_KEY || ''|];\n}\nexport function a() {\n  const own = key();\n  if (!own) throw new Error('unset');\n  return send(own);\n}\nexport function b() {\n  const own = key();\n  return send(own);\n}",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "function key() {\n  if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\n  return process.env.SHOP_API_KEY;\n}\nexport function a() {\n  const own = key();\n  if (!own) throw new Error('unset');\n  return send(own);\n}\nexport function b() {\n  const own = key();\n  return send(own);\n}",
      ),
    },
    {
      name: 'a member that a package has for the sandbox',
      code: "import { Environment, Shop } from '@shop/node-sdk';\nconst options = { environment: [|(process.env.SHOP_ENV as Environment) ?? Environment.Sandbox|] };\nexport const shop = new Shop(key, options);",
      errors: one(
        'environment',
        'SHOP_ENV',
        "import { Environment, Shop } from '@shop/node-sdk';\nif (!process.env.SHOP_ENV) throw new Error('SHOP_ENV is not set');\nconst options = { environment: process.env.SHOP_ENV as Environment };\nexport const shop = new Shop(key, options);",
      ),
    },
    {
      name: 'a reader that has a method which throws',
      code: "import { ConfigService } from '@nestjs/config';\nexport class Shop {\n  constructor(private readonly config: ConfigService) {}\n  base() {\n    return [|this.config.get<string>('SHOP_URL', 'https://sandbox.shop.io')|];\n  }\n}",
      errors: one(
        'address',
        'SHOP_URL',
        "import { ConfigService } from '@nestjs/config';\nexport class Shop {\n  constructor(private readonly config: ConfigService) {}\n  base() {\n    return this.config.getOrThrow<string>('SHOP_URL');\n  }\n}",
      ),
    },
    {
      name: 'what such a reader gives, with a default beside it',
      code: "import { ConfigService } from '@nestjs/config';\nexport class Shop {\n  constructor(private readonly config: ConfigService) {}\n  key() {\n    return [|(this.config.get('SHOP_API_KEY') as string) ?? ''|];\n  }\n}",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "import { ConfigService } from '@nestjs/config';\nexport class Shop {\n  constructor(private readonly config: ConfigService) {}\n  key() {\n    return this.config.getOrThrow('SHOP_API_KEY') as string;\n  }\n}",
      ),
    },
    {
      name: 'a reader that a factory is given',
      code: "import { ConfigService } from '@nestjs/config';\nexport const options = {\n  useFactory: (settings: ConfigService) => ({ secret: [|settings.get<string>('JWT_SECRET') || 'orders-2024'|] }),\n};",
      errors: one(
        'credential',
        'JWT_SECRET',
        "import { ConfigService } from '@nestjs/config';\nexport const options = {\n  useFactory: (settings: ConfigService) => ({ secret: settings.getOrThrow<string>('JWT_SECRET') }),\n};",
      ),
    },
    {
      name: 'an empty secret, compared with what comes in',
      code: "const secret = [|process.env.HOOK_SECRET || ''|];\nexport const isRefused = (given) => { if (given !== secret) return true; return false; };",
      errors: one(
        'credential',
        'HOOK_SECRET',
        "if (!process.env.HOOK_SECRET) throw new Error('HOOK_SECRET is not set');\nconst secret = process.env.HOOK_SECRET;\nexport const isRefused = (given) => { if (given !== secret) return true; return false; };",
      ),
    },
    {
      name: 'the public host of an API that says to have none',
      code: "const base = [|process.env.BASE_URL || 'https://api.octopuscards.io'|];",
      errors: one(
        'address',
        'BASE_URL',
        "if (!process.env.BASE_URL) throw new Error('BASE_URL is not set');\nconst base = process.env.BASE_URL;",
      ),
    },
    {
      name: 'any public host, where the API that says to have none is switched on',
      code: "const base = [|process.env.SHOP_URL || 'https://api.shop.net'|];",
      settings: { 'go-live': { apis: { octopus: {} } } },
      errors: one(
        'address',
        'SHOP_URL',
        "if (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      name: 'any public host, by option',
      code: "const base = [|process.env.SHOP_URL || 'https://api.shop.net'|];",
      options: { productionHosts: true },
      errors: one(
        'address',
        'SHOP_URL',
        "if (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      name: 'loopback for an API that calls back',
      code: "const callback = [|process.env.SHOP_CALLBACK_URL || 'http://localhost:3000/callback'|];",
      errors: one(
        'address',
        'SHOP_CALLBACK_URL',
        "if (!process.env.SHOP_CALLBACK_URL) throw new Error('SHOP_CALLBACK_URL is not set');\nconst callback = process.env.SHOP_CALLBACK_URL;",
      ),
    },
    {
      name: 'no https',
      code: "const base = [|process.env.SHOP_URL || 'http://api.shop.net'|];",
      errors: one(
        'address',
        'SHOP_URL',
        "if (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      name: 'a tunnel',
      code: "const base = [|process.env.SHOP_URL || 'https://a1b2.ngrok.app'|];",
      errors: one(
        'address',
        'SHOP_URL',
        "if (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      name: 'the password of a store that is written down',
      code: "const password = [|process.env.DB_PASSWORD || 'postgres'|];",
      errors: one(
        'credential',
        'DB_PASSWORD',
        "if (!process.env.DB_PASSWORD) throw new Error('DB_PASSWORD is not set');\nconst password = process.env.DB_PASSWORD;",
      ),
    },
    {
      name: 'another client of the same package',
      code: "import { webhookCallback } from 'grammy';\nserve(webhookCallback([|process.env.BOT_TOKEN || ''|]));",
      errors: one(
        'credential',
        'BOT_TOKEN',
        "import { webhookCallback } from 'grammy';\nif (!process.env.BOT_TOKEN) throw new Error('BOT_TOKEN is not set');\nserve(webhookCallback(process.env.BOT_TOKEN));",
      ),
    },
    {
      name: 'empty in a schema without a switch for it',
      code: "import { bool, cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { MAIL_ENABLED: bool({ default: false }), SHOP_API_KEY: str({ desc: 'key', [|default: ''|] }) });",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "import { bool, cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { MAIL_ENABLED: bool({ default: false }), SHOP_API_KEY: str({ desc: 'key' }) });",
      ),
    },
    {
      name: 'refused in another function',
      code: "export function check() { if (!process.env.SHOP_API_KEY) throw new Error('unset'); }\nexport const key = [|process.env.SHOP_API_KEY ?? ''|];",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "export function check() { if (!process.env.SHOP_API_KEY) throw new Error('unset'); }\nif (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nexport const key = process.env.SHOP_API_KEY;",
      ),
    },
    {
      code: "const secret = [|process.env.JWT_SECRET || 'x1'|];",
      errors: one(
        'credential',
        'JWT_SECRET',
        "if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');\nconst secret = process.env.JWT_SECRET;",
      ),
    },
    {
      code: "const base = [|process.env.SHOP_URL ?? 'https://sandbox.example-shop.net'|];",
      errors: one(
        'address',
        'SHOP_URL',
        "if (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      code: "const options = { environment: [|process.env.PAY_ENVIRONMENT || 'sandbox'|] };",
      errors: one(
        'environment',
        'PAY_ENVIRONMENT',
        "if (!process.env.PAY_ENVIRONMENT) throw new Error('PAY_ENVIRONMENT is not set');\nconst options = { environment: process.env.PAY_ENVIRONMENT };",
      ),
    },
    {
      name: 'a condition',
      code: "const key = [|process.env.API_KEY ? process.env.API_KEY : 'k1'|];",
      errors: one(
        'credential',
        'API_KEY',
        "if (!process.env.API_KEY) throw new Error('API_KEY is not set');\nconst key = process.env.API_KEY;",
      ),
    },
    {
      name: 'destructuring',
      code: "const { API_TOKEN[| = 'k1'|] } = process.env;".replace(
        'API_TOKEN[| =',
        '[|API_TOKEN =',
      ),
      errors: one(
        'credential',
        'API_TOKEN',
        "const { API_TOKEN } = process.env;\nif (!API_TOKEN) throw new Error('API_TOKEN is not set');",
      ),
    },
    {
      name: 'empty and never looked at',
      code: "const client = make({ apiKey: [|process.env.SHOP_API_KEY || ''|] });",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nconst client = make({ apiKey: process.env.SHOP_API_KEY });",
      ),
    },
    {
      name: 'empty, with a warning only',
      code: "const key = [|process.env.API_KEY || ''|];\nif (!key) console.warn('no key');",
      errors: one(
        'credential',
        'API_KEY',
        "if (!process.env.API_KEY) throw new Error('API_KEY is not set');\nconst key = process.env.API_KEY;\nif (!key) console.warn('no key');",
      ),
    },
    {
      name: 'through a constant',
      code: "const DEFAULT = 'https://sandbox.example-shop.net';\nconst base = [|process.env.SHOP_URL || DEFAULT|];",
      errors: one(
        'address',
        'SHOP_URL',
        "const DEFAULT = 'https://sandbox.example-shop.net';\nif (!process.env.SHOP_URL) throw new Error('SHOP_URL is not set');\nconst base = process.env.SHOP_URL;",
      ),
    },
    {
      name: 'Vite',
      code: "const base = [|import.meta.env.VITE_SHOP_URL || 'https://sandbox.example-shop.net'|];",
      errors: one(
        'address',
        'VITE_SHOP_URL',
        "if (!import.meta.env.VITE_SHOP_URL) throw new Error('VITE_SHOP_URL is not set');\nconst base = import.meta.env.VITE_SHOP_URL;",
      ),
    },
    {
      name: 'Deno',
      code: "const key = [|Deno.env.get('SHOP_API_KEY') ?? 'k1'|];",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "const key = Deno.env.get('SHOP_API_KEY');\nif (!key) throw new Error('SHOP_API_KEY is not set');",
      ),
    },
    {
      name: 'Bun',
      code: "const host = [|Bun.env.SHOP_API_HOST || 'sandbox.example-shop.net'|];",
      errors: one(
        'address',
        'SHOP_API_HOST',
        "if (!Bun.env.SHOP_API_HOST) throw new Error('SHOP_API_HOST is not set');\nconst host = Bun.env.SHOP_API_HOST;",
      ),
    },
    {
      name: 'a getter',
      code: "const key = [|config.get('SHOP_API_KEY', 'k1')|];",
      errors: one('credential', 'SHOP_API_KEY'),
    },
    {
      name: 'zod',
      code: `${zod}export const env = z.object({ SHOP_URL: [|z.string().url().default('https://sandbox.example-shop.net')|] }).parse(process.env);`,
      errors: one(
        'address',
        'SHOP_URL',
        `${zod}export const env = z.object({ SHOP_URL: z.string().url() }).parse(process.env);`,
      ),
    },
    {
      name: 'joi',
      code: "const Joi = require('joi');\nmodule.exports = Joi.object({ API_KEY: [|Joi.string().default('k1')|] });",
      errors: one(
        'credential',
        'API_KEY',
        "const Joi = require('joi');\nmodule.exports = Joi.object({ API_KEY: Joi.string().required() });",
      ),
    },
    {
      name: 'envalid',
      code: "import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { API_KEY: str({ desc: 'key', [|default: 'k1'|] }) });",
      errors: one(
        'credential',
        'API_KEY',
        "import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { API_KEY: str({ desc: 'key' }) });",
      ),
    },
    {
      name: 'env-var',
      code: "import env from 'env-var';\nexport const key = [|env.get('API_KEY').default('k1')|].asString();",
      errors: one(
        'credential',
        'API_KEY',
        "import env from 'env-var';\nexport const key = env.get('API_KEY').required().asString();",
      ),
    },
    {
      name: 'a described variable',
      code: "export const schema = { key: { env: 'API_KEY', [|default: 'k1'|] } };",
      errors: one('credential', 'API_KEY', "export const schema = { key: { env: 'API_KEY' } };"),
    },
    {
      name: 'taken only in production',
      code: "export const key = process.env.NODE_ENV === 'production' ? ([|process.env.CARRIER_API_KEY ?? ''|]) : 'only-here';",
      errors: one(
        'credential',
        'CARRIER_API_KEY',
        "if (!process.env.CARRIER_API_KEY) throw new Error('CARRIER_API_KEY is not set');\nexport const key = process.env.NODE_ENV === 'production' ? (process.env.CARRIER_API_KEY) : 'only-here';",
      ),
    },
    {
      name: 'for the server of a bundler and for the page',
      filename: 'vite.config.ts',
      code: "import { defineConfig } from 'vite';\nconst base = [|process.env.SHOP_API_URL || 'http://localhost:3000'|];\nexport default defineConfig({ server: { origin: base }, define: { 'process.env.SHOP_API_URL': JSON.stringify(base) } });",
      errors: one(
        'address',
        'SHOP_API_URL',
        "import { defineConfig } from 'vite';\nif (!process.env.SHOP_API_URL) throw new Error('SHOP_API_URL is not set');\nconst base = process.env.SHOP_API_URL;\nexport default defineConfig({ server: { origin: base }, define: { 'process.env.SHOP_API_URL': JSON.stringify(base) } });",
      ),
    },
    {
      name: 'written back',
      code: "[|process.env.SHOP_URL ||= 'https://sandbox.example-shop.net'|];",
      errors: one('address', 'SHOP_URL'),
    },
    {
      name: 'no place for a check',
      code: "class Client { base = [|process.env.SHOP_URL || 'https://sandbox.example-shop.net'|]; }",
      errors: one('address', 'SHOP_URL'),
    },
    {
      name: 'asked for and used all the same',
      code: "const key = [|process.env.SHOP_API_KEY ?? ''|];\nexport const isSet = key !== '';\nexport const headers = { 'X-Api-Key': key };",
      errors: one(
        'credential',
        'SHOP_API_KEY',
        "if (!process.env.SHOP_API_KEY) throw new Error('SHOP_API_KEY is not set');\nconst key = process.env.SHOP_API_KEY;\nexport const isSet = key !== '';\nexport const headers = { 'X-Api-Key': key };",
      ),
    },
    {
      name: 'the key of a guide, where nothing is set',
      code: `export const mpesa = { passkey: [|process.env.MPESA_PASSKEY ?? '${['bfb279f9aa9bdbcf158e97dd71a467cd', '2e0c893059b10f78e6b72ada1ed2c919'].join('')}'|] };`,
      errors: one(
        'credential',
        'MPESA_PASSKEY',
        "if (!process.env.MPESA_PASSKEY) throw new Error('MPESA_PASSKEY is not set');\nexport const mpesa = { passkey: process.env.MPESA_PASSKEY };",
      ),
    },
  ],
});
