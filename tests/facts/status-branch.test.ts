import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Files without such a word are not looked at. */
const SPEAKS_OF_PAYMENTS = '// For the checkout.';

const shown = (code: string): string[] =>
  factsIn(`${code}\n${SPEAKS_OF_PAYMENTS}`).statusBranch.map(
    ({ form, values, otherwise, isPayment }) =>
      [form, values.join('|'), otherwise, ...(isPayment ? ['payment'] : [])].join(' '),
  );

const OF = (name: string, body: string) => `export function show(${name}, ui) { ${body} }`;
const ORDER = (body: string) => OF('order', body);

test.each([
  // switch
  [
    'a switch',
    ORDER(`switch (order.status) { case 'OPEN': ui.a(); break; case 'DONE': ui.b(); break; }`),
    'switch OPEN|DONE nothing',
  ],
  [
    'a default that throws',
    ORDER(
      `switch (order.status) { case 'OPEN': return 1; default: throw new Error(order.status); }`,
    ),
    'switch OPEN throws',
  ],
  [
    'a default that acts',
    ORDER(`switch (order.status) { case 'OPEN': return 1; default: { ui.b(); } }`),
    'switch OPEN acts',
  ],
  [
    'a default that only breaks',
    ORDER(`switch (order.status) { case 'OPEN': ui.a(); break; default: break; }`),
    'switch OPEN nothing',
  ],
  [
    'what stands behind is the way of all others',
    ORDER(
      `switch (order.status) { case 'OPEN': return 1; case 'DONE': return 2; } throw new Error('?');`,
    ),
    'switch OPEN|DONE throws',
  ],
  [
    'behind it, but one case goes there too',
    ORDER(
      `switch (order.status) { case 'OPEN': return 1; case 'DONE': ui.b(); } throw new Error('?');`,
    ),
    'switch OPEN|DONE nothing',
  ],
  [
    'names of an enumeration',
    `import { Status } from './status'; ${ORDER('switch (order.status) { case Status.IN_TRANSIT: return 1; case Status.DONE: return 2; }')}`,
    'switch IN_TRANSIT|DONE nothing',
  ],
  [
    'constants',
    `const OPEN = 'open'; ${ORDER('switch (order.status) { case OPEN: return 1; }')}`,
    'switch open nothing',
  ],
  // if
  [
    'a chain',
    ORDER(`if (order.status === 'OPEN') ui.a(); else if (order.status === 'DONE') ui.b();`),
    'if OPEN|DONE nothing',
  ],
  [
    'a chain with an else',
    ORDER(
      `if (order.status === 'OPEN') ui.a(); else if (order.status === 'DONE') ui.b(); else { throw new Error('?'); }`,
    ),
    'if OPEN|DONE throws',
  ],
  [
    'the text on the left, and a change of case',
    ORDER(
      `if ('open' === order.status.toLowerCase()) ui.a(); else if (order?.status === 'done') ui.b(); else ui.c();`,
    ),
    'if open|done acts',
  ],
  [
    'early returns',
    ORDER(
      `if (order.status === 'OPEN') return 1; if (order.status === 'DONE') return 2; throw new Error('?');`,
    ),
    'if OPEN|DONE throws',
  ],
  [
    'a list',
    ORDER(`if (['OPEN', 'DONE'].includes(order.status)) ui.a(); else ui.b();`),
    'if OPEN|DONE acts',
  ],
  [
    'a list with a name',
    `const ENDED = ['DONE', 'GONE']; ${ORDER('if (ENDED.includes(order.status)) ui.a();')}`,
    'if DONE|GONE nothing',
  ],
  [
    'or',
    ORDER(`if (order.status === 'OPEN' || order.status === 'HELD') ui.a();`),
    'if OPEN|HELD nothing',
  ],
  [
    'two ways for one status',
    ORDER(`if (order.status === 'DONE') ui.a(); else ui.b();`),
    'if DONE acts',
  ],
  [
    'a choice in a choice',
    ORDER(`return order.status === 'OPEN' ? 1 : order.status === 'DONE' ? 2 : 3;`),
    'if OPEN|DONE acts',
  ],
  // lookup
  [
    'a table',
    `const LABELS = { OPEN: 'Open', DONE: 'Done' }; ${ORDER('return LABELS[order.status];')}`,
    'lookup OPEN|DONE nothing',
  ],
  [
    'a table with another answer',
    `const LABELS = { OPEN: 'Open', DONE: 'Done' }; ${ORDER(`return LABELS[order.status] ?? 'Other';`)}`,
    'lookup OPEN|DONE acts',
  ],
  [
    'a table on the spot',
    ORDER('return { OPEN: 1, DONE: 2 }[order.state];'),
    'lookup OPEN|DONE nothing',
  ],
  // isPayment
  [
    'a payment by its name',
    OF('payment', `switch (payment.status) { case 'OPEN': return 1; }`),
    'switch OPEN nothing payment',
  ],
  [
    'a payment by the function around',
    `class A { checkout() { return list.map((x) => { switch (x.status) { case 'OPEN': return 1; } }); } }`,
    'switch OPEN nothing payment',
  ],
  [
    'no payment: a payload',
    OF('payload', `switch (payload.status) { case 'OPEN': return 1; }`),
    'switch OPEN nothing',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['numbers', ORDER('switch (order.status) { case 1: return 1; case 2: return 2; }')],
  ['a guard for one status', ORDER(`if (order.status === 'DONE') return; ui.a();`)],
  ['a choice for one status', ORDER(`return order.status === 'DONE' ? 1 : 2;`)],
  [
    'a table that something else reads',
    `const LABELS = { OPEN: 1, DONE: 2 }; ${ORDER('return LABELS[order.kind];')}`,
  ],
  [
    'a table with a spread',
    `const LABELS = { ...MORE, OPEN: 1, DONE: 2 }; ${ORDER('return LABELS[order.status];')}`,
  ],
  ['sizes', ORDER(`if (order.total > 'a') ui.a(); else if (order.total < 'b') ui.b();`)],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});

test('one thing in each function', () => {
  const code = `
    function a(order) { if (order.status === 'A') x(); else if (order.status === 'B') y(); }
    function b(order) { if (order.status === 'C') x(); else if (order.kind === 'D') y(); }`;
  expect(shown(code)).toEqual(['if A|B nothing', 'if C acts', 'if D nothing']);
});

test('a file that speaks of no payment is not looked at', () => {
  const code = ORDER(`switch (order.status) { case 'OPEN': return 1; }`);
  expect(factsIn(code).statusBranch).toEqual([]);
  expect(shown(code)).toHaveLength(1);
});

test.each([
  `function pay(order) { switch (order.status) { case 'OPEN': return 1; } }`,
  `function show(momo) { switch (momo.status) { case 'OPEN': return 1; } }`,
])('words of payments: %s', (code) => {
  expect(factsIn(code).statusBranch.map(({ isPayment }) => isPayment)).toEqual([true]);
});
