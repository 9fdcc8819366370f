import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** What is known of each response of a text, in source order. */
const checkedIn = (code: string) => factsIn(code).responseUse.map(({ checked }) => checked);

const URL = `'https://api.example.com/orders'`;
const IN = (body: string) => `export async function load(id) { ${body} }`;

test.each([
  // One response at a time.
  [
    'one that is looked at, one that is not',
    IN(
      `const a = await fetch(${URL}); if (!a.ok) throw new Error(); const b = await fetch(${URL}); return [await a.json(), await b.json()];`,
    ),
    ['always', 'never'],
  ],
  [
    'an `ok` of something else',
    IN(
      `const check = validate(id); if (!check.ok) throw new Error(); const res = await fetch(${URL}); return res.json();`,
    ),
    ['never'],
  ],
  [
    'a name that is filled again',
    IN(
      `let res = await fetch(${URL}); if (!res.ok) throw new Error(); use(await res.json()); res = await fetch(${URL}); return res.json();`,
    ),
    ['always', 'sometimes'],
  ],
  [
    'a body read first, in the old form of a type assertion',
    IN(
      `const r = await fetch(${URL}); const d = <Order>await r.json(); if (!r.ok) throw d; return d.id;`,
    ),
    ['always'],
  ],
  [
    'a status in the old form of a type assertion',
    IN(
      `const r = await fetch(${URL}); if (<number>r.status >= 400) throw new Error(); return r.json();`,
    ),
    ['always'],
  ],
  [
    'a body in the old form of a type assertion, and no look',
    IN(`const r = await fetch(${URL}); const d = <Order>await r.json(); return d.id;`),
    ['never'],
  ],
  // Ways to the body.
  ['in one expression', IN(`return (await fetch(${URL})).json();`), ['never']],
  ['.then', `export const load = () => fetch(${URL}).then((r) => r.json());`, ['never']],
  [
    '.then, and the data behind it',
    `fetch(${URL}).then((r) => r.json()).then((data) => render(data));`,
    ['never'],
  ],
  [
    'a body that is destructured',
    IN(`const { items } = await (await fetch(${URL})).json(); return items;`),
    ['never'],
  ],
  ['text', IN(`const res = await fetch(${URL}); return render(await res.text());`), ['never']],
  [
    'Promise.all, then map',
    IN(
      `const all = await Promise.all(ids.map((id) => fetch(\`https://api.example.com/\${id}\`))); return Promise.all(all.map((r) => r.json()));`,
    ),
    ['never'],
  ],
  [
    'Promise.all of two, one looked at',
    IN(
      `const [a, b] = await Promise.all([fetch(${URL}), fetch(${URL})]); if (!a.ok) throw new Error(); return [await a.json(), await b.json()];`,
    ),
    ['always', 'never'],
  ],
  ['a write that is dropped', IN(`await fetch(${URL}, { method: 'POST', body: id });`), ['never']],
  // A check that does not hold.
  [
    'on one branch only',
    IN(
      `const res = await fetch(${URL}); if (id) { if (!res.ok) throw new Error(); } return res.json();`,
    ),
    ['sometimes'],
  ],
  [
    'after the data was used',
    IN(
      `const res = await fetch(${URL}); const data = await res.json(); await save(data); if (!res.ok) throw new Error();`,
    ),
    ['sometimes'],
  ],
  [
    'the wrong way round',
    IN(`const res = await fetch(${URL}); if (res.ok) return null; return res.json();`),
    ['inverted'],
  ],
  [
    'the wrong way round, by a throw',
    IN(`const res = await fetch(${URL}); if (res.ok) throw new Error(); return res.json();`),
    ['inverted'],
  ],
  [
    'nothing of a success, and what a failure says',
    IN(`const res = await fetch(${URL}); return res.ok ? null : res.json();`),
    ['always'],
  ],
  [
    'the errors of a validation, by its name',
    `async function errorsOf() { const res = await fetch(${URL}); if (res.ok) return []; return res.json(); }`,
    ['always'],
  ],
  [
    'a write of which a failure is logged',
    IN(
      `const res = await fetch(${URL}, { method: 'POST' }); if (!res.ok) console.error(res.status);`,
    ),
    ['always'],
  ],
  [
    'only logged',
    IN(`const res = await fetch(${URL}); console.log(res.status); return res.json();`),
    ['never'],
  ],
  [
    'logged where it failed, and gone on with',
    IN(
      `const res = await fetch(${URL}); if (!res.ok) console.error(res.status); return res.json();`,
    ),
    ['sometimes'],
  ],
  // Bodies of errors.
  [
    'the body is read first, for what the error says',
    IN(
      `const res = await fetch(${URL}); const data = await res.json(); if (!res.ok) throw new Error(data.message); return data;`,
    ),
    ['always'],
  ],
  [
    'the body is read as text first',
    IN(
      `const res = await fetch(${URL}); const text = await res.text(); if (!res.ok) throw new Error(text); return JSON.parse(text);`,
    ),
    ['always'],
  ],
  [
    'the body of the error alone is read',
    IN(
      `const res = await fetch(${URL}); if (!res.ok) { const { message } = await res.json(); throw new Error(message); } return true;`,
    ),
    ['always'],
  ],
  [
    'the error returned with its body',
    IN(
      `const res = await fetch(${URL}); if (!res.ok) return { error: await res.json() }; return { data: await res.json() };`,
    ),
    ['always'],
  ],
  [
    'the error in the else',
    IN(
      `const res = await fetch(${URL}); if (res.ok) { return { data: await res.json() }; } else { return { error: await res.text() }; }`,
    ),
    ['always'],
  ],
  // Ways to look.
  [
    'a status that is compared',
    IN(
      `const res = await fetch(${URL}); if (res.status !== 200) throw new Error(); return res.json();`,
    ),
    ['always'],
  ],
  [
    'a range',
    IN(
      `const res = await fetch(${URL}); if (res.status < 200 || res.status >= 300) throw new Error(); return res.json();`,
    ),
    ['always'],
  ],
  [
    'a switch',
    IN(
      `const res = await fetch(${URL}); switch (res.status) { case 200: return res.json(); default: throw new Error(); }`,
    ),
    ['always'],
  ],
  [
    'ok, destructured',
    IN(
      `const { ok, status } = await fetch(${URL}).then((r) => r); if (!ok) throw new Error(String(status)); return id;`,
    ),
    ['always'],
  ],
  [
    'ok by another name',
    IN(
      `const res = await fetch(${URL}); const failed = !res.ok; if (failed) throw new Error(); return res.json();`,
    ),
    ['always'],
  ],
  [
    'a ternary',
    IN(`const res = await fetch(${URL}); return res.ok ? res.json() : null;`),
    ['always'],
  ],
  [
    'a ternary in .then',
    `export const load = () => fetch(${URL}).then((r) => (r.ok ? r.json() : Promise.reject(new Error())));`,
    ['always'],
  ],
  ['and', IN(`const res = await fetch(${URL}); return res.ok && (await res.json());`), ['always']],
  [
    'an early return',
    IN(
      `const res = await fetch(${URL}); if (res.status === 404) return null; if (!res.ok) throw new Error(); return res.json();`,
    ),
    ['always'],
  ],
  [
    'expect',
    IN(`const res = await fetch(${URL}); expect(res.status).toBe(200); return res.json();`),
    ['always'],
  ],
  ['assert', IN(`const res = await fetch(${URL}); assert(res.ok); return res.json();`), ['always']],
  [
    'a helper',
    `function assertOk(res) { if (!res.ok) throw new Error(); } ${IN(`const res = await fetch(${URL}); assertOk(res); return res.json();`)}`,
    ['always'],
  ],
  [
    'a helper that gives it back',
    `const checkStatus = (res) => { if (res.status >= 400) throw new Error(); return res; }; export const load = () => fetch(${URL}).then(checkStatus).then((r) => r.json());`,
    ['always'],
  ],
  [
    'a helper that can not be read',
    `import { assertOk } from './http'; ${IN(`const res = await fetch(${URL}); await assertOk(res); return res.json();`)}`,
    ['unknown'],
  ],
  [
    'a schema',
    IN(`const res = await fetch(${URL}); return Order.parse(await res.json());`),
    ['unknown'],
  ],
  [
    'a field that tells of failure',
    IN(
      `const res = await fetch(${URL}); const data = await res.json(); if (data.error) throw new Error(data.error); return data.items;`,
    ),
    ['unknown'],
  ],
  // It goes elsewhere.
  ['returned', IN(`return fetch(${URL});`), ['unknown']],
  ['returned behind await', IN(`const res = await fetch(${URL}); return res;`), ['unknown']],
  [
    'kept',
    IN(`const res = await fetch(${URL}); await cache.put(id, res); return res;`),
    ['unknown'],
  ],
  [
    'piped',
    IN(`const res = await fetch(${URL}); return new Response(res.body, { status: 200 });`),
    [],
  ],
  [
    'passed on with its status',
    IN(
      `const res = await fetch(${URL}); return new Response(await res.text(), { status: res.status });`,
    ),
    ['always'],
  ],
  // Clients that throw, and those that were told not to.
  [
    'axios',
    `import axios from 'axios'; ${IN(`const { data } = await axios.get(${URL}); return data;`)}`,
    [],
  ],
  [
    'axios that lets all through',
    `import axios from 'axios'; ${IN(`const { data } = await axios.get(${URL}, { validateStatus: () => true }); return data;`)}`,
    ['never'],
  ],
  [
    'axios that lets all through, looked at',
    `import axios from 'axios'; ${IN(`const res = await axios.get(${URL}, { validateStatus: () => true }); if (res.status !== 200) throw new Error(); return res.data;`)}`,
    ['always'],
  ],
  [
    'axios with a test of its own',
    `import axios from 'axios'; ${IN(`const { data } = await axios.get(${URL}, { validateStatus: (status) => status < 500 }); return data;`)}`,
    [],
  ],
  ['got', `import got from 'got'; ${IN(`return got(${URL}).json();`)}`, []],
  [
    'got that does not throw',
    `import got from 'got'; ${IN(`const { body } = await got(${URL}, { throwHttpErrors: false }); return body;`)}`,
    ['never'],
  ],
  ['ky', `import ky from 'ky'; ${IN(`return ky(${URL}).json();`)}`, []],
  [
    'ky that does not throw',
    `import ky from 'ky'; ${IN(`return ky(${URL}, { throwHttpErrors: false }).json();`)}`,
    ['never'],
  ],
  [
    'a wrapper that throws',
    `async function api(path) { const res = await fetch('https://api.example.com' + path); if (!res.ok) throw new Error(); return res.json(); } ${IN(`return api('/a');`)}`,
    ['always'],
  ],
  // What is no API.
  [
    'HEAD',
    IN(`const res = await fetch(${URL}, { method: 'HEAD' }); return res.headers.get('etag');`),
    [],
  ],
  ['data:', IN(`return (await fetch('data:text/plain,a')).text();`), []],
  ['blob:', IN('return (await fetch(`blob:${id}`)).blob();'), []],
  [
    'a file beside the code',
    IN(`return (await fetch(new URL('./a.wasm', import.meta.url))).arrayBuffer();`),
    [],
  ],
  [
    'the body of a request to a server',
    `export async function POST(request) { return handle(await request.json()); }`,
    [],
  ],
  // Where nothing is expected to be told.
  ['a beacon', IN(`fetch(${URL}, { method: 'POST', body: id, keepalive: true });`), ['unknown']],
  ['no-cors', IN(`await fetch(${URL}, { method: 'POST', mode: 'no-cors' });`), ['unknown']],
  // catch.
  [
    'a body that is no JSON, where it failed',
    IN(
      `const res = await fetch(${URL}); const data = await res.json().catch(() => null); if (!res.ok) throw new Error(data?.message); return data;`,
    ),
    ['always'],
  ],
  [
    'a body that is no JSON, and nothing else',
    IN(`const res = await fetch(${URL}); return res.json().catch(() => null);`),
    ['never'],
  ],
])('%s', (_name, code, expected) => {
  expect(checkedIn(code)).toEqual(expected);
});

test.each([
  [
    'an error of one kind or another',
    'if (d.order) return d.order; if (id) log(id); throw new Error();',
    'unknown',
  ],
  [
    'what is made then, which alone may fail',
    'if (d.order) return d.order; const made = await create(id); if (!made) throw new Error(); return made;',
    'never',
  ],
])('what the body lacks ends in %s', (_name, rest, checked) => {
  const code = IN(`const r = await fetch(${URL}); const d = await r.json(); ${rest}`);
  expect(checkedIn(code)).toEqual([checked]);
});
