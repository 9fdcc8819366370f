import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const API = 'https://api.example.com/v1';
const IN = (body: string) => `export async function load(id) { ${body} }`;

/** Of each request for a list: the collection, the sizes asked for, and whether there is more to come. */
const shown = (code: string): string[] =>
  factsIn(code).listCall.map(({ collection, paging, sizes }) =>
    [
      collection ?? '-',
      paging,
      ...sizes.map(({ name, value, steersNothing }) =>
        [name, value, ...(steersNothing ? ['alone'] : [])].join(':'),
      ),
    ].join(' '),
  );

test.each([
  // whole
  ['a list', IN(`return fetch('${API}/orders');`), 'orders whole'],
  [
    'a list of one thing',
    IN(`return fetch(\`${API}/customers/\${id}/line-items\`);`),
    'line-items whole',
  ],
  ['an irregular plural', IN(`return fetch('${API}/people');`), 'people whole'],
  [
    'a filter that chooses no part',
    IN(`return fetch('${API}/orders?sort=created');`),
    'orders whole',
  ],
  // paged
  ['a size', IN(`return fetch('${API}/orders?limit=100');`), 'orders paged limit:100:alone'],
  [
    'a size of a library',
    `import axios from 'axios'; ${IN(`return axios.get('${API}/orders', { params: { per_page: 50 } });`)}`,
    'orders paged per_page:50:alone',
  ],
  [
    'a size in an object',
    `import axios from 'axios'; ${IN(`return axios.get('${API}/orders', { params: { page: { size: 20 } } });`)}`,
    'orders paged size:20:alone',
  ],
  [
    'URLSearchParams',
    IN(`return fetch('${API}/orders?' + new URLSearchParams({ limit: '25' }));`),
    'orders paged limit:25:alone',
  ],
  [
    'a name that only says it for lists',
    IN(`return fetch('${API}/orders?count=30');`),
    'orders paged count:30:alone',
  ],
  ['a page', IN(`return fetch(\`${API}/orders?page=\${id}\`);`), 'orders paged'],
  [
    'the rest is read off the answer',
    IN(
      `const { items, next_cursor } = await (await fetch('${API}/orders')).json(); return [items, next_cursor];`,
    ),
    'orders paged',
  ],
  [
    'the function speaks of more',
    IN(`const res = await fetch('${API}/orders'); return [res, more(res.headers.get('link'))];`),
    'orders paged',
  ],
  [
    'a range',
    IN(`return fetch('${API}/orders', { headers: { Range: 'items=0-24' } });`),
    'orders paged',
  ],
  [
    'a function that goes on to the next address',
    `const all = async (url = '${API}/orders') => { const res = await fetch(url); const more = after(res); return more ? all(more) : []; };`,
    'orders paged',
  ],
  // unknown
  ['a lookup', IN(`return fetch(\`${API}/orders?email=\${id}\`);`), 'orders unknown'],
  ['a query that is not known', IN(`return fetch(\`${API}/orders?\${id}\`);`), 'orders unknown'],
  // no collection
  [
    'a size without a list',
    IN(`return fetch('${API}/feed?page_size=10');`),
    '- paged page_size:10:alone',
  ],
  [
    'the body of a search',
    IN(
      `return fetch('${API}/orders/search', { method: 'POST', body: JSON.stringify({ limit: 500 }) });`,
    ),
    '- paged limit:500:alone',
  ],
  [
    'variables of a query',
    IN(
      `return fetch('${API}/graphql', { method: 'POST', body: JSON.stringify({ query: Q, variables: { pageSize: 40 } }) });`,
    ),
    '- paged pageSize:40:alone',
  ],
  // steersNothing
  [
    'an offset goes by the number',
    IN(
      `const all = []; for (let at = 0; ; at += 100) { const page = await (await fetch(\`${API}/orders?limit=100&offset=\${at}\`)).json(); all.push(...page); }`,
    ),
    'orders paged limit:100',
  ],
  [
    'the last page is told by it',
    IN(
      `const SIZE = 50; const page = await (await fetch(\`${API}/orders?limit=\${SIZE}\`)).json(); return page.length < SIZE;`,
    ),
    'orders paged limit:50',
  ],
  [
    'a constant for it alone',
    `const SIZE = 50; ${IN(`return fetch(\`${API}/orders?limit=\${SIZE}\`);`)}`,
    'orders paged limit:50:alone',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['one thing', IN(`return fetch(\`${API}/orders/\${id}\`);`)],
  ['one thing with a plural name', IN(`return fetch('${API}/settings');`)],
  ['a name that ends like a plural', IN(`return fetch('${API}/address');`)],
  ['a count of something else', IN(`return fetch('${API}/score?count=30');`)],
  [
    'a write',
    IN(`return fetch('${API}/orders', { method: 'POST', body: JSON.stringify({ limit: 5 }) });`),
  ],
  ['a file', IN(`return fetch('${API}/rates.json');`)],
  ['this machine', IN(`return fetch('http://localhost:3000/orders');`)],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});

test('a function that sends it is asked once, where it names the path', () => {
  const code = `
    const list = () => fetch('${API}/orders');
    export const a = () => list();
    export const b = () => list();`;
  expect(shown(code)).toEqual(['orders whole']);
});

describe('what becomes of the entries', () => {
  const trailOf = (body: string): string[] =>
    factsIn(IN(body)).listCall.map(({ data: { asList, returned, handedOn, names } }) =>
      [
        ...(asList ? ['list'] : []),
        ...(returned ? ['returned'] : []),
        ...(handedOn ? ['handed on'] : []),
        ...names,
      ].join(' '),
    );
  const READ = `await (await fetch('${API}/orders')).json()`;

  test.each([
    ['gone through', `for (const order of ${READ}) pay(order);`, 'list json'],
    ['counted by name', `const { orders } = ${READ}; return orders.length;`, 'list json orders'],
    ['given back', `return ${READ};`, 'returned json'],
    ['handed on', `render(${READ});`, 'handed on json'],
    [
      'in then',
      `return fetch('${API}/orders').then((r) => r.json()).then((page) => page.items.map(show));`,
      'list returned then json items',
    ],
  ])('%s', (_name, body, wanted) => {
    expect(trailOf(body).map((each) => each.split(' ').sort())).toEqual([wanted.split(' ').sort()]);
  });
});
