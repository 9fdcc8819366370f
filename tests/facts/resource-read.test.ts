import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).resourceRead.map(({ resource, isKept }) => `${resource}${isKept ? ' kept' : ''}`);

const READ = `fetch('https://api.example.com/v1/banks')`;
const IN = (body: string) => `export async function banks() { ${body} }`;

test.each([
  ['a read', IN(`return ${READ};`), 'banks'],
  [
    'the last segment that is known',
    `export const one = (id) => fetch(\`https://api.example.com/v1/banks/\${id}\`);`,
    'banks',
  ],
  [
    'an instance',
    `import axios from 'axios'; const api = axios.create({ baseURL: 'https://api.example.com' }); ${IN(`return (await api.get('/v1/banks')).data;`)}`,
    'banks',
  ],
  // by its options
  [
    'an option',
    IN(`return fetch('https://api.example.com/v1/banks', { next: { revalidate: 3600 } });`),
    'banks kept',
  ],
  [
    'a mode',
    IN(`return fetch('https://api.example.com/v1/banks', { cache: 'force-cache' });`),
    'banks kept',
  ],
  [
    'a mode that keeps nothing',
    IN(`return fetch('https://api.example.com/v1/banks', { cache: 'no-store' });`),
    'banks',
  ],
  [
    'not for a moment',
    IN(`return fetch('https://api.example.com/v1/banks', { next: { revalidate: 0 } });`),
    'banks',
  ],
  // around it
  [
    'a store',
    IN(`const hit = await redis.get('banks'); if (hit) return hit; return ${READ};`),
    'banks kept',
  ],
  ['a comment keeps nothing', IN(`/* cache this */ return ${READ};`), 'banks'],
  [
    'a name that outlives it',
    `let list; ${IN(`if (!list) list = await ${READ}; return list;`)}`,
    'banks kept',
  ],
  ['a name that is only written', `let list; ${IN(`list = await ${READ};`)}`, 'banks'],
  ['a name of its own', IN(`let list; if (!list) list = await ${READ}; return list;`), 'banks'],
  [
    'a field',
    `class Banks { async all() { this.list ??= await ${READ}; return this.list; } }`,
    'banks kept',
  ],
  [
    'a field of what it makes',
    IN(`const page = {}; page.list ??= await ${READ}; return page;`),
    'banks',
  ],
  // given to something that keeps
  [
    'a query',
    `export const useBanks = () => useQuery({ queryKey: ['b'], queryFn: () => ${READ} });`,
    'banks kept',
  ],
  ['by its name', `const load = () => ${READ}; export const banks = memoize(load);`, 'banks kept'],
  [
    'a memo of a component holds no answers',
    `export const useBanks = () => useMemo(() => ${READ}, []);`,
    'banks',
  ],
  // by who calls it
  [
    'when the program starts',
    `export async function initBanks() { return ${READ}; }`,
    'banks kept',
  ],
  [
    'a caller that keeps it',
    `async function load() { return ${READ}; } let list; export async function all() { list ??= await load(); return list; }`,
    'banks kept',
  ],
  [
    'a method that keeps it',
    `class Banks { load() { return ${READ}; } async all() { this.list ??= await this.load(); return this.list; } }`,
    'banks kept',
  ],
  [
    'a caller that keeps nothing',
    `async function load() { return ${READ}; } export async function all() { const list = await load(); return list; }`,
    'banks',
  ],
  ['all of the module', `export const revalidate = 60; ${IN(`return ${READ};`)}`, 'banks kept'],
  ['nothing of the module', `export const revalidate = 0; ${IN(`return ${READ};`)}`, 'banks'],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['a write', IN(`return fetch('https://api.example.com/v1/banks', { method: 'POST' });`)],
  ['this machine', IN(`return fetch('http://localhost:4000/banks');`)],
  ['no path', IN(`return fetch('https://api.example.com');`)],
  ['a path that is not known', `export const one = (url) => fetch(url);`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
