import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

function switchesOf(code: string) {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null).tlsSwitch;
}

const HTTPS = "import https from 'node:https';\n";

test.each([
  ["https.get('https://api.shop.net/', { rejectUnauthorized: false });", 'public'],
  ["https.get('https://10.1.2.3/', { rejectUnauthorized: false });", 'private'],
  ["https.get('https://localhost:1/', { rejectUnauthorized: false });", 'loopback'],
  [
    "const agent = new https.Agent({ rejectUnauthorized: false });\nhttps.get('https://127.0.0.1/', { agent });",
    'loopback',
  ],
  [
    "const agent = new https.Agent({ rejectUnauthorized: false });\nhttps.get('https://127.0.0.1/', { agent }); https.get('https://api.shop.net/', { agent });",
    'public',
  ],
  ['const agent = new https.Agent({ rejectUnauthorized: false });', null],
  ["connect({ host: 'LOCALHOST', tls: { rejectUnauthorized: false } });", 'loopback'],
])('the furthest host of %s', (code, reach) => {
  expect(switchesOf(HTTPS + code).map((found) => found.reach)).toEqual([reach]);
});

test.each([
  ["if (process.env.NODE_ENV === 'development') {", true],
  ["const isLocal = process.env.APP_ENV === 'local';\nif (isLocal && verbose) {", true],
  ["if (config.env === 'dev' || config.env === 'test') {", true],
  ["if (process.env.NODE_ENV !== 'production') {", false],
  ["if (process.env.NODE_ENV === 'development' || force) {", false],
  ["if (mode === 'fast') {", false],
])('%s', (head, expected) => {
  const code = `${head}\n  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';\n}`;
  expect(switchesOf(code).map((found) => found.isDevelopmentOnly)).toEqual([expected]);
});

test('what a file switches off, in source order', () => {
  const code = `${HTTPS}process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
https.globalAgent.options.rejectUnauthorized = false;
const a = { checkServerIdentity() {} };
const b = { checkServerIdentity: false, strictSSL: false };`;
  expect(switchesOf(code).map(({ how, name }) => `${how} ${name}`)).toEqual([
    'process NODE_TLS_REJECT_UNAUTHORIZED',
    'process rejectUnauthorized',
    'identity checkServerIdentity',
    'identity checkServerIdentity',
    'option strictSSL',
  ]);
});
