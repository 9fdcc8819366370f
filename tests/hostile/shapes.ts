type Shapes = Readonly<Record<string, (size: number) => string>>;

/** Programs that are as deep as asked, meant to overflow the stack. */
export const DEEP: Shapes = {
  'nested calls': (size) => `fetch(${nested(size, 'f(', ')')});`,
  'nested arrays': (size) => `fetch(url, { body: ${nested(size, '[', ']')} });`,
  'nested objects': (size) => `fetch(url, ${nested(size, '{ body: ', '}')});`,
  'nested blocks': (size) => `async function f() ${nested(size, '{', '}', 'await fetch(url);')}`,
  'nested functions': (size) => nested(size, 'async () => {', '}', 'await fetch(url);'),
  'nested arrows': (size) => `const f = ${nested(size, '(a) => ', '', 'fetch(a)')};`,
  'nested conditions': (size) =>
    `async function f(a) { ${nested(size, 'if (a) {', '}', 'await fetch(url);')} }`,
  'nested loops': (size) =>
    `async function f(a) { ${nested(size, 'for (const b of a) {', '}', 'await fetch(b);')} }`,
  'nested tries': (size) =>
    `async function f() { ${nested(size, 'try {', '} catch (error) { console.log(error); }', 'await fetch(url);')} }`,
  'nested classes': (size) => nested(size, 'class A { m() {', '} }', 'fetch(url);'),
  'nested templates': (size) => `fetch(${nested(size, '`a${', '}`', 'b')});`,
  'nested ternaries': (size) => `fetch(${'a ? 1 : '.repeat(size)}2);`,
  'nested members': (size) => `fetch(a${'.b'.repeat(size)});`,
  'nested awaits': (size) => `async function f() { ${nested(size, 'await (', ')', 'fetch(url)')} }`,
  'a sum': (size) =>
    `fetch(${Array.from({ length: size }, (_, n) => `a${String(n)}`).join(' + ')});`,
  'a choice': (size) =>
    `fetch(${Array.from({ length: size }, (_, n) => `a${String(n)}`).join(' || ')});`,
  'a then chain': (size) => `fetch(url)${'.then((a) => a.json())'.repeat(size)};`,
  'a catch chain': (size) => `fetch(url)${'.catch((error) => log(error))'.repeat(size)};`,
  'a builder chain': (size) => `axios.create()${'.set("a", b)'.repeat(size)}.get(url);`,
  'else ifs': (size) =>
    `async function f(a) { ${lines(size, (n) => `if (a === ${n}) { await fetch(url); } else`)} { throw a; } }`,
};

/** Programs with so many of something, meant to take too long. */
export const LONG: Shapes = {
  'a switch': (size) =>
    `async function f(a) { switch (a) { ${lines(size, (n) => `case ${n}: await fetch('https://api.example.com/${n}'); break;`)} } }`,
  functions: (size) =>
    lines(size, (n) => `export async function f${n}(a) { return (await fetch(a + ${n})).json(); }`),
  'functions in a chain': (size) =>
    `${lines(size, (n) => `async function f${n}(a) { return f${n}1(a); }`)}`.replaceAll(
      /f(\d+)1\(a\)/g,
      (_, n: string) => `f${String(Number(n) + 1)}(a)`,
    ) + `\nasync function f${String(size)}(a) { return fetch(a); }`,
  'functions in a ring': (size) =>
    lines(
      size,
      (n) =>
        `async function f${n}(a) { await fetch(a); return f${String((Number(n) + 1) % size)}(a); }`,
    ),
  requests: (size) =>
    `async function f() { ${lines(size, (n) => `await fetch('https://api.example.com/orders/${n}', { method: 'POST', body });`)} }`,
  'requests that are told': (size) =>
    `async function f() { try { ${lines(size, () => 'await axios.post(url, body);')} } catch (error) { console.error(error); throw error; } }`,
  'tries in a row': (size) =>
    `async function f() { ${lines(size, () => 'try { await fetch(url); } catch (error) { console.log(error); }')} }`,
  'loops in a row': (size) =>
    `async function f() { ${lines(size, () => 'for (let i = 0; i < 3; i++) { try { return await fetch(url); } catch (error) { await sleep(100 * 2 ** i); } }')} }`,
  'conditions in a row': (size) =>
    `async function f(a) { ${lines(size, (n) => `if (a > ${n}) { await fetch(url); }`)} }`,
  handlers: (size) =>
    `const app = require('express')();\n${lines(size, (n) => `app.post('/webhook/${n}', async (req, res) => { if (req.headers['x-signature'] !== sign(req.body)) return; await save(req.body); res.sendStatus(200); });`)}`,
  'environment reads': (size) =>
    lines(size, (n) => `export const a${n} = process.env.API_KEY_${n} || 'b';`),
  'log lines of one error': (size) =>
    `fetch(url).catch((error) => { ${lines(size, () => 'console.error(error.message); console.error(error);')} });`,
  'requests of an SDK': (size) =>
    `import Stripe from 'stripe'; const stripe = new Stripe(process.env.KEY); async function f() { ${lines(size, () => 'try { await stripe.refunds.create({}); } catch (error) { console.log(error); }')} }`,
  'log lines': (size) =>
    `async function f(token) { const response = await fetch(url); ${lines(size, () => 'console.log(`a ${token} ${response.headers}`);')} }`,
  'reads of an error': (size) =>
    `fetch(url).catch((error) => { ${lines(size, () => 'if (axios.isAxiosError(error)) console.log(error);')} });`,
  'a chain of constants': (size) =>
    `const a0 = process.env.URL;\n${lines(size, (n) => `const a${String(Number(n) + 1)} = a${n} + '/';`)}\nfetch(a${String(size)});`,
  'a ring of constants': (size) =>
    `${lines(size, (n) => `const a${n} = { ...a${String((Number(n) + 1) % size)}, b${n}: 1 };`)}\nfetch(a0.url, a0);`,
  'spreads that double': (size) =>
    `const a0 = {};\n${lines(size, (n) => `const a${String(Number(n) + 1)} = { ...a${n}, ...a${n} };`)}\nfetch(url, a${String(size)});`,
};

/** Programs with so many characters in one place. */
export const TEXTS: Shapes = {
  'a string': (size) => `fetch('https://api.example.com/${'a'.repeat(size)}');`,
  'a string of digits': (size) =>
    `const key = '${'0a'.repeat(size / 2)}';\nfetch(url, { headers: { authorization: key } });`,
  'a template': (size) => `fetch(\`https://\${host}/${'${a}/'.repeat(size / 5)}\`);`,
  'a template of variables': (size) =>
    `fetch(\`https://${'${process.env.A}'.repeat(size / 20)}\`);`,
  'an array': (size) => `fetch(url, { body: JSON.stringify([${'1,'.repeat(size / 2)}]) });`,
  'an object': (size) => `fetch(url, { ${lines(size / 10, (n) => `a${n}: ${n},`)} });`,
  comments: (size) => `fetch(url); ${'/* a */ // b\n'.repeat(size / 10)}`,
};

const nested = (size: number, open: string, close: string, core = '1'): string =>
  open.repeat(size) + core + close.repeat(size);

const lines = (size: number, line: (n: string) => string): string =>
  Array.from({ length: size }, (_, index) => line(String(index))).join('\n');
