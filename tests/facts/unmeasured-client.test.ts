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
  // it counts
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
