import * as fc from 'fast-check';

type Text = fc.Arbitrary<string>;

const pick = (...texts: string[]): Text => fc.constantFrom(...texts);

/** One text from several, put together by `write`. */
const made = <Parts extends Text[]>(parts: Parts, write: (...texts: string[]) => string): Text =>
  fc.tuple(...parts).map((texts) => write(...texts));

const name = pick('a', 'b', 'client', 'error', 'response', 'token', 'retries', 'handler', 'url');
const client = pick(
  'fetch',
  'axios',
  'axios.post',
  'got',
  'ky.get',
  'api?.get',
  "api['post']",
  'a',
);

const leaf: Text = fc.oneof(
  name,
  pick('1', '0.5', '1_000', '10n', 'null', 'undefined', 'this', '/[/*]/u', "'b'", "''", '`c`'),
  pick("'https://api.example.com/orders'", "'http://api.example.com'", 'process.env.API_KEY'),
  pick(
    'import.meta.url',
    'import.meta.env.KEY',
    "process.env['A']",
    'new.target?.name',
    '[,]',
    '{}'.replace('{}', '({})'),
  ),
);

/** Expressions, with the syntax that is rare. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression') as Text;
  return {
    expression: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      leaf,
      made(
        [client, inner, inner],
        (f, a, b) => `${f}(${a}, { method: 'POST', body: ${b}, ...${a} })`,
      ),
      made([client, inner], (f, a) => `${f}(...[${a}])`),
      made([inner, inner], (a, b) => `(${a}, ${b})`),
      made([inner, inner, inner], (a, b, c) => `(${a} ? ${b} : ${c})`),
      made(
        [inner, inner, pick('??', '+', '===', 'instanceof', 'in', '**')],
        (a, b, by) => `((${a}) ${by} (${b}))`,
      ),
      made([name, inner], (a, b) => `${a}?.[${b}]?.(${b})`),
      made([name, inner], (a, b) => `(${a} = ${b})`),
      made([name, inner], (a, b) => `${a}\`x\${${b}}y\``),
      made([inner], (a) => `\`https://\${${a}}/\${${a}}?key=\${process.env.KEY}\``),
      made(
        [name, inner],
        (a, b) =>
          `({ ${a}, get b() { return ${b} }, async *['c']() { yield* ${b} }, __proto__: ${b}, headers: { authorization: ${b} } })`,
      ),
      made(
        [name, inner],
        (a, b) => `((${a} = ${b}, { b = ${b}, ...c } = {}, [d = ${b}] = []) => ${b})`,
      ),
      made(
        [name, inner],
        (a, b) => `(async function* ${a}() { for await (const b of ${b}) yield ${b}; })`,
      ),
      made(
        [inner],
        (a) => `(class { static #a = ${a}; static { ${a}; } get b() { return ${a} } [${a}] = 1; })`,
      ),
      made(
        [inner],
        (a) =>
          `(${a}).then((response) => response.json(), (error) => ${a}).catch(() => ${a}).finally?.()`,
      ),
      made(
        [inner, inner],
        (a, b) => `Promise.all([${a}].map(async (each) => await fetch(${b}, each)))`,
      ),
      made([inner, pick('as any', 'satisfies unknown', '!', 'as const')], (a, as) =>
        `((${a}) ${as})`.replace(/as const\)$/, 'as any)'),
      ),
      made([inner], (a) => `new AbortController(${a}).signal`),
      made([inner, inner], (a, b) => `setTimeout(() => ${a}, ${b})`),
    ),
  };
}) as { expression: Text };

const { statement } = fc.letrec<{ statement: string }>((tie) => {
  const inner = tie('statement') as Text;
  return {
    statement: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      expression.map((text) => `(${text});`),
      made([name, expression], (a, b) => `var ${a} = ${b};`),
      made(
        [name, expression],
        (a, b) => `{ const { ${a} = ${b}, ...rest } = ${b}; let [c, , d = rest] = ${a}; }`,
      ),
      made([inner, inner], (a, b) => `try { ${a} } catch (error) { ${b} }`),
      made([inner, inner], (a, b) => `try { ${a} } catch { } finally { ${b} }`),
      made(
        [inner, expression],
        (a, b) =>
          `for (let i = 0; i < 5; i++) { try { var r = await fetch(${b}); ${a} break; } catch (error) { console.log(error, ${b}); } }`,
      ),
      made(
        [inner, expression],
        (a, b) => `here: while (${b}) { ${a} if (${b}) continue here; else break here; }`,
      ),
      made([inner, expression], (a, b) => `do { ${a} } while (${b});`),
      made([inner, expression], (a, b) => `for await (const [a, { b }] of ${b}) { ${a} }`),
      made(
        [inner, expression],
        (a, b) => `switch (${b}) { default: ${a} case ${b}: case 1: { ${a} } }`,
      ),
      made(
        [inner, expression, name],
        (a, b, c) =>
          `async function ${c}(a, attempt = 0) { try { return await axios.get(${b}); } catch (e) { if (attempt < 3) return ${c}(a, attempt + 1); ${a} throw e; } }`,
      ),
      made(
        [inner, expression],
        (a, b) =>
          `app.post('/webhook', async (req, res, next) => { ${a} if (req.headers['x-signature'] === ${b}) res.sendStatus(200); });`,
      ),
      made([inner, expression], (a, b) => `if (!response.ok) { ${a} } else if (${b}) throw ${b};`),
      made(
        [expression],
        (a) =>
          `class A<T> extends (${a}) { constructor(private readonly http: T) { super(); } @log() async m(@Body() b = ${a}) { return this.http.post(${a}, b); } declare c: string; }`,
      ),
      made(
        [expression],
        (a) =>
          `enum E { A = 1, B = A << 1, C = 'c'.length } namespace N.M { export const a = ${a}; }`,
      ),
      made([expression], (a) =>
        `abstract class B { abstract m(): void; protected async n?(): Promise<void>; static b = ${a}; }`.replace(
          'async n?',
          'n?',
        ),
      ),
      made([expression], (a) =>
        `const k = { ...m, a: ${a} }, m = { ...k };`.replace('const', 'var'),
      ),
    ),
  };
}) as { statement: Text };

const head = pick(
  "import axios from 'axios';\n",
  "import got, { type Options } from 'got';\nimport express = require('express');\nconst app = express();\n",
  "'use strict';\n",
  "import type { AxiosInstance } from 'axios';\ndeclare const api: AxiosInstance;\nfunction f(a: string): void;\nfunction f(a: number): void;\nfunction f(a: any) {}\n",
);
const tail = pick(
  '',
  'export {};\n',
  'export default axios;\n',
  '// end',
  'export = app;\n',
  'export * as all from "./a.js";\n',
);

/** Source texts around calls, clients, retries, handlers and environment reads. Not all can be parsed. */
export const programs: Text = fc
  .tuple(head, fc.array(statement, { minLength: 1, maxLength: 5 }), tail)
  .map(([before, statements, after]) => `${before}${statements.join('\n')}\n${after}`);
