import rule from '../../rules/max-request-timeout.ts';
import { testRule } from '../rule-tester.ts';
import { longDeadlines } from './rpc-cases.ts';

const axios = "import axios from 'axios';\n";
const got = "import got from 'got';\n";
const never = (limit = 60_000) => [{ messageId: 'never', data: { limit } }];
const tooLong = (ms: number, limit = 60_000) => [{ messageId: 'tooLong', data: { ms, limit } }];

testRule(rule, {
  valid: [
    {
      name: 'a short one that is handed to a function of another file',
      code: "import { clientOf } from './client-of.js';\nconst api = clientOf({ root: 'https://api.shop.net', limitMs: 20_000, keepMs: 120_000 });\nexport const load = () => api.get('/items');",
      filename: 'src/api.js',
      files: {
        'src/client-of.js':
          "import axios from 'axios';\nexport const clientOf = ({ root, limitMs }) => axios.create({ baseURL: root, timeout: limitMs });\n",
      },
    },
    {
      name: 'a script that is run by hand',
      filename: 'scripts/orders/fill.js',
      code: "const film = await fetch('https://media.example.com/film', { signal: AbortSignal.timeout(240_000) });\nif (film.ok) await keep(film.body);",
    },
    {
      name: 'a test',
      code: "import axios from 'axios';\nexport const load = (url) => axios.get(url, { timeout: 600_000 });",
      filename: 'tests/load.test.js',
    },
    {
      name: 'switched off, where a fetch of its own bounds each request',
      code: "import ky from 'ky';\nexport const api = ky.create({ prefixUrl: 'https://x.io', timeout: false, fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(30_000) }) });",
    },
    {
      name: 'a timer that is set only where another module gives it a time',
      code: "import { settings } from './settings.js';\nexport async function ask(url) { const controller = new AbortController(); if (settings.limitMs > 0) setTimeout(() => controller.abort(), settings.limitMs); return fetch(url, { signal: controller.signal }); }",
      filename: 'src/ask.js',
      files: { 'src/settings.js': 'export const settings = { limitMs: 0 };' },
    },
    {
      name: 'a request to this machine, which waits for a person',
      code: "import http from 'node:http';\nconst req = http.request({ hostname: '127.0.0.1', port, path: '/auth' });\nreq.setTimeout(5 * 60 * 1000, () => req.destroy());",
    },
    ...longDeadlines.valid,
    { name: 'at the limit', code: `${axios}axios.get('https://x.io', { timeout: 60_000 });` },
    {
      name: 'a deadline of several requests beside the own one of each',
      code: "const all = AbortSignal.timeout(300_000); export const load = () => fetch('https://x.io', { signal: AbortSignal.any([all, AbortSignal.timeout(9000)]) });",
    },
    { name: 'a signal', code: "fetch('https://x.io', { signal: AbortSignal.timeout(5000) });" },
    { name: 'none at all', code: `${axios}axios.get('https://x.io');` },
    {
      name: 'an SDK with a limit of its own, or a short one',
      code: "import Stripe from 'stripe';\nimport twilio from 'twilio';\nexport const pay = new Stripe(process.env.STRIPE_KEY, { timeout: 20_000 });\nexport const call = twilio(process.env.SID, process.env.TOKEN);",
    },
    {
      name: 'an SDK whose answers may take minutes',
      code: "import OpenAI from 'openai';\nexport const ai = new OpenAI({ timeout: 10 * 60 * 1000 });",
    },
    {
      name: 'from a parameter',
      code: `${axios}export const load = (timeout) => axios.get('https://x.io', { timeout });`,
    },
    {
      name: 'a short default',
      code: `${axios}export const load = (options) => axios.get('https://x.io', { timeout: options.ms ?? 5000 });`,
    },
    {
      name: 'no request',
      code: "import { exec } from 'node:child_process';\nexec('npm install', { timeout: 600_000 });",
    },
    { name: 'a timer', code: 'setTimeout(() => {}, 900_000);' },
    {
      name: 'a stream',
      code: `${axios}axios.get('https://x.io', { timeout: 600_000, responseType: 'stream' });`,
    },
    {
      name: 'an option of its own limit',
      code: `${axios}axios.get('https://x.io', { timeout: 90_000 });`,
      options: { maxMs: 120_000 },
    },
    {
      name: 'parts of a request',
      code: `${got}got('https://x.io', { timeout: { connect: 5000, request: 30_000 } });`,
    },
    {
      name: 'what a wrapper is called with',
      code: `${axios}const load = (url, timeout) => axios.get(url, { timeout });\nload('https://x.io', 90_000);`,
    },
    {
      name: 'a signal that may be none',
      code: "export const load = (ms) => fetch('https://x.io', { signal: ms > 0 ? AbortSignal.timeout(ms) : undefined });",
    },
    {
      name: 'an instance',
      code: `${axios}export const api = axios.create({ timeout: 10 * 1000 });`,
    },
    {
      name: 'options under a name, within the limit',
      code: `${got}const timeout = { connect: 5_000, request: 30_000 };\nexport const api = got.extend({ prefixUrl: 'https://x.io', timeout });`,
    },
  ],
  invalid: [
    {
      name: 'handed to a function of another file that makes the client, whose requests are sent here',
      code: "import { clientOf } from './client-of.js';\nconst api = clientOf({ root: 'https://api.shop.net', limitMs: [|120_000|] });\nexport const load = () => api.get('/items');\nexport const add = (item) => api.post('/items', item);",
      filename: 'src/api.js',
      files: {
        'src/client-of.js':
          "import axios from 'axios';\nexport const clientOf = ({ root, limitMs }) => axios.create({ baseURL: root, timeout: limitMs });\n",
      },
      errors: [
        {
          messageId: 'tooLong',
          data: { ms: 120_000, limit: 60_000 },
          suggestions: [
            "import { clientOf } from './client-of.js';\nconst api = clientOf({ root: 'https://api.shop.net', limitMs: 60_000 });\nexport const load = () => api.get('/items');\nexport const add = (item) => api.post('/items', item);",
          ],
        },
      ],
    },
    {
      name: 'an instance that is made of one of another file',
      code: "import { base } from './base.js';\nexport const api = base.extend({ prefixUrl: 'https://api.shop.net', timeout: [|false|] });",
      filename: 'src/api.js',
      files: {
        'src/base.js':
          "import ky from 'ky';\nexport const base = ky.create({ timeout: 20_000 });\n",
      },
      output:
        "import { base } from './base.js';\nexport const api = base.extend({ prefixUrl: 'https://api.shop.net', timeout: 60_000 });",
      errors: never(),
    },
    {
      name: 'a client that is known by what makes it',
      parser: 'ts',
      code: "import axios from 'axios'; export async function order(api: ReturnType<typeof axios.create>) { return (await api.post('/orders', {}, { timeout: [|700000|] })).data; }",
      output:
        "import axios from 'axios'; export async function order(api: ReturnType<typeof axios.create>) { return (await api.post('/orders', {}, { timeout: 60000 })).data; }",
      errors: [{ messageId: 'tooLong' }],
    },
    {
      name: 'a timer whose time stands in another module',
      code: "import { settings } from './settings.js';\nexport async function ask(url) { const controller = new AbortController(); setTimeout(() => controller.abort(), settings.limitMs); return fetch(url, { [|signal: controller.signal|] }); }",
      filename: 'src/ask.js',
      files: { 'src/settings.js': 'export const settings = { limitMs: 900_000 };' },
      errors: tooLong(900_000),
    },
    {
      name: "what a function gives Nest's client as its options",
      code: "import { HttpModule } from '@nestjs/axios'; export const http = HttpModule.registerAsync({ inject: [Settings], useFactory: async (settings) => ({ baseURL: settings.url, timeout: [|900_000|] }) });",
      output:
        "import { HttpModule } from '@nestjs/axios'; export const http = HttpModule.registerAsync({ inject: [Settings], useFactory: async (settings) => ({ baseURL: settings.url, timeout: 60_000 }) });",
      errors: tooLong(900_000),
    },
    ...longDeadlines.invalid,
    {
      name: 'options of another module',
      code: `${axios}import { LONG } from './options.js';\n[|axios.get|]('https://x.io', LONG);`,
      files: { 'src/options.js': 'export const LONG = { timeout: 900_000 };' },
      errors: tooLong(900_000),
    },
    {
      name: 'over the limit',
      code: `${axios}axios.get('https://x.io', { timeout: [|90_000|] });`,
      output: `${axios}axios.get('https://x.io', { timeout: 60_000 });`,
      errors: tooLong(90_000),
    },
    {
      name: 'factors',
      code: `${axios}axios.post('https://x.io', body, { timeout: [|90 * 1000|] });`,
      output: `${axios}axios.post('https://x.io', body, { timeout: 60 * 1000 });`,
      errors: tooLong(90_000),
    },
    {
      name: 'zero',
      code: `${axios}axios.get('https://x.io', { timeout: [|0|] });`,
      output: `${axios}axios.get('https://x.io', { timeout: 60000 });`,
      errors: never(),
    },
    {
      name: 'infinity',
      code: `${got}got('https://x.io', { timeout: { request: [|Infinity|] } });`,
      output: `${got}got('https://x.io', { timeout: { request: 60_000 } });`,
      errors: never(),
    },
    {
      name: 'false',
      code: "import ky from 'ky';\nky.get('https://x.io', { timeout: [|false|] });",
      output: "import ky from 'ky';\nky.get('https://x.io', { timeout: 60_000 });",
      errors: never(),
    },
    {
      name: 'negative',
      code: `${axios}axios.get('https://x.io', { timeout: [|-1|] });`,
      output: `${axios}axios.get('https://x.io', { timeout: 60_000 });`,
      errors: never(),
    },
    {
      name: 'a signal',
      code: "fetch('https://x.io', { signal: AbortSignal.timeout([|120000|]) });",
      output: "fetch('https://x.io', { signal: AbortSignal.timeout(60000) });",
      errors: tooLong(120_000),
    },
    {
      name: 'an instance',
      code: `${axios}export const api = axios.create({ timeout: [|300_000|] });`,
      output: `${axios}export const api = axios.create({ timeout: 60_000 });`,
      errors: tooLong(300_000),
    },
    {
      name: 'a constant that more may read',
      code: `${axios}const LIMIT = [|90_000|];\nconsole.log(LIMIT);\naxios.get('https://x.io', { timeout: LIMIT });`,
      errors: [
        {
          ...tooLong(90_000)[0],
          messageId: 'tooLong',
          suggestions: [
            `${axios}const LIMIT = 60_000;\nconsole.log(LIMIT);\naxios.get('https://x.io', { timeout: LIMIT });`,
          ],
        },
      ],
    },
    {
      name: 'an enum',
      code: "import ky from 'ky';\nenum Wait { Short = 5_000, Long = [|120_000|] }\nexport const api = ky.create({ timeout: Wait.Long });",
      errors: [
        {
          messageId: 'tooLong',
          suggestions: [
            "import ky from 'ky';\nenum Wait { Short = 5_000, Long = 60_000 }\nexport const api = ky.create({ timeout: Wait.Long });",
          ],
        },
      ],
    },
    {
      name: 'a default of zero',
      code: `${axios}export const load = (options) => axios.get('https://x.io', { timeout: options.ms ?? [|0|] });`,
      output: `${axios}export const load = (options) => axios.get('https://x.io', { timeout: options.ms ?? 60000 });`,
      errors: never(),
    },
    {
      name: 'a parameter with a default',
      code: `${axios}export const load = (ms = [|120_000|]) => axios.get('https://x.io', { timeout: ms });`,
      errors: [
        {
          messageId: 'tooLong',
          suggestions: [
            `${axios}export const load = (ms = 60_000) => axios.get('https://x.io', { timeout: ms });`,
          ],
        },
      ],
    },
    {
      name: 'the wait for a connection',
      code: `${got}got('https://x.io', { timeout: { connect: [|20_000|], request: 30_000 } });`,
      output: `${got}got('https://x.io', { timeout: { connect: 10_000, request: 30_000 } });`,
      options: { maxConnectMs: 10_000 },
      errors: tooLong(20_000, 10_000),
    },
    {
      name: 'chained on',
      code: "import superagent from 'superagent';\nsuperagent.get('https://x.io').timeout({ response: 5000, deadline: [|90000|] });",
      output:
        "import superagent from 'superagent';\nsuperagent.get('https://x.io').timeout({ response: 5000, deadline: 60000 });",
      errors: tooLong(90_000),
    },
    {
      name: 'options under a name',
      code: `${got}const MINUTE = 60 * 1000;\nconst timeout = { connect: 5_000, request: [|5 * MINUTE|] };\nexport const api = got.extend({ prefixUrl: 'https://x.io', timeout });`,
      output: `${got}const MINUTE = 60 * 1000;\nconst timeout = { connect: 5_000, request: 60_000 };\nexport const api = got.extend({ prefixUrl: 'https://x.io', timeout });`,
      errors: tooLong(300_000),
    },
    {
      name: 'options that two instances share, told of once',
      code: `${axios}const shared = { timeout: [|0|] };\nexport const a = axios.create({ ...shared, baseURL: 'https://x.io' });\nexport const b = axios.create(shared);`,
      output: `${axios}const shared = { timeout: 60000 };\nexport const a = axios.create({ ...shared, baseURL: 'https://x.io' });\nexport const b = axios.create(shared);`,
      errors: never(),
    },
    {
      name: 'the defaults of an instance, and of the library',
      code: `${axios}const api = axios.create({ baseURL: 'https://x.io' });\napi.defaults.timeout = [|90_000|];\naxios.defaults.timeout = [|120_000|];\nexport const load = () => axios.get('https://y.io/a');`,
      output: `${axios}const api = axios.create({ baseURL: 'https://x.io' });\napi.defaults.timeout = 60_000;\naxios.defaults.timeout = 60_000;\nexport const load = () => axios.get('https://y.io/a');`,
      errors: [...tooLong(90_000), ...tooLong(120_000)],
    },
    {
      name: 'a number with a name that nothing else reads',
      code: `${got}const LIMIT = [|180_000|];\ngot('https://x.io', { timeout: { request: LIMIT } });`,
      output: `${got}const LIMIT = 60_000;\ngot('https://x.io', { timeout: { request: LIMIT } });`,
      errors: tooLong(180_000),
    },
    {
      name: 'a number with a name that others may read',
      code: `${got}export const LIMIT = [|180_000|];\ngot('https://x.io', { timeout: { request: LIMIT } });`,
      errors: [
        {
          ...tooLong(180_000)[0],
          messageId: 'tooLong',
          suggestions: [
            `${got}export const LIMIT = 60_000;\ngot('https://x.io', { timeout: { request: LIMIT } });`,
          ],
        },
      ],
    },
    {
      name: 'given to a function of another file, which sends it on',
      files: {
        'src/send.js':
          "import axios from 'axios';\nexport const send = async (config) => (await axios(config)).data;",
      },
      code: "import { send } from './send.js';\nexport const report = () => [|send|]({ url: process.env.REPORT_URL, timeout: 90_000 });",
      errors: tooLong(90_000),
    },
    {
      name: 'the limit that an observable is piped through',
      code: "import { HttpClient } from '@angular/common/http';\nimport { map, timeout } from 'rxjs';\nexport class Orders {\n  constructor(private readonly http: HttpClient) {}\n  all() { return this.http.get('https://x.io/orders').pipe(map((all) => all), timeout([|90_000|])); }\n  one(id: string) { return this.http.get(`https://x.io/orders/${id}`).pipe(timeout({ each: [|120_000|] })); }\n  few() { return this.http.get('https://x.io/few').pipe(timeout({ first: 20_000 })); }\n}",
      output:
        "import { HttpClient } from '@angular/common/http';\nimport { map, timeout } from 'rxjs';\nexport class Orders {\n  constructor(private readonly http: HttpClient) {}\n  all() { return this.http.get('https://x.io/orders').pipe(map((all) => all), timeout(60_000)); }\n  one(id: string) { return this.http.get(`https://x.io/orders/${id}`).pipe(timeout({ each: 60_000 })); }\n  few() { return this.http.get('https://x.io/few').pipe(timeout({ first: 20_000 })); }\n}",
      parser: 'ts',
      errors: [...tooLong(90_000), ...tooLong(120_000)],
    },
    {
      name: 'worked out of an argument: it is told of, and changed, at the call',
      code: `${got}const seconds = (count) => count * 1000;\nconst minutes = (count) => seconds(count * 60);\ngot('https://x.io', { timeout: { request: [|minutes(3)|] } });\ngot('https://x.io/a', { timeout: { request: seconds(9) } });`,
      output: `${got}const seconds = (count) => count * 1000;\nconst minutes = (count) => seconds(count * 60);\ngot('https://x.io', { timeout: { request: 60_000 } });\ngot('https://x.io/a', { timeout: { request: seconds(9) } });`,
      errors: tooLong(180_000),
    },
    {
      name: 'settings of an SDK',
      code: "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_KEY, { timeout: [|120_000|] });",
      output:
        "import Stripe from 'stripe';\nexport const pay = new Stripe(process.env.STRIPE_KEY, { timeout: 60_000 });",
      errors: tooLong(120_000),
    },
    {
      name: 'an SDK that is told to wait for ever',
      code: "const { WebClient } = require('@slack/web-api');\nexports.slack = new WebClient(process.env.SLACK_TOKEN, { timeout: [|0|] });",
      output:
        "const { WebClient } = require('@slack/web-api');\nexports.slack = new WebClient(process.env.SLACK_TOKEN, { timeout: 60000 });",
      errors: never(),
    },
  ],
});
