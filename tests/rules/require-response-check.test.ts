import rule from '../../rules/require-response-check.ts';
import { testRule } from '../rule-tester.ts';

testRule(rule, {
  valid: [
    {
      name: 'the body tells of failure by a code of its own',
      code: 'export async function token(url) { const r = await fetch(url); const body = await r.json(); if (body.errcode) { report(body.errmsg); return null; } return body.access_token; }',
    },
    {
      name: 'a tool of whoever develops, on the same machine, which nobody waits for',
      code: "export async function open(order) { fetch('http://127.0.0.1:7300/notes/a1', { method: 'POST', body: order.id }).catch(() => {}); return order; }",
    },
    {
      name: 'the body repeats the status, and it is asked',
      code: "export async function rate(from) { const res = await fetch(`https://api.example.com/rates/${from}`); const data = await res.json(); if (!data || data.status_code !== 200 || !data.data) { console.error('no rate'); return 0; } return data.data.mid; }",
    },
    {
      name: 'a write that nothing depends on: the handler says so',
      code: "export async function flush(lines) { try { await fetch('https://api.example.com/lines', { method: 'POST', body: lines });\n } catch {\n// telling the collector must never crash the page\n} }",
    },
    {
      name: 'an error is thrown where neither of two tests came out true',
      code: "export async function start(kind) { const response = await fetch('https://api.shop.example/sessions', { method: 'POST' }); const session = await response.json(); if (session.url) { open(session.url); } else if (kind === 'quiet') { return null; } else { throw new Error('no session'); } }",
    },
    {
      name: 'a function of the file throws for the error of the body that it gets',
      code: "export async function exchange(code) { const response = await fetch('https://login.shop.example/token', { method: 'POST', body: code }); return keep(await response.json(), code); }\nconst keep = async (body, code) => { if (body.error) throw new Error(JSON.stringify(body)); return store(body.id_token, code); };",
    },
    {
      name: 'an id that a child logger is given before the status is looked at',
      code: 'import { logger } from "./logger";\nexport async function list(url) { const answer = await fetch(url); const body = await answer.json(); const log = logger.child({ traceId: body.trace_id }); if (!answer.ok) { log.warn({ status: answer.status }); throw new Error("list"); } return body.items; }',
    },
    {
      name: 'a callback of needle that reads the status',
      code: "const needle = require('needle');\nfunction send(text, done) { needle.post('https://api.example.com/logs', text, { json: true }, (failed, answer) => { if (failed) return done(failed); const code = answer.statusCode; if (code !== 201) return done(new Error('refused')); done(null); }); }",
    },
    {
      name: 'a callback of needle that comes from outside',
      code: "const needle = require('needle');\nexport function send(text, done) { needle.post('https://api.example.com/logs', text, { json: true }, done); }",
    },
    {
      name: 'a body that a function reads before the status is looked at',
      code: 'function readOrder(text) { try { return JSON.parse(text); } catch { return null; } }\nexport async function order(url) { const answer = await fetch(url); const text = await answer.text(); const found = readOrder(text); if (!answer.ok || !found) throw new Error("no order"); return found; }',
    },
    {
      name: 'the status goes on beside what a function read of the body',
      code: 'function readOrder(text) { try { return JSON.parse(text); } catch { return null; } }\nexport async function order(url) { let answer = await fetch(url); if (answer.status >= 500) { answer = await fetch(url); } const text = await answer.text(); const found = readOrder(text); return { ok: answer.ok, status: answer.status, found, text }; }',
    },
    {
      name: 'the status goes on beside a body that is read later',
      code: 'export async function open(url) { const answer = await fetch(url); return { status: answer.status, json: () => answer.json() }; }',
    },
    {
      name: 'a type that is held against the body',
      code: 'import * as t from "io-ts";\nconst Found = t.type({ alias: t.string });\nexport async function find(url) { let body; try { const answer = await fetch(url); body = await answer.json(); } catch { return null; } if (!Found.is(body)) return null; return body.alias; }',
    },
    {
      name: 'a write through a function that refuses errors itself',
      code: "async function post(path, body) { const answer = await fetch(`https://api.example.com${path}`, { method: 'POST', body }); if (!answer.ok) throw new Error(String(answer.status)); return answer; }\nexport async function save(line) { await post('/lines', line); }",
    },
    {
      name: 'a write whose status goes into the log',
      code: 'export async function tell(url, text) { const answer = await fetch(url, { method: "POST", body: text }); console.log("told:", answer.status); }',
    },
    {
      name: 'the same in a text',
      code: 'export const tell = (url, text) => fetch(url, { method: "PUT", body: text }).then((answer) => console.info(`answered ${answer.status}`));',
    },
    {
      name: 'a file of the extension',
      code: "export async function style() { const answer = await fetch(chrome.runtime.getURL('parts/switch.css')); return answer.text(); }",
    },
    {
      name: 'a file of the extension, with something behind its address',
      code: "export async function style() { const answer = await fetch(`${browser.runtime.getURL('parts/switch.css')}?v=2`); return answer.text(); }",
    },
    {
      name: 'a helper that asks whether there is an error in the body',
      code: "class Tags { async read(response) { const data = await response.json(); if ('error' in data) { throw new Error(data.message); } return data; }\nasync list(artist) { const response = await fetch(`https://api.example.com/tags?artist=${artist}`); const found = await this.read(response); return found.tags; } }\nexport const tags = new Tags();",
    },
    {
      name: 'the body in another form, given back with the status',
      code: "import axios from 'axios';\nexport async function send(url) { const res = await axios.request({ url, responseType: 'arraybuffer', validateStatus: () => true }); const data = Buffer.isBuffer(res.data) ? res.data : Buffer.from(res.data ?? []); return { status: res.status, ok: res.status < 300, text: async () => data.toString('utf8') }; }",
    },
    {
      name: 'a file beside the page',
      code: "export async function rates() { const answer = await fetch('/rates.json'); return (await answer.json()).eur; }",
    },
    "export async function both() { const answers = await Promise.all([fetch('https://api.example.com/a'), fetch('https://api.example.com/b')]); if (!answers.every((answer) => answer.ok)) throw new Error('refused'); return Promise.all(answers.map((answer) => answer.json())); }",
    "export async function both() { const answers = await Promise.all([fetch('https://api.example.com/a'), fetch('https://api.example.com/b')]); return Promise.all(answers.map((answer) => { if (!answer.ok) throw new Error('refused'); return answer.json(); })); }",
    {
      name: 'status and body are kept together, and told apart where they are kept',
      code: 'export async function probe(urls) { const results = []; for (const url of urls) { try { const r = await fetch(url); const text = await r.text(); let data; try { data = JSON.parse(text); } catch { data = text; } results.push({ ok: r.ok, data: r.ok ? data : null, error: r.ok ? null : data }); } catch (error) { results.push({ ok: false, error: error.message }); } } return JSON.stringify({ results }); }',
    },
    {
      name: 'a body that could not be read is part of an error',
      code: 'export async function send(url, message) { const r = await fetch(url, { method: "POST", body: JSON.stringify(message) }); let data; try { data = await r.json(); } catch { const text = await r.text(); return { success: false, details: text }; } if (!r.ok) return { success: false, details: data }; return { success: true, data }; }',
    },
    {
      name: 'a callback that reads the status',
      code: 'const https = require("https");\nconst load = (url) => new Promise((resolve, reject) => { https.get(url, (res) => { let text = ""; res.on("data", (chunk) => (text += chunk)); res.on("end", () => (res.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(text)))); }).on("error", reject); });',
    },
    {
      name: 'a callback whose body tells',
      code: 'const https = require("https");\nconst load = (url, done) => https.get(url, (res) => { let text = ""; res.on("data", (chunk) => (text += chunk)); res.on("end", () => { const body = JSON.parse(text); if (body.error) done(body.error); else done(null, body); }); });',
    },
    {
      name: 'a callback that hands the response on',
      code: 'const https = require("https");\nconst load = (url, done) => https.get(url, (res) => done(res));',
    },
    {
      name: 'a download that is piped',
      code: 'const https = require("https");\nconst load = (url, file) => https.get(url, (res) => { res.pipe(file); });',
    },
    {
      name: 'a callback that lets the body pass by',
      code: 'const https = require("https");\nconst ping = (url) => https.get(url, (res) => { res.on("data", () => {}); });',
    },
    {
      name: 'even that nobody answers is no failure',
      code: 'const https = require("https");\nconst name = (url) => new Promise((resolve) => { const req = https.request(url, (res) => { let text = ""; res.on("data", (chunk) => (text += chunk)); res.on("end", () => resolve(JSON.parse(text).name)); }); req.on("error", () => resolve(null)); req.end(); });',
    },
    {
      name: 'a callback with error, response and body',
      code: 'const request = require("request");\nrequest("https://api.example.com/orders", (error, response, body) => { if (error || response.statusCode !== 200) return fail(error); show(JSON.parse(body)); });',
    },
    {
      name: 'a callback that decides by the body',
      code: 'const request = require("request");\nrequest("https://api.example.com/orders", { json: true }, (error, response, body) => { if (!body.orders) return fail(error); show(body.orders); });',
    },
    {
      name: 'a write of which a failure is logged',
      code: 'export async function save(url, body) { const r = await fetch(url, { method: "POST", body }); if (!r.ok) console.error(r.status); }',
    },
    {
      name: 'a failure is logged, and a default is returned',
      code: 'export async function load(url) { const r = await fetch(url); if (!r.ok) { console.error(r.status); return []; } return r.json(); }',
    },
    {
      name: 'what is wrong with something, or nothing',
      code: 'export async function validateOrder(url) { const r = await fetch(url); if (r.ok) return null; return r.json(); }',
    },
    {
      name: 'the wrapper looks at the status',
      code: 'async function api(url) { const r = await fetch(url); if (!r.ok) throw new Error("refused"); return r; }\nexport async function f() { const r = await api("/api/items"); return r.json(); }',
    },
    {
      name: 'a helper of the wrapper looks at the status, in another file',
      files: {
        'src/client.ts':
          'async function throwIfNotOk(res: Response) { if (!res.ok) throw new Error(`${res.status}: ${await res.text()}`); }\nexport async function api(method: string, url: string): Promise<Response> { const res = await fetch(url, { method }); await throwIfNotOk(res); return res; }',
      },
      code: 'import { api } from "./client.ts";\nexport async function f() { const r = await api("POST", "/api/items"); return r.json(); }',
    },
    {
      name: 'the body is read where the request succeeded, and used where there is one',
      code: 'async function f(id) { let design = null; try { const r = await fetch(`https://api.example.com/designs/${id}`); if (r.ok) { const body = await r.json(); design = body.design; } } catch (e) { console.warn("no design", e); } return render(design ?? standard); }',
    },
    {
      name: 'a schema is held against the answer to a write',
      code: 'async function f(form) { const r = await fetch("https://api.example.com/token", { method: "POST", body: form }); const parsed = Token.safeParse(await r.json()); if (!parsed.success) throw new Error("no token"); return parsed.data; }',
    },
    {
      name: 'what failed is told where the result is missing',
      code: 'async function f(price) { const r = await fetch("/api/checkout", { method: "POST", body: price }); const body = await r.json(); if (body?.data?.url) { open(body.data.url); } else { toast.error(body?.error?.message || "Failed"); } }',
    },
    {
      name: 'the body is read and parsed first, put into an object where that fails, and used after the test',
      code: 'export async function post(url, body) { const r = await fetch(url, { method: "POST", body }); const text = await r.text(); let parsed; try { parsed = text ? JSON.parse(text) : {}; } catch { parsed = { raw: text }; } if (!r.ok) throw new Error(parsed.error); return parsed; }',
    },
    {
      name: 'an error that happened here is told, and nobody waits for it',
      code: 'export const onExit = (error) => { if (error) { fetch("/api/link_exit_error", { method: "POST", body: JSON.stringify(error) }); } };',
    },
    {
      name: 'a log line is sent, and nobody waits for it',
      code: 'function emitActionLog(payload) { const endpoint = process.env.LOG_URL ?? (base ? `${base}/v2/logs` : undefined); if (!endpoint) return; void fetch(endpoint, { method: "POST", body: payload }).catch(() => undefined); }',
    },
    {
      name: 'the type of what is given back has the error of a body',
      code: 'export const domain = async (name: string): Promise<Domain & { error?: { code: string } }> => { return await fetch(`https://api.example.com/domains/${name}`).then((res) => { return res.json(); }); };',
    },
    {
      name: 'a body without the result is thrown',
      code: 'async function create(cart) { const r = await fetch("/api/orders", { method: "POST", body: cart }); const order = await r.json(); if (order.id) { return order.id; } const detail = order?.details?.[0]; const said = detail ? `${detail.issue} (${order.debug_id})` : JSON.stringify(order); throw new Error(said); }',
    },
    {
      name: 'a body without the result is thrown, else it is used',
      code: 'async function capture(id, show) { const r = await fetch(`/api/orders/${id}/capture`, { method: "POST" }); const order = await r.json(); const detail = order?.details?.[0]; if (detail?.issue === "DECLINED") { return restart(); } else if (detail) { throw new Error(detail.description); } else if (!order.units) { throw new Error("no units"); } else { show(order.units[0]); } }',
    },
    {
      name: 'only one answer is good, and every other one is thrown',
      code: 'fetch("https://api.example.com/health").then((r) => r.json()).then((body) => { if (body.status !== "UP") { throw new Error(`down: ${body.status}`); } }).catch((e) => { console.log(e); process.exit(1); });',
    },
    {
      name: 'the user is told that the result is missing',
      code: 'fetch("/api/config").then((r) => r.json()).then(async ({ key }) => { if (!key) { setStatus("not configured"); return; } await load(key); });',
    },
    {
      name: 'errors are given back in the form of the error of a body',
      code: 'const customer = async (name) => { try { const r = await fetch("/api/customer", { method: "POST", body: name }); return await r.json(); } catch (error) { return { error }; } };',
    },
    'async function f(url) { const r = await fetch(url); if (!r.ok) throw new Error("x"); return r.json(); }',
    'async function f(url) { const r = await fetch(url); const body = await r.json(); if (!r.ok) throw new Error(body.message); return body; }',
    'async function f(url) { const { ok, status } = await fetch(url, { method: "PUT" }); if (!ok) throw new Error(String(status)); }',
    'async function f(url) { const r = await fetch(url); switch (r.status) { case 200: return r.json(); default: throw new Error("x"); } }',
    'async function f(url) { const r = await fetch(url); return r.ok ? r.json() : null; }',
    'async function f(url) { const r = await fetch(url); return { status: r.status, body: await r.json() }; }',
    'function assertOk(r) { if (r.status >= 400) throw new Error("x"); return r; }\nexport const f = (url) => fetch(url).then(assertOk).then((r) => r.json());',
    'export const f = (url) => fetch(url);',
    'export const f = (url, check) => fetch(url).then(check).then((r) => r.json());',
    'async function f(url, cache) { const r = await fetch(url); await cache.put(url, r); return r.json(); }',
    'async function f(url) { const r = await fetch(url, { method: "HEAD" }); return r.headers; }',
    'async function f() { return (await fetch("data:text/plain,hi")).text(); }',
    'import axios from "axios"; export const f = async (url) => (await axios.get(url)).data;',
    'async function f(url, schema) { const r = await fetch(url); return schema.parse(await r.json()); }',
    {
      code: 'export const f = async (url) => (await fetch(url)).json();',
      filename: 'src/api.test.ts',
    },
    {
      code: 'import { assertOk } from "./assert.js";\nexport async function f(url) { const r = await fetch(url); await assertOk(r); return r.json(); }',
      files: {
        'src/assert.js': 'export async function assertOk(r) { if (!r.ok) throw new Error("x"); }',
      },
    },
  ],
  invalid: [
    {
      name: 'what is not in the body is made, and only that may fail',
      code: "export async function folder(name) { const res = await [|fetch|]('https://api.example.com/folders'); const list = await res.json(); const found = (list.value || []).find((one) => one.name === name); if (found) return found.id; const made = await fetch('https://api.example.com/folders', { method: 'POST', body: name }); if (!made.ok) throw new Error('not made'); return (await made.json()).id; }",
      errors: [
        {
          messageId: 'never',
          suggestions: [
            "export async function folder(name) { const res = await fetch('https://api.example.com/folders');\nif (!res.ok) throw new Error(`Request failed with status ${res.status}`); const list = await res.json(); const found = (list.value || []).find((one) => one.name === name); if (found) return found.id; const made = await fetch('https://api.example.com/folders', { method: 'POST', body: name }); if (!made.ok) throw new Error('not made'); return (await made.json()).id; }",
          ],
        },
      ],
    },
    {
      name: 'a child that is no logger',
      code: 'export async function keep(url, store) { const answer = await [|fetch|](url); const body = await answer.json(); await store.child(body.id); if (!answer.ok) throw new Error("keep"); }',
      errors: ['sometimes'],
    },
    {
      name: 'a callback of needle that looks at the error alone',
      code: "const needle = require('needle');\n[|needle.get|]('https://api.example.com/orders', { json: true }, (failed, answer, body) => { if (failed) return fail(failed); show(body.orders); });",
      errors: ['never'],
    },
    {
      name: 'a write by a promise of needle that nobody waits for',
      code: "const needle = require('needle');\nexport function cancel(id) { void [|needle|]('delete', `https://api.example.com/orders/${id}`, null, { json: true }); }",
      errors: ['dropped'],
    },
    {
      name: 'a function that sends the body on before the status is looked at',
      code: 'async function keep(text) { await store.put(text); return 1; }\nexport async function order(url) { const answer = await [|fetch|](url); const text = await answer.text(); const kept = await keep(text); if (!answer.ok) throw new Error("no order"); return kept; }',
      errors: ['sometimes'],
    },
    {
      name: 'a write through a function of the file, whose answer nobody looks at',
      code: "const createOrder = (body) => fetch('https://api.example.com/orders', { method: 'POST', body });\nexport async function save(order) { await [|createOrder|](order); await mark(order); }",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "const createOrder = (body) => fetch('https://api.example.com/orders', { method: 'POST', body });\nexport async function save(order) { const response = await createOrder(order);\nif (!response.ok) throw new Error(`Request failed with status ${response.status}`); await mark(order); }",
          ],
        },
      ],
    },
    {
      name: 'a write through a method that gives the answer back',
      code: "class Api { send(path, options) { return fetch(`https://api.example.com${path}`, options); } async cancel(id) { await [|this.send|](`/orders/${id}`, { method: 'DELETE' }); } }\nexport const api = new Api();",
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            "class Api { send(path, options) { return fetch(`https://api.example.com${path}`, options); } async cancel(id) { const response = await this.send(`/orders/${id}`, { method: 'DELETE' });\nif (!response.ok) throw new Error(`Request failed with status ${response.status}`); } }\nexport const api = new Api();",
          ],
        },
      ],
    },
    {
      name: 'a helper that asks whether there is something else in the body',
      code: "async function read(response) { const data = await response.json(); if ('next' in data) { follow(data.next); } return data.items; }\nexport async function list(artist) { const response = await [|fetch|](`https://api.example.com/tags?artist=${artist}`); const found = await read(response); return found.tags; }",
      errors: [
        {
          messageId: 'never',
          suggestions: [
            "async function read(response) { const data = await response.json(); if ('next' in data) { follow(data.next); } return data.items; }\nexport async function list(artist) { const response = await fetch(`https://api.example.com/tags?artist=${artist}`);\nif (!response.ok) throw new Error(`Request failed with status ${response.status}`); const found = await read(response); return found.tags; }",
          ],
        },
      ],
    },
    {
      name: 'a path of an API that looks like a file',
      code: 'export async function orders(shop) { const answer = await [|fetch|](`${shop}/admin/orders.json?limit=50`); return (await answer.json()).orders; }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'export async function orders(shop) { const answer = await fetch(`${shop}/admin/orders.json?limit=50`);\nif (!answer.ok) throw new Error(`Request failed with status ${answer.status}`); return (await answer.json()).orders; }',
          ],
        },
      ],
    },
    {
      name: 'a tuple of responses, gone through',
      code: "export async function both() { const answers = await Promise.all([[|fetch|]('https://api.example.com/a'), [|fetch|]('https://api.example.com/b')]); const [a, b] = await Promise.all(answers.map((answer) => answer.json())); return { a: a.items, b: b.items }; }",
      errors: [
        {
          messageId: 'never',
          suggestions: [
            "export async function both() { const answers = await Promise.all([fetch('https://api.example.com/a'), fetch('https://api.example.com/b')]); const [a, b] = await Promise.all(answers.map((answer) => { if (!answer.ok) throw new Error(`Request failed with status ${answer.status}`); return answer.json(); })); return { a: a.items, b: b.items }; }",
          ],
        },
        {
          messageId: 'never',
          suggestions: [
            "export async function both() { const answers = await Promise.all([fetch('https://api.example.com/a'), fetch('https://api.example.com/b')]); const [a, b] = await Promise.all(answers.map((answer) => { if (!answer.ok) throw new Error(`Request failed with status ${answer.status}`); return answer.json(); })); return { a: a.items, b: b.items }; }",
          ],
        },
      ],
    },
    {
      name: 'bodies are kept without their status',
      code: 'export async function probe(urls) { const results = []; for (const url of urls) { try { const r = await [|fetch|](url); const data = await r.json(); results.push({ url, data }); if (r.ok) count(url); } catch (error) { results.push({ error: error.message }); } } return JSON.stringify({ results }); }',
      errors: [{ messageId: 'sometimes' }],
    },
    {
      name: 'a text instead of a body that could not be read',
      code: 'export async function load(url) { const r = await [|fetch|](url); let data; try { data = await r.json(); } catch { data = await r.text(); } if (!r.ok) console.warn(r.status); return data; }',
      errors: [{ messageId: 'sometimes' }],
    },
    {
      name: 'a callback that takes any body',
      code: 'const https = require("https");\nconst load = (url) => new Promise((resolve, reject) => { [|https.get|](url, (res) => { let text = ""; res.on("data", (chunk) => { text += chunk; }); res.on("end", () => resolve(text)); }).on("error", reject); });',
      errors: ['never'],
    },
    {
      name: 'a callback that collects chunks',
      code: 'const https = require("https");\nconst load = (url) => new Promise((resolve, reject) => { const req = [|https.request|](url, { method: "POST" }, (res) => { const chunks = []; res.on("data", (chunk) => { chunks.push(chunk); }); res.on("end", () => { resolve(JSON.parse(Buffer.concat(chunks).toString())); }); }); req.on("error", (error) => reject(error)); req.end(); });',
      errors: ['never'],
    },
    {
      name: 'a callback of its own name',
      code: 'const https = require("https");\nfunction take(res) { res.setEncoding("utf8"); res.on("data", (text) => save(text)); }\nexport const load = (url) => [|https.get|](url, take);',
      errors: ['never'],
    },
    {
      name: 'a callback that looks at the error alone',
      code: 'const request = require("request");\n[|request.get|]("https://api.example.com/orders", (error, response, body) => { if (error) return fail(error); show(JSON.parse(body)); });',
      errors: ['never'],
    },
    {
      name: 'a callback that reads the body off the response',
      code: 'const request = require("request");\n[|request|]({ uri: "https://api.example.com/orders", json: true }, function (error, response) { if (error) return fail(error); show(response.body.orders); });',
      errors: ['never'],
    },
    {
      code: 'async function f(url) {\n  const r = await [|fetch|](url);\n  return r.json();\n}',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(url) {\n  const r = await fetch(url);\n  if (!r.ok) throw new Error(`Request failed with status ${r.status}`);\n  return r.json();\n}',
          ],
        },
      ],
    },
    {
      code: 'export const f = (url) => [|fetch|](url).then((r) => r.json());',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'export const f = (url) => fetch(url).then((r) => { if (!r.ok) throw new Error(`Request failed with status ${r.status}`); return r.json(); });',
          ],
        },
      ],
    },
    { code: 'export const f = async (url) => (await [|fetch|](url)).json();', errors: ['never'] },
    {
      code: 'async function f(url) {\n  await [|fetch|](url, { method: "POST" });\n}',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'async function f(url) {\n  const response = await fetch(url, { method: "POST" });\n  if (!response.ok) throw new Error(`Request failed with status ${response.status}`);\n}',
          ],
        },
      ],
    },
    {
      code: 'async function f(url, a) { const r = await [|fetch|](url); if (a) { if (!r.ok) throw new Error("x"); } return r.json(); }',
      errors: ['sometimes'],
    },
    {
      code: 'async function f(url, save) { const r = await [|fetch|](url); const d = await r.json(); save(d); if (!r.ok) throw new Error("x"); }',
      errors: ['sometimes'],
    },
    {
      code: 'async function f(a, b) { const all = await Promise.all([a, b].map((u) => [|fetch|](u))); return Promise.all(all.map((r) => r.json())); }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(a, b) { const all = await Promise.all([a, b].map((u) => fetch(u))); return Promise.all(all.map((r) => { if (!r.ok) throw new Error(`Request failed with status ${r.status}`); return r.json(); })); }',
          ],
        },
      ],
    },
    {
      code: 'const parse = (r) => r.json();\nexport const f = (url) => [|fetch|](url).then(parse);',
      errors: ['never'],
    },
    {
      code: 'async function f(url) { const r = await [|fetch|](url); console.log(r.status); const { id } = await r.json(); return id; }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(url) { const r = await fetch(url);\nif (!r.ok) throw new Error(`Request failed with status ${r.status}`); console.log(r.status); const { id } = await r.json(); return id; }',
          ],
        },
      ],
    },
    {
      code: 'import axios from "axios"; export const f = async (url) => (await [|axios.get|](url, { validateStatus: () => true })).data;',
      errors: ['never'],
    },
    {
      code: 'import got from "got"; export const f = async (url) => (await [|got.post|](url, { throwHttpErrors: false })).body;',
      errors: ['never'],
    },
    {
      code: 'import { request } from "undici"; export async function f(url) { const { body } = await [|request|](url); return body.json(); }',
      errors: ['never'],
    },
    {
      code: 'import fetch from "node-fetch"; export const f = async (a, b) => { const x = await fetch(a); const y = await [|fetch|](b); if (!x.ok) throw new Error("x"); return [await x.json(), await y.json()]; };',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'import fetch from "node-fetch"; export const f = async (a, b) => { const x = await fetch(a); const y = await fetch(b);\nif (!y.ok) throw new Error(`Request failed with status ${y.status}`); if (!x.ok) throw new Error("x"); return [await x.json(), await y.json()]; };',
          ],
        },
      ],
    },
    {
      name: 'the body of a failure is given back, and nothing of a success',
      code: 'export async function load(url) { const r = await [|fetch|](url); if (r.ok) return null; return r.json(); }',
      errors: ['inverted'],
    },
    {
      name: 'a success is thrown away',
      code: 'export async function load(url) { const r = await [|fetch|](url); if (r.ok) { throw new Error("x"); } return await r.json(); }',
      errors: ['inverted'],
    },
    {
      name: 'the type of what is given back has no error',
      code: 'export const domain = async (name: string): Promise<Domain & { verified: boolean }> => { return await [|fetch|](`https://api.example.com/domains/${name}`).then((res) => res.json()); };',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'export const domain = async (name: string): Promise<Domain & { verified: boolean }> => { return await fetch(`https://api.example.com/domains/${name}`).then((res) => { if (!res.ok) throw new Error(`Request failed with status ${res.status}`); return res.json(); }); };',
          ],
        },
      ],
    },
    {
      name: 'a body that is used, and a status that only goes into the log',
      code: 'export async function tell(url, text) { const answer = await [|fetch|](url, { method: "POST", body: text }); console.log(answer.status); return answer.json(); }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            {
              output:
                'export async function tell(url, text) { const answer = await fetch(url, { method: "POST", body: text });\nif (!answer.ok) throw new Error(`Request failed with status ${answer.status}`); console.log(answer.status); return answer.json(); }',
            },
          ],
        },
      ],
    },
    {
      name: 'an order that nobody waits for',
      code: 'export const order = (item) => { void [|fetch|]("https://api.example.com/orders", { method: "POST", body: item }); };',
      errors: ['dropped'],
    },
    {
      name: 'a log line that somebody waits for',
      code: 'export async function save(line) { await [|fetch|]("https://api.example.com/logs", { method: "POST", body: line }); }',
      errors: [
        {
          messageId: 'dropped',
          suggestions: [
            'export async function save(line) { const response = await fetch("https://api.example.com/logs", { method: "POST", body: line });\nif (!response.ok) throw new Error(`Request failed with status ${response.status}`); }',
          ],
        },
      ],
    },
    {
      name: 'one field is thrown for, and another used before',
      code: 'async function f(url, show) { const r = await [|fetch|](url); const body = await r.json(); show(body.title); if (!body.id) throw new Error("no id"); }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(url, show) { const r = await fetch(url);\nif (!r.ok) throw new Error(`Request failed with status ${r.status}`); const body = await r.json(); show(body.title); if (!body.id) throw new Error("no id"); }',
          ],
        },
      ],
    },
    {
      name: 'that a list is empty is thrown, and that there is none is not',
      code: 'async function f(url, show) { const items = (await (await [|fetch|](url)).json()).data; if (!items.length) { throw new Error("no items"); } show(items); }',
      errors: ['never'],
    },
    {
      name: 'a field decides, and nobody is told where it is missing',
      code: 'export const f = (url, show) => [|fetch|](url).then((r) => r.json()).then((body) => { if (body.items) { show(body.items); } });',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'export const f = (url, show) => fetch(url).then((r) => { if (!r.ok) throw new Error(`Request failed with status ${r.status}`); return r.json(); }).then((body) => { if (body.items) { show(body.items); } });',
          ],
        },
      ],
    },
    {
      name: 'a missing field is only logged',
      code: 'async function f(url, show) { const r = await [|fetch|](url); const { items } = await r.json(); if (!items) { console.warn("none"); return; } show(items); }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(url, show) { const r = await fetch(url);\nif (!r.ok) throw new Error(`Request failed with status ${r.status}`); const { items } = await r.json(); if (!items) { console.warn("none"); return; } show(items); }',
          ],
        },
      ],
    },
    {
      name: 'the body becomes part of what is given back',
      code: 'async function f(url) { try { const r = await [|fetch|](url); const data = await r.json(); return { data }; } catch (error) { return { error }; } }',
      errors: [
        {
          messageId: 'never',
          suggestions: [
            'async function f(url) { try { const r = await fetch(url);\nif (!r.ok) throw new Error(`Request failed with status ${r.status}`); const data = await r.json(); return { data }; } catch (error) { return { error }; } }',
          ],
        },
      ],
    },
    {
      name: 'a failure is logged, and its body is used',
      code: 'export async function load(url) { const r = await [|fetch|](url); if (!r.ok) { console.error("failed", r.status); } return r.json(); }',
      errors: ['sometimes'],
    },
  ],
});
