import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each window: the flags, then each look at the clock with its limit and what is wrong with it. */
const shown = (code: string): string[] =>
  factsIn(code).replayWindow.map(({ hasTime, isDelegated, tests }) =>
    [
      ...(hasTime ? ['time'] : []),
      ...(isDelegated ? ['delegated'] : []),
      ...tests.map(({ limitMs, mixesUnits }) => `${String(limitMs)}${mixesUnits ? '!' : ''}`),
    ].join(' '),
  );

const START = `import crypto from 'node:crypto';\nimport express from 'express';\nconst app = express();\n`;
const VERIFY = (signed: string, test = '') => `
  const signature = req.get('x-signature');
  const timestamp = req.get('x-timestamp');
  ${test}
  const expected = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(${signed}).digest('hex');
  if (!crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return res.sendStatus(401);`;
const HOOK = (verify: string) =>
  `${START}app.post('/webhooks/orders', express.raw({ type: '*/*' }), async (req, res) => {${verify}\n  await save(JSON.parse(req.body));\n  res.sendStatus(200);\n});`;
const OVER_TIME = '`${timestamp}.${req.body}`';

describe('a verified handler', () => {
  test.each([
    ['nobody looks at the clock', HOOK(VERIFY(OVER_TIME)), 'time'],
    [
      'milliseconds',
      HOOK(
        VERIFY(
          OVER_TIME,
          `if (Date.now() - Number(timestamp) > 300_000) return res.sendStatus(400);`,
        ),
      ),
      'time 300000',
    ],
    [
      'seconds',
      HOOK(
        VERIFY(
          OVER_TIME,
          `if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return res.sendStatus(400);`,
        ),
      ),
      'time 300000',
    ],
    [
      'an age with a name',
      HOOK(
        VERIFY(
          OVER_TIME,
          `const age = Math.floor(Date.now() / 1000) - Number(timestamp); const most = 5 * 60; if (age > most) return res.sendStatus(400);`,
        ),
      ),
      'time 300000',
    ],
    [
      'seconds that are made milliseconds',
      HOOK(
        VERIFY(
          OVER_TIME,
          `if (Date.now() - Number(timestamp) * 1000 > 600_000) return res.sendStatus(400);`,
        ),
      ),
      'time 600000',
    ],
    [
      'seconds from milliseconds',
      HOOK(
        VERIFY(
          OVER_TIME,
          `const at = new Date(timestamp).getTime(); const now = Date.now() / 1000; if (now - at > 300) return res.sendStatus(400);`,
        ),
      ),
      'time 300000!',
    ],
    [
      'a limit that was meant in seconds',
      HOOK(
        VERIFY(OVER_TIME, `if (Date.now() - Number(timestamp) > 300) return res.sendStatus(400);`),
      ),
      'time 300!',
    ],
    [
      'a limit that is not known',
      HOOK(
        VERIFY(
          OVER_TIME,
          `if (Date.now() - Number(timestamp) > config.most) return res.sendStatus(400);`,
        ),
      ),
      'time null',
    ],
    [
      'in a function of the file',
      `${HOOK(VERIFY(OVER_TIME, `if (!isFresh(timestamp)) return res.sendStatus(400);`))}\nfunction isFresh(timestamp) { return Date.now() - Number(timestamp) < 60_000; }`,
      'time 60000',
    ],
    [
      'in a function that can not be read',
      `import { isFresh } from './clock';\n${HOOK(VERIFY(OVER_TIME, `if (!isFresh(timestamp)) return res.sendStatus(400);`))}`,
      'time delegated',
    ],
    [
      'an event that was read is handed on',
      HOOK(VERIFY(OVER_TIME, 'const event = JSON.parse(req.body); await queue.add(event);')),
      'time',
    ],
    [
      'a library verifies',
      `import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_KEY);\n${HOOK(`const event = stripe.webhooks.constructEvent(req.body, req.get('stripe-signature'), process.env.STRIPE_WEBHOOK_SECRET);`)}`,
      'delegated',
    ],
    [
      'a look at a time of its own measures nothing',
      HOOK(VERIFY(OVER_TIME, `if (Date.now() > deadline) return res.sendStatus(503);`)),
      'time null',
    ],
    ['no time was sent', HOOK(VERIFY('req.body').replace(/.*const timestamp.*\n/, '')), ''],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });

  test('one that is not verified has none', () => {
    expect(shown(HOOK(''))).toEqual([]);
  });
});

describe('a function that verifies, without a handler', () => {
  const FN = (signed: string, test = '') =>
    `import crypto from 'node:crypto';\nexport function verifyHook(body, signature, timestamp) { ${test} const expected = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(${signed}).digest('hex'); return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected)); }`;

  test.each([
    ['over the time', FN('`${timestamp}.${body}`'), ['time']],
    [
      'with a look at the clock',
      FN('`${timestamp}.${body}`', 'if (Date.now() - timestamp > 300_000) return false;'),
      ['time 300000'],
    ],
    ['a time that is made here', FN('`${stamp}.${body}`', 'const stamp = Date.now();'), []],
    ['over the body alone', FN('body'), []],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});
