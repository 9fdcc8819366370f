import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const SEND = "fetch('https://api.shop.io/orders', { method: 'POST', body })";
const TRY = (body: string) =>
  `export async function send(body, orders) { try { ${body} } catch (error) { log.error('lost', error.message); } }`;

/** How many requests a handler gets the failure of, and how many log lines speak of one. */
const shown = (code: string): string => {
  const { errorHandling, apiLog } = factsIn(code);
  const calls = errorHandling.flatMap((handling) => handling.calls);
  return `${calls.length} handled, ${apiLog.length} logged`;
};

test.each([
  `await Promise.allSettled([${SEND}]);`,
  `await Promise.allSettled(orders.map((body) => ${SEND}));`,
  `await Promise.allSettled(orders.map(async (body) => { const sent = await ${SEND}; return sent.json(); }));`,
  `const sending = orders.map((body) => ${SEND}); await Promise.allSettled(sending);`,
  `const sending = []; for (const body of orders) sending.push(${SEND}); await Promise.allSettled(sending);`,
  `await Promise.allSettled([${SEND}.then((sent) => sent.json()), ...(body ? [${SEND}] : [])]);`,
  `await Promise.allSettled([(async () => { await ${SEND}; })()]);`,
])('its failure is an entry: %s', (body) => {
  expect(shown(TRY(body))).toBe('0 handled, 0 logged');
});

test.each([
  `await Promise.all([${SEND}]);`,
  `await Promise.allSettled([await ${SEND}]);`,
  `const sending = await ${SEND}; await Promise.allSettled([sending]);`,
  `const Promise = own; await Promise.allSettled([${SEND}]);`,
  `await Promise.allSettled([keep(${SEND})]);`,
])('its failure is thrown: %s', (body) => {
  expect(shown(TRY(body))).toBe('1 handled, 1 logged');
});

test('what takes the failure inside still gets it', () => {
  const inside = TRY(`await ${SEND};`).slice('export '.length);
  expect(shown(`${inside} await Promise.allSettled(orders.map((body) => send(body)));`)).toBe(
    '1 handled, 1 logged',
  );
});

test.each([
  [
    `const [sent] = await Promise.allSettled([${SEND}]); if (sent.status === 'rejected') log.error('lost', sent.reason.message);`,
    1,
  ],
  [
    `const all = await Promise.allSettled([${SEND}]); for (const one of all) log.error('lost', one.reason.message);`,
    1,
  ],
  [
    `const all = await Promise.allSettled([${SEND}]); all.filter((one) => one.status === 'rejected').forEach(({ reason }) => log.error('lost', reason.message));`,
    1,
  ],
  [
    `const all = await Promise.allSettled([${SEND}]); for (const { reason: error } of all) log.error('lost', error?.message);`,
    1,
  ],
  [
    `const sendAll = async () => Promise.allSettled([${SEND}]); const [sent] = await sendAll(); log.error('lost', sent.reason.message);`,
    1,
  ],
  [
    `const all = await Promise.allSettled([read()]); for (const one of all) log.error('lost', one.reason.message);`,
    0,
  ],
  [`const [sent] = await Promise.all([${SEND}]); log.error('lost', sent.reason.message);`, 0],
  [
    `const [sent] = await Promise.allSettled([${SEND}]); log.info('sent', sent.value.id, sent.status);`,
    0,
  ],
])('the reason of an entry: %s', (body, lines) => {
  const { apiLog } = factsIn(`export async function send(body) { ${body} }`);
  expect(apiLog.map(({ form }) => form)).toEqual(Array.from({ length: lines }, () => 'message'));
});
