import { expect, it } from 'vitest';
import type { RewriteName } from './rewrite.ts';
import { rewritten } from './rewrite.ts';

const CASES: readonly (readonly [RewriteName, string, string])[] = [
  [
    'objects that are given have a name',
    'send(url, { a: 1 }, { b: 2 });',
    'const object1 = { a: 1 };\nsend(url, object1, { b: 2 });',
  ],
  [
    'texts that are given have a name',
    'function f() { return `${a}/${g(`b${c}`)}`.slice(h(d + e)); }',
    'function f() { const text1 = `b${c}`;\nreturn `${a}/${g(text1)}`.slice(h(d + e)); }',
  ],
  [
    'names get their value later',
    'const a = 1; function f() { const b = g(); const c = () => b; return c; }',
    'const a = 1; function f() { let b; b = g(); const c = () => b; return c; }',
  ],
  ['objects that are given have a type', 'send({ a });', 'send(({ a } as any));'],
  [
    'answers and errors may be missing',
    'if (!res.ok || error.code === 1) f(res.status);',
    'if (!res?.ok || error?.code === 1) f(res.status);',
  ],
  [
    'comparisons begin with what is written out',
    'if (status >= 400 && status !== 429) f(a > b);',
    'if (400 <= status && 429 !== status) f(a > b);',
  ],
  [
    'conditions have a name',
    'if (!res.ok) throw e; for (;;) if (a > b) f();',
    'const is1 = !res.ok;\nif (is1) throw e; for (;;) if (a > b) f();',
  ],
  [
    'conditions are asked of a function',
    'const most = 5; async function f(n) { if (n > most) g(); if (await h()) g(); }',
    'const most = 5; async function f(n) { if (is1(n)) g(); if (await h()) g(); }\nfunction is1(n) { return n > most; }\n',
  ],
  [
    'calls that are awaited are in a helper',
    'async function f(id) { const a = await g(id, (x) => x); await this.h(a); }',
    'async function f(id) { const a = await call1(id); await this.h(a); }\nfunction call1(id) { return g(id, (x) => x); }\n',
  ],
  [
    'answers come by then',
    'async function f() { const a = await g(); const { b } = await a.h(); return b; }',
    'async function f() { return g().then(async (a) => { return a.h().then(async ({ b }) => { return b;  }); });}',
  ],
];

it.each(CASES)('%s', (name, code, output) => {
  expect(rewritten(name, code, '/project/src/file.ts')).toBe(output);
});

it('names nothing that may not come to pass, or comes to pass again', () => {
  const code = 'for (const a of b) c && send({ a }); d ? send({ e }) : f(() => send({ g }));';
  expect(rewritten('objects that are given have a name', code, '/project/src/file.ts')).toBeNull();
});

it('leaves what is no program', () => {
  expect(rewritten('names get their value later', 'const {', '/project/src/file.ts')).toBeNull();
});
