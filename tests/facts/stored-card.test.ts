import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).storedCard.map(
    ({ where, name, node }) => `${where} ${name} | ${code.slice(...node.range)}`,
  );

test.each([
  // url
  [
    'the query of an address',
    'const query = new URLSearchParams({ cvv: form.cvv, amount }); location.href = `https://bank.example/pay?${query}`;',
    'url cvv | form.cvv',
  ],
  // database
  [
    'a row',
    `await db.payments.insert({ id, cardNumber: form.cardNumber });`,
    'database cardNumber | form.cardNumber',
  ],
  ['a model', `await Payment.create({ cvv });`, 'database cvv | cvv'],
  [
    'a file',
    `writeFileSync('a.json', JSON.stringify({ cvc: form.cvc }));`,
    'database cvc | form.cvc',
  ],
  [
    'a schema',
    `new Schema({ owner: String, card: { cvv: String } });`,
    'database cvv | cvv: String',
  ],
  [
    'a table',
    `const cards = pgTable('cards', { cardNumber: text() });`,
    'database cardNumber | cardNumber: text()',
  ],
  ['a column', `class Card { @Column() cvv: string; }`, 'database cvv | cvv'],
  [
    'a statement',
    'await sql(`insert into cards values (${cardNumber})`);',
    'database cardNumber | cardNumber',
  ],
  // storage
  [
    'the storage of a browser',
    `localStorage.setItem('card', cardNumber);`,
    'storage cardNumber | cardNumber',
  ],
  ['a property of it', `window.sessionStorage.card = form.cvv;`, 'storage cvv | form.cvv'],
  ['a cookie', `res.cookie('c', cardNumber);`, 'storage cardNumber | cardNumber'],
  ['a cookie of a page', 'document.cookie = `c=${cardNumber}`;', 'storage cardNumber | cardNumber'],
  // analytics
  ['an event', `analytics.track('paid', { cardNumber });`, 'analytics cardNumber | cardNumber'],
  ['a tag', `gtag('event', 'paid', { cvv: form.cvv });`, 'analytics cvv | form.cvv'],
  // url
  [
    'a URL',
    'open(`https://shop.example.com/pay?card=${cardNumber}`);',
    'url cardNumber | cardNumber',
  ],
  [
    'parameters',
    `axios.get(url, { params: { cardNumber: form.cardNumber } });`,
    'url cardNumber | form.cardNumber',
  ],
  ['the query of a route', `router.push({ path: '/pay', query: { cvv } });`, 'url cvv | cvv'],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['the last digits', `await db.payments.insert({ last4: card.last4 });`],
  ['a token for it', `await db.payments.insert({ cardToken: card.token });`],
  ['a card that nobody pays with', `await db.members.insert({ giftCardNumber });`],
  ['handed on', `await charge({ cardNumber, cvv });`],
  ['a set that is no store', `form.set('cardNumber', cardNumber);`],
  ['a text that is no URL', 'show(`card ${cardNumber}`);'],
  ['a statement that only reads', 'await sql(`select 1 where card = ${cardNumber}`);'],
  ['another decorator', `class Card { @IsString() cvv: string; }`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
