import rule from '../../rules/structured-error-log.ts';
import { testRule } from '../rule-tester.ts';

const pino = "import pino from 'pino'; const log = pino();";
const get = "await axios.get('https://api.example.com/a', { timeout: 1000 })";
const tried = (handle: string, logger = pino) =>
  `import axios from 'axios'; ${logger} export async function load() { try { return ${get}; } catch (error) { ${handle} throw error; } }`;
const refused = (handle: string, logger = pino) =>
  `${logger} export async function load() { const res = await fetch('https://api.example.com/a'); if (!res.ok) { const problem = await res.json(); ${handle} throw new Error('refused'); } return res.json(); }`;
const winston = "import winston from 'winston'; const log = winston.createLogger({});";

testRule(rule, {
  valid: [
    {
      name: 'an object of the project’s own functions, which send nothing',
      filename: 'src/settings.js',
      files: {
        'src/api.js':
          "export const getSettings = () => bus.ask('settings');\nexport default { getSettings };\n",
      },
      code: "import api from './api.js';\nexport const load = () => api.getSettings().then(show).catch((error) => { console.error(`no settings (${error.message})`); });",
    },
    {
      name: 'neither an answer nor a request is on the error',
      code: "import axios from 'axios';\naxios.interceptors.response.use((r) => r, (error) => { if (error.response) { report(error.response.status); } else if (error.request) { offline(); } else { console.error('set up wrongly', error.message); } return Promise.reject(error); });",
    },
    {
      name: 'a line for the runner of a workflow',
      code: 'export const list = (url) => fetch(url).catch((error) => { console.error(`::error::not listed: ${error.message}`); process.exitCode = 1; });',
    },
    {
      name: 'an example',
      filename: 'examples/list.js',
      code: "const axios = require('axios');\nexports.list = () => axios.get('https://api.example.com/orders').catch((error) => { console.error('not listed: ' + error.message); });",
    },
    {
      name: 'a line that is written in development alone',
      code: "import axios from 'axios';\nexport const load = (url, context) => axios.get(url).catch((error) => { if ('production' !== process.env.NODE_ENV && context.debug) console.log(JSON.stringify(error.response.data)); if (process.env.NODE_ENV === 'development') { console.error('failed: ' + error.message); } throw error; });",
    },
    {
      name: 'the code that a function has found is given by itself',
      code: "import { codeOf } from './codes'; export async function login(user) { try { await fetch('https://api.example.com/login', { method: 'POST', body: user }); } catch (error) { const errorCode = codeOf(error); console.error('no login', errorCode || error.name); throw error; } }",
    },
    {
      name: 'only while one develops',
      code: tried(
        "if (process.env.NODE_ENV === 'development') { log.warn('no order', { error: error.message }); }",
      ),
    },
    {
      name: 'the errors of the body are a field of the line',
      code: "export async function ask(query, log) { const response = await fetch('https://api.example.com/graphql', { method: 'POST', body: query }); const json = JSON.parse(await response.text()); if (!response.ok) { log.error(`HTTP ${response.status}`, { errors: json.errors }); throw new Error('refused'); } return json.data; }",
    },
    {
      name: 'the status is told behind, where there is an answer',
      code: tried(
        "console.error('no orders', error.message); if (error.response) { console.error('status', error.response.status); }",
        '',
      ),
    },
    {
      name: 'in the branch for one status',
      code: tried(
        'if (error.response?.status === 409) { console.warn(`there already: ${error.message}`); return null; }',
        '',
      ),
    },
    {
      name: 'what a thing of an answer is called',
      code: "async function userOf(email) { const response = await fetch('https://api.chat.example/users?email=' + email); const found = await response.json(); return found.user; }\nexport async function write(email, text) { const userId = await userOf(email); const opened = await open(userId); if (!opened) { console.warn(`no channel for ${userId}`); return false; } return post(opened, text); }",
    },
    {
      name: 'the name of a thing, beside an error of the project',
      code: "export async function keep(store, id) { const response = await fetch('https://api.desk.example/tickets/' + id); const ticket = await response.json(); try { await store.write(ticket); } catch (problem) { console.error(`not kept: ${ticket.id}`, problem.message); } return ticket; }",
    },
    {
      name: 'a script beside the program, which others of its kind use',
      filename: 'scripts/audit/lines.js',
      code: "import axios from 'axios'; export async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { console.error(`no lines: ${error.message}`); return null; } }",
    },
    {
      name: 'an answer that is not of the form that a schema says',
      code: "import { z } from 'zod';\nconst Shape = z.object({ type: z.string() });\nexport async function load(id) { const response = await fetch('https://api.shop.example/users/' + id); if (!response.ok) throw new Error('refused'); const checked = Shape.safeParse(await response.json()); if (!checked.success) { const text = `strange: ${JSON.stringify(response.body)}`; console.error(text); throw new Error(text); } return checked.data; }",
    },
    {
      name: 'the last word of a program that is started directly',
      code: "const axios = require('axios');\nasync function main() { await axios.post('https://api.shop.example/orders', {}); }\nmodule.exports = { main };\nif (require.main === module) { main().catch((error) => { console.error('Error:', error.message); process.exit(1); }); }",
    },
    {
      name: 'what hosts the program gets the whole error behind the branch',
      code: "export const login = (node) => fetch('https://api.car.example/login', { method: 'POST' }).then((r) => r.json()).catch((error) => { if (error.message.includes('401')) { console.error('wrong name', error.message); } else { console.error('no login', error.message); } node.error(error); throw error; });",
    },
    {
      name: 'the failures of requests come out as entries, not here',
      code: "import axios from 'axios'; export async function load(store) { try { const all = await Promise.allSettled([axios.get('https://api.example.com/a'), axios.get('https://api.example.com/b')]); await store.write(all.map((one) => one.status)); } catch (error) { console.error('not kept', error.message); throw error; } }",
    },
    {
      name: 'all of the reason of an entry',
      code: "import axios from 'axios'; export async function load() { const all = await Promise.allSettled([axios.get('https://api.example.com/a'), axios.get('https://api.example.com/b')]); for (const one of all) if (one.status === 'rejected') console.error({ err: one.reason }, 'no answer'); return all; }",
    },
    {
      name: 'made a text behind a line that tells it whole',
      code: "export async function save(row) { const { error } = await db.from('orders').insert(row); if (error) { console.error('not saved', error); console.error('details', JSON.stringify(error, null, 2)); } }",
    },
    {
      name: 'what a framework has built of the sources',
      code: tried('log.error(`failed: ${error.message}`);'),
      filename: 'web/.svelte-kit/output/server/chunks/orders.js',
    },
    {
      name: 'the whole error follows the branch',
      code: "export async function load() { try { return await fetch('https://api.shop.example/orders'); } catch (error) { if (error.response) { console.error('data', JSON.stringify(error.response.data)); } else { console.error('no answer', error.message); } console.error('no orders', error); throw new Error('no orders'); } }",
    },
    {
      name: 'the error of a store whose client its package makes',
      code: "import { createClient } from 'redis';\nimport pino from 'pino';\nconst log = pino();\nexport async function open(url) { const client = createClient({ url }); try { await client.ping(); return client; } catch (error) { const reason = error instanceof Error ? error.message : String(error); log.warn(`no cache: ${reason}`); return undefined; } }",
    },
    {
      name: 'a field of one of many things in an answer',
      code: "import pino from 'pino';\nconst log = pino();\nexport async function read(channel, spell) { const answer = await fetch(`https://chat.example.com/api/history?channel=${channel}`, { signal: AbortSignal.timeout(5000) }); const found = await answer.json(); const first = found?.messages?.[0]; const spelled = await spell(first.text); if (typeof spelled !== 'string') { log.warn(`nothing spells ${first.text}`); return null; } return spelled; }",
    },
    {
      name: 'how often this was tried, kept with the request that an error carries',
      code: "import axios from 'axios'; const api = axios.create({ baseURL: process.env.SHOP_URL, timeout: 5000 }); api.interceptors.response.use((res) => res, async (err) => { const { config } = err; if (err.response?.status !== 429 || config.tries >= 2) throw err; config.tries = (config.tries || 0) + 1; console.warn(`busy, try ${config.tries} of 2 at ${err.config.url}`); await pause(8000); return api(config); });",
    },
    {
      name: 'all that the API gave, or else the message, by a name',
      code: "import axios from 'axios';\nexport async function load() { try { return await axios.get('https://api.example.com/a'); } catch (e) { const told = e.response?.data || e.message; console.error('no answer', told); throw e; } }",
    },
    {
      name: 'a code that the program gives to the failure itself',
      code: `import pino from 'pino';
const log = pino();
export async function load() {
  try {
    return await fetch('https://api.example.com/orders');
  } catch (error) {
    log.error({ code: 'orders_unreachable', message: error.message }, 'no orders');
    throw error;
  }
}`,
    },
    {
      name: 'the error is told whole in the line behind the text',
      code: 'async function f() { try { await fetch("https://api.example.com/orders"); } catch (error) { console.error(`Loading failed: ${error.message}`); console.error(error); throw error; } }',
    },
    {
      name: 'the error is told whole in the line before',
      code: "try { await fetch('https://api.x.io/orders'); } catch (error) { console.error('failed', error); console.error('stack:', error.stack); console.error('message:', error?.message); }",
    },
    {
      name: 'a good answer that looks strange',
      code: "export async function count() { const response = await fetch('https://api.x.io/orders'); if (response.ok) { const data = await response.json(); if (data.meta?.total) return data.meta.total; console.warn('no total in', JSON.stringify(data)); } return 0; }",
    },
    {
      name: 'a message to people in a chat',
      code: "import { log } from './chat.js';\nimport axios from 'axios';\nexport async function send(order) { try { return await axios.post('https://api.example.com/orders', order); } catch (error) { log({ message: `order not sent: ${error.message}` }); throw error; } }",
      filename: 'src/send.js',
      files: {
        'src/chat.js':
          "export const log = async ({ message }) => { if (!process.env.SLACK_WEBHOOK_URL) { console.log(message); return; } await fetch(process.env.SLACK_WEBHOOK_URL, { method: 'POST', body: JSON.stringify({ text: message }) }); };",
      },
    },
    {
      name: 'one of two things that are read, through a name',
      code: tried(
        'const what = error.name === wanted ? error.hint : task.name; console.error(what);',
        '',
      ),
    },
    {
      name: 'the whole error through a name',
      code: tried("const cause = error ?? 'unknown'; console.error('not loaded', cause);", ''),
    },

    {
      name: 'the error of something else around a request with a callback',
      code: "const request = require('request'); export const load = (users, id) => users.find(id).then((user) => { request(`https://api.example.com/${user.name}`, (error, response, body) => { if (response.statusCode === 200) show(body); }); }).catch((err) => { console.error('not found: ' + err); });",
    },
    {
      name: 'the error handler of a server gets its own errors',
      code: "import pino from 'pino'; const log = pino(); export const onError = (err, req, res, next) => { log.error(`failed: ${err.message}`); res.status(err.statusCode).end(); };",
    },
    {
      name: 'the client of a cache',
      code: "export class CacheService { async get(key) { try { return await this.client.get(key); } catch (error) { console.warn('cache', error.message); return null; } } }",
    },
    {
      name: 'a connection to a store',
      code: 'export async function start() { try { await redisClient.connect(); } catch (err) { console.error(`not started: ${err.message}`); } }',
    },
    {
      name: 'a connection of a pool',
      code: "pool.connect().then((client) => { client.release(); }).catch((err) => { log.error('no database', { error: err.message }); });",
    },
    {
      name: 'a statement of a database',
      code: "export async function load(pool, id) { const client = await pool.connect(); try { return await client.query('SELECT 1 FROM a WHERE id = $1', [id]); } catch (err) { console.error(`load: ${err.message}`); throw err; } }",
    },
    {
      name: 'the helper takes the failure of its request itself',
      code: "import axios from 'axios'; async function notify(id) { try { await axios.post('https://api.example.com/a', { id }, { timeout: 1000 }); } catch (error) { console.error('notify', error.code, error.response?.status); } } export async function update(id) { try { await save(id); await notify(id); } catch (error) { console.error('update', error.message); throw error; } }",
    },
    {
      name: 'the helper throws an error of its own, which has the message alone',
      code: "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); export class Movies { async run(name) { try { await axios.post('https://api.example.com/command', { name }, { timeout: 1000 }); } catch (e) { throw new Error(`command failed: ${e.message}`); } } async search() { try { await this.run('search'); } catch (e) { log.error('not searched', { errorMessage: e.message }); } } }",
    },
    {
      name: 'such a helper in another file',
      files: {
        'src/movies.js':
          "import axios from 'axios'; export const load = () => axios.get('https://api.example.com/a', { timeout: 1000 }).catch((e) => { throw new Error('no movies: ' + e.message); });",
      },
      code: "import { load } from './movies.js'; import winston from 'winston'; const log = winston.createLogger({}); export async function f() { try { return await load(); } catch (e) { log.error(`failed: ${e.message}`); return null; } }",
    },
    {
      name: 'the failure of the request is handled inside, and what is caught here is the database’s',
      code: "import axios from 'axios'; import pino from 'pino'; const log = pino(); export async function signIn(users, user) { try { try { user.avatar = (await axios.get('https://api.example.com/me', { timeout: 1000 })).data.avatar; } catch (e) { log.warn({ code: e.code }, 'no avatar'); } await users.save(user); } catch (e) { log.error({ errorMessage: e.message }, 'not signed in'); throw e; } }",
    },
    {
      name: 'a script tells the person who runs it',
      filename: 'scripts/check-models.js',
      code: "fetch('https://api.example.com/models').then((r) => r.json()).then(show).catch((e) => { console.warn(`not loaded: ${e.message}`); });",
    },
    {
      name: 'a file of the page’s own',
      code: 'const base = document.baseURI; export const load = (lang) => fetch(new URL(`i18n/${lang}.json`, base).href).then((r) => r.json()).catch((err) => { console.warn(`no labels: ${err.message}`); });',
    },
    {
      name: 'a tool on the same machine',
      code: "export async function tunnel() { try { return await fetch('http://localhost:4040/api/tunnels'); } catch (e) { console.error('no tunnel', e.message); return null; } }",
    },
    {
      name: 'the errors of the SDK are taken before',
      code: "import { SquareClient, SquareError } from 'square'; const square = new SquareClient({ token: process.env.TOKEN }); export async function store(card) { try { return await square.cardsApi.createCard(card); } catch (ex) { if (ex instanceof SquareError) { console.error(ex.errors); } else { console.error(`not stored: ${ex}`); throw ex; } } }",
    },
    {
      name: 'an error of the project’s own, known by its message',
      code: "import axios from 'axios'; import pino from 'pino'; const log = pino(); export async function check(domain) { try { await axios.get(`https://api.example.com/${domain}`, { timeout: 1000 }); } catch (error) { if (error.message === 'unsupported_domain') { log.warn(`not supported: ${error.meta.suffix}`); } else { throw error; } } }",
    },
    tried(
      "log.error({ code: error.code, status: error.response?.status, message: error.message }, 'failed');",
    ),
    tried("log.error({ err: error }, 'failed');"),
    tried("log.error(error, 'failed');"),
    tried("log.error('failed', error);", winston),
    tried("console.error('failed', error);", ''),
    tried("console.error('failed', error.response.status, error.response.data);", ''),
    tried(
      'console.error(JSON.stringify({ level: "error", code: error.code, message: error.message }));',
      '',
    ),
    tried("log.error('failed');"),
    tried('log.error({ code: error.code }, `load failed: ${error.message}`);'),
    tried('log.debug(`failed: ${error.message}`);'),
    refused("console.error('API error:', res.status, problem);", ''),
    refused("log.error({ status: res.status, code: problem.error.code }, 'refused');"),
    refused("log.error({ status: res.status, problem }, 'refused');"),
    'export const parse = (text) => { try { return JSON.parse(text); } catch (error) { console.error(`no JSON: ${error.message}`); } };',
    "import { readFileSync } from 'node:fs'; export const f = (p) => { try { return readFileSync(p); } catch (e) { console.error(`not read: ${e}`); } };",
    {
      name: 'without a code where no API asks for one',
      code: refused("log.error({ status: res.status }, 'refused');"),
    },
    {
      name: 'the status is a field beside the text',
      code: tried('log.error({ status: error.response?.status }, `failed: ${error.message}`);'),
    },
    {
      name: 'the status stands in a line before, as an argument of its own',
      code: tried(
        "console.error('status', error.response?.status); console.error('data', JSON.stringify(error.response?.data)); console.error('message', error.message);",
        '',
      ),
    },
    {
      name: 'the status through a name that has a default',
      code: tried(
        "const { status } = error.response ?? {}; log.error({ status, message: error.message }, 'failed');",
      ),
    },
    { filename: 'src/load.test.ts', code: tried('log.error(`failed: ${error.message}`);') },
    "const bunyan = require('bunyan'); const log = bunyan.createLogger({ name: 'a' }); exports.onRefused = (response, id) => { const { name, code, message } = response.data.error; log.error({ id, status: response.status, error_name: name, error_code: code }, message); };",
    'app.post("/a", async (req, res) => { const { id } = await req.json(); console.log(`order ${id}`); res.send("ok"); });',
    {
      name: 'what is left, which a function of the project asked for',
      code: "async function balance() { const res = await fetch('https://api.example.com/v1/balance', { headers: { Authorization: `Bearer ${process.env.API_KEY}` } }); if (!res.ok) return null; const { available } = await res.json(); return available; }\nexport async function pay(amount) { const left = await balance(); if (left !== null && left < amount) { console.warn(`balance low: ${left} < ${amount}`); return false; } return true; }",
    },
    {
      name: 'a part of an answer beside the thing that is missing',
      code: "async function contact(id) { const res = await fetch(`https://api.example.com/contacts/${id}`); if (!res.ok) throw new Error('no contact'); return res.json(); }\nexport async function remind(id, templates) { const found = await contact(id); const text = templates.get(found.properties.step); if (!text) { console.warn(`no template for step ${found.properties.step}`); return; } await send(text); }",
    },
    {
      name: 'a placeholder for all of the error',
      code: "import axios from 'axios'; export async function f(id) { try { await axios.get('https://api.example.com/a'); } catch (error) { console.error('order %s failed: %O', id, error); throw error; } }",
    },
    {
      name: 'a placeholder for something else, behind the fields',
      code: "import axios from 'axios'; import pino from 'pino'; const log = pino(); export async function f(id) { try { await axios.get('https://api.example.com/a'); } catch (error) { log.error({ code: error.response.data.code }, 'order %s failed', id); throw error; } }",
    },
  ],
  invalid: [
    {
      name: 'what format puts into a text',
      code: "import axios from 'axios';\nimport util from 'node:util';\nexport async function load() {\n  try {\n    return await axios.get('https://api.shop.net/items');\n  } catch (error) {\n    console.error([|util.format('refused: %s %s', error.response?.data.code, error.message)|]);\n    throw error;\n  }\n}",
      errors: ['stringified'],
    },
    {
      name: 'a folder of scripts within the program',
      filename: 'src/scripts/lines.js',
      code: "import axios from 'axios'; export async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { console.error([|`no lines: ${error.message}`|]); return null; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; export async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { console.error('no lines', { message: error.message, code: error.code }); return null; } }",
          ],
        },
      ],
    },
    {
      name: 'another thing is asked behind',
      code: tried(
        "console.error('no orders', [|error.message|]); if (retries.left) { console.error('left', retries.left); }",
        '',
      ),
      errors: [
        {
          messageId: 'message',
          suggestions: [
            tried(
              "console.error('no orders', { message: error.message, code: error.code }); if (retries.left) { console.error('left', retries.left); }",
              '',
            ),
          ],
        },
      ],
    },
    {
      name: 'for every status but one',
      code: tried(
        'if (error.response?.status !== 409) { console.warn([|`no orders: ${error.message}`|]); }',
        '',
      ),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            tried(
              "if (error.response?.status !== 409) { console.warn('no orders', { message: error.message, code: error.code }); }",
              '',
            ),
          ],
        },
      ],
    },
    {
      name: 'a code that goes into a placeholder of the text',
      code: "import axios from 'axios'; import pino from 'pino'; const log = pino(); export async function f(id) { try { await axios.get('https://api.example.com/a'); } catch (error) { log.error('order %s failed: %s', id, [|error.response.data.code|]); throw error; } }",
      errors: ['text'],
    },
    {
      name: 'the message of the reason of an entry',
      code: "import axios from 'axios'; export async function load() { const [a, b] = await Promise.allSettled([axios.get('https://api.example.com/a'), axios.get('https://api.example.com/b')]); if (a.status === 'rejected') console.error('no answer', [|a.reason?.message|]); return [a, b]; }",
      errors: [
        {
          messageId: 'message',
          suggestions: [
            "import axios from 'axios'; export async function load() { const [a, b] = await Promise.allSettled([axios.get('https://api.example.com/a'), axios.get('https://api.example.com/b')]); if (a.status === 'rejected') console.error('no answer', { message: a.reason?.message, code: a.reason.code }); return [a, b]; }",
          ],
        },
      ],
    },
    {
      name: 'the reason of an entry, in a text',
      code: "import axios from 'axios'; export async function load(ids) { const all = await Promise.allSettled(ids.slice(0, 5).map((id) => axios.get(`https://api.example.com/${id}`))); for (const { reason } of all) if (reason) console.error([|`no answer: ${reason}`|]); return all; }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; export async function load(ids) { const all = await Promise.allSettled(ids.slice(0, 5).map((id) => axios.get(`https://api.example.com/${id}`))); for (const { reason } of all) if (reason) console.error('no answer', { message: reason.message, code: reason.code }); return all; }",
          ],
        },
      ],
    },
    {
      name: 'the whole error follows a branch that leaves',
      code: "export async function load() { try { return await fetch('https://api.shop.example/orders'); } catch (error) { if (error.isSlow) { console.error('no answer', [|error.message|]); return null; } console.error('no orders', error); throw new Error('no orders'); } }",
      errors: [
        {
          messageId: 'message',
          suggestions: [
            "export async function load() { try { return await fetch('https://api.shop.example/orders'); } catch (error) { if (error.isSlow) { console.error('no answer', { message: error.message, code: error.code }); return null; } console.error('no orders', error); throw new Error('no orders'); } }",
          ],
        },
      ],
    },
    {
      name: 'the JSON of what the API answered, by a name',
      code: "import axios from 'axios';\nexport async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { const detail = JSON.stringify(error.response.data); console.error('no answer', [|detail|]); throw error; } }",
      errors: [{ messageId: 'stringified' }],
    },
    {
      name: 'the message that the API gave, or else the one of the error, by a name',
      code: "import axios from 'axios';\nexport async function load() { try { return await axios.get('https://api.example.com/a'); } catch (e) { const told = e.response?.data?.message || e.message; console.error('no answer', [|told|]); throw e; } }",
      errors: [{ messageId: 'message' }],
    },
    {
      name: 'the message, or else the same as a text',
      code: "async function load() { try { await fetch('https://api.example.com/a'); } catch (e) { const told = e.message || e.toString(); console.error([|told|]); throw e; } }",
      errors: [{ messageId: 'message' }],
    },
    {
      name: 'another line tells the error whole in another block',
      code: "try { await fetch('https://api.x.io/orders'); } catch (error) { if (verbose) { console.error('failed', error); } console.error('message:', [|error.message|]); }",
      errors: [
        {
          messageId: 'message',
          suggestions: [
            "try { await fetch('https://api.x.io/orders'); } catch (error) { if (verbose) { console.error('failed', error); } console.error('message', { message: error.message, code: error.code }); }",
          ],
        },
      ],
    },
    {
      name: 'a good answer whose body tells of an error',
      code: "export async function count() { const response = await fetch('https://api.x.io/orders'); if (response.ok) { const data = await response.json(); if (data.success === false) { console.warn('refused', [|JSON.stringify(data)|]); return 0; } return data.total; } return 0; }",
      errors: [
        {
          messageId: 'stringified',
          suggestions: [
            "export async function count() { const response = await fetch('https://api.x.io/orders'); if (response.ok) { const data = await response.json(); if (data.success === false) { console.warn('refused', { data }); return 0; } return data.total; } return 0; }",
          ],
        },
      ],
    },
    {
      name: 'the message through a name, with a word where there is none',
      code: tried(
        "const message = error instanceof Error ? error.message : 'Unknown error'; console.error('not loaded:', [|message|]);",
        '',
      ),
      errors: ['message'],
    },
    {
      name: 'the status through a name, in a text',
      code: tried(
        "const status = error.response ? error.response.status : 'no answer'; log.error([|`not loaded (HTTP ${status})`|]);",
      ),
      errors: ['text'],
    },
    {
      name: 'the message or a word, through a name',
      code: tried(
        "const reason = error.message || 'unknown'; console.error([|`not loaded: ${reason}`|]);",
        '',
      ),
      errors: ['text'],
    },

    {
      name: 'the helper throws an error with the code of the one it caught',
      code: "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); async function load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (e) { throw new OrderError(e.message, e.code); } } export async function f() { try { return await load(); } catch (e) { log.error([|`failed: ${e.message}`|]); throw e; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); async function load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (e) { throw new OrderError(e.message, e.code); } } export async function f() { try { return await load(); } catch (e) { log.error('failed', { message: e.message, code: e.code }); throw e; } }",
          ],
        },
      ],
    },
    {
      name: 'the helper throws an error with the one it caught as its cause',
      code: "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); async function load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (e) { throw new Error('no order', { cause: e }); } } export async function f() { try { return await load(); } catch (e) { log.error([|`failed: ${e.message}`|]); throw e; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); async function load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (e) { throw new Error('no order', { cause: e }); } } export async function f() { try { return await load(); } catch (e) { log.error('failed', { message: e.message, code: e.code }); throw e; } }",
          ],
        },
      ],
    },
    {
      name: 'what other files import is no script',
      filename: 'src/tools/models.js',
      code: "import axios from 'axios'; export async function load() { try { return await axios.get('https://api.example.com/models', { timeout: 1000 }); } catch (error) { console.error([|`not loaded: ${error.message}`|]); throw error; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; export async function load() { try { return await axios.get('https://api.example.com/models', { timeout: 1000 }); } catch (error) { console.error('not loaded', { message: error.message, code: error.code }); throw error; } }",
          ],
        },
      ],
    },
    {
      name: 'a script with a logger',
      filename: 'scripts/check-models.js',
      code: "import pino from 'pino'; const log = pino(); fetch('https://api.example.com/models').then((r) => r.json()).then(show).catch((e) => { log.warn([|`not loaded: ${e.message}`|]); });",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import pino from 'pino'; const log = pino(); fetch('https://api.example.com/models').then((r) => r.json()).then(show).catch((e) => { log.warn({ message: e.message, code: e.code }, 'not loaded'); });",
          ],
        },
      ],
    },
    {
      name: 'the errors of the SDK',
      code: "import { SquareClient, SquareError } from 'square'; const square = new SquareClient({ token: process.env.TOKEN }); export async function store(card) { try { return await square.cardsApi.createCard(card); } catch (ex) { if (ex instanceof SquareError) { console.error([|`not stored: ${ex}`|]); } throw ex; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import { SquareClient, SquareError } from 'square'; const square = new SquareClient({ token: process.env.TOKEN }); export async function store(card) { try { return await square.cardsApi.createCard(card); } catch (ex) { if (ex instanceof SquareError) { console.error('not stored', { message: ex.message, code: ex.code }); } throw ex; } }",
          ],
        },
      ],
    },
    {
      name: 'an error with any other message',
      code: "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); export async function check(domain) { try { await axios.get(`https://api.example.com/${domain}`, { timeout: 1000 }); } catch (error) { if (error.message === 'unsupported_domain') return; log.warn([|`not checked: ${error.message}`|]); throw error; } }",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; import winston from 'winston'; const log = winston.createLogger({}); export async function check(domain) { try { await axios.get(`https://api.example.com/${domain}`, { timeout: 1000 }); } catch (error) { if (error.message === 'unsupported_domain') return; log.warn('not checked', { message: error.message, code: error.code }); throw error; } }",
          ],
        },
      ],
    },
    {
      code: tried('log.error([|`load failed: ${error.message}`|]);'),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            {
              title: 'Write the parts as fields',
              output: tried(
                "log.error({ message: error.message, code: error.code }, 'load failed');",
              ),
            },
          ],
        },
      ],
    },
    {
      code: tried("log.error([|'failed: ' + error|]);", winston),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            tried("log.error('failed', { message: error.message, code: error.code });", winston),
          ],
        },
      ],
    },
    {
      code: tried('console.error([|`Error: ${error.message}, code: ${error.code}`|]);', ''),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            tried("console.error('Error', { message: error.message, code: error.code });", ''),
          ],
        },
      ],
    },
    {
      code: tried("console.error('failed', [|JSON.stringify(error)|]);", ''),
      errors: [
        {
          messageId: 'stringified',
          suggestions: [
            tried("console.error('failed', { message: error.message, code: error.code });", ''),
          ],
        },
      ],
    },
    {
      code: tried("log.error({ detail: [|JSON.stringify(error.response)|] }, 'failed');"),
      errors: [{ messageId: 'stringified', suggestions: [] }],
    },
    {
      code: tried("log.error('failed', [|error.message|]);", winston),
      errors: [
        {
          messageId: 'message',
          suggestions: [
            tried("log.error('failed', { message: error.message, code: error.code });", winston),
          ],
        },
      ],
    },
    {
      code: tried("log.error({ error: [|error.message|] }, 'failed');"),
      errors: [{ messageId: 'message', suggestions: [] }],
    },
    {
      code: refused('log.warn([|`refused ${res.status}: ${problem.error.code}`|]);'),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            refused("log.warn({ status: res.status, code: problem.error.code }, 'refused');"),
          ],
        },
      ],
    },
    {
      code: "const log = require('pino')(); exports.raise = async (res) => { const { error } = await res.json(); log.error([|`answered ${res.status} ${error.name}/${error.code}: ${error.message}`|]); throw new Error(error.code); };",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "const log = require('pino')(); exports.raise = async (res) => { const { error } = await res.json(); log.error({ status: res.status, name: error.name, code: error.code, message: error.message }, 'answered'); throw new Error(error.code); };",
          ],
        },
      ],
    },
    {
      code: "import axios from 'axios'; export const load = () => axios.get('https://api.example.com/a', { timeout: 1000 }).catch((e) => { console.error([|`failed ${e}`|]); throw e; });",
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import axios from 'axios'; export const load = () => axios.get('https://api.example.com/a', { timeout: 1000 }).catch((e) => { console.error('failed', { message: e.message, code: e.code }); throw e; });",
          ],
        },
      ],
    },
    {
      code: 'export async function pay(checkout, order) { try { return await checkout.PaymentsApi.payments(order); } catch (err) { console.error([|`Error: ${err.message}, error code: ${err.errorCode}`|]); throw err; } }',
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "export async function pay(checkout, order) { try { return await checkout.PaymentsApi.payments(order); } catch (err) { console.error('Error', { message: err.message, errorCode: err.errorCode }); throw err; } }",
          ],
        },
      ],
    },
    {
      code: "import { log } from './log'; export const onError = (error) => { log.error([|`${error.response.status} ${error.response.data.code}`|]); };",
      errors: [{ messageId: 'text', suggestions: [] }],
    },
    {
      code: "export async function save(db, row) { const { error } = await db.from('events').insert(row); if (error) console.warn('insert failed', [|error.message|]); }",
      errors: [
        {
          messageId: 'message',
          suggestions: [
            "export async function save(db, row) { const { error } = await db.from('events').insert(row); if (error) console.warn('insert failed', { message: error.message, code: error.code }); }",
          ],
        },
      ],
    },
    {
      name: 'the status is no field of its own',
      code: tried('console.error([|`failed (${error.response?.status}): ${error.message}`|]);', ''),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            tried(
              "console.error('failed', { status: error.response?.status, message: error.message, code: error.code });",
              '',
            ),
          ],
        },
      ],
    },
    {
      name: 'the status stands in a line of another branch',
      code: tried(
        "if (error.response) { log.warn({ status: error.response.status }, 'refused'); } else { log.error([|`no answer: ${error.message}`|]); }",
      ),
      errors: [
        {
          messageId: 'text',
          suggestions: [
            tried(
              "if (error.response) { log.warn({ status: error.response.status }, 'refused'); } else { log.error({ message: error.message, code: error.code }, 'no answer'); }",
            ),
          ],
        },
      ],
    },
    {
      name: 'the status is a field, of an API whose errors have codes',
      apis: ['octopus'],
      code: refused(
        'log.error({ status: res.status }, [|`refused: ${problem.error.message}`|]);',
      ).replace('api.example.com', 'api.octopuscards.io'),
      errors: [{ messageId: 'text', suggestions: [] }],
    },
    {
      name: 'fields without the code, of an API that has codes',
      apis: ['octopus'],
      code: refused("log.error({ status: [|res.status|] }, 'refused');").replace(
        'api.example.com',
        'api.octopuscards.io',
      ),
      errors: [{ messageId: 'codeless', suggestions: [] }],
    },
    {
      code: "import { Logger } from '@nestjs/common'; import axios from 'axios'; export class Orders { private readonly logger = new Logger(Orders.name); async load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { this.logger.error([|`failed: ${(error as Error).message}`|]); throw error; } } }",
      parser: 'ts',
      errors: [
        {
          messageId: 'text',
          suggestions: [
            "import { Logger } from '@nestjs/common'; import axios from 'axios'; export class Orders { private readonly logger = new Logger(Orders.name); async load() { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { this.logger.error('failed', { message: (error as Error).message, code: error.code }); throw error; } } }",
          ],
        },
      ],
    },
    {
      name: 'a name for what a serialiser made of the body, in a text',
      code: "import axios from 'axios';\nexport async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { const details = JSON.stringify(error.response?.data); logger.error([|`failed: ${details}`|]); throw error; } }",
      errors: ['text'],
    },
    {
      name: 'a name for what a serialiser made of the body, as an argument',
      code: "import axios from 'axios';\nexport async function load() { try { return await axios.get('https://api.example.com/a'); } catch (error) { const details = JSON.stringify(error.response?.data); logger.error('failed', [|details|]); throw error; } }",
      errors: ['stringified'],
    },
    {
      name: 'a text about one error, beside a line that tells another one whole',
      code: 'async function f() { try { await fetch("https://api.example.com/orders"); } catch (error) { try { await fetch("https://api.example.com/carts"); } catch (second) { logger.error([|`Loading failed: ${error.message}`|]); logger.error(second); throw second; } } }',
      errors: ['text'],
      suggestions: [],
    },
    {
      name: 'a text with a part of the answer, beside a line that tells the error whole',
      code: 'import axios from "axios"; async function f(url) { const response = await axios.get(url, { validateStatus: () => true }); try { await axios.get(response.data.next); } catch (error) { logger.error([|`Loading failed: ${response.data.message}, ${error.message}`|]); logger.error(error); throw error; } }',
      errors: ['text'],
      suggestions: [],
    },
  ],
});
