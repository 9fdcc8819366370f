import rule from '../../rules/require-request-timeout.ts';
import { testRule } from '../rule-tester.ts';
import { deadlines } from './rpc-cases.ts';

const axios = "import axios from 'axios';\n";
const https = "import https from 'node:https';\n";
const app = { filename: 'src/app/page.tsx' };
const range = (name: string, version: string) => ({
  'package.json': JSON.stringify({ dependencies: { [name]: version } }),
});
const attempts = (before: string, inside: string, signal: string) =>
  `export async function load() {\n  ${before}for (let attempt = 0; attempt < 3; attempt++) {\n    try {\n      ${inside}return await fetch('https://x.io', { ${signal} });\n    } catch (error) {\n      await new Promise((done) => setTimeout(done, 2 ** attempt * 100));\n    }\n  }\n}`;

const nestModule =
  "import { HttpModule } from '@nestjs/axios';\n@Module({ imports: [HttpModule] })\nexport class OrdersModule {}";

const nestService = (request: string) => `import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';
import { firstValueFrom, timeout } from 'rxjs';
@Injectable()
export class OrdersService {
  constructor(private readonly http: HttpService) {}
  list() {
    return firstValueFrom(${request});
  }
}`;

testRule(rule, {
  valid: [
    {
      name: 'options of elsewhere in the place of the address',
      code: "import axios from 'axios'; export class Line { async next(entry) { return axios(entry.config); } again(options) { return axios.request(options); } }",
    },
    {
      name: 'a limit for all that is set in a file which is imported for that',
      filename: 'src/load.js',
      files: {
        'src/dispatcher.js':
          "import { Agent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new Agent({ headersTimeout: 9000, bodyTimeout: 9000 }));\n",
      },
      code: "import './dispatcher.js';\nimport { request } from 'undici';\nexport const load = () => request('https://api.shop.net/items');",
    },
    {
      name: 'an operator that a function of the project makes',
      filename: 'src/items.ts',
      parser: 'ts',
      code: "import { HttpClient } from '@angular/common/http';\nimport { timeout } from 'rxjs';\nconst limited = () => timeout({ each: 9000 });\nexport class Items {\n  constructor(private readonly http: HttpClient) {}\n  all() {\n    return this.http.get('https://api.shop.net/items').pipe(limited());\n  }\n}",
    },
    {
      name: 'a controller in a private field that a timer aborts',
      code: "export class Items {\n  #stop = new AbortController();\n  load() {\n    setTimeout(() => this.#stop.abort(), 9000);\n    return fetch('https://api.shop.net/items', { signal: this.#stop.signal });\n  }\n}",
    },
    {
      name: 'options with a signal that a function of another file spreads into its own',
      code: "import { send } from './send.js';\nexport const load = (id) => send(`https://api.shop.net/items/${id}`, { signal: AbortSignal.timeout(5000) });",
      filename: 'src/load.js',
      files: { 'src/send.js': 'export const send = (url, init) => fetch(url, { ...init });\n' },
    },
    {
      name: 'a function that calls itself in a chain makes the signal anew each time',
      code: "const pause = (ms) => new Promise((r) => setTimeout(r, ms));\nexport function load(url, n = 0) {\n  return fetch(url, { signal: AbortSignal.timeout(8000) }).then((res) => {\n    if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status });\n    return res.json();\n  }).catch((error) => {\n    if (error.status < 500 || n >= 4) throw error;\n    return pause(200 * 2 ** n).then(() => load(url, n + 1));\n  });\n}",
    },
    {
      name: 'a loader of the client that only hands on, called with a signal',
      code: "const get = (...args) => import('node-fetch').then(({ default: fetch }) => fetch(...args));\nexport const load = (url) => get(url, { signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'a client that only other files call',
      code: `${axios}export const get = (...args) => axios.get(...args);`,
    },
    {
      name: 'an SDK with a limit of its own, and one that is told',
      code: "import Stripe from 'stripe';\nimport { WebClient } from '@slack/web-api';\nexport const pay = new Stripe(process.env.STRIPE_KEY);\nexport const slack = new WebClient(process.env.SLACK_TOKEN, { timeout: 10_000 });",
    },
    {
      name: 'a signal for the whole of a script',
      code: 'const all = AbortSignal.timeout(50_000); async function run(names) { for (const name of names) await fetch(`https://x.io/${name}`, { signal: all }); } await run(process.argv);',
    },
    {
      name: 'options that an exported function makes anew',
      code: 'const options = () => ({ signal: AbortSignal.timeout(5000) }); export const load = (name) => fetch(`https://x.io/${name}`, options());',
    },
    {
      name: 'bytes that stand in the address',
      code: 'export const toBlob = async (type, content) => (await fetch(`data:${type};base64,${content}`)).blob();',
    },
    {
      name: 'a signal that an interceptor makes for each request',
      code: "import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://x.io' });\napi.interceptors.request.use((config) => { config.signal = AbortSignal.timeout(5000); return config; });",
    },
    {
      name: 'a fetch of its own that lays a signal over each request',
      code: "import createClient from 'openapi-fetch';\nconst timed = (input, init) => { const limit = AbortSignal.timeout(30_000); return fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, limit]) : limit }); };\nexport const api = createClient({ baseUrl: 'https://x.io', fetch: timed });",
    },
    {
      name: 'a fetch of its own that makes each request again with a signal',
      code: "import createClient from 'openapi-fetch';\nexport const api = createClient({ baseUrl: 'https://x.io', fetch: (request) => fetch(new Request(request, { signal: AbortSignal.timeout(1000) })) });",
    },
    {
      name: 'middleware that makes each request again with a signal',
      code: "import createClient from 'openapi-fetch';\nexport const api = createClient({ baseUrl: 'https://x.io' });\napi.use({ onRequest({ request }) { return new Request(request, { signal: AbortSignal.timeout(1000) }); } });",
    },
    {
      name: 'middleware that is not known',
      code: "import createClient from 'openapi-fetch';\nimport { timed } from 'somewhere';\nexport const api = createClient({ baseUrl: 'https://x.io' });\napi.use(timed);",
    },
    {
      name: 'a function of another file that bounds what it is given',
      files: {
        'src/send.js':
          "import axios from 'axios';\nexport const send = (config) => axios({ timeout: 5000, ...config });",
      },
      code: "import { send } from './send.js';\nexport const pay = (order) => send({ method: 'post', url: process.env.PAY_URL, data: order });",
    },
    {
      name: 'options that a function of another file makes',
      files: {
        'src/send.js':
          "import axios from 'axios';\nexport const send = (url, options) => axios(url, options);",
      },
      code: "import { send } from './send.js';\nexport const pay = (order, options) => send(process.env.PAY_URL, options);",
    },
    {
      name: 'a timeout set on what a builder made',
      code: "import axios from 'axios';\nconst build = () => ({ headers: {} });\nexport function load() {\n  const config = build();\n  config.timeout = 5_000;\n  return axios.get('https://x.io', config);\n}",
    },
    {
      name: 'a body of fetch that a function takes in pieces',
      code: 'export async function load(url, sink) { const response = await fetch(url); await sink.write(response.body); }',
    },
    {
      name: 'one of the returns of the function that makes the options has a timeout',
      code: "function options(slow) {\n  if (slow) return { signal: AbortSignal.timeout(60_000) };\n  return { redirect: 'error' };\n}\nexport const load = (slow) => fetch('https://x.io', options(slow));",
    },
    {
      name: 'options that are spread into themselves, with a signal once',
      code: "export function load(id, bounded) {\n  let options = { redirect: 'error' };\n  if (bounded) options = { ...options, signal: AbortSignal.timeout(5000) };\n  return fetch(`https://x.io/${id}`, options);\n}",
    },
    {
      name: 'a limiter that runs what it gets',
      code: "import Bottleneck from 'bottleneck';\nconst limiter = new Bottleneck({ maxConcurrent: 2 });\nconst load = limiter.wrap(fetch);\nexport const one = () => load('https://x.io', { signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'a function with arguments of its own',
      code: "const load = fetch.bind(null, 'https://x.io');\nexport const one = () => load({ redirect: 'error' });",
    },
    {
      name: 'one of the callers bounds the time',
      code: "async function request(path, options = {}) {\n  return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n}\nexport const a = () => request('/a');\nexport const b = () => request('/b', { signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'options of callers that are not at hand',
      code: "export async function request(path, options = {}) {\n  return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n}\nexport const a = () => request('/a');",
    },
    {
      name: 'a function that is handed on',
      code: "async function request(path, options = {}) {\n  return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n}\nexport const a = () => request('/a');\nexport const api = { request };",
    },
    {
      name: 'one of the callers of a private method bounds the time',
      filename: 'src/api.ts',
      code: "export class Api {\n  private async request(path: string, options: RequestInit = {}) {\n    return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n  }\n  a = () => this.request('/a');\n  b = () => this.request('/b', { signal: AbortSignal.timeout(5000) });\n}",
    },
    {
      name: 'a method that subclasses and others may call',
      filename: 'src/api.ts',
      code: "export class Api {\n  async request(path: string, options: RequestInit = {}) {\n    return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n  }\n  a = () => this.request('/a');\n}",
    },
    {
      name: 'a private method that is handed on',
      filename: 'src/api.ts',
      code: "export class Api {\n  private async request(path: string, options: RequestInit = {}) {\n    return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n  }\n  a = () => this.request('/a');\n  b = () => { const { request } = this; return request; };\n}",
    },
    {
      name: 'a private method under a name that is not known',
      filename: 'src/api.ts',
      code: "export class Api {\n  private async request(path: string, options: RequestInit = {}) {\n    return fetch(`https://x.io${path}`, { ...options, redirect: 'error' });\n  }\n  call = (name: 'request', path: string, options: RequestInit) => this[name](path, options);\n  a = () => this.request('/a');\n}",
    },
    {
      name: 'an agent that is given what nobody knows beside the proxy',
      code: "import fetch from 'node-fetch';\nimport { HttpsProxyAgent } from 'https-proxy-agent';\nexport const load = (options) => fetch('https://x.io', { agent: new HttpsProxyAgent(process.env.PROXY, options) });",
    },
    ...deadlines.valid,
    {
      name: 'graphql-request: a signal for each call',
      code: "import { GraphQLClient } from 'graphql-request'; const shop = new GraphQLClient('https://api.x.io/graphql'); export const load = (id) => shop.request({ document: 'query ($id: ID!) { order(id: $id) { id } }', variables: { id }, signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'graphql-request: a fetch of its own',
      code: "import { GraphQLClient } from 'graphql-request'; import { bounded } from './bounded'; const shop = new GraphQLClient('https://api.x.io/graphql', { fetch: bounded }); export const load = () => shop.request('{ orders { id } }');",
    },
    {
      name: 'openapi-fetch: a signal for each call',
      code: "import createClient from 'openapi-fetch'; const api = createClient({ baseUrl: 'https://api.x.io' }); export const load = () => api.GET('/a', { signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'openapi-fetch: a fetch of its own',
      code: "import createClient from 'openapi-fetch'; import { bounded } from './bounded'; const api = createClient({ baseUrl: 'https://api.x.io', fetch: bounded }); export const load = () => api.GET('/a', {});",
    },

    {
      name: 'a service worker sends the request of the page on',
      code: "self.addEventListener('fetch', (event) => { event.respondWith(fetch(event.request)); });",
    },
    {
      name: 'a service worker that looks into its cache first',
      code: "self.addEventListener('fetch', (event) => { const { request } = event; event.respondWith(caches.match(request).then((hit) => hit ?? fetch(request.clone()))); });",
    },
    {
      name: 'a service worker with a function for each strategy',
      code: "async function networkFirst(request) { return fetch(request); }\nself.addEventListener('fetch', (event) => { event.respondWith(networkFirst(event.request)); });",
    },
    {
      name: 'a proxy of requests',
      code: 'export default { fetch(request) { return fetch(request, { redirect: "manual" }); } };',
    },
    {
      name: 'a time that is set on a request of an instance',
      code: "import wretch from 'wretch';\nconst api = wretch('https://x.io');\nexport const a = () => api.url('/a').get().setTimeout(5000).json();\nexport const b = () => api.get('/b').setTimeout(5000).json();",
    },
    {
      name: 'a signal in the options of a builder',
      code: "import wretch from 'wretch';\nconst api = wretch('https://x.io');\nexport const a = () => api.url('/a').options({ signal: AbortSignal.timeout(3000) }).get().json();",
    },
    {
      name: 'a helper that starts the clock anew in each attempt',
      code: `async function once(path) {
  const res = await fetch('https://x.io' + path, { signal: AbortSignal.timeout(5000) });
  if (!res.ok) throw new Error('refused');
  return res.json();
}
export async function load(path) {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await once(path);
    } catch (error) {
      await new Promise((done) => setTimeout(done, 2 ** attempt * 100));
    }
  }
}`,
    },
    { name: 'a signal', code: "fetch('https://x.io', { signal: AbortSignal.timeout(5000) });" },
    {
      name: 'an instance with a timeout',
      code: `${axios}const api = axios.create({ timeout: 5000 });\napi.get('/a');`,
    },
    {
      name: 'defaults',
      code: `${axios}axios.defaults.timeout = 5000;\naxios.get('https://x.io');`,
    },
    {
      name: 'an interceptor',
      code: `${axios}const api = axios.create({ baseURL: 'https://x.io' });\napi.interceptors.request.use((config) => {\n  config.timeout = 5000;\n  return config;\n});\napi.get('/a');`,
    },
    {
      name: 'the object of got',
      code: "import got from 'got';\ngot({ url: 'https://x.io', timeout: { request: 5000 } });",
    },
    { name: 'the default of a client', code: "import ky from 'ky';\nky.get('https://x.io');" },
    {
      name: 'a dispatcher',
      code: "import { Agent, fetch } from 'undici';\nfetch('https://x.io', { dispatcher: new Agent({ headersTimeout: 5000 }) });",
    },
    {
      name: 'a dispatcher for all',
      code: "import { Agent, request, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new Agent({ headersTimeout: 5000, bodyTimeout: 5000 }));\nrequest('https://x.io');",
    },
    {
      name: 'setTimeout with a listener',
      code: `${https}const sent = https.request('https://x.io');\nsent.setTimeout(5000, () => sent.destroy());\nsent.end();`,
    },
    {
      name: 'the event with a listener',
      code: `${https}const sent = https.request('https://x.io', { timeout: 5000 });\nsent.on('timeout', () => sent.destroy());\nsent.end();`,
    },
    {
      name: 'the event among other listeners',
      code: `${https}const sent = https.request({ host: 'x.io', timeout: 5000 }, (response) => response.resume());\nsent.on('timeout', () => sent.destroy());\nsent.on('error', console.error);\nsent.end();`,
    },
    {
      name: 'an agent that is handed on',
      code: "import { ProxyAgent } from 'undici';\nexport const options = { dispatcher: new ProxyAgent('https://proxy.io') };",
    },
    {
      name: 'a race',
      code: "Promise.race([fetch('https://x.io'), new Promise((_, fail) => setTimeout(fail, 5000))]);",
    },
    {
      name: 'a function of the project that races what it calls',
      code: "async function within(run) {\n  let id;\n  const late = new Promise((_, fail) => { id = setTimeout(fail, 5000); });\n  try { return await Promise.race([run(), late]); } finally { clearTimeout(id); }\n}\nexport const load = () => within(async () => (await fetch('https://x.io')).json());",
    },
    {
      name: 'a function of another file that races what it is given',
      files: {
        'src/bounded.ts':
          'export const bounded = (sent: Promise<unknown>) => Promise.race([sent, new Promise((_, fail) => setTimeout(fail, 5000))]);',
      },
      code: "import { bounded } from './bounded.ts';\nexport const load = () => bounded(fetch('https://x.io'));",
    },
    {
      name: 'a race of a name',
      code: "export async function load(timer) {\n  const sent = fetch('https://x.io');\n  return Promise.race([sent, timer]);\n}",
    },
    {
      name: 'a function that bounds',
      code: "import { withTimeout } from './time.ts';\nwithTimeout(() => fetch('https://x.io'), 5000);",
    },
    {
      name: 'an armed controller',
      code: "export async function load() {\n  const stop = new AbortController();\n  const timer = setTimeout(() => stop.abort(), 5000);\n  const response = await fetch('https://x.io', { signal: stop.signal });\n  clearTimeout(timer);\n  return response;\n}",
    },
    {
      name: 'options from a parameter',
      code: "export const load = (init) => fetch('https://x.io', init);",
    },
    {
      name: 'a spread that is not known',
      code: "export const load = (init) => fetch('https://x.io', { ...init, method: 'POST' });",
    },
    {
      name: 'a stream',
      code: "export async function load() {\n  const response = await fetch('https://x.io');\n  return response.body.getReader();\n}",
    },
    {
      name: 'a stream, its body under a name',
      code: "export async function load(write) {\n  const response = await fetch('https://x.io');\n  const body = response.body!;\n  const reader = body.getReader();\n  for (;;) { const { done, value } = await reader.read(); if (done) break; await write(value); }\n}",
    },
    {
      name: 'a stream that a helper gives back',
      code: "const open = async (url) => fetch(url);\nexport async function load() {\n  const response = await open('https://x.io');\n  return response.body.getReader();\n}",
    },
    {
      name: 'a stream of a promise with a name',
      code: "export async function load() {\n  const asked = fetch('https://x.io');\n  const { body } = await asked;\n  return body.getReader();\n}",
    },
    {
      name: 'a stream that a function gets from the promise',
      code: "export function load() {\n  return fetch('https://x.io').then((response) => response.body.getReader());\n}",
    },
    {
      name: 'a stream that is handed on',
      code: "export async function load(sink) {\n  const response = await fetch('https://x.io');\n  await keep(response, sink);\n}\nfunction keep(answer, sink) { return sink.write(answer.body); }",
    },
    {
      name: 'a stream in a loop, its body under a name',
      code: "export async function load(write) {\n  const response = await fetch('https://x.io');\n  const body = response.body as AsyncIterable<Uint8Array>;\n  for await (const chunk of body) await write(chunk);\n}",
    },
    {
      name: 'a file of the build, where the build is served',
      code: "function check(url: string) { fetch(url, { headers: { 'Service-Worker': 'script' } }).then((r) => r.status === 404); }\nexport function register() { const url = `${process.env.PUBLIC_URL}/service-worker.js`; check(url); }",
    },
    {
      name: 'events',
      code: "fetch('https://x.io', { headers: { Accept: 'text/event-stream' } });",
    },
    {
      name: 'a stream by option',
      code: `${axios}axios.get('https://x.io', { responseType: 'stream' });`,
    },
    { name: 'a local function', code: "const fetch = (name) => name;\nfetch('main');" },
    {
      name: 'a method of something else',
      code: "import git from 'simple-git';\ngit().fetch('origin');",
    },
    { name: 'no request', code: `${axios}axios.isAxiosError(error);` },
    {
      name: 'an asset',
      code: "fetch(new URL('./data.json', import.meta.url));",
      filename: 'tests/load.test.ts',
    },
    {
      name: 'in a folder for one kind of tests',
      code: "export const start = () => fetch('https://api.example.com/orders');",
      filename: 'integration-tests/src/start.ts',
    },
    { name: "the page's own server", code: "fetch('/api/orders');" },
    {
      name: 'options that a caller gives',
      code: "const axios = require('axios');\nclass Monitor {\n  async send(options, isLast = false) {\n    try {\n      return await axios.request(options);\n    } catch (error) {\n      if (isLast) throw error;\n      options.headers = { ...options.headers, 'Accept-Encoding': 'gzip' };\n      return this.send(options, true);\n    }\n  }\n}",
    },
    { name: 'a path relative to the page', code: "fetch('api/orders');" },
    { name: 'a path from the folder of the page', code: 'fetch(`./orders?token=${token}`);' },
    { name: 'a path that starts with a name', code: 'fetch(`orders/${id}/status`);' },
    { name: 'a file next to the page', code: "fetch('settings.json');" },
    {
      name: 'one of two paths',
      code: "export const load = (paid) => { const path = paid ? '/api/a' : '/api/b'; return fetch(path); };",
    },
    {
      name: 'the origin of the page',
      code: 'fetch(`${window.location.origin}/api/orders`);',
    },
    {
      name: 'a URL that is made of the address of the page',
      code: "const base = new URL(location.href);\nbase.pathname = '';\nconst start = base.href.slice(0, -1);\nfetch(`${start}/settings`);",
    },
    {
      name: 'a file that is looked for from the page',
      code: "const texts = {\n  load() {\n    const self = this;\n    const base = document.baseURI || '';\n    return self.file(base, 'en');\n  },\n  file(base, language) {\n    return fetch(new URL(`i18n/${language}.json`, base).href);\n  },\n};",
    },
    {
      name: 'a picture that is in the page',
      code: "const url = canvas.toDataURL('image/png');\nfetch(url);\nfetch(URL.createObjectURL(file));",
    },
    {
      name: 'a client for the own server',
      code: `${axios}const baseURL = '/';\nexport const api = axios.create({ baseURL });`,
    },
    {
      name: 'a method that is called with paths alone',
      code: "class Admin {\n  post(url) {\n    return fetch(url, { method: 'POST' });\n  }\n  login() {\n    return this.post('./login');\n  }\n}",
    },
    { name: 'loopback', code: "fetch('http://localhost:3000/health');" },
    {
      name: 'a chain on superagent that is written back to its own name',
      code: "import superagent from 'superagent';\nlet sent = superagent.get('https://x.io').timeout(5000);\nsent = sent.set('a', 'b');\nif (page) sent = sent.query({ page });\nexport default sent;",
    },
    {
      name: 'chained on superagent',
      code: "import superagent from 'superagent';\nsuperagent.get('https://x.io').set('a', 'b').timeout(5000);",
    },
    {
      name: 'options in place of the body',
      code: "import needle from 'needle';\nneedle('get', 'https://x.io', { response_timeout: 5000 });",
    },
    {
      name: 'an option of this major',
      code: "import fetch from 'node-fetch';\nfetch('https://x.io', { timeout: 5000 });",
      files: range('node-fetch', '^2.7.0'),
    },
    {
      name: 'request, whose timeout is its own',
      code: "const request = require('request');\nrequest({ uri: 'https://x.io', timeout: 5000 }, (error, response, body) => done(body));",
    },
    {
      name: 'defaults of request',
      code: "const api = require('request').defaults({ timeout: 5000 });\napi.get('https://x.io', (error, response, body) => done(body));",
    },
    {
      name: 'a signal for each attempt',
      code: attempts('', 'const signal = AbortSignal.timeout(5000);\n      ', 'signal'),
    },
    {
      name: "Angular's client with an operator, with options of the caller, on the page's own server",
      code: "import { HttpClient } from '@angular/common/http';\nimport { inject } from '@angular/core';\nimport { timeout } from 'rxjs';\nexport class Consents {\n  private readonly http = inject(HttpClient);\n  all = () => this.http.get('https://api.shop.dev/consents').pipe(timeout(5_000));\n  some = (options) => this.http.get('https://api.shop.dev/consents', options);\n  own = () => this.http.get('/api/consents');\n}",
      parser: 'ts',
    },
    {
      name: "Angular's client where the application sets interceptors up",
      filename: 'src/app/consents/consents.service.ts',
      code: "import { HttpClient } from '@angular/common/http';\nimport { inject } from '@angular/core';\nexport class Consents {\n  private readonly http = inject(HttpClient);\n  all = () => this.http.get('https://api.shop.dev/consents');\n}",
      parser: 'ts',
      files: {
        'src/app/app.config.ts':
          "import { provideHttpClient, withInterceptors } from '@angular/common/http';\nexport const config = { providers: [provideHttpClient(withInterceptors([patience]))] };",
      },
    },
    {
      name: "Nest's client, whose module sets it up",
      filename: 'src/orders/orders.service.ts',
      code: nestService("this.http.get('https://api.shop.dev/orders')"),
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts':
          "import { HttpModule } from '@nestjs/axios';\n@Module({ imports: [HttpModule.register({ timeout: 5000 })] })\nexport class OrdersModule {}",
      },
    },
    {
      name: "what makes the options of Nest's client, which is not known, or takes them from elsewhere",
      code: "import { HttpModule } from '@nestjs/axios'; export const http = [HttpModule.registerAsync({ useClass: HttpSettings }), HttpModule.registerAsync({ useFactory: make }), HttpModule.registerAsync({ useFactory: (settings) => ({ ...settings.http }) }), HttpModule.registerAsync({ useFactory: (settings) => ({ baseURL: 'https://api.shop.dev', timeout: settings.timeout }) })];",
    },
    {
      name: "Nest's client, which a module sets up that the one beside it imports",
      filename: 'src/orders/orders.service.ts',
      code: nestService("this.http.get('https://api.shop.dev/orders')"),
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts':
          "import { HttpModule } from '@nestjs/axios';\nimport { SharedModule } from '../shared/shared.module';\n@Module({ imports: [SharedModule, HttpModule], providers: [OrdersService] })\nexport class OrdersModule {}",
        'src/shared/shared.module.ts':
          "import { HttpModule } from '@nestjs/axios';\n@Module({ imports: [HttpModule.register({ timeout: 5000 })], exports: [HttpModule] })\nexport class SharedModule {}",
      },
    },
    {
      name: "Nest's client, of a module that is not known",
      filename: 'src/orders/orders.service.ts',
      code: nestService("this.http.get('https://api.shop.dev/orders')"),
      parser: 'ts',
    },
    {
      name: "Nest's client as it is, changed at its root",
      filename: 'src/orders/orders.service.ts',
      code: nestService("this.http.get('https://api.shop.dev/orders')"),
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts': nestModule,
        'src/main.ts': "import axios from 'axios';\naxios.defaults.timeout = 5000;",
      },
    },
    {
      name: "Nest's client as it is, with an operator",
      filename: 'src/orders/orders.service.ts',
      code: nestService("this.http.get('https://api.shop.dev/orders').pipe(timeout(5000))"),
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts': nestModule,
      },
    },
  ],
  invalid: [
    {
      name: 'what stands alone is called an address',
      code: "import axios from 'axios'; export const orders = ({ target, url }) => [axios(target), [|axios|](url)];",
      errors: ['missing'],
      output:
        "import axios from 'axios'; export const orders = ({ target, url }) => [axios(target), axios(url, { timeout: 60_000 })];",
    },
    {
      name: 'a loader of the client that only hands on',
      code: "const fetch = (...args) => import('node-fetch').then(({ default: fetch }) => fetch(...args));\nexport async function load(url) {\n  const one = await [|fetch|](url);\n  const two = await fetch(url, { signal: AbortSignal.timeout(5000) });\n  return [await one.json(), await two.json()];\n}",
      output:
        "const fetch = (...args) => import('node-fetch').then(({ default: fetch }) => fetch(...args));\nexport async function load(url) {\n  const one = await fetch(url, { signal: AbortSignal.timeout(60_000) });\n  const two = await fetch(url, { signal: AbortSignal.timeout(5000) });\n  return [await one.json(), await two.json()];\n}",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a loader that names what it hands on, and one that waits for the module',
      code: "const get = (url, init) => import('node-fetch').then((module) => module.default(url, init));\nconst call = async (...given) => {\n  const { default: send } = await import('node-fetch');\n  return send(...given);\n};\nexport const load = async (url) => [await [|get|](url, { method: 'PUT' }), await [|call|](url)];",
      output:
        "const get = (url, init) => import('node-fetch').then((module) => module.default(url, init));\nconst call = async (...given) => {\n  const { default: send } = await import('node-fetch');\n  return send(...given);\n};\nexport const load = async (url) => [await get(url, { method: 'PUT', signal: AbortSignal.timeout(60_000) }), await call(url, { signal: AbortSignal.timeout(60_000) })];",
      errors: [{ messageId: 'missing' }, { messageId: 'missing' }],
    },
    {
      name: 'a controller in a private field that nothing aborts',
      code: "export class Items {\n  #stop = new AbortController();\n  load() {\n    return fetch('https://api.shop.net/items', { [|signal: this.#stop.signal|] });\n  }\n}",
      errors: ['idle'],
      output:
        "export class Items {\n  #stop = new AbortController();\n  load() {\n    return fetch('https://api.shop.net/items', { signal: AbortSignal.any([this.#stop.signal, AbortSignal.timeout(60_000)]) });\n  }\n}",
    },
    {
      name: 'options that a function of another file spreads into its own',
      code: "import { send } from './send.js';\nexport const load = (id) => [|send|](`https://api.shop.net/items/${id}`, { headers: { accept: 'text/plain' } });",
      filename: 'src/load.js',
      files: {
        'src/send.js':
          "export const send = (url, init) => fetch(url, { ...init, headers: { ...init.headers, agent: 'shop' } });\n",
      },
      errors: ['missing'],
    },
    {
      name: 'a signal that is made as the module is loaded',
      code: 'const options = { [|signal: AbortSignal.timeout(5000)|] }; export async function load(name) { return fetch(`https://x.io/${name}`, options); }',
      errors: ['once'],
    },
    {
      name: 'the same in a module of CommonJS',
      code: 'const signal = AbortSignal.timeout(5000); async function load(name) { return fetch(`https://x.io/${name}`, { [|signal|] }); } module.exports = { load };',
      errors: ['once'],
    },
    {
      name: 'middleware that sets a header alone',
      code: "import createClient from 'openapi-fetch';\nexport const api = [|createClient|]({ baseUrl: 'https://x.io' });\napi.use({ onRequest({ request }) { request.headers.set('X-Shop', '1'); return request; } });",
      errors: [{ messageId: 'missingOnClient' }],
    },
    {
      name: 'one signal that a fetch of its own lays over all requests',
      code: "import createClient from 'openapi-fetch';\nconst limit = AbortSignal.timeout(5000);\nexport const api = createClient({ baseUrl: 'https://x.io', fetch: (request) => fetch(request, { [|signal: limit|] }) });",
      errors: [{ messageId: 'once' }],
    },
    {
      name: 'React Native has no AbortSignal.timeout, and no fix',
      code: "export const load = () => [|fetch|]('https://api.example.com/a');",
      files: range('react-native', '0.79.5'),
      output: null,
      errors: ['missing'],
    },
    {
      name: 'a builder sets one of two proxies and no timeout',
      code: "import axios from 'axios';\nimport { HttpsProxyAgent } from 'https-proxy-agent';\nconst proxy = process.env.PROXY || process.env.HTTPS_PROXY;\nfunction proxied(config) {\n  config.httpsAgent = new HttpsProxyAgent(proxy);\n  return config;\n}\nexport const load = () => [|axios.get|]('https://x.io', proxied({ headers: {} }));",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            "import axios from 'axios';\nimport { HttpsProxyAgent } from 'https-proxy-agent';\nconst proxy = process.env.PROXY || process.env.HTTPS_PROXY;\nfunction proxied(config) {\n  config.httpsAgent = new HttpsProxyAgent(proxy);\n  return config;\n}\nexport const load = () => axios.get('https://x.io', proxied({ headers: {}, timeout: 60_000 }));",
          ],
        },
      ],
    },
    {
      name: 'options with a name that only the call reads',
      code: "export async function load(id) {\n  const init = { method: 'GET' };\n  return [|fetch|](`https://api.example.com/${id}`, init);\n}",
      errors: ['missing'],
      output:
        "export async function load(id) {\n  const init = { method: 'GET', signal: AbortSignal.timeout(60_000) };\n  return fetch(`https://api.example.com/${id}`, init);\n}",
    },
    {
      name: 'options of one call, made before something else is waited for',
      code: "export async function load(id) {\n  const init = { method: 'GET' };\n  const base = await baseOf(id);\n  return await [|fetch|](`https://api.example.com/${base}`, init);\n}",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              title: 'Add a timeout of 60000 ms',
              output:
                "export async function load(id) {\n  const init = { method: 'GET', signal: AbortSignal.timeout(60_000) };\n  const base = await baseOf(id);\n  return await fetch(`https://api.example.com/${base}`, init);\n}",
            },
          ],
        },
      ],
    },
    {
      name: 'options that are made once for many calls',
      code: "const init = { method: 'GET' };\nexport const load = (id) => [|fetch|](`https://api.example.com/${id}`, init);",
      errors: ['missing'],
    },
    {
      name: "Nest's client as a module has it",
      filename: 'src/orders/orders.service.ts',
      code: nestService("[|this.http.get|]('https://api.shop.dev/orders')"),
      output: nestService("this.http.get('https://api.shop.dev/orders', { timeout: 60_000 })"),
      errors: ['missing'],
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts':
          "import { HttpModule, HttpService } from '@nestjs/axios';\n@Module({\n  imports: [\n    ConfigModule,\n    HttpModule,\n  ],\n})\nexport class OrdersModule {}",
      },
    },
    {
      name: "Nest's client as a module has it that the one beside it imports",
      filename: 'src/orders/orders.service.ts',
      code: nestService("[|this.http.get|]('https://api.shop.dev/orders')"),
      output: nestService("this.http.get('https://api.shop.dev/orders', { timeout: 60_000 })"),
      errors: ['missing'],
      parser: 'ts',
      files: {
        'src/orders/orders.module.ts':
          "import { SharedModule } from '../shared/shared.module';\n@Module({ imports: [SharedModule], providers: [OrdersService] })\nexport class OrdersModule {}",
        'src/shared/shared.module.ts':
          "import { HttpModule } from '@nestjs/axios';\n@Module({ imports: [HttpModule], exports: [HttpModule] })\nexport class SharedModule {}",
      },
    },
    {
      name: 'options that two calls of a private function share',
      code: "export async function load(key) {\n  const options = { headers: { authorization: key } };\n  const read = async (url, given) => (await [|fetch|](url, given)).json();\n  return Promise.all([read('https://x.io/a', options), read('https://x.io/b', options)]);\n}",
      errors: ['missing'],
    },
    {
      name: 'a body that is a text by then',
      code: "const request = require('request-promise');\nexport async function load() { const response = await [|request|]('https://api.example.com/a', { resolveWithFullResponse: true }); return JSON.parse(response.body); }",
      output:
        "const request = require('request-promise');\nexport async function load() { const response = await request('https://api.example.com/a', { resolveWithFullResponse: true, timeout: 60_000 }); return JSON.parse(response.body); }",
      errors: ['missing'],
    },
    {
      name: 'no return of the function that makes the options has a timeout',
      code: "function options(slow) {\n  if (slow) return { keepalive: true };\n  return { redirect: 'error' };\n}\nexport const load = (slow) => [|fetch|]('https://x.io', options(slow));",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'options that are spread into themselves',
      code: "export function load(id, body) {\n  let options = { redirect: 'error' };\n  if (body) options = { ...options, method: 'PUT', body };\n  return [|fetch|](`https://x.io/${id}`, options);\n}",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: "a function that gives Nest's client options without one",
      code: "import { HttpModule } from '@nestjs/axios';\nexport const http = [|HttpModule.registerAsync|]({ inject: [Settings], useFactory: (settings) => ({ baseURL: settings.url }) });",
      output:
        "import { HttpModule } from '@nestjs/axios';\nexport const http = HttpModule.registerAsync({ inject: [Settings], useFactory: (settings) => ({ baseURL: settings.url, timeout: 60_000 }) });",
      errors: ['missingOnClient'],
    },
    {
      name: 'fetch-retry gives back a fetch',
      code: "import fetchRetry from 'fetch-retry';\nconst load = fetchRetry(fetch, { retries: 2 });\nexport const one = () => [|load|]('https://x.io');",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'functions that limiters give back',
      code: "import Bottleneck from 'bottleneck';\nimport pThrottle from 'p-throttle';\nimport { limitFunction } from 'p-limit';\nconst limiter = new Bottleneck({ maxConcurrent: 2 });\nconst wrapped = limiter.wrap(fetch);\nconst throttled = pThrottle({ limit: 2, interval: 1000 })(fetch);\nconst limited = limitFunction(fetch, { concurrency: 2 });\nexport const one = () => [|wrapped|]('https://x.io/1');\nexport const two = () => [|throttled|]('https://x.io/2');\nexport const three = () => [|limited|]('https://x.io/3');",
      errors: [{ messageId: 'missing' }, { messageId: 'missing' }, { messageId: 'missing' }],
    },
    {
      name: 'fetch that is bound to the global object',
      code: "const load = globalThis.fetch.bind(globalThis);\nexport const one = () => [|load|]('https://x.io');",
      errors: [{ messageId: 'missing' }],
      output:
        "const load = globalThis.fetch.bind(globalThis);\nexport const one = () => load('https://x.io', { signal: AbortSignal.timeout(60_000) });",
    },
    {
      name: 'options that none of its callers gives a limit',
      code: "async function request(path, options = {}) {\n  return [|fetch|](`https://x.io${path}`, { ...options, redirect: 'error' });\n}\nexport const a = () => request('/a');\nexport const b = () => request('/b', { method: 'DELETE' });",
      errors: ['missing'],
      output:
        "async function request(path, options = {}) {\n  return fetch(`https://x.io${path}`, { ...options, redirect: 'error', signal: AbortSignal.timeout(60_000) });\n}\nexport const a = () => request('/a');\nexport const b = () => request('/b', { method: 'DELETE' });",
    },
    {
      name: 'options that no caller of a private method gives a limit',
      filename: 'src/api.ts',
      code: "export class Api {\n  private async request(path: string, options: RequestInit = {}) {\n    return [|fetch|](`https://x.io${path}`, { ...options, redirect: 'error' });\n  }\n  a = () => this.request('/a');\n  async b(body: string) { return this.request('/b', { method: 'POST', body }); }\n}",
      errors: ['missing'],
      output:
        "export class Api {\n  private async request(path: string, options: RequestInit = {}) {\n    return fetch(`https://x.io${path}`, { ...options, redirect: 'error', signal: AbortSignal.timeout(60_000) });\n  }\n  a = () => this.request('/a');\n  async b(body: string) { return this.request('/b', { method: 'POST', body }); }\n}",
    },
    {
      name: 'the same with a name of its own',
      code: "export class Api {\n  #request = async (path, options = {}) => [|fetch|](`https://x.io${path}`, { ...options, redirect: 'error' });\n  a = () => this.#request('/a');\n}",
      errors: ['missing'],
      output:
        "export class Api {\n  #request = async (path, options = {}) => fetch(`https://x.io${path}`, { ...options, redirect: 'error', signal: AbortSignal.timeout(60_000) });\n  a = () => this.#request('/a');\n}",
    },
    {
      name: 'a function of the project that only calls what it is given',
      code: "const tried = async (run) => await run();\nexport const load = () => tried(async () => (await [|fetch|]('https://x.io')).json());",
      errors: ['missing'],
      output:
        "const tried = async (run) => await run();\nexport const load = () => tried(async () => (await fetch('https://x.io', { signal: AbortSignal.timeout(60_000) })).json());",
    },
    {
      name: 'a body under a name that is only asked for',
      code: "export async function load() {\n  const response = await [|fetch|]('https://x.io');\n  const body = response.body;\n  if (!body) throw new Error('empty');\n  return response.json();\n}",
      errors: ['missing'],
      output:
        "export async function load() {\n  const response = await fetch('https://x.io', { signal: AbortSignal.timeout(60_000) });\n  const body = response.body;\n  if (!body) throw new Error('empty');\n  return response.json();\n}",
    },
    {
      name: 'an address that is given: of the API, not of the page',
      code: 'function check(url: string) { [|fetch|](url).then((r) => r.status === 404); }\nexport function register() { const url = `${process.env.API_URL}/status`; check(url); }',
      errors: ['missing'],
      output:
        'function check(url: string) { fetch(url, { signal: AbortSignal.timeout(60_000) }).then((r) => r.status === 404); }\nexport function register() { const url = `${process.env.API_URL}/status`; check(url); }',
    },
    {
      name: 'an agent that is only told where its proxy is',
      code: "import fetch from 'node-fetch';\nimport { HttpsProxyAgent } from 'https-proxy-agent';\nconst agent = new HttpsProxyAgent(process.env.PROXY);\nexport const load = () => [|fetch|]('https://x.io', { agent });",
      errors: ['missing'],
      output:
        "import fetch from 'node-fetch';\nimport { HttpsProxyAgent } from 'https-proxy-agent';\nconst agent = new HttpsProxyAgent(process.env.PROXY);\nexport const load = () => fetch('https://x.io', { agent, signal: AbortSignal.timeout(60_000) });",
    },
    ...deadlines.invalid,
    {
      name: 'openapi-fetch: a client without a signal',
      code: "import createClient from 'openapi-fetch'; const api = [|createClient|]<paths>({ baseUrl: 'https://api.x.io' }); export const load = (id: string) => api.GET('/a/{id}', { params: { path: { id } } });",
      errors: ['missingOnClient'],
    },
    {
      name: 'graphql-request: headers and nothing else',
      code: "import { GraphQLClient, gql } from 'graphql-request'; const shop = new [|GraphQLClient|]('https://api.x.io/graphql', { headers: { 'x-shop': '1' } }); export const load = (id) => shop.request(gql`query ($id: ID!) { order(id: $id) { id } }`, { id });",
      errors: [{ messageId: 'missingOnClient' }],
    },
    {
      name: 'openapi-fetch: a timeout that it does not know',
      code: "import createClient from 'openapi-fetch'; const api = [|createClient|]({ baseUrl: 'https://api.x.io' }); export const save = (body) => api.POST('/a', { body, [|timeout: 5000|] });",
      output:
        "import createClient from 'openapi-fetch'; const api = createClient({ baseUrl: 'https://api.x.io' }); export const save = (body) => api.POST('/a', { body, signal: AbortSignal.timeout(5000) });",
      errors: ['missingOnClient', 'inert'],
    },
    {
      name: 'request with a callback in place of options',
      code: "const request = require('request');\n[|request.get|]('https://x.io', (error, response, body) => done(body));",
      errors: ['missing'],
    },
    {
      name: 'request with options alone',
      code: "const request = require('request');\n[|request|]({ uri: 'https://x.io', method: 'PUT' }, (error, response, body) => done(body));",
      errors: ['missing'],
      output:
        "const request = require('request');\nrequest({ uri: 'https://x.io', method: 'PUT', timeout: 60_000 }, (error, response, body) => done(body));",
    },
    {
      name: 'an instance of request',
      code: "const api = [|require('request').defaults|]({ baseUrl: 'https://x.io' });\napi('/orders', (error, response, body) => done(body));",
      errors: ['missingOnClient'],
      output:
        "const api = require('request').defaults({ baseUrl: 'https://x.io', timeout: 60_000 });\napi('/orders', (error, response, body) => done(body));",
    },
    {
      name: 'request with promises',
      code: "import rp from 'request-promise-native';\nexport const load = () => [|rp|]('https://x.io');",
      errors: ['missing'],
      output:
        "import rp from 'request-promise-native';\nexport const load = () => rp('https://x.io', { timeout: 60_000 });",
    },
    {
      name: 'an address that a caller gives',
      code: `${axios}export const load = (url) => [|axios|](url);`,
      errors: ['missing'],
      output: `${axios}export const load = (url) => axios(url, { timeout: 60_000 });`,
    },
    {
      name: 'a host without a scheme',
      code: '[|fetch|](`api.x.io/orders/${id}`);',
      errors: ['missing'],
      output: 'fetch(`api.x.io/orders/${id}`, { signal: AbortSignal.timeout(60_000) });',
    },
    {
      name: 'a path or a host',
      code: "export const load = (own) => [|fetch|](own ? '/api/a' : 'https://x.io/a');",
      errors: ['missing'],
      output:
        "export const load = (own) => fetch(own ? '/api/a' : 'https://x.io/a', { signal: AbortSignal.timeout(60_000) });",
    },
    {
      name: 'a method that is called with a host once',
      code: "class Admin {\n  post(url) {\n    return [|fetch|](url, { method: 'POST' });\n  }\n  login() {\n    return this.post('./login');\n  }\n  pay() {\n    return this.post('https://x.io/pay');\n  }\n}",
      errors: ['missing'],
      output:
        "class Admin {\n  post(url) {\n    return fetch(url, { method: 'POST', signal: AbortSignal.timeout(60_000) });\n  }\n  login() {\n    return this.post('./login');\n  }\n  pay() {\n    return this.post('https://x.io/pay');\n  }\n}",
    },
    {
      name: 'an address that a function of others is given',
      code: "export function load(url) {\n  return [|fetch|](url);\n}\nload('/own');",
      errors: ['missing'],
      output:
        "export function load(url) {\n  return fetch(url, { signal: AbortSignal.timeout(60_000) });\n}\nload('/own');",
    },
    {
      name: 'a request of a service worker itself',
      code: "self.addEventListener('install', (event) => { event.waitUntil([|fetch|]('https://api.example.com/list')); });",
      errors: ['missing'],
      output:
        "self.addEventListener('install', (event) => { event.waitUntil(fetch('https://api.example.com/list', { signal: AbortSignal.timeout(60_000) })); });",
    },
    {
      name: 'an address that a request brought',
      code: 'export default { fetch(request) { return [|fetch|](request.url); } };',
      errors: ['missing'],
      output:
        'export default { fetch(request) { return fetch(request.url, { signal: AbortSignal.timeout(60_000) }); } };',
    },
    {
      name: 'fetch',
      code: "[|fetch|]('https://x.io');",
      output: "fetch('https://x.io', { signal: AbortSignal.timeout(60_000) });",
      errors: ['missing'],
    },
    {
      name: 'globalThis',
      code: "[|globalThis.fetch|]('https://x.io', { method: 'POST' });",
      output:
        "globalThis.fetch('https://x.io', { method: 'POST', signal: AbortSignal.timeout(60_000) });",
      errors: ['missing'],
    },
    {
      name: 'the limit of the options',
      code: `${axios}[|axios.get|]('https://x.io');`,
      output: `${axios}axios.get('https://x.io', { timeout: 5000 });`,
      options: { maxMs: 5000 },
      errors: ['missing'],
    },
    {
      name: 'the limit of an API',
      code: "[|fetch|]('https://api.octopuscards.io/api/v1/products');",
      output:
        "fetch('https://api.octopuscards.io/api/v1/products', { signal: AbortSignal.timeout(60_000) });",
      apis: ['octopus'],
      errors: ['missing'],
    },
    {
      name: 'a renamed require',
      code: "const http = require('axios');\n[|http|]({ url: 'https://x.io' });",
      output: "const http = require('axios');\nhttp({ url: 'https://x.io', timeout: 60_000 });",
      errors: ['missing'],
    },
    {
      name: 'an instance',
      code: `${axios}export const api = [|axios.create|]({ baseURL: 'https://x.io' });`,
      output: `${axios}export const api = axios.create({ baseURL: 'https://x.io', timeout: 60_000 });`,
      errors: ['missingOnClient'],
    },
    {
      name: 'got',
      code: "import got from 'got';\nexport const api = [|got.extend|]({\n  prefixUrl: 'https://x.io',\n});",
      output:
        "import got from 'got';\nexport const api = got.extend({\n  prefixUrl: 'https://x.io',\n  timeout: { request: 60_000 },\n});",
      errors: ['missingOnClient'],
    },
    {
      name: 'named import of node',
      code: "import { get } from 'node:https';\n[|get|]('https://x.io', (response) => response.resume());",
      errors: ['missing'],
    },
    {
      name: 'superagent',
      code: "import superagent from 'superagent';\n[|superagent.get|]('https://x.io').set('a', 'b');",
      output:
        "import superagent from 'superagent';\nsuperagent.get('https://x.io').timeout(60_000).set('a', 'b');",
      errors: ['missing'],
    },
    {
      name: 'superagent, over several lines',
      code: "const request = require('superagent');\nexport const pay = (order) =>\n  [|request.post|]('https://x.io/orders') // the order\n    .send(order)\n    .then((res) => res.body);",
      output:
        "const request = require('superagent');\nexport const pay = (order) =>\n  request.post('https://x.io/orders').timeout(60_000) // the order\n    .send(order)\n    .then((res) => res.body);",
      errors: ['missing'],
    },
    {
      name: 'superagent, by the name of a method, with a silence that is bounded in part',
      code: "import superagent from 'superagent';\nexport const load = async () => { const res = await [|superagent|]('GET', 'https://x.io').timeout({ upload: 100 }); return res.body; };",
      output:
        "import superagent from 'superagent';\nexport const load = async () => { const res = await superagent('GET', 'https://x.io').timeout(60_000).timeout({ upload: 100 }); return res.body; };",
      errors: ['missing'],
    },
    {
      name: 'a default that is too long',
      code: "import { request } from 'undici';\n[|request|]('https://x.io');",
      output:
        "import { request } from 'undici';\nrequest('https://x.io', { signal: AbortSignal.timeout(60_000) });",
      errors: [{ messageId: 'tooLong', data: { ms: 300_000, limit: 60_000 } }],
    },
    {
      name: 'an option that fetch does not know',
      code: "fetch('https://x.io', { [|timeout: 5000|] });",
      output: "fetch('https://x.io', { signal: AbortSignal.timeout(5000) });",
      errors: [{ messageId: 'inert', data: { client: 'fetch' } }],
    },
    {
      name: 'a timeout in the body',
      code: `${axios}[|axios.post|]('https://x.io', { timeout: 5000 });`,
      output: `${axios}axios.post('https://x.io', { timeout: 5000 }, { timeout: 60_000 });`,
      errors: ['missing'],
    },
    {
      name: 'a controller that nothing aborts',
      code: "const stop = new AbortController();\nfetch('https://x.io', { [|signal: stop.signal|] });",
      output:
        "const stop = new AbortController();\nfetch('https://x.io', { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]) });",
      errors: ['idle'],
    },
    {
      name: 'a signal for the life of an instance',
      code: `${axios}export const api = axios.create({ [|signal: AbortSignal.timeout(5000)|] });`,
      errors: ['once'],
    },
    {
      name: 'a signal that all attempts share',
      code: attempts('const signal = AbortSignal.timeout(5000);\n  ', '', '[|signal|]'),
      errors: ['shared'],
    },
    {
      name: 'an event that nobody hears, of options that two clients share',
      code: "const http = require('node:http');\nconst https = require('node:https');\nfunction send(secure, ms) { const options = { host: 'x.io' }; [|options.timeout = ms|]; const sent = secure ? https.request(options) : http.request(options); sent.end(); }",
      errors: [
        {
          messageId: 'eventOnly',
          suggestions: [
            "const http = require('node:http');\nconst https = require('node:https');\nfunction send(secure, ms) { const options = { host: 'x.io', signal: AbortSignal.timeout(60_000) }; options.timeout = ms; const sent = secure ? https.request(options) : http.request(options); sent.end(); }",
          ],
        },
      ],
    },
    {
      name: 'an event that nobody hears',
      code: `${https}const sent = https.request('https://x.io', { [|timeout: 5000|] });\nsent.end();`,
      errors: [
        {
          messageId: 'eventOnly',
          suggestions: [
            `${https}const sent = https.request('https://x.io', { signal: AbortSignal.timeout(5000) });\nsent.end();`,
          ],
        },
      ],
    },
    {
      name: 'a page of Next.js',
      ...app,
      code: "export default async function Page() {\n  const response = await [|fetch|]('https://x.io');\n  return response.ok;\n}",
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            "export default async function Page() {\n  const response = await fetch('https://x.io', { signal: AbortSignal.timeout(60_000) });\n  return response.ok;\n}",
          ],
        },
      ],
    },
    {
      name: 'an injected fetch',
      code: "export class Api {\n  constructor(options) {\n    this.send = options.fetch ?? globalThis.fetch;\n  }\n  load() {\n    return [|this.send|]('https://x.io');\n  }\n}",
      output:
        "export class Api {\n  constructor(options) {\n    this.send = options.fetch ?? globalThis.fetch;\n  }\n  load() {\n    return this.send('https://x.io', { signal: AbortSignal.timeout(60_000) });\n  }\n}",
      errors: ['missing'],
    },
    {
      name: 'an option that this major lacks',
      code: "import fetch from 'node-fetch';\nfetch('https://x.io', { [|timeout: 5000|] });",
      output:
        "import fetch from 'node-fetch';\nfetch('https://x.io', { signal: AbortSignal.timeout(5000) });",
      files: range('node-fetch', '^3.3.0'),
      errors: ['inert'],
    },
    {
      name: "Angular's client, injected both ways",
      filename: 'src/app/consents/consents.service.ts',
      code: "import { HttpClient } from '@angular/common/http';\nimport { inject } from '@angular/core';\nimport { map } from 'rxjs';\nexport class Consents {\n  private readonly http = inject(HttpClient);\n  all = () => [|this.http.get|]('https://api.shop.dev/consents').pipe(map((page) => page.items));\n}\nexport class Cards {\n  constructor(private readonly http: HttpClient) {}\n  all = () => [|this.http.get|]('https://api.shop.dev/cards');\n}",
      parser: 'ts',
      files: {
        'src/app/app.config.ts':
          "import { provideHttpClient } from '@angular/common/http';\nexport const config = { providers: [provideHttpClient()] };",
      },
      errors: ['missing', 'missing'],
    },
    {
      name: "Angular's client in a version that knows the option",
      code: "import { HttpClient } from '@angular/common/http';\nexport class Cards {\n  constructor(private readonly http: HttpClient) {}\n  all = () => [|this.http.get|]('https://api.shop.dev/cards');\n}",
      output:
        "import { HttpClient } from '@angular/common/http';\nexport class Cards {\n  constructor(private readonly http: HttpClient) {}\n  all = () => this.http.get('https://api.shop.dev/cards', { timeout: 60_000 });\n}",
      parser: 'ts',
      files: { 'package.json': JSON.stringify({ dependencies: { '@angular/common': '^21.0.0' } }) },
      errors: ['missing'],
    },
    {
      name: 'a function of another file that only sends on what it is given',
      files: {
        'src/send.js':
          "import axios from 'axios';\nasync function warmUp() { await axios.get('https://example.com/up', { timeout: 3000 }); }\nexport async function send(config) {\n  if (process.env.WARM_UP) await warmUp();\n  config.localAddress = config.localAddress || process.env.SOURCE;\n  return axios(config);\n}",
      },
      code: "import { send } from './send.js';\nexport const pay = (order) => [|send|]({ method: 'post', url: process.env.PAY_URL, data: order });",
      errors: ['missing'],
    },
    {
      name: 'a builder with an addon, which sets no timeout by itself',
      code: "import wretch from 'wretch';\nimport QueryStringAddon from 'wretch/addons/queryString';\nconst api = [|wretch|]('https://x.io').addon(QueryStringAddon).auth('Bearer ' + token);\nexport const list = (page) => api.url('/a').query({ page }).get().json();",
      errors: ['missingOnClient'],
    },
    {
      name: 'an SDK that waits for ever unless it is told otherwise',
      code: "import { WebClient } from '@slack/web-api';\nexport const slack = new [|WebClient|](process.env.SLACK_TOKEN);",
      errors: ['missingOnClient'],
      suggestions: [
        "import { WebClient } from '@slack/web-api';\nexport const slack = new WebClient(process.env.SLACK_TOKEN, { timeout: 60_000 });",
      ],
    },
  ],
});
