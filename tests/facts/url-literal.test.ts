import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const urlsOf = (code: string) => factsIn(code).urlLiteral;

const shown = (code: string) =>
  urlsOf(code).map(({ scheme, host, use, reach }) =>
    [scheme, host ?? '?', reach ?? '?', use].join(' '),
  );

test.each([
  ["await fetch('http://api.shop.io/x');", 'http api.shop.io public request'],
  ['await fetch(`http://${host}/x`);', 'http ? ? request'],
  [
    "import axios from 'axios';\nexport const a = axios.create({ baseURL: 'https://api.shop.io' });",
    'https api.shop.io public base',
  ],
  [
    "const BASE = 'https://api.shop.io';\nawait fetch(`${BASE}/x`);",
    'https api.shop.io public request',
  ],
  [
    "await fetch(`${process.env.SHOP_URL || 'http://api.shop.io'}/x`);",
    'http api.shop.io public request',
  ],
  [
    "const BASE = (process.env.SHOP_URL ?? 'http://api.shop.io') + '/v1';\nawait fetch(BASE + '/x');",
    'http api.shop.io public request',
  ],
  [
    "say(`${process.env.SHOP_URL ?? 'http://api.shop.io'} is down`);",
    'http api.shop.io public unknown',
  ],
  [
    "say(`see ${process.env.SHOP_URL ?? 'http://api.shop.io'}/x`);",
    'http api.shop.io public unknown',
  ],
  [
    "const SCHEME = 'http', HOST = 'api.shop.io';\nconst BASE = SCHEME + '://' + HOST + '/v1';\nawait fetch(`${BASE}/x`);",
    'http api.shop.io public request',
  ],
  [
    "const SCHEME = 'http';\nawait fetch(`${SCHEME}://api.shop.io/x`);",
    'http api.shop.io public request',
  ],
  ["export const config = { apiUrl: 'http://ledger' };", 'http ledger private config'],
  ["if (url.startsWith('http://api.shop.io')) x();", 'http api.shop.io public comparison'],
  ["const NS = 'http://www.w3.org/2000/svg';", 'http www.w3.org name identifier'],
  ["const u = new URL(request.url, 'http://n');", 'http n reserved dummy'],
  ["console.log('http://api.shop.io/docs');", 'http api.shop.io public text'],
  ["await fetch('http://localhost:3000/x');", 'http localhost loopback request'],
  ["new WebSocket('ws://stream.shop.io');", 'ws stream.shop.io public request'],
  [
    "await fetch('https://api.shop.io/x', { method: 'POST', body: JSON.stringify({ webhookUrl: 'http://me.io/hook' }) });",
    'https api.shop.io public request',
    'http me.io public webhook',
  ],
  ["const x = 'https://api.shop.io';", 'https api.shop.io public unknown'],
  [
    "var url = 'http://maps.shop.io/?at=' + at;\nconst text = name + ' ' + url;\nsend({ body: text });",
    'http maps.shop.io public text',
  ],
  [
    'const url = `http://maps.shop.io/?at=${at}`;\nsend(`see ${url} soon`);',
    'http maps.shop.io public text',
  ],
  [
    "const url = 'http://api.shop.io/x';\nfetch(url).catch(() => { throw new Error('failed ' + url); });",
    'http api.shop.io public request',
  ],
  [
    "const apiUrl = 'http://api.shop.io';\nsay('at ' + apiUrl);\nconnect(apiUrl);",
    'http api.shop.io public config',
  ],
])('%s', (code, ...wanted) => {
  expect(shown(code)).toEqual(wanted);
});

test.each([
  ["const u = live ? 'https://api.shop.io' : 'https://api.shop.dev';", true, null],
  ["const urls = { sandbox: { url: 'https://api.shop.dev' } };", true, null],
  ["const SANDBOX_URL = 'https://api.shop.dev';", true, null],
  ["const u = process.env.SHOP_URL || 'https://api.shop.io';", false, 'SHOP_URL'],
  ["await fetch('https://api.shop.io');", false, null],
])('the environment of %s', (code, isPerEnvironment, fallbackOf) => {
  expect(urlsOf(code)[0]).toMatchObject({ isPerEnvironment, fallbackOf });
});

test.each([
  ["const f = ({ url = 'https://api.shop.io' }) => fetch(url);", 'option'],
  ["const f = (o) => fetch(o.url ?? 'https://api.shop.io');", 'option'],
  ["await fetch('https://api.shop.io');", 'code'],
])('who decides: %s', (code, decidedBy) => {
  expect(urlsOf(code)[0]?.decidedBy).toBe(decidedBy);
});

test('a scheme that is written to a URL, and one that options name', () => {
  expect(shown("const u = new URL('https://api.shop.io');\nu.protocol = 'http:';")).toContain(
    'http api.shop.io public config',
  );
  expect(
    shown("import http from 'node:http';\nhttp.get({ host: 'api.shop.io', path: '/x' });"),
  ).toEqual(['http api.shop.io public request']);
});

test.each([
  "import http from 'node:http';\nexport const load = (base) => { const url = new URL('/x', base); return http.request({ hostname: url.hostname, path: url.pathname }); };",
  'const load = (scheme, host) => fetch(`${scheme}://${host}/x`);',
  "const SCHEME = isSafe ? 'https' : 'http';\nawait fetch(SCHEME + '://api.shop.io');",
  "const parts = text.split('://');",
  "const http = require('http'), https = require('https');\nconst lib = isSafe ? https : http;\nlib.request({ host: 'api.shop.io', path: '/x' });",
])('no scheme or host that is certain: %s', (code) => {
  expect(shown(code)).toEqual([]);
});

test('ports and siblings', () => {
  const [first, second] = urlsOf(
    "await fetch('http://a.shop.io:8080');\nawait fetch('http://b.shop.io');",
  );
  expect([first?.hasPort, second?.hasPort]).toEqual([true, false]);
  expect(first?.siblings).toEqual(['b.shop.io']);
});
