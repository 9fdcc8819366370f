import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).slowWork.map(({ kind, node }) => `${kind} | ${code.slice(...node.range)}`);

const HOOK = (body: string, path = '/webhooks/orders') =>
  `import express from 'express';\nconst app = express();\napp.post('${path}', express.json(), async (req, res) => { const event = req.body; ${body} });`;
const OK = 'res.sendStatus(200);';
const CALL = `fetch('https://api.example.com/v1/orders')`;

test.each([
  // request
  ['a request', HOOK(`await ${CALL}; ${OK}`), `request | ${CALL}`],
  ['the first of two things', HOOK(`await sleep(10); await ${CALL}; ${OK}`), 'pause | sleep(10)'],
  [
    'in a function of the file',
    `${HOOK(`await sync(event); ${OK}`)}\nasync function sync() { await ${CALL}; }`,
    'request | sync(event)',
  ],
  [
    'for each of several',
    HOOK(`await Promise.all(event.orders.map(async (order) => { await ${CALL}; })); ${OK}`),
    `request | ${CALL}`,
  ],
  [
    'answered on one way only',
    HOOK(`if (event.test) { ${OK} } await ${CALL}; ${OK}`),
    `request | ${CALL}`,
  ],
  [
    'in what a function of the file waits for',
    `${HOOK(`await again(() => ${CALL}); ${OK}`)}\nasync function again(send) { try { return await send(); } catch { return send(); } }`,
    `request | ${CALL}`,
  ],
  [
    'a comment that speaks of certificates',
    HOOK(`await fetch('https://api.example.com/v1/orders', { /* no certificate here */ }); ${OK}`),
    "request | fetch('https://api.example.com/v1/orders', { /* no certificate here */ })",
  ],
  [
    'in what middleware that is run by hand goes on with',
    HOOK(`cors(req, res, async () => { await ${CALL}; ${OK} });`),
    `request | ${CALL}`,
  ],
  [
    'in a function that is run for each',
    `${HOOK(`await Promise.all(event.orders.map(sync)); ${OK}`)}\nasync function sync() { await ${CALL}; }`,
    'request | event.orders.map(sync)',
  ],
  [
    'a promise that is waited for by its name',
    HOOK(`const sent = ${CALL}; note(event); await sent; ${OK}`),
    `request | ${CALL}`,
  ],
  [
    'in a function that is called where it stands, and waited for',
    HOOK(`await (async () => { await ${CALL}; })(); ${OK}`),
    `request | (async () => { await ${CALL}; })()`,
  ],
  [
    'in a stream, which the answer comes out of',
    HOOK(
      `const sent = http.get('https://api.example.com/v1').pipe(tap(note)); if (!event.id) return; sent.subscribe(() => ${OK.slice(0, -1)});`,
      '/webhooks/orders',
    ).replace(
      'import express',
      "import { HttpService } from '@nestjs/axios';\nconst http = new HttpService();\nimport express",
    ),
    "request | http.get('https://api.example.com/v1')",
  ],
  // pause
  [
    'a pause',
    HOOK(`await new Promise((done) => setTimeout(done, 500)); ${OK}`),
    'pause | new Promise((done) => setTimeout(done, 500))',
  ],
  // rendering
  ['mail', HOOK(`await mailer.send(event.to); ${OK}`), 'rendering | mailer.send(event.to)'],
  [
    'a document',
    HOOK(`await pdf.generate(event.order); ${OK}`),
    'rendering | pdf.generate(event.order)',
  ],
  // loop
  [
    'one after another',
    HOOK(`for (const order of event.orders) { await db.update(order); } ${OK}`),
    'loop | for (const order of event.orders) { await db.update(order); }',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['answered before', HOOK(`${OK} await ${CALL};`)],
  ['not waited for', HOOK(`void ${CALL}; ${OK}`)],
  [
    'in what a function of the file lets go on',
    `${HOOK(`await aside(() => ${CALL}); ${OK}`)}\nasync function aside(send) { send().catch(report); await db.save(1); }`,
  ],
  [
    'in what a function of the file keeps for later',
    `${HOOK(`await keep(() => ${CALL}); ${OK}`)}\nconst kept = [];\nasync function keep(send) { kept.push(send); }`,
  ],
  ['later', HOOK(`setImmediate(async () => { await ${CALL}; }); ${OK}`)],
  ['put on a queue', HOOK(`await queue.add('order', event); ${OK}`)],
  [
    'put on a queue, each of several',
    HOOK(`for (const order of event.orders) { await queue.add('order', order); } ${OK}`),
  ],
  ['one write', HOOK(`await db.update(event.order); ${OK}`)],
  [
    'a key is fetched to verify',
    HOOK(`await fetch('https://api.example.com/.well-known/jwks.json'); ${OK}`),
  ],
  ['a stand-in for a provider', HOOK(`await sleep(500); res.json(event);`, '/mock/webhooks')],
  [
    'it takes nothing',
    `import express from 'express';\nconst app = express();\napp.get('/webhooks', async (req, res) => { await ${CALL}; ${OK} });`,
  ],
  [
    'a function that is called where it stands, which nobody waits for',
    HOOK(`void (async () => { try { await ${CALL}; } catch (error) { note(error); } })(); ${OK}`),
  ],
  ['one of those with a handler', HOOK(`(async () => { await ${CALL}; })().catch(note); ${OK}`)],
  [
    'a promise that nobody waits for, with the answer behind it',
    HOOK(`const sent = ${CALL}; sent.catch(note); ${OK}`),
  ],
  [
    'a stream that is started, with the answer behind it',
    HOOK(
      `const sent = http.get('https://api.example.com/v1'); sent.subscribe(note); ${OK}`,
    ).replace(
      'import express',
      "import { HttpService } from '@nestjs/axios';\nconst http = new HttpService();\nimport express",
    ),
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
