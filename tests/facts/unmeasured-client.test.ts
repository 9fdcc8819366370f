import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).unmeasuredClient.map(({ callee }) => code.slice(...callee.range));

const PROM = `import { Counter } from 'prom-client';\nexport const jobs = new Counter({ name: 'jobs', help: 'Jobs' });\n`;
const GET = `fetch('https://api.example.com/v1/orders')`;

test.each([
  ['a request', `${PROM}export const load = () => ${GET};`, ['fetch']],
  [
    'the first of several',
    `${PROM}export const a = () => ${GET};\nexport const b = () => globalThis.fetch('https://other.example.com');`,
    ['fetch'],
  ],
  [
    'a client before its requests',
    `import axios from 'axios';\n${PROM}export const first = () => ${GET};\nexport const api = axios.create({ baseURL: 'https://api.example.com' });`,
    ['axios.create'],
  ],
  [
    'a set that is added to counts nothing',
    `${PROM}const seen = new Set();\nexport const load = (id) => { seen.add(id); return ${GET}; };`,
    ['fetch'],
  ],
  [
    'a function beside it that counts something else',
    `${PROM}export const load = () => ${GET};\nexport function onSignIn(plan) { jobs.inc({ plan }); }`,
    ['fetch'],
  ],
  [
    'a class beside it that counts something else',
    `${PROM}export class Users { joined() { jobs.inc(); } }\nexport const load = () => ${GET};`,
    ['fetch'],
  ],
  // it counts, or may
  [
    'a function that the request is followed by',
    `${PROM}const note = (n) => jobs.inc(n);\nexport const load = async () => { const r = await ${GET}; note(1); return r; };`,
    [],
  ],
  [
    'a function that is handed over',
    `${PROM}bus.on('sent', () => jobs.inc());\nexport const load = () => ${GET};`,
    [],
  ],
  [
    'a function that times what it is given',
    `${PROM}export const watched = async (run) => { const done = jobs.startTimer(); try { return await run(); } finally { done(); } };\nexport const load = () => ${GET};`,
    [],
  ],
  [
    'a function for other files that speaks of requests',
    `${PROM}export const onAnswer = (status) => jobs.inc({ status });\nexport const load = () => ${GET};`,
    [],
  ],
  ['a counter', `${PROM}export const load = () => { jobs.inc(); return ${GET}; };`, []],
  ['a timer', `${PROM}export const load = (timer) => { timer.startTimer(); return ${GET}; };`, []],
  [
    'a counter that is added to',
    `import { metrics } from '@opentelemetry/api';\nconst sent = metrics.getMeter('shop').createCounter('sent');\nexport const load = () => { sent.add(1); return ${GET}; };`,
    [],
  ],
  [
    'a function that measures',
    `${PROM}export const load = () => timed('orders', () => ${GET});`,
    [],
  ],
  [
    'a module of the project that counts',
    `import { count } from './metrics';\n${PROM}export const load = () => ${GET};`,
    [],
  ],
  // nothing counts at all
  ['no package with counters', `export const load = () => ${GET};`, []],
  ['no request', `${PROM}export const load = () => 1;`, []],
  ['this machine', `${PROM}export const load = () => fetch('http://localhost:3000');`, []],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual(wanted);
});
