import rule from '../../rules/no-sensitive-data-in-logs.ts';
import { testRule } from '../rule-tester.ts';

const pino = "import pino from 'pino'; const log = pino();";
const axios =
  "import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com', timeout: 1000, headers: { Authorization: `Bearer ${process.env.API_KEY}` } });";
const tried = (handle: string, name = 'error') =>
  `${axios} export async function load() { try { return await api.get('/a'); } catch (${name}) { ${handle} throw ${name}; } }`;
const handler = (log: string) =>
  `import express from 'express'; ${pino} express().post('/a', (req, res) => { ${log} res.json({ id: req.body.id }); });`;

testRule(rule, {
  valid: [
    {
      name: 'a challenge that is sent back',
      code: "app.http('hook', { handler: async (request) => { const validationToken = request.query.get('validationToken'); if (validationToken) { console.log('validation', { validationToken, method: request.method }); return { body: validationToken }; } return next(request); } });",
    },
    {
      name: 'a number stands in for it',
      code: "const auth = login(); console.log('used', { thinking: details.usage.thoughtsTokens ?? 0, cached: `${usage.cacheReadTokens ?? 0}` });",
    },
    {
      name: 'an example that is there to get a token, and prints what it got',
      filename: 'examples/token/get-bearer-token.js',
      code: 'const start = async () => { const data = await client.getBearerToken({ sub: process.argv[2] }); console.log(JSON.stringify(data, null, 2)); };\nstart();',
    },
    {
      name: 'a format of winston whose helper takes secrets out',
      code: "import winston from 'winston'; const clean = (fields) => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, HIDDEN.has(name) ? '***' : value])); const hide = winston.format((info) => Object.assign(info, clean(info))); const logger = winston.createLogger({ format: winston.format.combine(hide(), winston.format.json()) }); export const f = (token) => logger.info('in', { token });",
    },
    {
      name: 'a script that is run by hand says what it prints',
      filename: 'scripts/open.js',
      code: "const answer = await fetch('https://api.example.com/users', { method: 'POST' });\nconst { token } = await answer.json();\nconsole.log(`User made, its token: ${token}`);",
    },
    {
      name: 'a program that is called so prints it by itself',
      filename: 'get-token.ts',
      code: "const answer = await fetch('https://api.example.com/oauth/token', { method: 'POST' });\nconst data = await answer.json();\nconsole.log('==');\nconsole.log(data.access_token);",
    },
    {
      name: 'errors of the client have left by a field of theirs',
      code: tried(
        "if (error.isAxiosError) { throw new Error('refused'); } console.error('no answer', error);",
      ),
    },
    {
      name: 'a logger whose class is not at hand may keep the message alone',
      filename: 'src/clients/orders.ts',
      code: "import axios from 'axios'; import type { Reporter } from '../reporter'; export class Orders { constructor(private readonly logger: Reporter) {} async load(token: string) { try { return await axios.get('https://api.example.com/orders', { timeout: 1000, headers: { authorization: `Bearer ${token}` } }); } catch (error) { this.logger.error('no orders', error, { at: 'load' }); throw new Error('no orders'); } } }",
    },
    {
      name: 'what stands behind the user of an address, or all of one without',
      code: "export const told = (databaseUrl, log) => { console.log(`at ${databaseUrl.split('@')[1] || databaseUrl}`); console.log('at', databaseUrl.split('@').pop() ?? databaseUrl); };",
    },
    {
      name: 'a cart, a flow and a property that are known by a token',
      code: 'export const show = (cartToken, flowToken, user, auth) => console.log(`cart ${cartToken}`, { flowToken }, user.propertyToken, auth.id);',
    },
    {
      name: 'what holds the secret is written over by stars',
      code: "const hook = { name: 'orders', url: `https://hooks.example.com/in?pass=${process.env.HOOK_PASSWORD}` };\nconsole.info('registered', { ...hook, url: '***' });",
    },
    {
      name: 'the beginning of a long token, with dots behind',
      code: "export const told = (deviceToken) => { console.log(`to ${deviceToken.slice(0, 20)}...`); console.log('to', deviceToken.substring(0, 20) + '…'); };",
    },
    {
      name: 'the token of a lock',
      code: "export async function run(id, locks, auth) { const lock = await locks.take(id); if (!lock.held) { console.log('taken', lock); return; } const lockToken = lock.token; console.log('held', { id, lockToken }); console.log(lock.token); await locks.release(id, lockToken, auth); }",
    },
    {
      name: 'the number of a piece of land',
      code: 'export const show = (parcelPin, user) => console.log(`parcel ${parcelPin}`, user.id);',
    },
    {
      name: 'settings that only say where the line goes, through two functions',
      code: "function warn(settings, text, fields) { const { debug } = settings; if (!debug.on) return; console.warn(`[${settings.userId}] ${text}`, fields); }\nfunction notObtained(kind, settings, attempt) { warn(settings, `nothing for ${kind}`, { attempt }); }\nexport async function obtain(settings) { notObtained('a', settings, 1); return fetch('https://api.example.com/a', { headers: { authorization: settings.apiKey } }); }",
    },
    {
      name: 'a record of which some fields are logged where it fails',
      code: "import express from 'express';\nconst app = express();\nasync function keep(record) { try { await db.records.insert(record); } catch (e) { console.error('not kept', record.what, e.message); } }\nconst note = (request, what) => keep({ request, what });\napp.post('/orders', async (req, res) => { await note(req, 'ordered'); res.end(); });",
    },
    {
      name: 'a function that is called for what it gives',
      code: "async function loadLogs({ apiKey, day }) { console.log(`with ${apiKey.slice(-4)}`, day); return (await fetch('https://api.example.com/logs', { headers: { 'x-api-key': apiKey } })).json(); }\nexport async function show(apiKey) { const entries = await loadLogs({ apiKey, day: 1 }); return entries.length; }",
    },
    {
      name: 'how many keys there are',
      code: "const migratedApiKeys = await migrate();\nif (migratedApiKeys > 0) console.warn('old keys', { migratedApiKeys });",
    },
    {
      name: 'a store of secrets is asked for a setting',
      code: 'const visibility = store.getSecret("POST_VISIBILITY");\nconsole.log(`unknown: ${getSecret("POST_VISIBILITY")}`);',
    },
    {
      name: 'a body that a test before found empty',
      code: "export async function POST(request) { const body = await request.json(); if (!body || Object.keys(body).length === 0) { console.error('nothing in it', { body }); return; } return issue(body.client_secret); }",
    },
    {
      name: 'only where settings say that it is developed, by a field',
      filename: 'src/sms.ts',
      code: "export class Sms { private readonly isDevelopment: boolean; constructor(private readonly config: Config, private readonly logger: Logger) { this.isDevelopment = this.config.get('NODE_ENV') === 'development'; } send(number: string) { const otpCode = this.makeCode(); if (this.isDevelopment && !this.account) this.logger.log(`code for ${number}: ${otpCode}`); } }",
    },
    {
      name: 'the whole error only where it has no text',
      code: "import axios from 'axios';\nexport async function load(key) { try { return await axios.get('https://api.shop.example/orders', { headers: { Authorization: `Bearer ${key}` } }); } catch (error) { const said = error?.response?.data ?? error?.message ?? error; console.error('no orders', said); return null; } }",
    },
    {
      name: 'the error that a function of the file throws for one of a client',
      code: "import axios from 'axios';\nconst load = async () => { try { return await axios.get('https://api.example.com/a', { headers: { Authorization: process.env.API_TOKEN } }); } catch (err) { throw refused(err); } };\nexport async function run() { try { return (await load()).data; } catch (err) { console.error('not loaded', err); throw err; } }",
    },
    {
      name: 'the message of an error, or the whole of what has none',
      code: tried("console.warn('no answer:', error?.message || error);"),
    },
    {
      name: 'a setting out of a store of secrets',
      code: "import { readSecret } from './secrets.js';\nimport pino from 'pino';\nconst log = pino();\nconst moderatorRole = readSecret('app_role_moderator_ID').trim();\nlog.warn(`no member has the role ${moderatorRole}`);",
    },
    {
      name: 'one variable of the environment in a text, by a function that may give all',
      code: "import pino from 'pino';\nconst log = pino();\nconst readSetting = (name) => { if (name === 'all') return process.env; return process.env[name]; };\nconst mirror = (readSetting('MIRROR') || 'https://files.example.com') + '/releases/';\nlog.info('loading ' + mirror);",
    },
    {
      name: 'a log function that writes its first argument only where it is a text',
      code: "const isLevel = (value) => value === 'info' || value === 'warn';\nfunction emit(level, message, fields) { console.log(JSON.stringify({ level, message, fields })); }\nfunction log(first, second, third, fourth) { if (typeof first === 'string' && isLevel(first)) { emit(first, second, third); return; } if (isLevel(second)) emit(second, third, fourth); }\nexport async function load(env) { const answer = await fetch('https://api.example.com/a', { headers: { 'x-api-key': env.API_KEY } }); log(env, 'warn', 'loaded', { status: answer.status }); return answer; }",
    },
    {
      name: 'a body that is not there',
      code: "import express from 'express';\nimport pino from 'pino';\nconst log = pino();\nexpress().post('/a', (req, res) => { if (!req.body) { log.error(req.body, 'nothing sent'); return res.sendStatus(400); } res.json({ id: req.body.id }); });",
    },
    {
      name: 'an error that handlers of requests without a credential give to a method',
      code: "import axios from 'axios';\nexport class Rates { async load() { try { return await axios.get('https://api.example.com/rates'); } catch (error) { return this.failed(error); } } failed(error) { console.error('no rates', error); throw error; } }",
    },
    {
      name: "an error in the console of a page, which is its reader's",
      code: "'use client';\nimport axios from 'axios';\nimport { useEffect, useState } from 'react';\nconst api = axios.create({ baseURL: 'https://api.example.com' });\napi.interceptors.request.use((config) => { config.headers.Authorization = `Bearer ${localStorage.getItem('token')}`; return config; });\nexport function Stats() { const [stats, set] = useState(null); useEffect(() => { const load = async () => { try { set((await api.get('/stats')).data); } catch (error) { console.error('no stats', error); } }; load(); }, []); return stats; }",
    },
    {
      name: 'a log function of the project that writes the message of an error, and members of it',
      code: "import axios from 'axios';\nfunction logErr(where, e) { if (e?.response) { console.error(`${where} [${e.response.status}]`); } else { console.error(`${where}: ${e?.message || String(e)}`); } }\nexport async function send(body) { try { await axios.post('https://api.example.com/a', body, { headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); } catch (e) { logErr('send', e); throw e; } }",
    },
    {
      name: 'a log function of the project that writes some of its options, the others through a filter',
      code: "import winston from 'winston';\nimport { filtered } from './filters';\nconst logger = winston.createLogger({});\nfunction log(message, { level = 'info', meta = {} } = {}) { if (message instanceof Error) { message = `${message.message}\\n${message.stack}`; } return logger.log(level, { message, meta: filtered(meta) }); }\nexport async function load(token) { const sent = { url: '/a', headers: { Authorization: `Bearer ${token}` } }; log('sent', { level: 'debug', meta: { request: sent } }); }",
    },
    {
      name: 'where a token is had from',
      code: "import pino from 'pino';\nconst log = pino();\nexport async function login({ api, baseUrl }) { const tokenUrl = `${baseUrl}${api.paths.adminToken}`; log.info({ url: tokenUrl, tokenPath: api.paths.adminToken }, 'asking'); return fetch(tokenUrl); }",
    },
    {
      name: 'so many of what a model reads: compared in size, taken from something, part of a sum',
      code: "export async function fit(text, limit, dataTokens, answerTokens) { const bodyTokens = await count(text); const pageTokens = Math.ceil(text.length / 4); if (bodyTokens > limit) console.warn(`too long: ${bodyTokens}`); const all = dataTokens + answerTokens; const size = Math.min(all, limit); console.log('tokens', pageTokens, dataTokens, answerTokens, size); }",
    },
    {
      name: 'a request whose headers show nobody who calls',
      code: "import axios from 'axios';\nexport const load = async () => { try { return await axios({ url: 'https://api.example.com/a', headers: { 'X-CSRF-Token': 'none', accept: 'text/html' } }); } catch (error) { console.log(error); throw error; } };",
    },
    "import pino from 'pino';\nconst log = pino();\nexport const forSession = (session) => log.child({ sessionId: session.id, hasToken: Boolean(session.accessToken) });",
    "import pino from 'pino';\nconst log = pino({ redact: ['accessToken'] });\nexport const forSession = (session) => log.child({ accessToken: session.accessToken });",
    "import { root } from './nodes';\nexport const add = (session) => root.child({ accessToken: session.accessToken });",
    {
      name: 'the names of cookies',
      code: "import { cookies } from 'next/headers';\nexport function f() { const sentCookies = cookies().getAll().map((cookie) => cookie.name); console.log('sent', sentCookies); }",
    },
    {
      name: 'a copy that the secret is deleted from',
      code: "export function send(options) { const sent = { headers: { Cookie: cookie, accept: 'text/html' }, ...options }; const copy = JSON.parse(JSON.stringify(sent)); delete copy.headers.Cookie; console.log(`sent ${JSON.stringify(copy)}`); return fetch(url, sent); }",
    },
    {
      name: 'a method that the class inherits, called log',
      code: "import { Command } from '@oclif/core';\nexport default class Login extends Command { async run() { const accessToken = await this.login(); this.log('accessToken: ' + accessToken); } }",
    },
    {
      name: 'claims that a decoder gave',
      code: "import { getToken } from 'next-auth/jwt';\nimport jwt from 'jsonwebtoken';\nconst tokenOf = async (req) => { if (req.bearer) { return getToken({ req: only(req) }); } return getToken({ req }); };\nexport async function pay(req, raw) { const token = await tokenOf(req); console.log(token); const idToken = jwt.verify(raw, key); console.log(idToken); }",
    },
    {
      name: 'several things by their keys, called cookie',
      code: 'export function merge(into, device) { for (const key in device.cookie) { into.cookie[key] = device.cookie[key]; console.log(into.cookie); } }',
    },
    {
      name: 'the project token of a service that counts visits, which every page shows',
      code: "export function send(data) { const sent = { $token: this.mixpanel.token, ...data }; logger.debug('sending', { sent }); logger.debug(process.env.POSTHOG_API_KEY); }",
    },
    {
      name: 'an example that shows what it got',
      filename: 'examples/client-credentials.js',
      code: "client.grant().then((result) => { console.log('Your access token is: ' + result.body.access_token); });",
    },
    {
      name: 'a program that is there to get a token',
      filename: 'tools/get-refresh-token.js',
      code: 'app.get("/callback", async (req, res) => { const { refresh_token } = await exchange(req.query.code); console.log(`refresh_token: ${refresh_token}`); res.end(); });\napp.listen(3000);',
    },
    {
      name: 'a body that is set twice, the second time to a part of it',
      code: "export async function POST(request) { let body = await request.json(); body = body.kind; console.log(body); return new Response('ok'); }",
    },
    {
      name: 'a switch that asks for a look at tokens',
      code: 'console.log(process.env.VERIFY_TOKENS_ON_START, process.env.VERIFY_EMAIL);',
    },

    {
      name: 'what is known of a token to get others with',
      code: 'export const told = (data) => console.log(data.refreshTokenExpiry, data.refresh_count, Boolean(data.refresh_token));',
    },
    {
      name: 'the token belongs to the answer of another request',
      code: "export const sign = (api) => { api.post('/token').then((response) => { keep(response.data.access_token); }); api.get('/prices').then((response) => { console.log(JSON.stringify(response.data)); const body = response.data; console.log(body); }); };",
    },
    {
      name: 'where the token is missing',
      code: "export async function link(api) { const answer = await api.post('/link'); if (answer.data.linkToken) { use(answer.data.linkToken); } else { console.log('no token', answer.data); } }",
    },
    {
      name: 'a token that is decoded already',
      code: "export const check = (verifiedToken) => { if (!verifiedToken.scp.includes('read')) throw new Error('scope'); console.info('verified', verifiedToken); };",
    },
    {
      name: 'a switch that names a token, and an id that is called one',
      code: 'export const start = (options, header) => { if (options.allowManyAudiencesInToken) relax(); console.log(JSON.stringify(options), header.correlationToken); };',
    },
    {
      name: 'a table that says where a key comes from',
      code: 'export const show = (sources) => console.log(`key from ${sources.apiKey}`);',
    },
    {
      name: 'names of cookies, not what is in them',
      code: 'export const list = (jar) => { for (const cookie in jar) console.log("kept", cookie); };',
    },
    {
      name: 'a route that only development has',
      code: "import express from 'express'; const app = express(); const isDev = process.env.NODE_ENV === 'development'; if (isDev) { app.post('/echo', (req, res) => { console.log(req.headers, req.body); res.sendStatus(200); }); }",
    },
    'export const f = (token) => console.log({ tokenPreview: token ? token.substring(0, 10) + "..." : "none" });',
    {
      name: 'the id of a key that was made',
      code: 'export async function f(store, hash) { const keyId = await store.createMerchantApiKey(hash); console.log(`made ${keyId}`); }',
    },
    {
      name: 'a function that picks from the request what it logs',
      code: 'import winston from "winston"; const logger = winston.createLogger({}); const logEvent = (req, event) => { const entry = { event, method: req.method, ip: req.ip, agent: req.get("User-Agent") }; logger.warn("blocked", entry); }; app.post("/orders", (req, res) => { logEvent(req, "blocked"); res.sendStatus(403); });',
    },
    "export const f = (headers) => { const safe = { ...headers, authorization: '[redacted]' }; console.log({ headers: safe }); return headers.authorization; };",
    "const clientSecret = process.env.CLIENT_SECRET; const masked = clientSecret.replace(/.(?=.{4})/g, '*'); console.log({ clientSecret: masked });",
    'export const f = (config) => console.log(`key ${config.apiKey.substring(0, 4)}…`);',
    "console.error('No token provided');",
    'export const f = (session: { expiresAt: number; tokenType: string }) => console.log({ session });',
    'export const f = (token) => console.log(!!token, token.length, typeof token, token ? "set" : "missing");',
    'export const f = (maxTokens, tokenCount, tokenType, expiresAt) => console.log(maxTokens, tokenCount, tokenType, expiresAt);',
    'export const f = (token) => console.log(`token ends with ${token.slice(-4)}`);',
    "export const f = (token) => console.log({ token: '[redacted]', last4: token.slice(-4) });",
    'export const f = (apiKey) => console.log(mask(apiKey), redact({ apiKey }), fingerprint(apiKey));',
    'export const f = (user) => console.log(user.authorId, user.keyboard, user.primaryKey, user.cacheKey, user.monkey);',
    'export const f = (csrfToken, cancellationToken) => console.log(csrfToken, cancellationToken);',
    handler(
      "log.info({ id: req.headers['x-request-id'], agent: req.get('user-agent'), path: req.path });",
    ),
    handler('log.info(`headers: ${req.headers}`);'),
    {
      name: 'a redact option of pino that covers the fields',
      code: "import pino from 'pino'; const log = pino({ redact: ['token', 'headers.authorization', '*.password'] }); export const f = (req, token, user) => { log.info({ token }); log.info({ headers: req.headers }); log.info({ user: { password: user.password } }); };",
    },
    {
      name: 'a redact option that covers a field of what is logged whole',
      code: "import pino from 'pino'; const log = pino({ redact: ['settings.apiKey'] }); const settings = { url: process.env.API_URL, apiKey: process.env.API_KEY }; log.info({ settings }, 'set up');",
    },
    {
      name: 'a format of winston that takes secrets out',
      code: "import winston from 'winston'; const hide = winston.format((info) => { delete info.token; return info; }); const logger = winston.createLogger({ format: winston.format.combine(hide(), winston.format.json()) }); export const f = (token) => logger.info('in', { token });",
    },
    {
      name: 'a serializer of its own',
      code: tried("log.error({ err: error }, 'failed');").replace(
        axios,
        `${axios} import pino from 'pino'; const log = pino({ serializers: { err: (e) => ({ code: e.code }) } });`,
      ),
    },
    tried(
      'console.error(error.message, error.code, error.response?.status, error.response?.data);',
    ),
    tried('console.error(`failed: ${error}`);'),
    tried('if (error instanceof TypeError) console.error(error);'),
    tried('if (!axios.isAxiosError(error)) console.error(error);'),
    tried('console.error(error.config.url, error.config.method);'),
    "export async function f() { try { return await fetch('https://api.example.com'); } catch (error) { console.error(error); } }",
    "import axios from 'axios'; export async function f() { try { return await axios.get('https://status.example.com', { timeout: 1000 }); } catch (error) { console.error(error); } }",
    {
      name: 'axios blots it out by itself',
      code: "import axios from 'axios'; export async function f(t) { try { return await axios.get('https://a.example.com', { timeout: 1000, redact: ['authorization'], headers: { authorization: t } }); } catch (error) { console.error(error); } }",
    },
    'console.log(process.env.NODE_ENV, process.env.PORT, process.env.API_URL, process.env.SENDER_EMAIL);',
    'export const f = (body) => console.log(body.email, body.phone);',
    "const hide = (headers) => Object.fromEntries(Object.entries(headers).filter(([k]) => k !== 'cookie')); export const f = (req) => console.log(hide(req.headers), req.method);",
    { filename: 'tests/a.test.ts', code: 'console.log(process.env);' },
    'export const f = (paymentMethod) => console.log(paymentMethod.card.brand, paymentMethod.card.last4);',
    'const lexer = { next() {} }; export function parse() { let token = lexer.next(); console.log(token); }',
    'export const f = (o) => console.log(JSON.stringify(o.config, (k, v) => (k === "apiKey" ? "***" : v)), o.config.apiKey !== undefined);',
    {
      name: 'an own logger that redacts',
      code: "import { log } from './log'; export const f = (token) => log.info('signed in', { token });",
      files: {
        'src/log.ts':
          "import pino from 'pino'; import { redact } from './redact'; const out = pino(); export const log = { info(message: string, fields: object) { out.info(redact(fields), message); } };",
        'src/redact.ts':
          'export const redact = (fields: object) => ({ ...fields, token: undefined });',
      },
    },
    'export const f = (error) => console.log(error.request, error.config);',
    {
      name: 'a URL before a key is put into it, and its path after',
      code: "export async function load() { const url = new URL('https://api.example.com/v1'); console.log('GET ' + url); url.searchParams.set('api_key', process.env.API_KEY); console.log(url.pathname); return fetch(url); }",
    },
    {
      name: 'the answer to a request with a key in its URL',
      code: "export async function load(api) { let answer; answer = await api.get('https://api.example.com/v1', { params: new URLSearchParams({ api_key: process.env.API_KEY }) }); console.log(answer.status, api); return answer; }",
    },
    {
      name: 'single headers, and how many there are',
      code: "import { Hono } from 'hono';\nnew Hono().use(async (c, next) => { console.info({ id: c.req.header('x-request-id'), fields: Object.keys(c.req.header()).length }); await next(); });",
    },
    {
      name: 'a function of the project that is called like one of a framework',
      code: "const headers = () => ({ accept: 'text/plain' });\nconsole.info('sent with', headers());",
    },
  ],
  invalid: [
    {
      name: 'a secret that is taken under another name',
      code: "import { login } from './login.js';\nexport async function start(log) {\n  const { accessToken: access } = await login();\n  log.info(`signed in with ${[|access|]}`);\n}",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { login } from './login.js';\nexport async function start(log) {\n  const { accessToken: access } = await login();\n  log.info(`signed in with [redacted]`);\n}",
          ],
        },
      ],
    },
    {
      name: 'the error of a request in a pipe',
      code: "import { HttpService } from '@nestjs/axios';\nimport { catchError, mergeMap } from 'rxjs';\nexport class Bills {\n  headers = { Authorization: `Bearer ${process.env.API_KEY}` };\n  constructor(private readonly http: HttpService, private readonly orders: Orders) {}\n  of(id: string) { return this.orders.get(id).pipe(mergeMap(({ bill }) => this.http.get(`https://api.example.com/${bill}`, { headers: this.headers })), catchError((error) => { console.log('no bill', [|error|]); throw error; })); }\n}",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import { HttpService } from '@nestjs/axios';\nimport { catchError, mergeMap } from 'rxjs';\nexport class Bills {\n  headers = { Authorization: `Bearer ${process.env.API_KEY}` };\n  constructor(private readonly http: HttpService, private readonly orders: Orders) {}\n  of(id: string) { return this.orders.get(id).pipe(mergeMap(({ bill }) => this.http.get(`https://api.example.com/${bill}`, { headers: this.headers })), catchError((error) => { console.log('no bill', { code: error.code, status: error.response?.status, message: error.message }); throw error; })); }\n}",
          ],
        },
      ],
    },
    {
      name: 'an error with the form that was sent',
      code: "import axios from 'axios';\nimport qs from 'qs';\nexport async function grant(id, secret) { try { return await axios.post('https://api.example.com/oauth/token', qs.stringify({ client_id: id, client_secret: secret })); } catch (error) { console.error([|error|]); throw error; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nimport qs from 'qs';\nexport async function grant(id, secret) { try { return await axios.post('https://api.example.com/oauth/token', qs.stringify({ client_id: id, client_secret: secret })); } catch (error) { console.error({ code: error.code, status: error.response?.status, message: error.message }); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'a function of another file writes it, in a file that names no log',
      code: "import { audit } from './audit.js';\nexport const book = (req, res) => { audit('booking', { headers: [|req.headers|] }); res.end(); };",
      filename: 'src/book.js',
      files: {
        'src/audit.js':
          "import pino from 'pino';\nconst logger = pino();\nexport const audit = (event, fields) => logger.info(fields, event);\n",
      },
      errors: [
        {
          messageId: 'inbound',
          suggestions: [
            "import { audit } from './audit.js';\nexport const book = (req, res) => { audit('booking', { headers: '[redacted]' }); res.end(); };",
          ],
        },
      ],
    },
    {
      name: 'most of a token, whatever stands behind',
      code: 'export const told = (accessToken) => console.log(`with ${[|accessToken|].slice(0, 40)}...`);',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "export const told = (accessToken) => console.log(`with ${'[redacted]'.slice(0, 40)}...`);",
          ],
        },
      ],
    },
    {
      name: 'the reason of an entry that all requests came to',
      code: "import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com', timeout: 1000, headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); export async function load(ids) { const all = await Promise.allSettled(ids.slice(0, 5).map((id) => api.get(`/${id}`))); for (const one of all) if (one.status === 'rejected') console.error('no answer', [|one.reason|]); return all; }",
      errors: [{ messageId: 'error' }],
    },
    {
      name: 'the whole error, or its message where it has none',
      code: tried("console.warn('no answer:', [|error|] || error.message);"),
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com', timeout: 1000, headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); export async function load() { try { return await api.get('/a'); } catch (error) { console.warn('no answer:', { code: error.code, status: error.response?.status, message: error.message } || error.message); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'a secret out of a store of secrets',
      code: "import { readSecret } from './secrets.js';\nimport pino from 'pino';\nconst log = pino();\nlog.warn(`starts with ${[|readSecret('stripe')|]}`);",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { readSecret } from './secrets.js';\nimport pino from 'pino';\nconst log = pino();\nlog.warn(`starts with [redacted]`);",
          ],
        },
      ],
    },
    {
      name: 'a log function that writes its first argument whatever it is',
      code: "function emit(message, fields) { console.log(JSON.stringify({ message, fields })); }\nfunction log(first, second) { if (typeof second === 'string') { emit(second, first); } }\nexport async function load(env) { const answer = await fetch('https://api.example.com/a', { headers: { 'x-api-key': env.API_KEY } }); log([|env|], 'loaded'); return answer; }",
      errors: [
        {
          messageId: 'configuration',
          suggestions: [
            "function emit(message, fields) { console.log(JSON.stringify({ message, fields })); }\nfunction log(first, second) { if (typeof second === 'string') { emit(second, first); } }\nexport async function load(env) { const answer = await fetch('https://api.example.com/a', { headers: { 'x-api-key': env.API_KEY } }); log('[redacted]', 'loaded'); return answer; }",
          ],
        },
      ],
    },
    {
      name: 'an error that handlers give to a method of their class',
      code: "import axios from 'axios';\nexport class Speech { async hear(body, key) { try { return await axios.post('https://api.example.com/speech', body, { headers: { Authorization: `Bearer ${key}` } }); } catch (problem) { return this.failed(problem); } } failed(problem) { console.error('not heard', [|problem|]); return ''; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nexport class Speech { async hear(body, key) { try { return await axios.post('https://api.example.com/speech', body, { headers: { Authorization: `Bearer ${key}` } }); } catch (problem) { return this.failed(problem); } } failed(problem) { console.error('not heard', { code: problem.code, status: problem.response?.status, message: problem.message }); return ''; } }",
          ],
        },
      ],
    },
    {
      name: 'what a function in the cloud is sent, by its type',
      code: "import type { APIGatewayProxyEvent } from 'aws-lambda';\nexport const handler = async (input: APIGatewayProxyEvent) => { console.debug('received', [|input|]); return { statusCode: 204, body: '' }; };",
      errors: [
        {
          messageId: 'inbound',
          suggestions: [
            "import type { APIGatewayProxyEvent } from 'aws-lambda';\nexport const handler = async (input: APIGatewayProxyEvent) => { console.debug('received', '[redacted]'); return { statusCode: 204, body: '' }; };",
          ],
        },
      ],
    },
    {
      name: 'a log function of the project that writes an option as it is',
      code: "import winston from 'winston';\nconst logger = winston.createLogger({});\nfunction log(message, { level = 'info', meta = {} } = {}) { return logger.log(level, { message, meta }); }\nexport async function load(accessToken) { log('sent', { level: 'debug', meta: { accessToken: [|accessToken|] } }); }",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import winston from 'winston';\nconst logger = winston.createLogger({});\nfunction log(message, { level = 'info', meta = {} } = {}) { return logger.log(level, { message, meta }); }\nexport async function load(accessToken) { log('sent', { level: 'debug', meta: { accessToken: '[redacted]' } }); }",
          ],
        },
      ],
    },
    {
      name: 'a token that a log function of the project makes part of a text',
      code: 'function logInfo(what) { console.log(`> ${what}`); }\nexport async function load(accessToken) { logInfo([|accessToken|]); }',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "function logInfo(what) { console.log(`> ${what}`); }\nexport async function load(accessToken) { logInfo('[redacted]'); }",
          ],
        },
      ],
    },
    {
      name: 'a log function of the project that writes an error and all it carries',
      code: "import axios from 'axios';\nfunction logErr(where, e) { console.error(where, e); }\nexport async function send(body) { try { await axios.post('https://api.example.com/a', body, { headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); } catch (e) { logErr('send', [|e|]); throw e; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nfunction logErr(where, e) { console.error(where, e); }\nexport async function send(body) { try { await axios.post('https://api.example.com/a', body, { headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); } catch (e) { logErr('send', { code: e.code, status: e.response?.status, message: e.message }); throw e; } }",
          ],
        },
      ],
    },
    {
      name: 'an answer that is taken apart, with nothing left out',
      code: "const qs = require('querystring');\nexport function read(data) { const accessToken = qs.parse(data); console.log([|accessToken|]); return accessToken.oauth_token; }",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "const qs = require('querystring');\nexport function read(data) { const accessToken = qs.parse(data); console.log('[redacted]'); return accessToken.oauth_token; }",
          ],
        },
      ],
    },
    {
      name: 'tokens that nothing counts with',
      code: "export async function load(id) { const memberTokens = await read(id); console.log('loaded', [|memberTokens|]); return memberTokens; }",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "export async function load(id) { const memberTokens = await read(id); console.log('loaded', '[redacted]'); return memberTokens; }",
          ],
        },
      ],
    },
    {
      name: 'a request whose API has its own name for the header that shows who calls',
      code: "import axios from 'axios';\nexport const load = async (accessToken) => { try { return await axios({ url: 'https://api.example.com/a', headers: { 'X-Example-Access-Token': accessToken } }); } catch (error) { console.log([|error|]); throw error; } };",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nexport const load = async (accessToken) => { try { return await axios({ url: 'https://api.example.com/a', headers: { 'X-Example-Access-Token': accessToken } }); } catch (error) { console.log({ code: error.code, status: error.response?.status, message: error.message }); throw error; } };",
          ],
        },
      ],
    },
    {
      name: 'a field of a logger',
      code: "import pino from 'pino';\nconst log = pino();\nexport const forSession = (session) => log.child({ sessionId: session.id, accessToken: [|session.accessToken|] });",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import pino from 'pino';\nconst log = pino();\nexport const forSession = (session) => log.child({ sessionId: session.id, accessToken: '[redacted]' });",
          ],
        },
      ],
    },
    {
      name: 'names and values of cookies',
      code: "import { cookies } from 'next/headers';\nexport function f() { const sentCookies = cookies().getAll().map((cookie) => `${cookie.name}=${cookie.value}`); console.log('sent', [|sentCookies|]); }",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { cookies } from 'next/headers';\nexport function f() { const sentCookies = cookies().getAll().map((cookie) => `${cookie.name}=${cookie.value}`); console.log('sent', '[redacted]'); }",
          ],
        },
      ],
    },
    {
      name: 'a function that is kept as the logger',
      code: 'export class Client { constructor(options) { this.options = options; } take(res) { this.options.logger && this.options.logger(`token: ${[|res.access_token|]}`); } }',
      errors: [
        {
          messageId: 'credential',
          data: { name: 'access_token' },
          suggestions: [
            'export class Client { constructor(options) { this.options = options; } take(res) { this.options.logger && this.options.logger(`token: [redacted]`); } }',
          ],
        },
      ],
    },
    {
      name: 'a function that is kept as the log',
      code: 'export class Platform { constructor(log) { this.log = log; } take(res) { this.log("token", [|res.access_token|]); } }',
      errors: [
        {
          messageId: 'credential',
          data: { name: 'access_token' },
          suggestions: [
            'export class Platform { constructor(log) { this.log = log; } take(res) { this.log("token", \'[redacted]\'); } }',
          ],
        },
      ],
    },
    {
      name: 'the token itself, asked for as it came',
      code: "import { getToken } from 'next-auth/jwt';\nexport async function pay(req) { const token = await getToken({ req, raw: true }); console.log([|token|]); }",
      errors: [
        {
          messageId: 'credential',
          data: { name: 'token' },
          suggestions: [
            "import { getToken } from 'next-auth/jwt';\nexport async function pay(req) { const token = await getToken({ req, raw: true }); console.log('[redacted]'); }",
          ],
        },
      ],
    },
    {
      name: 'the private key of such a service',
      code: 'console.log([|process.env.POSTHOG_PERSONAL_API_KEY|]);',
      errors: [
        {
          messageId: 'credential',
          data: { name: 'POSTHOG_PERSONAL_API_KEY' },
          suggestions: ["console.log('[redacted]');"],
        },
      ],
    },
    {
      name: 'an example of something else',
      filename: 'examples/session.js',
      code: "app.get('/callback', async (req, res) => { const session = await exchange(req.query.code); console.log('access token', [|session.accessToken|]); });\napp.listen(3000);",
      errors: [
        {
          messageId: 'credential',
          data: { name: 'accessToken' },
          suggestions: [
            "app.get('/callback', async (req, res) => { const session = await exchange(req.query.code); console.log('access token', '[redacted]'); });\napp.listen(3000);",
          ],
        },
      ],
    },
    {
      name: 'a module that is named for a token, and imported',
      filename: 'src/get-token.js',
      code: "export async function getToken() { const accessToken = await exchange(); console.log('access token', [|accessToken|]); return accessToken; }",
      errors: [
        {
          messageId: 'credential',
          data: { name: 'accessToken' },
          suggestions: [
            "export async function getToken() { const accessToken = await exchange(); console.log('access token', '[redacted]'); return accessToken; }",
          ],
        },
      ],
    },
    {
      name: 'a body that is read in a try',
      code: "export async function POST(request) { let body; try { body = await request.json(); } catch { return new Response('no JSON'); } console.error('not understood', [|body|]); return new Response(body.id); }",
      errors: ['inbound'],
      suggestions: [
        "export async function POST(request) { let body; try { body = await request.json(); } catch { return new Response('no JSON'); } console.error('not understood', '[redacted]'); return new Response(body.id); }",
      ],
    },
    {
      name: 'a body that is read as a text and parsed, through names',
      code: "export async function POST(request) { const text = await request.text(); const event = JSON.parse(text); console.log('event', [|event|]); return new Response(event.id); }",
      errors: ['inbound'],
      suggestions: [
        "export async function POST(request) { const text = await request.text(); const event = JSON.parse(text); console.log('event', '[redacted]'); return new Response(event.id); }",
      ],
    },
    {
      name: 'the token that a webhook is set up with',
      code: "console.log('set it up at /profile?verify_token=' + [|process.env.VERIFY_TOKEN|]);",
      errors: ['credential'],
      suggestions: ["console.log('set it up at /profile?verify_token=' + '[redacted]');"],
    },

    {
      name: 'a token to get others with',
      code: "export function received(data) {\n  const { refresh_token } = data;\n  console.log('refresh_token:', [|refresh_token|]);\n}\nexport const renewed = (token) => console.log(`new: ${[|token.refreshToken|]}`);",
      errors: [
        {
          messageId: 'credential',
          data: { name: 'refresh_token' },
          suggestions: [
            "export function received(data) {\n  const { refresh_token } = data;\n  console.log('refresh_token:', '[redacted]');\n}\nexport const renewed = (token) => console.log(`new: ${token.refreshToken}`);",
          ],
        },
        {
          messageId: 'credential',
          data: { name: 'refreshToken' },
          suggestions: [
            "export function received(data) {\n  const { refresh_token } = data;\n  console.log('refresh_token:', refresh_token);\n}\nexport const renewed = (token) => console.log(`new: [redacted]`);",
          ],
        },
      ],
    },
    {
      name: 'the answer that the token is read from',
      code: "export const sign = (api) => { api.post('/token').then((response) => { keep(response.data.access_token); console.log([|response.data|]); }); api.get('/prices').then((response) => console.log(response.data)); };",
      errors: [
        {
          messageId: 'configuration',
          data: { name: 'response.data.access_token' },
          suggestions: [
            "export const sign = (api) => { api.post('/token').then((response) => { keep(response.data.access_token); console.log('[redacted]'); }); api.get('/prices').then((response) => console.log(response.data)); };",
          ],
        },
      ],
    },
    {
      name: 'a token with its expiry',
      code: 'export const show = (accessToken) => { if (accessToken.exp < Date.now()) renew(accessToken.value); console.log([|accessToken|]); };',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "export const show = (accessToken) => { if (accessToken.exp < Date.now()) renew(accessToken.value); console.log('[redacted]'); };",
          ],
        },
      ],
    },
    {
      name: 'a redact option that covers another field',
      code: "import pino from 'pino'; const log = pino({ redact: ['*.apiKey', 'user.password'] }); export const f = (token) => log.info({ user: { [|token|] } });",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import pino from 'pino'; const log = pino({ redact: ['*.apiKey', 'user.password'] }); export const f = (token) => log.info({ user: { token: '[redacted]' } });",
          ],
        },
      ],
    },
    {
      code: "exports.handler = async (event) => { console.log('event', JSON.stringify([|event|])); return { statusCode: event.body ? 200 : 400 }; };",
      errors: [
        {
          messageId: 'inbound',
          data: { what: 'a request' },
          suggestions: [
            "exports.handler = async (event) => { console.log('event', JSON.stringify('[redacted]')); return { statusCode: event.body ? 200 : 400 }; };",
          ],
        },
      ],
    },
    {
      code: "const winston = require('winston'); const logger = winston.createLogger(); exports.f = (apiKey) => logger.log({ level: 'info', message: 'in', [|apiKey|] });",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "const winston = require('winston'); const logger = winston.createLogger(); exports.f = (apiKey) => logger.log({ level: 'info', message: 'in', apiKey: '[redacted]' });",
          ],
        },
      ],
    },
    {
      code: `${pino} const apiKey = process.env.API_KEY; log.info(\`starting with key \${[|apiKey|]}\`);`,
      errors: [
        {
          messageId: 'credential',
          data: { name: 'API_KEY' },
          suggestions: [
            {
              title: 'Write [redacted] instead',
              output: `${pino} const apiKey = process.env.API_KEY; log.info(\`starting with key [redacted]\`);`,
            },
          ],
        },
      ],
    },
    {
      code: 'export const f = (session) => { const t = session.accessToken; console.log("in", [|t|]); };',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            'export const f = (session) => { const t = session.accessToken; console.log("in", \'[redacted]\'); };',
          ],
        },
      ],
    },
    {
      code: "import winston from 'winston'; const logger = winston.createLogger({}); export const f = (password) => logger.info('login', { [|password|] });",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import winston from 'winston'; const logger = winston.createLogger({}); export const f = (password) => logger.info('login', { password: '[redacted]' });",
          ],
        },
      ],
    },
    {
      code: "export const f = (idToken) => process.stdout.write('token ' + [|idToken|].slice(0, 20));",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "export const f = (idToken) => process.stdout.write('token ' + '[redacted]'.slice(0, 20));",
          ],
        },
      ],
    },
    {
      code: 'console.log(JSON.stringify([|process.env|], null, 2));',
      errors: [
        {
          messageId: 'environment',
          suggestions: ["console.log(JSON.stringify('[redacted]', null, 2));"],
        },
      ],
    },
    {
      code: 'console.log({ at: 1, ...[|process.env|] });',
      errors: [{ messageId: 'environment', suggestions: [] }],
    },
    {
      code: handler("log.info({ headers: [|req.headers|] }, 'in');"),
      errors: [
        {
          messageId: 'inbound',
          data: { what: "a request's headers" },
          suggestions: [handler("log.info({ headers: '[redacted]' }, 'in');")],
        },
      ],
    },
    {
      code: handler("log.info('in', [|req.body|]);"),
      errors: [{ messageId: 'inbound', suggestions: [handler("log.info('in', '[redacted]');")] }],
    },
    {
      code: handler('req.log.info({ cookie: [|req.cookies|] });'),
      errors: [
        {
          messageId: 'credential',
          suggestions: [handler("req.log.info({ cookie: '[redacted]' });")],
        },
      ],
    },
    {
      code: "export async function POST(request: Request) { const body = await request.json(); console.log('hook', [|body|]); return Response.json({ ok: body.ok }); }",
      parser: 'ts',
      errors: [
        {
          messageId: 'inbound',
          suggestions: [
            "export async function POST(request: Request) { const body = await request.json(); console.log('hook', '[redacted]'); return Response.json({ ok: body.ok }); }",
          ],
        },
      ],
    },
    {
      code: tried("console.error('failed', [|error|]);"),
      errors: [
        {
          messageId: 'error',
          suggestions: [
            {
              title: 'Log its code, status and message',
              output: tried(
                "console.error('failed', { code: error.code, status: error.response?.status, message: error.message });",
              ),
            },
          ],
        },
      ],
    },
    {
      code: tried(
        "const log = require('pino')().child({ a: 1 }); log.error({ [|err|] }, 'x');",
        'err',
      ),
      errors: [
        {
          messageId: 'error',
          suggestions: [
            tried(
              "const log = require('pino')().child({ a: 1 }); log.error({ err: { code: err.code, status: err.response?.status, message: err.message } }, 'x');",
              'err',
            ),
          ],
        },
      ],
    },
    {
      code: tried('console.error([|error.config|]);'),
      errors: [{ messageId: 'sent', suggestions: [tried("console.error('[redacted]');")] }],
    },
    {
      code: tried('console.error({ headers: [|error.config.headers|] });'),
      errors: [
        { messageId: 'inbound', suggestions: [tried("console.error({ headers: '[redacted]' });")] },
      ],
    },
    {
      code: `${axios} api.interceptors.request.use((config) => { console.debug('out', [|config|]); return config; });`,
      errors: [
        {
          messageId: 'sent',
          suggestions: [
            `${axios} api.interceptors.request.use((config) => { console.debug('out', '[redacted]'); return config; });`,
          ],
        },
      ],
    },
    {
      code: `${axios} export const f = () => api.get('/a').catch((e) => { console.error(JSON.stringify([|e|])); });`,
      errors: [
        {
          messageId: 'error',
          suggestions: [
            `${axios} export const f = () => api.get('/a').catch((e) => { console.error(JSON.stringify({ code: e.code, status: e.response?.status, message: e.message })); });`,
          ],
        },
      ],
    },
    {
      code: "import { config } from './config'; console.log('config', [|config|]);",
      files: { 'src/config.ts': 'export const config = { port: 1, apiKey: process.env.API_KEY };' },
      errors: [
        {
          messageId: 'configuration',
          suggestions: ["import { config } from './config'; console.log('config', '[redacted]');"],
        },
      ],
    },
    {
      code: 'export async function f(client) { const token = await client.token(); const t = token.access_token; console.log(`answer: ${JSON.stringify([|token|])}`); return t; }',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "export async function f(client) { const token = await client.token(); const t = token.access_token; console.log(`answer: ${JSON.stringify('[redacted]')}`); return t; }",
          ],
        },
      ],
    },
    {
      code: "import * as Sentry from '@sentry/node'; export const f = (card) => Sentry.captureMessage('paid', { extra: { number: [|card.number|], cvc: [|card.cvc|] } });",
      errors: [
        {
          messageId: 'card',
          suggestions: [
            "import * as Sentry from '@sentry/node'; export const f = (card) => Sentry.captureMessage('paid', { extra: { number: '[redacted]', cvc: card.cvc } });",
          ],
        },
        {
          messageId: 'card',
          suggestions: [
            "import * as Sentry from '@sentry/node'; export const f = (card) => Sentry.captureMessage('paid', { extra: { number: card.number, cvc: '[redacted]' } });",
          ],
        },
      ],
    },
    {
      code: "import createDebug from 'debug'; const d = createDebug('app'); export const f = (otp) => d('otp %s', [|otp|]);",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import createDebug from 'debug'; const d = createDebug('app'); export const f = (otp) => d('otp %s', '[redacted]');",
          ],
        },
      ],
    },
    {
      code: "import { Logger } from '@nestjs/common'; export class Auth { private readonly logger = new Logger(Auth.name); login(passcode: string) { this.logger.log(`code ${[|passcode|]}`); } }",
      parser: 'ts',
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { Logger } from '@nestjs/common'; export class Auth { private readonly logger = new Logger(Auth.name); login(passcode: string) { this.logger.log(`code [redacted]`); } }",
          ],
        },
      ],
    },
    {
      code: 'export const f = (body) => console.log("mail to", [|body.email|]);',
      apis: ['aelix'],
      errors: [
        {
          messageId: 'personal',
          suggestions: ['export const f = (body) => console.log("mail to", \'[redacted]\');'],
        },
      ],
    },
    {
      code: "console.log('db', [|process.env.DATABASE_URL|]); export const f = (headers) => console.log([|headers.get('authorization')|]);",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "console.log('db', '[redacted]'); export const f = (headers) => console.log(headers.get('authorization'));",
          ],
        },
        {
          messageId: 'credential',
          suggestions: [
            "console.log('db', process.env.DATABASE_URL); export const f = (headers) => console.log('[redacted]');",
          ],
        },
      ],
    },
    {
      code: "import { createHmac } from 'node:crypto'; export const f = (body, secret) => { const expected = createHmac('sha256', secret).update(body).digest('hex'); console.log({ [|expected|] }); };",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { createHmac } from 'node:crypto'; export const f = (body, secret) => { const expected = createHmac('sha256', secret).update(body).digest('hex'); console.log({ expected: '[redacted]' }); };",
          ],
        },
      ],
    },
    {
      name: 'a URL that a key was put into',
      code: "export async function load(q) { const url = new URL('https://api.example.com/v1'); url.searchParams.set('api_key', process.env.API_KEY); console.log('GET ' + [|url|]); return fetch(url); }",
      errors: ['credential'],
      suggestions: [
        "export async function load(q) { const url = new URL('https://api.example.com/v1'); url.searchParams.set('api_key', process.env.API_KEY); console.log('GET ' + '[redacted]'); return fetch(url); }",
      ],
    },
    {
      name: 'the address of a URL that was given a query',
      code: "export async function load(id) { const url = new URL(`https://graph.example.com/${id}`); url.search = new URLSearchParams({ access_token: process.env.PAGE_TOKEN }); console.warn('calling', [|url.href|]); return fetch(url); }",
      errors: ['credential'],
      suggestions: [
        "export async function load(id) { const url = new URL(`https://graph.example.com/${id}`); url.search = new URLSearchParams({ access_token: process.env.PAGE_TOKEN }); console.warn('calling', '[redacted]'); return fetch(url); }",
      ],
    },
    {
      name: 'the error of a request that a function of the file sends',
      code: "import axios from 'axios';\nconst load = async () => axios.get('https://api.example.com/a', { headers: { Authorization: process.env.API_TOKEN } });\nexport async function run(requestId) { try { return (await load()).data; } catch (err) { console.error({ requestId, [|err|] }); throw err; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nconst load = async () => axios.get('https://api.example.com/a', { headers: { Authorization: process.env.API_TOKEN } });\nexport async function run(requestId) { try { return (await load()).data; } catch (err) { console.error({ requestId, err: { code: err.code, status: err.response?.status, message: err.message } }); throw err; } }",
          ],
        },
      ],
    },
    {
      name: 'the error of one of two clients',
      code: "import axios from 'axios';\nexport async function run() { try { const { data } = await axios.get('https://api.example.com/a', { headers: { Authorization: process.env.API_TOKEN } }); return await fetch('https://api.example.com/b', { method: 'POST', body: JSON.stringify(data) }); } catch (err) { console.error('not loaded', [|err|]); throw err; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import axios from 'axios';\nexport async function run() { try { const { data } = await axios.get('https://api.example.com/a', { headers: { Authorization: process.env.API_TOKEN } }); return await fetch('https://api.example.com/b', { method: 'POST', body: JSON.stringify(data) }); } catch (err) { console.error('not loaded', { code: err.code, status: err.response?.status, message: err.message }); throw err; } }",
          ],
        },
      ],
    },
    {
      name: 'the error of a request that a function of another file sends on',
      files: {
        'src/send.js': "import axios from 'axios';\nexport const send = (config) => axios(config);",
      },
      code: "import { send } from './send.js';\nexport async function load(requestId) { try { return await send({ url: 'https://api.example.com/a', headers: { Authorization: process.env.API_TOKEN } }); } catch (err) { console.log({ requestId, [|err|] }); throw err; } }",
      errors: [
        {
          messageId: 'error',
          suggestions: [
            "import { send } from './send.js';\nexport async function load(requestId) { try { return await send({ url: 'https://api.example.com/a', headers: { Authorization: process.env.API_TOKEN } }); } catch (err) { console.log({ requestId, err: { code: err.code, status: err.response?.status, message: err.message } }); throw err; } }",
          ],
        },
      ],
    },
    {
      name: 'a credential in the console of a page',
      code: "import { useEffect } from 'react';\nexport function Page({ session }) { useEffect(() => { console.log('session', [|session.accessToken|]); }, []); return null; }",
      errors: [
        {
          messageId: 'credential',
          suggestions: [
            "import { useEffect } from 'react';\nexport function Page({ session }) { useEffect(() => { console.log('session', '[redacted]'); }, []); return null; }",
          ],
        },
      ],
    },
    {
      name: 'the headers of each request, as a hook gets them',
      code: "import got from 'got';\nexport const api = got.extend({ prefixUrl: 'https://api.example.com', hooks: { beforeRequest: [(options) => { logger.debug({ url: options.url.pathname, headers: [|options.headers|] }, 'sent'); }] } });",
      errors: [
        {
          messageId: 'inbound',
          suggestions: [
            "import got from 'got';\nexport const api = got.extend({ prefixUrl: 'https://api.example.com', hooks: { beforeRequest: [(options) => { logger.debug({ url: options.url.pathname, headers: '[redacted]' }, 'sent'); }] } });",
          ],
        },
      ],
    },
    {
      name: 'the config of each request, in an interceptor that has a name',
      code: "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com' });\nconst trace = (config) => { logger.debug({ url: config.url, headers: [|config.headers|] }, 'sent'); return config; };\napi.interceptors.request.use(trace);",
      errors: [
        {
          messageId: 'inbound',
          suggestions: [
            "import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com' });\nconst trace = (config) => { logger.debug({ url: config.url, headers: '[redacted]' }, 'sent'); return config; };\napi.interceptors.request.use(trace);",
          ],
        },
      ],
    },
    {
      name: 'all headers by the method that gives one where it is asked for it',
      code: "import { Hono } from 'hono';\nimport pino from 'pino';\nconst log = pino();\nnew Hono().post('/orders', (c) => { const headers = c.req.header(); log.info({ id: c.req.header('x-request-id'), [|headers|] }, 'order'); return c.text('ok'); });",
      errors: ['inbound'],
      suggestions: [
        "import { Hono } from 'hono';\nimport pino from 'pino';\nconst log = pino();\nnew Hono().post('/orders', (c) => { const headers = c.req.header(); log.info({ id: c.req.header('x-request-id'), headers: '[redacted]' }, 'order'); return c.text('ok'); });",
      ],
    },
    {
      name: 'all headers by a function of a framework',
      code: "import { headers } from 'next/headers';\nexport async function GET() { console.info('asked', Object.fromEntries(await [|headers()|])); return Response.json({}); }",
      errors: ['inbound'],
      suggestions: [
        "import { headers } from 'next/headers';\nexport async function GET() { console.info('asked', '[redacted]'); return Response.json({}); }",
      ],
    },
    {
      name: 'the pairs of all headers',
      code: "export async function POST(request) { console.info({ headers: [...[|request.headers.entries()|]] }, 'asked'); return new Response(); }",
      errors: ['inbound'],
    },
  ],
});
