import rule from '../../rules/require-api-metrics.ts';
import { testRule } from '../rule-tester.ts';

const uses = (name: string) => ({
  'package.json': JSON.stringify({ name: 'shop', dependencies: { [name]: '^15.0.0' } }),
});
const get = "fetch('https://api.example.com/slots')";
const slots = `export async function slots() { const res = await ${get}; if (!res.ok) throw new Error('refused'); return res.json(); }`;
const counter =
  "import { Counter } from 'prom-client'; const total = new Counter({ name: 'requests', help: 'Requests' });";

testRule(rule, {
  valid: [
    { name: 'a project without metrics', code: slots },
    { name: 'a project with other packages', code: slots, files: uses('axios') },
    {
      code: `${counter} export async function slots() { const res = await ${get}; total.inc(); return res.json(); }`,
      files: uses('prom-client'),
    },
    {
      code: `import { metrics } from '@opentelemetry/api'; const count = metrics.getMeter('a').createCounter('requests'); export async function slots() { const res = await ${get}; count.add(1, { status: res.status }); return res.json(); }`,
    },
    {
      code: `import { StatsD } from 'hot-shots'; const stats = new StatsD(); export async function slots() { const start = Date.now(); const res = await ${get}; stats.timing('slots', Date.now() - start); return res.json(); }`,
    },
    {
      code: `import { countRequest } from './metrics'; export const slots = () => ${get}.then(countRequest);`,
      files: uses('prom-client'),
    },
    {
      code: `import { timed } from './run'; export const slots = () => timed('slots', () => ${get});`,
      files: uses('prom-client'),
    },
    {
      name: 'instrumented from outside',
      code: slots,
      files: {
        'package.json': JSON.stringify({
          dependencies: { '@opentelemetry/api': '1', '@opentelemetry/instrumentation-undici': '1' },
        }),
      },
    },
    {
      name: 'through an instance of another module',
      code: "import { api } from './api'; export const slots = () => api.get('/slots');",
      files: {
        ...uses('prom-client'),
        'src/api.ts':
          "import axios from 'axios'; export const api = axios.create({ baseURL: 'https://api.example.com', timeout: 1000 });",
      },
    },
    { code: "export const slots = () => fetch('/api/slots');", files: uses('prom-client') },
    {
      code: "export const slots = () => fetch('http://localhost:3000/slots');",
      files: uses('prom-client'),
    },
    { filename: 'src/slots.test.ts', code: slots, files: uses('prom-client') },
    { code: 'export const add = (a, b) => a + b;', files: uses('prom-client') },
  ],
  invalid: [
    { code: slots.replace('fetch(', '[|fetch|]('), files: uses('prom-client') },
    { code: slots.replace('fetch(', '[|fetch|]('), files: uses('hot-shots') },
    { code: slots.replace('fetch(', '[|fetch|]('), files: uses('dd-trace') },
    {
      name: 'reported once',
      code: "export const a = () => [|fetch|]('https://api.example.com/a'); export const b = () => fetch('https://api.example.com/b');",
      files: uses('prom-client'),
    },
    {
      code: "import axios from 'axios'; export const api = [|axios.create|]({ baseURL: 'https://api.example.com', timeout: 1000 });",
      files: uses('prom-client'),
    },
    {
      code: "const axios = require('axios'); exports.slots = () => [|axios.get|]('https://api.example.com/slots', { timeout: 1000 });",
      files: uses('node-statsd'),
    },
    {
      code: `import { collectDefaultMetrics } from 'prom-client'; collectDefaultMetrics(); ${slots.replace('fetch(', '[|fetch|](')}`,
    },
    {
      code: "import got from 'got'; export const slots = () => [|got|]('https://api.example.com/slots', { timeout: { request: 1000 } }).json();",
      files: uses('@opentelemetry/sdk-metrics'),
    },
    {
      code: "import ky from 'ky'; export const api = [|ky.create|]({ prefixUrl: 'https://api.example.com' });",
      files: uses('prom-client'),
    },
    {
      code: `import { log } from './log'; ${slots.replace('fetch(', '[|fetch|](')} export const done = () => log.info('done');`,
      files: uses('prom-client'),
    },
    {
      code: 'const seen = new Set(); export async function slots(id) { seen.add(id); return [|fetch|](`https://api.example.com/slots/${id}`); }',
      files: uses('prom-client'),
    },
    {
      code: 'export class Slots { async list(): Promise<Response> { return [|fetch|](`${process.env.MONCRENEAU_URL}/slots`); } }',
      parser: 'ts',
      files: uses('@willsoto/nestjs-prometheus'),
    },
  ],
});
