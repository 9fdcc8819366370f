import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).deduplication.map(({ acts, looksUp, isDelegated }) =>
    [
      ...(acts ? ['acts'] : []),
      ...(looksUp ? ['looks up'] : []),
      ...(isDelegated ? ['delegated'] : []),
    ].join(', '),
  );

const HOOK = (body: string) =>
  `import express from 'express';\nconst app = express();\napp.post('/webhooks/orders', express.json(), async (req, res) => { ${body} res.sendStatus(200); });`;
const EVENT = 'const event = req.body;';
const ACT = 'await orders.update(event.order, event.state);';

test.each([
  // acts
  ['nothing is done', HOOK(''), ''],
  ['something is done', HOOK(`${EVENT} ${ACT}`), 'acts'],
  [
    'told apart by kind',
    HOOK(
      `${EVENT} switch (req.get('x-kind')) { case 'a': a(); break; case 'b': b(); } use(event.order);`,
    ),
    'acts',
  ],
  // looksUp
  ['looked up', HOOK(`${EVENT} if (await events.find(event.id)) return; ${ACT}`), 'acts, looks up'],
  [
    'by an id with a name',
    HOOK(`${EVENT} const { id } = event; if (await events.has(id)) return; ${ACT}`),
    'acts, looks up',
  ],
  [
    'by the id of the delivery',
    HOOK(
      `${EVENT} const key = req.get('x-event-id'); if (await redis.set(key, 1, 'NX')) { ${ACT} }`,
    ),
    'acts, looks up',
  ],
  [
    'by a key that is made of it',
    HOOK(`${EVENT} const key = \`hook:\${event.id}\`; if (await redis.exists(key)) return; ${ACT}`),
    'acts, looks up',
  ],
  [
    'by what is asked',
    HOOK(`${EVENT} if (await alreadyProcessed(event)) return; ${ACT}`),
    'acts, looks up',
  ],
  [
    'an index that refuses the second one',
    HOOK(`${EVENT} try { ${ACT} } catch (e) { if (e.code === '23505') return; throw e; }`),
    'acts, looks up',
  ],
  [
    'a statement that keeps one',
    HOOK(
      `${EVENT} await db.query('INSERT INTO events VALUES ($1) ON CONFLICT DO NOTHING', [event.order]);`,
    ),
    'acts, looks up',
  ],
  [
    'a method that keeps one',
    HOOK(`${EVENT} await db.orders.upsert({ where: { order: event.order } });`),
    'acts, looks up',
  ],
  [
    'in a function of the file',
    `${HOOK(`${EVENT} await handle(event);`)}\nasync function handle(event) { if (await events.find(event.id)) return; ${ACT} }`,
    'acts, looks up',
  ],
  ['only logged', HOOK(`${EVENT} console.log(event.id); ${ACT}`), 'acts'],
  ['only read', HOOK(`${EVENT} req.get('x-event-id'); ${ACT}`), 'acts'],
  [
    'put into a set that nothing asks',
    `const seen = new Set();\n${HOOK(`${EVENT} seen.add(event.id); ${ACT}`)}`,
    'acts',
  ],
  [
    'put into a set that is asked',
    `const seen = new Set();\n${HOOK(`${EVENT} if (seen.has(event.id)) return; seen.add(event.id); ${ACT}`)}`,
    'acts, looks up',
  ],
  [
    'put into a set that others may ask',
    `export const seen = new Set();\n${HOOK(`${EVENT} seen.add(event.id); ${ACT}`)}`,
    'acts, looks up',
  ],
  [
    'read by a function of the framework, and handed on',
    HOOK(
      `${EVENT} const id = getHeader(req, 'x-event-id'); await jobs.start(event.kind, { jobId: id });`,
    ),
    'acts, looks up',
  ],
  [
    'the id of something else',
    HOOK(`${EVENT} const order = await orders.find(event.order.id); await order.pay(event.state);`),
    'acts',
  ],
  [
    'by a field of a record of its own',
    HOOK(
      `${EVENT} const record = { smsMessageId: event.ref }; if (await texts.findOne({ ref: record.smsMessageId })) return; ${ACT}`,
    ),
    'acts, looks up',
  ],
  [
    'the id of something else by such a name',
    HOOK(
      `${EVENT} const record = { shopOrderId: event.ref }; await texts.findOne({ ref: record.shopOrderId }); ${ACT}`,
    ),
    'acts',
  ],
  // isDelegated
  [
    'handed to what can not be read',
    `import { handle } from './orders';\n${HOOK(`await handle(req.body);`)}`,
    'acts, delegated',
  ],
  [
    'handed on, and something more',
    `import { handle } from './orders';\n${HOOK(`${EVENT} await handle(event); ${ACT}`)}`,
    'acts',
  ],
  [
    'handed to a function of the file',
    `${HOOK(`${EVENT} await handle(event);`)}\nasync function handle(event) { ${ACT} }`,
    'acts',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});
