import rule from '../../rules/no-disabled-compression.ts';
import { testRule } from '../rule-tester.ts';

const option = (name: string) => [{ messageId: 'option', data: { name } }];
const header = [{ messageId: 'header', data: { name: 'Accept-Encoding' } }];
const AXIOS = "import axios from 'axios';\n";
const GOT = "import got from 'got';\n";

testRule(rule, {
  valid: [
    {
      name: 'nothing is said',
      code: `${AXIOS}export const api = axios.create({ baseURL: 'https://api.shop.net' });`,
    },
    {
      name: 'switched on',
      code: `${AXIOS}await axios.get('https://api.shop.net/v1', { decompress: true });`,
    },
    {
      name: 'encodings are taken',
      code: "await fetch('https://api.shop.net/v1', { headers: { 'Accept-Encoding': 'gzip, identity;q=0.5' } });",
    },
    {
      name: 'an answer that is handed on as it comes',
      code: `${AXIOS}const { data } = await axios.get('https://api.shop.net/file', { decompress: false, responseType: 'stream' });`,
    },
    {
      name: 'a stream of got',
      code: `${GOT}got.stream('https://api.shop.net/file', { decompress: false }).pipe(response);`,
    },
    {
      name: 'a part of a file, counted in bytes',
      code: "await fetch('https://api.shop.net/file', { headers: { Range: 'bytes=0-99', 'Accept-Encoding': 'identity' } });",
    },
    {
      name: 'the length of a file',
      code: `${AXIOS}await axios.head('https://api.shop.net/file', { headers: { 'Accept-Encoding': 'identity' } });`,
    },
    {
      name: 'this machine',
      code: `${GOT}await got('http://localhost:3000/x', { decompress: false });`,
    },
    {
      name: 'a test',
      code: `${GOT}await got('https://api.shop.net/v1', { decompress: false });`,
      filename: 'src/api.test.ts',
    },
    {
      name: 'given by the caller',
      code: `${GOT}export const load = (decompress: boolean) => got('https://api.shop.net/v1', { decompress });`,
    },
    {
      name: 'an option of something else',
      code: "import { build } from 'bundler';\nbuild({ compress: false, decompress: false });",
    },
    {
      name: "a server's own answers",
      code: "const express = require('express');\nconst app = express();\napp.get('/a', (req, res) => res.set('Content-Encoding', 'identity').end());",
    },
    {
      name: 'an option that this client does not have',
      code: `${AXIOS}await axios.get('https://api.shop.net/v1', { compress: false });`,
    },
  ],
  invalid: [
    {
      name: 'a chain over several lines: at the method that says it',
      code: "import request from 'superagent';\nexport const load = () => request\n  .get('https://api.shop.net/v1')\n  .[|set|]('Accept-Encoding', 'identity');",
      errors: header,
    },
    {
      name: 'an instance of axios',
      code: `${AXIOS}export const reports = axios.create({\n  baseURL: 'https://mc-prd.duckdns.org/api/v1',\n  [|decompress: false|],\n});`,
      output: `${AXIOS}export const reports = axios.create({\n  baseURL: 'https://mc-prd.duckdns.org/api/v1',\n  decompress: true,\n});`,
      errors: option('decompress'),
    },
    {
      name: 'an instance and its calls: once',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.shop.net', [|decompress: false|] });\nawait api.get('/a'); await api.get('/b');`,
      output: `${AXIOS}const api = axios.create({ baseURL: 'https://api.shop.net', decompress: true });\nawait api.get('/a'); await api.get('/b');`,
      errors: option('decompress'),
    },
    {
      name: 'one call of axios',
      code: `${AXIOS}await axios.get('https://api.shop.net/v1', { [|decompress: false|] });`,
      output: `${AXIOS}await axios.get('https://api.shop.net/v1', { decompress: true });`,
      errors: option('decompress'),
    },
    {
      name: 'got, extended',
      code: `${GOT}export const api = got.extend({ prefixUrl: process.env.API_URL, [|decompress: false|] });`,
      output: `${GOT}export const api = got.extend({ prefixUrl: process.env.API_URL, decompress: true });`,
      errors: option('decompress'),
    },
    {
      name: 'node-fetch',
      code: "const fetch = require('node-fetch');\nfetch('https://api.shop.net/v1', { [|compress: false|] });",
      output:
        "const fetch = require('node-fetch');\nfetch('https://api.shop.net/v1', { compress: true });",
      errors: option('compress'),
    },
    {
      name: 'through a constant',
      code: `${AXIOS}const UNPACK = false;\nawait axios.get('https://api.shop.net/v1', { [|decompress: UNPACK|] });`,
      errors: option('decompress'),
    },
    {
      name: 'options in a variable',
      code: `${AXIOS}const options = { timeout: 5000, [|decompress: false|] };\nawait axios.get('https://api.shop.net/v1', options);`,
      output: `${AXIOS}const options = { timeout: 5000, decompress: true };\nawait axios.get('https://api.shop.net/v1', options);`,
      errors: option('decompress'),
    },
    {
      name: 'the defaults of axios',
      code: `${AXIOS}[|axios.defaults.decompress = false|];\nawait axios.get('https://api.shop.net/v1');`,
      output: `${AXIOS}axios.defaults.decompress = true;\nawait axios.get('https://api.shop.net/v1');`,
      errors: option('decompress'),
    },
    {
      name: 'the header of one call',
      code: "await fetch('https://api.shop.net/v1', { headers: { accept: 'application/json', [|'accept-encoding': 'identity'|] } });",
      output:
        "await fetch('https://api.shop.net/v1', { headers: { accept: 'application/json' } });",
      errors: header,
    },
    {
      name: 'the first header of several',
      code: `${AXIOS}export const api = axios.create({\n  baseURL: 'https://api.shop.net',\n  headers: {\n    [|'Accept-Encoding': 'identity'|],\n    Accept: 'application/json',\n  },\n});`,
      output: `${AXIOS}export const api = axios.create({\n  baseURL: 'https://api.shop.net',\n  headers: {\n    Accept: 'application/json',\n  },\n});`,
      errors: header,
    },
    {
      name: 'the only header',
      code: "await fetch('https://api.shop.net/v1', { headers: { [|'Accept-Encoding': ''|] } });",
      output: "await fetch('https://api.shop.net/v1', { headers: {} });",
      errors: header,
    },
    {
      name: 'all else refused',
      code: `import ky from 'ky';\nexport const api = ky.create({ headers: { [|'Accept-Encoding': 'identity, *;q=0'|] } });`,
      output: `import ky from 'ky';\nexport const api = ky.create({ headers: {} });`,
      errors: header,
    },
    {
      name: 'a comment stays',
      code: "await fetch('https://api.shop.net/v1', { headers: { accept: '*/*', /* why */ [|'Accept-Encoding': 'identity'|] } });",
      errors: header,
    },
    {
      name: 'a client that unpacks nothing by itself',
      code: "import https from 'node:https';\nhttps.get('https://api.shop.net/v1', { headers: { [|'Accept-Encoding': 'identity'|] } }, done);",
      errors: header,
    },
    {
      name: 'set on a request',
      code: "import superagent from 'superagent';\nawait [|superagent.get('https://api.shop.net/v1').set('Accept-Encoding', 'identity')|];",
      errors: header,
    },
  ],
});
