import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const addressesIn = (code: string) =>
  factsIn(code).apiCall.map(
    ({ method, address }) => `${method ?? '?'} ${address.host ?? '?'} ${address.path ?? '?'}`,
  );
const hostsShownBy = (code: string) =>
  factsIn(code).apiCall.map(({ evidence: { host, otherHosts = [] } }) =>
    host === undefined ? null : [host, ...otherHosts].join(' or '),
  );

test.each([
  [
    'a text that gets longer',
    "export function load(page) { let url = 'https://api.x.io/a'; if (page) url += `?page=${page}`; return fetch(url); }",
    ['GET api.x.io /a${?}'],
  ],
  [
    'a text that is replaced',
    "export function load(page) { let url = 'https://api.x.io/a'; if (page) url = next(page); return fetch(url); }",
    ['GET ? ?'],
  ],
  [
    'a helper that picks the way by its first argument',
    "import axios from 'axios'; const http = axios.create({ baseURL: 'https://api.x.io' }); async function send(method, path, data) { if (method === 'get') return http.get(path); if (method === 'post') { return http.post(path, data); } else { return http.delete(path); } } export const load = () => send('get', '/a'); export const add = (b) => send('post', '/b', b); export const drop = () => send('delete', '/c'); export const other = (how) => send(how, '/d');",
    [
      'GET api.x.io /${?}',
      'POST api.x.io /${?}',
      'DELETE api.x.io /${?}',
      'GET api.x.io /a',
      'POST api.x.io /b',
      'DELETE api.x.io /c',
    ],
  ],
  [
    'a helper that picks it by a switch',
    "async function send(kind, id) { switch (kind) { case 'old': case 'older': return fetch(`https://old.x.io/${id}`); case 'new': return fetch(`https://new.x.io/${id}`, { method: 'PUT' }); default: return fetch(`https://any.x.io/${id}`); } } export const a = () => send('older', 1); export const b = () => send('new', 2); export const c = () => send('none', 3);",
    [
      'GET old.x.io /${?}',
      'PUT new.x.io /${?}',
      'GET any.x.io /${?}',
      'GET old.x.io /1',
      'PUT new.x.io /2',
      'GET any.x.io /3',
    ],
  ],
  [
    'a path beside an origin',
    "import { Pool } from 'undici'; const pool = new Pool('https://api.x.io'); export const load = () => pool.request({ path: '/a', method: 'PUT' });",
    ['PUT api.x.io /a'],
  ],
  [
    'a client that a framework gives',
    "import { HttpClient } from '@angular/common/http'; import { inject } from '@angular/core'; export class Orders { private http = inject(HttpClient); list() { return this.http.get('https://api.x.io/orders'); } }",
    ['GET api.x.io /orders'],
  ],
  [
    'a function of the same name gives something else',
    "import { HttpClient } from '@angular/common/http'; import { inject } from './inject'; export class Orders { private http = inject(HttpClient); list() { return this.http.find('/orders'); } }",
    [],
  ],
  [
    'functions that take a callback, made to give promises',
    "const request = require('request'); const { promisify } = require('util'); const get = promisify(request.get); exports.load = async () => { await get('https://api.x.io/a'); return promisify(request)({ url: 'https://api.x.io/b', method: 'POST' }); };",
    ['GET api.x.io /a', 'POST api.x.io /b'],
  ],
  [
    'another function made to give promises',
    "const { promisify } = require('util'); const sleep = promisify(setTimeout); exports.load = () => sleep('https://api.x.io/a');",
    [],
  ],
  [
    'a client whose field has a type, made in the constructor',
    "import axios, { type AxiosInstance } from 'axios'; export class Orders { private http: AxiosInstance; constructor() { this.http = axios.create({ baseURL: 'https://api.x.io' }); } list() { return this.http.get('/orders'); } }",
    ['GET api.x.io /orders'],
  ],
])('%s', (_, code, addresses) => {
  expect(addressesIn(code)).toEqual(addresses);
});

test.each([
  [
    'a default of a field',
    "export const load = ({ base = 'https://api.x.io' }) => fetch(`${base}/a`);",
    'api.x.io',
  ],
  [
    'another base where there is none',
    "export const load = (options) => fetch(`${options.base ?? 'https://api.x.io'}/a`);",
    'api.x.io',
  ],
  [
    'what is left of the options',
    "import axios from 'axios'; export const load = (options) => { const { baseURL = 'https://api.x.io', ...rest } = options; return axios.create({ baseURL, ...rest }).get('/a'); };",
    'api.x.io',
  ],
  [
    'one of two',
    "export const load = (isTest) => fetch(`${isTest ? 'https://test.x.io' : 'https://api.x.io'}/a`);",
    'test.x.io or api.x.io',
  ],
  [
    'one of two of which one has none',
    "export const load = (isTest) => fetch(`${isTest ? host() : 'https://api.x.io'}/a`);",
    null,
  ],
  [
    'a table of environments',
    "const URLS = { live: 'https://api.x.io', test: 'https://test.x.io' }; export const load = (env) => fetch(URLS[env] + '/a');",
    'api.x.io or test.x.io',
  ],
  [
    'a table of environments with their settings, and what stands in for them',
    "const APIS = { live: { url: 'https://api.x.io' }, test: { url: 'https://test.x.io' } }; export class Client { constructor(options) { this.base = options.url ?? APIS[options.env].url; } load() { return fetch(`${this.base}/a`); } }",
    'api.x.io or test.x.io',
  ],
  [
    'a table that is filled later',
    "const URLS = { live: 'https://api.x.io', test: 'https://test.x.io' }; export const add = (name, url) => { URLS[name] = url; }; export const load = (env) => fetch(URLS[env] + '/a');",
    null,
  ],
  [
    'a function that knows the environments',
    "function baseOf(env) { switch (env) { case 'live': return 'https://api.x.io'; case 'test': return 'https://test.x.io'; default: throw new Error(env); } } export const load = (env) => fetch(baseOf(env) + '/a');",
    'api.x.io or test.x.io',
  ],
  [
    'another base that is not known',
    'export const load = (options) => fetch(`${options.base ?? fallback()}/a`);',
    null,
  ],
])('the host that is shown by %s', (_, code, host) => {
  expect(hostsShownBy(code)).toEqual([host]);
});
