import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const API = 'https://api.example.com/v1';
const IN = (body: string) => `export async function run(xs, ref) { ${body} }`;

describe('repetition', () => {
  /** What repeats each write, and its fields: the same in every turn, then those that may differ. */
  const shown = (code: string): string[] =>
    factsIn(code).writeCall.map(({ repetition }) => {
      if (!repetition) return 'once';
      const { turn, fields } = repetition;
      if (!fields) return `${turn.type} unknown`;
      return `${turn.type} ${fields.same.join(',')}/${fields.differing.join(',')}`;
    });
  const POST = (body: string) =>
    `fetch('${API}/orders', { method: 'POST', body: JSON.stringify(${body}) })`;

  test.each([
    ['once', IN(`await ${POST('{ id: 1 }')};`), 'once'],
    [
      'a loop',
      IN(`for (const x of xs) await ${POST(`{ id: x.id, ref, kind: 'a' }`)};`),
      'ForOfStatement ref,kind/id',
    ],
    [
      'a name made in each turn',
      IN(`for (const x of xs) { const id = make(x); await ${POST('{ id, ref }')}; }`),
      'ForOfStatement ref/id',
    ],
    [
      'a name made once',
      IN(`const id = make(); for (const x of xs) await ${POST('{ id, to: x }')};`),
      'ForOfStatement id/to',
    ],
    [
      'a count',
      IN(`for (let i = 0; i < xs.length; i++) await ${POST('{ i, ref }')};`),
      'ForStatement ref/i',
    ],
    [
      'a callback',
      IN(`await Promise.all(xs.map((x) => ${POST('{ to: x.to, ref }')}));`),
      'ArrowFunctionExpression ref/to',
    ],
    [
      'something made in each turn',
      IN(`xs.forEach(() => { ${POST('{ id: crypto.randomUUID(), ref: process.env.REF }')}; });`),
      'ArrowFunctionExpression ref/id',
    ],
    [
      'a spread of what is known',
      IN(`const base = { kind: 'a' }; for (const x of xs) await ${POST('{ ...base, x }')};`),
      'ForOfStatement kind/x',
    ],
    [
      'a spread of what is not',
      IN(`for (const x of xs) await ${POST('{ ...x, ref }')};`),
      'ForOfStatement unknown',
    ],
    [
      'a body that is not known',
      IN(`for (const x of xs) await fetch('${API}/orders', { method: 'POST', body: x });`),
      'ForOfStatement unknown',
    ],
    [
      'attempts',
      IN(
        `for (let i = 0; i < 3; i++) { const res = await ${POST('{ id: 1 }')}; if (res.ok) return res; }`,
      ),
      'once',
    ],
    ['a callback that runs once', IN(`await ready().then(() => ${POST('{ id: 1 }')});`), 'once'],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });
});

describe('what was done before', () => {
  const before = (code: string) => {
    const found = factsIn(code).writeCall.at(-1);
    if (!found) throw new Error('No write.');
    return found.before;
  };
  const POST = `await fetch('${API}/orders', { method: 'POST', body: ref });`;

  test('requests, in this function and in helpers', () => {
    const code = `
      async function balance() { return fetch('${API}/balance'); }
      ${IN(`await balance(); await fetch('${API}/rates'); ${POST} await fetch('${API}/after');`)}`;
    const lines = before(code).requests.map(
      ({ method, path }) => `${String(method)} ${String(path)}`,
    );
    expect(new Set(lines)).toEqual(new Set(['GET /v1/balance', 'GET /v1/rates']));
  });

  test('calls and reads, up to the write and not behind it', () => {
    const { calls, reads } = before(
      IN(`check(ref); if (ref.credits < 5) return; ${POST} later(); use(ref.after);`),
    );
    expect(calls).toContain('check');
    expect(reads).toContain('credits');
    expect([...calls, ...reads]).not.toContain('later');
    expect([...calls, ...reads]).not.toContain('after');
  });

  test.each([
    [
      'who calls it',
      `async function send(ref) { ${POST} } ${IN('hasCredits(ref); await send(ref);')}`,
    ],
    [
      'who calls a method',
      `class Orders { async send(ref) { ${POST} } async run(ref) { hasCredits(ref); await this.send(ref); } }`,
    ],
    [
      'the caller of the caller',
      `const send = async (ref) => { ${POST} }; const step = (ref) => send(ref); ${IN('hasCredits(ref); await step(ref);')}`,
    ],
    ['a handler of the route', `router.post('/', hasCredits, async (ref) => { ${POST} });`],
    ['a decorator', `class Orders { @UseGuards(hasCredits) async send(ref) { ${POST} } }`],
    [
      'the wrapper',
      `async function post(path, ref) { hasCredits(ref); return fetch('${API}' + path, { method: 'POST', body: ref }); } ${IN(`await post('/orders', ref);`)}`,
    ],
  ])('in reach: %s', (_name, code) => {
    expect(before(code).calls).toContain('hasCredits');
  });

  test.each([
    [
      'a function that does not call it',
      `async function send(ref) { ${POST} } ${IN('hasCredits(ref);')}`,
    ],
    [
      'called when it is done',
      `async function send(ref) { ${POST} } ${IN('await send(ref); hasCredits(ref);')}`,
    ],
    [
      'another function of that name',
      `async function send(ref) { ${POST} } function other(hasCredits) { const send = () => 1; hasCredits(1); send(); }`,
    ],
  ])('out of reach: %s', (_name, code) => {
    expect(before(code).calls).not.toContain('hasCredits');
  });
});

describe('which requests', () => {
  const shown = (code: string): string[] =>
    factsIn(code).writeCall.map(
      ({ call, isMatterOfWrapper }) =>
        `${String(call.method)} ${String(call.address.path)}${isMatterOfWrapper ? ' of its wrapper' : ''}`,
    );

  test.each([
    [
      'every method that changes',
      `import axios from 'axios'; ${IN(`await axios.put('${API}/a'); await axios.delete('${API}/b'); await axios.get('${API}/c'); await axios.head('${API}/d');`)}`,
      ['PUT /v1/a', 'DELETE /v1/b'],
    ],
    [
      'a function that names the place itself',
      `const send = (body) => fetch('${API}/orders', { method: 'POST', body }); ${IN('await send(ref);')}`,
      ['POST /v1/orders', 'POST /v1/orders of its wrapper'],
    ],
    [
      'a function that is told the place',
      `const send = (path, body) => fetch('${API}' + path, { method: 'POST', body }); ${IN(`await send('/orders', ref);`)}`,
      ['POST /v1${?}', 'POST /v1/orders'],
    ],
    ['a method that is not known', IN(`await fetch('${API}/orders', { method: ref });`), []],
    ['this machine', IN(`await fetch('http://localhost:3000/orders', { method: 'POST' });`), []],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});
