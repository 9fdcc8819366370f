import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).unguarded.map(({ of, node }) => `${of} ${code.slice(...node.range)}`);

const GET = `fetch('https://api.example.com/v1/orders')`;
const LOAD = `const load = async () => ${GET};\n`;

test.each([
  // call
  ['a request', `export const load = () => ${GET};`, ['call fetch']],
  [
    'the first of several to one API',
    `export const a = () => ${GET};\nexport const b = () => fetch('https://api.example.com/v1/people');`,
    ['call fetch'],
  ],
  [
    'one for each API',
    `export const a = () => ${GET};\nexport const b = () => globalThis.fetch('https://other.example.com');`,
    ['call fetch', 'call globalThis.fetch'],
  ],
  [
    'a library',
    `import axios from 'axios';\nexport const a = () => axios.get('https://api.example.com/v1/orders');`,
    ['call axios.get'],
  ],
  // client
  [
    'a client',
    `import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com' });\nexport const a = () => api.get('/v1/orders');`,
    ['client axios.create'],
  ],
  [
    'a client that others use',
    `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://api.example.com' });`,
    ['client axios.create'],
  ],
  [
    'the client that is used, of one that is extended',
    `import got from 'got';\nconst base = got.extend({ prefixUrl: 'https://api.example.com' });\nconst api = base.extend({ retry: { limit: 0 } });\nexport const a = () => api.get('orders');`,
    ['client base.extend'],
  ],
  // under a breaker, and not
  [
    'a breaker for something else',
    `import CircuitBreaker from 'opossum';\nconst breaker = new CircuitBreaker(readFromDisk);\nexport const load = () => ${GET};`,
    ['call fetch'],
  ],
  [
    'opossum',
    `import CircuitBreaker from 'opossum';\n${LOAD}export const breaker = new CircuitBreaker(load, {});`,
    [],
  ],
  [
    'cockatiel',
    `import { circuitBreaker, handleAll, ConsecutiveBreaker } from 'cockatiel';\nconst policy = circuitBreaker(handleAll, { breaker: new ConsecutiveBreaker(5) });\nexport const load = () => policy.execute(() => ${GET});`,
    [],
  ],
  [
    'joined with a retry',
    `import { circuitBreaker, handleAll, retry, wrap } from 'cockatiel';\nconst policy = wrap(retry(handleAll, {}), circuitBreaker(handleAll, {}));\nexport const load = () => policy.execute(() => ${GET});`,
    [],
  ],
  [
    'a policy without one',
    `import { handleAll, retry } from 'cockatiel';\nconst policy = retry(handleAll, {});\nexport const load = () => policy.execute(() => ${GET});`,
    ['call fetch'],
  ],
  [
    'one of the project, by its name',
    `import { breaker } from './breaker';\nexport const load = () => breaker.run(() => ${GET});`,
    [],
  ],
  [
    'one written out',
    `let openUntil = 0;\nexport async function load() { if (Date.now() < openUntil) throw new Error('open'); return ${GET}; }`,
    [],
  ],
  [
    'a class that counts failures',
    `class Orders { failures = 0; async load() { if (this.failures >= 5) throw new Error('down'); return ${GET}; } }`,
    [],
  ],
  [
    'a count of failures that stops nothing',
    `class Orders { failures = 0; async load() { this.failures += 1; return ${GET}; } }`,
    ['call fetch'],
  ],
  // no API
  ['this machine', `export const load = () => fetch('http://localhost:3000/orders');`, []],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual(wanted);
});
