import rule from '../../rules/no-unbounded-concurrency.ts';
import { testRule } from '../rule-tester.ts';

const send =
  'const send = (x) => fetch("https://api.example.com/orders", { method: "POST", body: JSON.stringify(x) });\n';

testRule(rule, {
  valid: [
    {
      name: 'an answer that is built, and sent nowhere',
      code: "import twilio from 'twilio';\nexport function answer(parameters) { const reply = new twilio.twiml.VoiceResponse(); const relay = reply.connect().conversationRelay({ url: 'wss://a.shop.net' }); Object.entries(parameters).forEach(([name, value]) => relay.parameter({ name, value })); return reply.toString(); }",
    },
    {
      name: 'an answer that a type names',
      code: "import VoiceResponse from 'twilio/lib/twiml/VoiceResponse';\nexport const answer = (parameters) => { const reply = new VoiceResponse(); parameters.forEach((each) => reply.say(each)); return reply.toString(); };",
    },
    {
      name: 'what a function gives back is run by who gets it',
      code: "class Bot { send(to, text) { return fetch(`https://api.example.com/${to}`, { method: 'POST', body: text }); }\n  each(events) { events.forEach((event) => { this.handle(event); }); }\n  handle(event) { this.emit(event.type, event, this.actions(event)); }\n  actions(event) { return { typing: (on) => { this.send(event.sender, on); } }; } }\nexport default Bot;",
    },
    {
      name: 'clients that are made, and send nothing yet',
      code: "const clientFor = (shop) => { const get = (path) => fetch(`https://${shop}.example.com${path}`); async function post(path, body) { return fetch(`https://${shop}.example.com${path}`, { method: 'POST', body }); } return { get, post }; };\nexport const clients = (shops) => Promise.all(shops.map((shop) => clientFor(shop)));",
    },
    {
      name: 'what encrypts with a key of the environment',
      code: "import { Sealer } from 'sealer';\nconst sealer = new Sealer(process.env.SEALING_SECRET_KEY);\nexport const f = (texts) => Promise.all(texts.map((text) => sealer.seal(text)));",
    },
    {
      name: 'functions that are kept in a list, and run a few at a time',
      code: "import throat from 'throat';\nconst send = (id) => fetch(`https://api.example.com/${id}`, { method: 'POST' });\nexport async function all(ids) { const run = throat(3); const tasks = []; ids.forEach((id) => { const task = () => send(id); tasks.push(task); }); ids.forEach((id) => { tasks.push(() => send(id)); }); await Promise.all(tasks.map((task) => run(task))); }",
    },
    {
      name: 'a list that two statements fill',
      code: "const send = (to) => fetch(`https://api.example.com/${to.shop}`, { method: 'POST', body: to.text });\nexport async function both(draft) { const tasks = []; if (draft.text) tasks.push({ shop: 'a', text: draft.text }); if (draft.other) tasks.push({ shop: 'b', text: draft.other }); return Promise.all(tasks.map(send)); }",
    },
    {
      name: 'a list that a loop to a number fills, and shares of a list for so many workers',
      code: "export async function half(year) { const months = []; for (let n = 0; n < 6; n++) { months.push(n); } return Promise.all(months.map((month) => fetch(`https://api.example.com/${year}/${month}`))); }\nexport async function shared(ids, workers) { const shares = []; const size = Math.ceil(ids.length / workers); for (let n = 0; n < ids.length; n += size) { shares.push(ids.slice(n, n + size)); } return Promise.all(shares.map((share) => fetch('https://api.example.com/ids', { method: 'POST', body: share.join() }))); }",
    },
    {
      name: 'one for each key of an object that is written out',
      code: "import { writeFile } from 'node:fs/promises';\nconst pages = { 'a.js': 'https://pages.example.com/a.js', 'b.js': 'https://pages.example.com/b.js' };\nfor (const name in pages) fetch(pages[name]).then((response) => response.text()).then((text) => writeFile(name, text));",
    },
    {
      name: 'a timer of its own for each, at its own period',
      code: 'export class Watcher { timers = new Map(); start(probes) { for (const probe of probes) { this.plan(probe); } } plan(probe) { const timer = setTimeout(async () => { await this.look(probe); this.plan(probe); }, Math.max(1, probe.seconds * 1000)); this.timers.set(probe.id, timer); } async look(probe) { const response = await fetch(`https://api.example.com/probes/${probe.id}`); this.last = response.ok; } }',
    },
    {
      name: 'the parts of one setting',
      code: "export const tell = (settings, text) => Promise.all(settings.targets.split(';').map((url) => fetch(url, { method: 'POST', body: text })));",
    },
    {
      name: 'as many messages as a queue hands out',
      filename: 'src/consumer.ts',
      code: "import type { SQSEvent } from 'aws-lambda';\nexport const handler = async (event: SQSEvent) => { await Promise.all(event.Records.map((record) => fetch('https://api.shop.example/orders', { method: 'POST', body: record.body }))); };",
    },
    {
      name: 'streams of a list, one after the other or so many at a time',
      code: "import { HttpClient } from '@angular/common/http'; import { concatMap, from, mergeMap } from 'rxjs'; export class Orders { constructor(private http: HttpClient) {} place(lines) { return [from(lines).pipe(concatMap((line) => this.http.post('https://api.example.com/orders', line))), from(lines).pipe(mergeMap((line) => this.http.post('https://api.example.com/orders', line), 5))]; } }",
      parser: 'ts',
    },
    {
      name: 'a stream that is not made of a list',
      code: "import { HttpClient } from '@angular/common/http'; import { mergeMap, of, Subject } from 'rxjs'; export class Orders { constructor(private http: HttpClient) {} changes = new Subject(); saved = this.changes.pipe(mergeMap((line) => this.http.post('https://api.example.com/orders', line))); one(line) { return of(line).pipe(mergeMap((each) => this.http.post('https://api.example.com/orders', each))); } }",
      parser: 'ts',
    },
    {
      name: 'streams that are joined, a few of them',
      code: "import { HttpClient } from '@angular/common/http'; import { forkJoin } from 'rxjs'; export class Orders { constructor(private http: HttpClient) {} both() { return forkJoin([this.http.get('https://api.example.com/a'), this.http.get('https://api.example.com/b')]); } }",
      parser: 'ts',
    },
    {
      name: 'one after the other, by a timer',
      code: "export function renewAll(shops) { shops.forEach((shop, index) => { setTimeout(() => { fetch(`https://api.shop.example/${shop}/token`, { method: 'POST' }).catch(console.error); }, index * 500); }); }",
    },
    {
      name: 'the first of a list that may be missing',
      code: 'export async function details(load) { const found = (await load()) ?? []; await Promise.all(found.slice(0, 3).map(async (item) => { await fetch(`https://api.example.com/items/${item.id}`); })); }',
    },
    {
      name: 'as many of a list that may be missing as the caller says',
      code: 'export async function details(load, most) { const found = (await load()) ?? []; const count = Math.min(found.length, most ?? 3); const some = found.slice(0, count); await Promise.all(some.map(async (item) => { await fetch(`https://api.example.com/items/${item.id}`); })); }',
    },
    {
      name: 'handlers that are kept under a name',
      code: `export function register(bot, commands) {
  commands.forEach((command, name) => {
    bot.command(name, async (ctx) => {
      const answer = await fetch('https://api.example.com/commands/' + name);
      await ctx.reply(await answer.text());
    });
  });
}`,
    },
    {
      name: 'routes of a router that are chained, for each of several',
      code: "import { Router } from 'express';\nexport const routes = (providers) => { const router = Router(); providers.forEach(({ id, login, callback }) => { router.get(`/${id}/login`, login).post(`/${id}/callback`, login, callback).get(`/${id}/callback`, login, callback); }); return router; };",
    },
    {
      name: 'a file that is served and called like a package',
      code: "import Stripe from 'https://x.example/stripe.js';\nconst stripe = new Stripe(key);\nexport const f = (ids) => Promise.all(ids.map(async (id) => stripe.prices.retrieve(id)));",
    },
    {
      name: 'functions that are only kept for later',
      code: `${send}export const f = (devices) => devices.forEach((device) => { device.connect = function () { return send(device); }; });`,
    },
    {
      name: 'listeners, one a button',
      code: `${send}export const f = (buttons) => buttons.forEach((button) => { button.addEventListener("click", async () => { await send(button.id); }); });`,
    },
    `import PQueue from "p-queue";\n${send}export class Client {\n  constructor({ most = 100 } = {}) { this.queue = new PQueue({ concurrency: most }); }\n  post(x) { return this.queue.add(() => send(x)); }\n}`,
    `${send}export async function f(xs, slot) { for (const x of xs) { await slot(); void send(x); } }`,
    `${send}export function f(xs) { for (const x of xs) { if (x.ready) { void send(x); return; } } }`,
    `${send}export function f(app, paths) { for (const path of paths) app.get(path, () => { void send(path); }); }`,
    `${send}export function f() { for (const x of ["a", "b"]) void send(x); }`,
    `import PQueue from "p-queue";\n${send}const queue = new PQueue({ concurrency: 5 });\nexport const f = (x) => queue.add(() => send(x));`,
    `import { chunk } from "lodash";\n${send}export async function f(xs) { for (const part of chunk(xs, 10)) await Promise.all(part.map(send)); }`,
    `import { chunk } from "lodash";\n${send}export async function f(xs, size) { for (const part of chunk(xs, size)) await Promise.all(part.map(send)); }`,
    `${send}export const f = (a, b) => Promise.all([send(a), send(b)]);`,
    `${send}export const f = () => Promise.all(["a", "b"].map(send));`,
    `${send}export const f = (xs) => Promise.all(xs.slice(0, 5).map(send));`,
    `${send}export async function f(xs) { for (let i = 0; i < xs.length; i += 10) await Promise.all(xs.slice(i, i + 10).map(send)); }`,
    `import pLimit from "p-limit";\n${send}const run = pLimit(5);\nexport const f = (xs) => Promise.all(xs.map((x) => run(() => send(x))));`,
    `import pMap from "p-map";\n${send}export const f = (xs) => pMap(xs, send, { concurrency: 5 });`,
    `import PQueue from "p-queue";\n${send}const queue = new PQueue({ concurrency: 5 });\nexport const f = (xs) => Promise.all(xs.map((x) => queue.add(() => send(x))));`,
    `${send}export const f = (xs, sem) => Promise.all(xs.map(async (x) => { await sem.acquire(); return send(x); }));`,
    `${send}export const f = (n) => Promise.all(Array.from({ length: n }, () => send(n)));`,
    `${send}export async function f(xs) { for (const x of xs) await send(x); }`,
    'export const f = (files) => Promise.all(files.map((file) => file.text()));',
    `${send}export const f = (xs, run) => Promise.all(xs.map((x) => run(() => send(x))));`,
    `${send}export async function f(xs) { while (xs.length) await Promise.all(xs.splice(0, 10).map(send)); }`,
    {
      name: 'an SDK that keeps to a bound by itself',
      code: 'import { WebClient } from "@slack/web-api";\nconst slack = new WebClient(token);\nexport const f = (xs) => Promise.all(xs.map((x) => slack.chat.postMessage({ channel: x, text: "hi" })));',
    },
    {
      name: 'an SDK, behind a limiter',
      code: 'import Stripe from "stripe";\nimport pLimit from "p-limit";\nconst stripe = new Stripe(key);\nconst limit = pLimit(5);\nexport const f = (ids) => Promise.all(ids.map((id) => limit(() => stripe.customers.retrieve(id))));',
    },
    {
      name: 'a database is no remote API',
      code: 'import { Pool } from "pg";\nconst pool = new Pool({ host, user, password });\nexport const f = (ids) => Promise.all(ids.map((id) => pool.query("select $1", [id])));',
    },
    {
      name: 'a method of an SDK that sends nothing',
      code: 'import { Maker } from "acme-sdk";\nconst maker = new Maker({ apiKey });\nexport const f = (xs) => xs.forEach((x) => { maker.add(x); });',
    },
    {
      name: 'reads of an API that counts orders alone',
      code: 'export const f = (ids) => Promise.all(ids.map((id) => fetch(`https://api.octopuscards.io/api/v1/orders/${id}`)));',
    },
    {
      name: 'something of another package that a class is given',
      code: "import { Store } from 'some-store';\nexport class News {\n  constructor(private readonly store: Store) {}\n  all(users: User[]) { return Promise.all(users.map((user) => this.store.news.save(user.id))); }\n}",
      parser: 'ts',
    },
    {
      name: 'a limiter of one’s own, by no telling name',
      code: `class Gate {
  #free; #line = [];
  constructor(count) { this.#free = count; }
  async run(work) {
    if (this.#free === 0) await new Promise((go) => this.#line.push(go));
    else this.#free -= 1;
    try { return await work(); } finally { const next = this.#line.shift(); if (next) next(); else this.#free += 1; }
  }
}
const gate = new Gate(5);
export const all = (xs) => Promise.all(xs.map((x) => gate.run(() => fetch('https://api.example.com/orders', { method: 'POST', body: x }))));`,
    },
    {
      name: 'a function of another file that starts a few at a time',
      files: {
        'src/each.js':
          'export async function each(items, run) { for (let i = 0; i < items.length; i += 5) await Promise.all(items.slice(i, i + 5).map(run)); }',
      },
      code: "import { each } from './each.js';\nexport const send = (orders) => each(orders, (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order }));",
    },
    {
      name: 'a function of one’s own that starts a fixed few',
      code: "const both = (items, run) => Promise.all(items.map(run));\nexport const send = (a, b) => both([a, b], (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order }));",
    },
  ],
  invalid: [
    {
      name: 'a function of another file that starts what it is handed for each',
      filename: 'src/fulfil.js',
      files: {
        'src/every-one.js':
          'export const everyOne = (items, work) => Promise.all(items.map((item) => work(item)));\n',
        'src/place.js':
          "export const place = (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order });\n",
      },
      code: "import { everyOne } from './every-one.js';\nimport { place } from './place.js';\nexport const fulfil = (orders) => [|everyOne|](orders, place);",
      errors: ['unbounded'],
    },
    {
      name: 'a function that another one gives back, and that the task calls at once',
      code: 'const clientFor = (shop) => ({ get: (path) => fetch(`https://${shop}.example.com${path}`) });\nexport const orders = (shops) => [|Promise.all|](shops.map((shop) => clientFor(shop).get("/orders")));',
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            'import pLimit from \'p-limit\';\nconst clientFor = (shop) => ({ get: (path) => fetch(`https://${shop}.example.com${path}`) });\nconst limit = pLimit(10);\nexport const orders = (shops) => Promise.all(shops.map((shop) => limit(() => clientFor(shop).get("/orders"))));',
          ],
        },
      ],
    },
    {
      name: 'a list that a loop over others fills',
      code: 'export async function all(ids) { const tasks = []; for (const id of ids) { tasks.push(id); } return [|Promise.all|](tasks.map((id) => fetch(`https://api.example.com/${id}`))); }',
      errors: ['unbounded'],
    },
    {
      name: 'one for each key of what somebody handed in',
      code: 'export function load(pages, write) { for (const name in pages) [|fetch|](pages[name]).then((response) => response.text()).then((text) => write(name, text)); }',
      errors: [{ messageId: 'unbounded' }],
    },
    {
      name: 'all of them a second later',
      code: "export function renewAll(shops) { [|shops.forEach|]((shop) => { setTimeout(() => { fetch(`https://api.shop.example/${shop}/token`, { method: 'POST' }).catch(console.error); }, 1000); }); }",
      errors: [{ messageId: 'unbounded' }],
    },
    {
      name: 'documents of GraphQL for a list',
      code: "import { GraphQLClient } from 'graphql-request'; const shop = new GraphQLClient('https://api.shop.example/graphql'); export const load = (ids) => [|Promise.all|](ids.map((id) => shop.request('query ($id: ID!) { order(id: $id) { id } }', { id })));",
      errors: ['unbounded'],
    },
    {
      name: 'streams of a list that are joined',
      code: "import { HttpClient } from '@angular/common/http'; import { forkJoin } from 'rxjs'; export class Orders { constructor(private http: HttpClient) {} place(lines) { return [|forkJoin|](lines.map((line) => this.http.post('https://api.example.com/orders', line))); } }",
      parser: 'ts',
      errors: ['unbounded'],
    },
    {
      name: 'a stream of a list whose requests are merged',
      code: "import { from } from 'rxjs'; import { filter, mergeMap } from 'rxjs/operators'; import axios from 'axios'; export const place = (lines) => from(lines).pipe(filter(Boolean), [|mergeMap|]((line) => axios.post('https://api.example.com/orders', line)));",
      errors: ['unbounded'],
    },
    {
      name: 'more at a time than are allowed, in a stream',
      code: "import { from, mergeMap } from 'rxjs'; import axios from 'axios'; export const place = (lines) => from(lines).pipe(mergeMap((line) => axios.post('https://api.example.com/orders', line), [|25|]));",
      output:
        "import { from, mergeMap } from 'rxjs'; import axios from 'axios'; export const place = (lines) => from(lines).pipe(mergeMap((line) => axios.post('https://api.example.com/orders', line), 10));",
      errors: ['tooMany'],
    },
    {
      name: 'lists of lists, of which the inner one starts the requests',
      code: "export function take(body) { body.entry?.forEach((entry) => { [|entry.messages.forEach|]((message) => { void fetch('https://api.example.com/messages', { method: 'POST', body: message }); }); }); }",
      errors: ['unbounded'],
    },
    {
      name: 'a limit that another file can read',
      code: "import pMap from 'p-map';\nexport const LIMITS = { orders: [|40|], rows: 5 };\nexport const f = (ids) => pMap(ids, (id) => fetch(`https://api.example.com/orders/${id}`, { method: 'POST' }), { concurrency: LIMITS.orders });",
      errors: [
        {
          messageId: 'tooMany',
          suggestions: [
            "import pMap from 'p-map';\nexport const LIMITS = { orders: 10, rows: 5 };\nexport const f = (ids) => pMap(ids, (id) => fetch(`https://api.example.com/orders/${id}`, { method: 'POST' }), { concurrency: LIMITS.orders });",
          ],
        },
      ],
    },
    {
      name: 'posts of a client that is given, for each of several',
      code: 'export const tell = (client, ids) => [|Promise.all|](ids.map((id) => client.post(`/orders/${id}/tell`, { id })));',
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            "import pLimit from 'p-limit';\nconst limit = pLimit(10);\nexport const tell = (client, ids) => Promise.all(ids.map((id) => limit(() => client.post(`/orders/${id}/tell`, { id }))));",
          ],
        },
      ],
    },
    {
      name: 'incoming webhooks of Slack',
      code: "import { IncomingWebhook } from '@slack/webhook';\nconst hook = new IncomingWebhook(process.env.SLACK_URL, { timeout: 3000 });\nexport const tell = (texts) => [|Promise.all|](texts.map((text) => hook.send({ text })));",
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            "import { IncomingWebhook } from '@slack/webhook';\nimport pLimit from 'p-limit';\nconst hook = new IncomingWebhook(process.env.SLACK_URL, { timeout: 3000 });\nconst limit = pLimit(10);\nexport const tell = (texts) => Promise.all(texts.map((text) => limit(() => hook.send({ text }))));",
          ],
        },
      ],
    },
    {
      name: 'a limiter that keeps a rate, too',
      code: `import Bottleneck from "bottleneck";\n${send}const place = new Bottleneck({ maxConcurrent: [|40|], minTime: 20 }).wrap((x) => send(x));\nexport const f = (xs) => Promise.all(xs.map((x) => place(x)));`,
      errors: [{ messageId: 'tooMany', data: { value: 40, max: 10 } }],
      output: `import Bottleneck from "bottleneck";\n${send}const place = new Bottleneck({ maxConcurrent: 10, minTime: 20 }).wrap((x) => send(x));\nexport const f = (xs) => Promise.all(xs.map((x) => place(x)));`,
    },
    {
      name: 'a name that only sounds like a part',
      code: `${send}export const f = (stops) => { [|stops.forEach|](async (stop) => { await send(stop); }); };`,
      errors: ['unbounded'],
    },
    {
      name: 'a package that is named after its registry',
      code: "import Stripe from 'npm:stripe@12';\nconst stripe = new Stripe(key);\nexport const f = (ids) => [|Promise.all|](ids.map(async (id) => stripe.prices.retrieve(id)));",
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            "import Stripe from 'npm:stripe@12';\nimport pLimit from 'p-limit';\nconst stripe = new Stripe(key);\nconst limit = pLimit(10);\nexport const f = (ids) => Promise.all(ids.map((id) => limit(async () => stripe.prices.retrieve(id))));",
          ],
        },
      ],
    },
    {
      name: 'a package that is named in an address',
      code: "import Stripe from 'https://esm.example/stripe@12.1.0?target=deno';\nconst stripe = new Stripe(key);\nexport const f = (ids) => [|Promise.all|](ids.map(async (id) => stripe.prices.retrieve(id)));",
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            "import Stripe from 'https://esm.example/stripe@12.1.0?target=deno';\nimport pLimit from 'p-limit';\nconst stripe = new Stripe(key);\nconst limit = pLimit(10);\nexport const f = (ids) => Promise.all(ids.map((id) => limit(async () => stripe.prices.retrieve(id))));",
          ],
        },
      ],
    },
    {
      name: 'a request beside a function that is kept',
      code: `${send}export const f = (devices) => { [|devices.forEach|]((device) => { device.again = () => send(device.id); send(device); }); };`,
      errors: [{ messageId: 'unbounded', data: { max: '10' } }],
    },
    {
      name: 'a loop that counts, and does not wait',
      code: "import axios from 'axios';\nconst add = (order) => axios.post('https://api.example.com/orders', order);\nexport async function addAll() { const { data } = await axios.get('https://api.example.com/drafts'); for (let i = 0; i < data.count; i++) { [|add|](data.drafts[i]); } }",
      errors: ['unbounded'],
    },
    {
      name: 'a loop that does not wait',
      code: `${send}export function f(xs) { for (const x of xs) { void [|send|](x); } }`,
      errors: ['unbounded'],
    },
    {
      name: 'a loop that only looks at failures',
      code: `${send}export function f(xs, log) { for (const x of xs) [|send|](x).catch((error) => log.error(error.message)); }`,
      errors: ['unbounded'],
    },
    {
      name: 'a queue that lets too many run, for requests that come one by one',
      code: `import PQueue from "p-queue";\n${send}const queue = new PQueue({ concurrency: [|25|] });\nexport const f = (x) => queue.add(() => send(x));\nexport const g = (x) => queue.add(() => send(x));`,
      output: `import PQueue from "p-queue";\n${send}const queue = new PQueue({ concurrency: 10 });\nexport const f = (x) => queue.add(() => send(x));\nexport const g = (x) => queue.add(() => send(x));`,
      errors: ['tooMany'],
    },
    {
      name: 'parts that are too large',
      code: `import { chunk } from "lodash";\n${send}export async function f(xs) { for (const part of chunk(xs, 100)) await [|Promise.all|](part.map(send)); }`,
      errors: ['tooMany'],
    },
    {
      name: 'parts in a variable, cut by a function of its own',
      code: `const inBatches = (xs, n) => split(xs, n);\n${send}export async function f(xs) { const batches = inBatches(xs, 60); for (const batch of batches) await [|Promise.all|](batch.map(send)); }`,
      errors: ['tooMany'],
    },
    {
      code: `${send}export const f = (xs) => [|Promise.all|](xs.map(send));`,
      errors: ['unbounded'],
    },
    {
      code: `${send}export async function f(xs) {\n  return [|Promise.all|](xs.map((x) => send(x)));\n}`,
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            `import pLimit from 'p-limit';\n${send}export async function f(xs) {\n  const limit = pLimit(10);\n  return Promise.all(xs.map((x) => limit(() => send(x))));\n}`,
          ],
        },
      ],
    },
    {
      code: `${send}export const f = (xs) => [|Promise.allSettled|](xs.filter(Boolean).map(send));`,
      errors: ['unbounded'],
    },
    {
      code: `${send}export const f = (o) => [|Promise.all|](Object.entries(o).map(send));`,
      errors: ['unbounded'],
    },
    {
      code: `${send}export const f = (xs) => [|Promise.all|](Array.from(xs, send));`,
      errors: ['unbounded'],
    },
    {
      code: `${send}export async function f(xs) { const all = xs.map(send); await [|Promise.all|](all); }`,
      errors: ['unbounded'],
    },
    {
      code: `${send}export async function f(xs) { const all = []; for (const x of xs) all.push(send(x)); await [|Promise.all|](all); }`,
      errors: ['unbounded'],
    },
    { code: `${send}export function f(xs) { [|xs.forEach|](send); }`, errors: ['unbounded'] },
    {
      code: `${send}export async function f(lists) { for (const xs of lists) await [|Promise.all|](xs.map(send)); }`,
      errors: ['unbounded'],
    },
    {
      code: `import pMap from "p-map";\n${send}export const f = (xs) => [|pMap|](xs, send);`,
      errors: ['unbounded'],
    },
    {
      code: `import pMap from "p-map";\n${send}export const f = (xs) => pMap(xs, send, { concurrency: [|50|] });`,
      output: `import pMap from "p-map";\n${send}export const f = (xs) => pMap(xs, send, { concurrency: 10 });`,
      errors: ['tooMany'],
    },
    {
      code: `import pLimit from "p-limit";\n${send}const run = pLimit([|25|]);\nexport const f = (xs) => Promise.all(xs.map((x) => run(() => send(x))));`,
      output: `import pLimit from "p-limit";\n${send}const run = pLimit(10);\nexport const f = (xs) => Promise.all(xs.map((x) => run(() => send(x))));`,
      errors: ['tooMany'],
    },
    {
      code: 'import { send } from "./send.js";\nexport const f = (xs) => [|Promise.all|](xs.map(send));',
      files: {
        'src/send.js':
          'import axios from "axios";\nexport const send = (x) => axios.post("https://api.example.com/orders", x);',
      },
      errors: ['unbounded'],
    },
    {
      name: 'an SDK',
      code: 'import OpenAI from "openai";\nconst openai = new OpenAI();\nexport const f = (texts) => [|Promise.all|](texts.map((input) => openai.embeddings.create({ model: "m", input })));',
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            'import OpenAI from "openai";\nimport pLimit from \'p-limit\';\nconst openai = new OpenAI();\nconst limit = pLimit(10);\nexport const f = (texts) => Promise.all(texts.map((input) => limit(() => openai.embeddings.create({ model: "m", input }))));',
          ],
        },
      ],
    },
    {
      name: 'a client that is made with a key, in a method of a class',
      code: 'const Alpaca = require("@alpacahq/alpaca-trade-api");\nclass Trader {\n  constructor({ keyId, secretKey }) {\n    this.alpaca = new Alpaca({ keyId, secretKey });\n  }\n  async close(positions) {\n    await [|Promise.all|](positions.map(position => this.submit(position)));\n  }\n  async submit({ symbol, qty }) {\n    return new Promise(async (resolve) => {\n      await this.alpaca.createOrder({ symbol, qty });\n      resolve(true);\n    });\n  }\n}',
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            'const { default: pLimit } = require(\'p-limit\');\nconst Alpaca = require("@alpacahq/alpaca-trade-api");\nclass Trader {\n  constructor({ keyId, secretKey }) {\n    this.alpaca = new Alpaca({ keyId, secretKey });\n  }\n  async close(positions) {\n    const limit = pLimit(10);\n    await Promise.all(positions.map(position => limit(() => this.submit(position))));\n  }\n  async submit({ symbol, qty }) {\n    return new Promise(async (resolve) => {\n      await this.alpaca.createOrder({ symbol, qty });\n      resolve(true);\n    });\n  }\n}',
          ],
        },
      ],
    },
    {
      name: 'an SDK that a class is given',
      code: "import { Telegraf } from 'telegraf';\nexport class News {\n  constructor(private readonly bot: Telegraf) {}\n  all(users: User[], text: string) {\n    return [|Promise.all|](users.map((user) => this.bot.telegram.sendMessage(user.id, text)));\n  }\n}",
      parser: 'ts',
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            "import { Telegraf } from 'telegraf';\nimport pLimit from 'p-limit';\nexport class News {\n  constructor(private readonly bot: Telegraf) {}\n  all(users: User[], text: string) {\n    const limit = pLimit(10);\n    return Promise.all(users.map((user) => limit(() => this.bot.telegram.sendMessage(user.id, text))));\n  }\n}",
          ],
        },
      ],
    },
    {
      name: 'a function of one’s own that only waits before it tries again',
      code: `const again = async (work) => { try { return await work(); } catch { await new Promise((go) => setTimeout(go, 500)); return work(); } };
export const all = (xs) => [|Promise.all|](xs.map((x) => again(() => fetch('https://api.example.com/orders', { method: 'POST', body: x }))));`,
      errors: ['unbounded'],
      suggestions: [
        `import pLimit from 'p-limit';
const again = async (work) => { try { return await work(); } catch { await new Promise((go) => setTimeout(go, 500)); return work(); } };
const limit = pLimit(10);
export const all = (xs) => Promise.all(xs.map((x) => limit(() => again(() => fetch('https://api.example.com/orders', { method: 'POST', body: x })))));`,
      ],
    },
    {
      name: 'a function of another file that starts all at once',
      files: {
        'src/each.js':
          'export const each = (items, run) => Promise.all(Array.from(items, (item) => run(item)));',
      },
      code: "import { each } from './each.js';\nexport const send = (orders) => [|each|](orders, (order) => fetch('https://api.example.com/orders', { method: 'POST', body: order }));",
      errors: ['unbounded'],
      suggestions: [
        "import { each } from './each.js';\nimport pLimit from 'p-limit';\nconst limit = pLimit(10);\nexport const send = (orders) => each(orders, (order) => limit(() => fetch('https://api.example.com/orders', { method: 'POST', body: order })));",
      ],
    },
    {
      name: 'mails, by an SDK that is a client by itself',
      code: "import mail from '@sendgrid/mail';\nexport const f = (people) => [|Promise.all|](people.map((to) => mail.send({ to, text: 'Hello' })));",
      errors: [{ messageId: 'unbounded', data: { max: 10 } }],
      suggestions: [
        "import mail from '@sendgrid/mail';\nimport pLimit from 'p-limit';\nconst limit = pLimit(10);\nexport const f = (people) => Promise.all(people.map((to) => limit(() => mail.send({ to, text: 'Hello' }))));",
      ],
    },
    {
      name: 'an SDK that is known by the key it is given',
      code: "import { Parcels } from 'parcels-sdk';\nconst parcels = new Parcels(process.env.PARCELS_API_KEY ?? '');\nexport async function f(ids) { await [|Promise.all|](ids.map((id) => parcels.labels.cancel(id))); }",
      errors: [{ messageId: 'unbounded', data: { max: 10 } }],
    },
  ],
});
