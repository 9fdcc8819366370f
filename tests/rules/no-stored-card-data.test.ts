import rule from '../../rules/no-stored-card-data.ts';
import { testRule } from '../rule-tester.ts';

testRule(rule, {
  valid: [
    'export const save = (prisma, userId, method) => prisma.paymentMethod.create({ data: { userId, token: method.id, brand: method.card.brand, last4: method.card.last4 } });',
    'export const tokenize = (stripe, card) => stripe.tokens.create({ card: { number: card.number, cvc: card.cvc } });',
    "export const pay = (form) => fetch('https://psp.example.com/tokens', { method: 'POST', body: JSON.stringify({ cardNumber: form.cardNumber, cvv: form.cvv }) });",
    "export const remember = (card) => localStorage.setItem('last4', card.number.slice(-4));",
    "export const remember = (card) => localStorage.setItem('card', mask(card.number));",
    "export const track = (card) => analytics.track('paid', { brand: card.brand, last4: card.last4 });",
    'export const keep = (db, cardNumber) => db.cards.insertOne({ number: encrypt(cardNumber) });',
    'export const valid = (cvv) => /^\\d{3}$/.test(cvv);',
    'export const url = (id) => `https://psp.example.com/cards/${id}`;',
    "import { Schema } from 'mongoose'; export const Card = new Schema({ token: String, last4: String, expMonth: Number });",
    'export const Form = ({ setCvv }) => { const [cardNumber, setCardNumber] = useState(""); setCvv(cardNumber); return cardNumber; };',
    { filename: 'tests/card.test.ts', code: 'db.cards.insertOne({ cvv: card.cvv });' },
    'export const map = (pan, zoom) => localStorage.setItem("view", JSON.stringify({ pan, zoom }));',
    'export const join = (prisma, input) => prisma.customer.create({ data: { loyaltyCardNumber: input.loyaltyCardNumber, giftCardNo: input.giftCardNo } });',
    'export const remember = (card: { brand: string; last4: string }) => localStorage.setItem("card", JSON.stringify(card));',
    'export const deck = (Card, cardCount) => Card.create({ cardCount });',
    {
      name: 'a row that a function of the file makes, with the last digits',
      code: 'const toRow = (user, form) => ({ user, last4: form.cardNumber.slice(-4) });\nexport const save = (db, user, form) => db.cards.insert({ data: toRow(user, form) });',
    },
  ],
  invalid: [
    {
      code: "export const payUrl = (card) => {\n  const url = new URL('https://pay.shop.net/start');\n  url.searchParams.set('n', [|card.cardNumber|]);\n  return url.href;\n};",
      errors: [{ messageId: 'url', data: { name: 'cardNumber' } }],
    },
    {
      code: 'export const remember = (card: { number: string; cvc: string }) => localStorage.setItem("card", JSON.stringify([|card|]));',
      errors: [{ messageId: 'storage', data: { name: 'card.cvc' } }],
    },
    {
      code: 'interface Card { holder: string; cardNumber: string }\nexport const keep = (db: Db, card: Card) => db.cards.insertOne([|card|]);',
      errors: [{ messageId: 'database', data: { name: 'card.cardNumber' } }],
    },
    {
      code: 'export const save = (prisma, userId, card) => prisma.card.create({ data: { userId, number: [|card.number|], brand: card.brand } });',
      errors: [{ messageId: 'database', data: { name: 'number' } }],
    },
    {
      code: 'export const save = (db, { cardNumber, cvv }) => db.collection("cards").insertOne({ [|cardNumber|], [|cvv|] });',
      errors: ['database', 'database'],
    },
    {
      code: 'import { Payment } from "./models"; export const save = (body) => Payment.create({ amount: body.amount, cvv: [|body.cvv|] });',
      errors: ['database'],
    },
    {
      code: 'export const save = (pool, card) => pool.query("INSERT INTO cards (number) VALUES ($1)", [[|card.number|]]);',
      errors: ['database'],
    },
    {
      code: "export const remember = (form) => localStorage.setItem('card', [|form.cardNumber|]);",
      errors: ['storage'],
    },
    {
      code: "export const remember = (form) => sessionStorage.setItem('card', JSON.stringify({ number: [|form.cardNumber|] }));",
      errors: ['storage'],
    },
    {
      code: 'export const remember = (cardNumber) => { document.cookie = `card=${[|cardNumber|]}`; };',
      errors: ['storage'],
    },
    {
      code: 'export const url = (cardNumber) => `https://psp.example.com/check?card=${[|cardNumber|]}`;',
      errors: ['url'],
    },
    {
      code: "import axios from 'axios'; export const check = (cvv) => axios.get('https://psp.example.com/check', { timeout: 1000, params: { [|cvv|] } });",
      errors: ['url'],
    },
    {
      code: "export const paid = (card) => analytics.track('paid', { number: [|card.number|] });",
      errors: ['analytics'],
    },
    {
      code: "export const paid = (cardNumber) => gtag('event', 'purchase', { [|cardNumber|] });",
      errors: ['analytics'],
    },
    {
      code: "import { Schema } from 'mongoose'; export const card = new Schema({ [|cardNumber: String|], [|cvv: { type: String, required: true }|], brand: String });",
      errors: ['database', 'database'],
    },
    {
      code: "import { Column, Entity } from 'typeorm'; @Entity() export class Card { @Column() [|cvv|]: string; @Column() last4: string; }",
      parser: 'ts',
      errors: ['database'],
    },
    {
      code: 'export const save = (redis, id, form) => { const number = form.cardNumber; return redis.set(id, [|number|]); };',
      errors: ['database'],
    },
    {
      name: 'a row that a function of the file makes',
      code: 'const toRow = (user, form) => ({ user, number: form.cardNumber, expiry: form.expiry });\nexport const save = (db, user, form) => db.cards.insert({ data: [|toRow(user, form)|] });',
      errors: ['database'],
    },
  ],
});
