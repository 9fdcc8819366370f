import rule from '../../rules/require-idempotency-key.ts';
import { testRule } from '../rule-tester.ts';

const at = 'https://api.aelix.digitalapi.ai/v1/transfers';
const other = 'https://pay.shop.net/v1/charges';
const AXIOS = "import axios from 'axios';\n";
const STRIPE =
  "import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_SECRET_KEY);\n";
const data = { header: 'Idempotency-Key' };
const one = (messageId: string, output?: string) => [
  {
    messageId,
    ...(messageId === 'payment'
      ? {}
      : { data: messageId === 'sdk' ? { option: 'idempotencyKey' } : data }),
    ...(output === undefined
      ? {}
      : { suggestions: [{ title: 'Send an idempotency key', output }] }),
  },
];

testRule(rule, {
  valid: [
    {
      name: 'a method that adds the key to what it is given',
      code: `${AXIOS}class Api {\n  http = axios.create({ baseURL: process.env.AELIX_BASE_URL });\n  request(config) { return this.http.request({ ...config, headers: { ...config.headers, 'Idempotency-Key': config.id } }); }\n  refund(id, cents) { return this.request({ method: 'POST', url: '/v1/refunds', data: { cents } }); }\n}`,
    },
    {
      name: 'the method is said in the wrapper, and the key is missed there',
      code: `import { post } from './http.js';\nexport const refund = (cents) => post('/v1/refunds', { cents });`,
      files: {
        'http.js': `${AXIOS}const http = axios.create({ baseURL: process.env.AELIX_BASE_URL });\nexport const post = (url, data) => http.request({ method: 'POST', url, data });`,
      },
    },
    `${AXIOS}await axios.post('${at}', body, { headers: { 'Idempotency-Key': transfer.id } });`,
    { name: 'a read', code: `await fetch('${at}');` },
    {
      name: 'headers from elsewhere',
      code: `${AXIOS}export const send = (body, headers) => axios.post('${at}', body, { headers });`,
    },
    {
      name: 'another spelling',
      code: `await fetch('${at}', { method: 'POST', headers: { 'idempotency-key': id }, body });`,
    },
    {
      name: 'a token',
      code: `${AXIOS}await axios.post('https://api.aelix.digitalapi.ai/oauth2/token', new URLSearchParams({ grant_type: 'client_credentials' }));`,
    },
    {
      name: 'a search',
      code: `${AXIOS}await axios.post('https://api.aelix.digitalapi.ai/v1/transfers/search', { amount: 5 });`,
    },
    {
      name: 'an API that asks for none',
      code: "import axios from 'axios';\nawait axios.post('https://mc-prd.duckdns.org/api/v1/appointments', { startsAt });",
    },
    {
      name: 'a payment with a reference of the caller',
      code: `export const charge = (params) => fetch('${other}', { method: 'POST', body: JSON.stringify({ amount: params.amount, reference: params.reference }) });`,
    },
    {
      name: 'a payment with the id of an order',
      code: `${AXIOS}await axios.post('${other}', { amountCents: 500, orderId: order.id });`,
    },
    {
      name: 'a body that is not known in full',
      code: `${AXIOS}export const pay = (line) => axios.post('${other}', { ...line, amount: 5 });`,
    },
    {
      name: 'a write that moves no money',
      code: `${AXIOS}await axios.post('https://api.shop.net/v1/messages', { text: 'hello' });`,
    },
    {
      name: 'this machine',
      code: `${AXIOS}await axios.post('http://localhost:4000/pay', { amount: 5 });`,
    },
    {
      name: 'a test',
      code: `${AXIOS}await axios.post('${at}', { amount: 5 });`,
      filename: 'src/pay.test.ts',
    },
    {
      name: 'an interceptor that sets it',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.aelix.digitalapi.ai' });\napi.interceptors.request.use((config) => { config.headers['Idempotency-Key'] ??= keyOf(config); return config; });\nawait api.post('/v1/transfers', { amount: 5 });`,
    },
    {
      name: 'the option of an SDK',
      code: `${STRIPE}const options: Stripe.RequestOptions = { idempotencyKey: \`invoice-\${id}\` };\nawait stripe.paymentIntents.create({ amount, currency }, options);`,
    },
    {
      name: 'options from elsewhere, and what moves no money',
      code: `${STRIPE}export const pay = (options) => stripe.charges.create({ amount }, options);\nawait stripe.customers.create({ email });`,
    },
    {
      name: 'something else with such methods',
      code: 'const stripe = new Zebra();\nawait stripe.charges.create({ amount });',
    },
    {
      name: 'a reference that the caller has to give, cut to its length',
      code: `export const push = ({ amount, account }) => fetch('${other}', { method: 'POST', body: JSON.stringify({ amount, accountReference: account.substring(0, 12) }) });`,
    },
  ],
  invalid: [
    {
      name: 'a wrapper that sends a body where it is given one',
      code: "async function send(method: 'GET' | 'POST', path: string, body?: object) {\n  return fetch(`https://api.aelix.digitalapi.ai/v1${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });\n}\nexport const balance = () => send('GET', '/balance');\nexport const transfer = (amount: number) => [|send|]('POST', '/transfers', { amount });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a body that is sent where there is one',
      code: "const send = (method: string, path: string, body?: object) => fetch(`https://api.aelix.digitalapi.ai/v1${path}`, { method, body: body && JSON.stringify(body) });\nexport const transfer = (payment: { amount: number }) => [|send|]('POST', '/transfers', payment);",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'an SDK whose module makes the client',
      code: "const stripe = require('stripe')(process.env.STRIPE_SECRET_KEY);\nexports.pay = (id) => [|stripe.invoices.pay|](id);",
      errors: one(
        'sdk',
        "const stripe = require('stripe')(process.env.STRIPE_SECRET_KEY);\nexports.pay = (id) => stripe.invoices.pay(id, { idempotencyKey: crypto.randomUUID() });",
      ),
    },
    {
      name: 'a client that is injected',
      code: `import { HttpService } from '@nestjs/axios';\nexport class Payments {\n  constructor(private readonly http: HttpService) {}\n  pay(amount: number) { return [|this.http.post|]('${at}', { amount }); }\n}`,
      filename: 'src/payments.service.ts',
      errors: one(
        'missing',
        `import { HttpService } from '@nestjs/axios';\nexport class Payments {\n  constructor(private readonly http: HttpService) {}\n  pay(amount: number) { const idempotencyKey = crypto.randomUUID(); return this.http.post('${at}', { amount }, { headers: { 'Idempotency-Key': idempotencyKey } }); }\n}`,
      ),
    },
    {
      name: 'through a method that leaves the method to its callers',
      code: `${AXIOS}class Api {\n  http = axios.create({ baseURL: process.env.AELIX_BASE_URL });\n  request(config) { return this.http.request({ ...config, headers: { ...config.headers, Accept: 'application/json' } }); }\n  refund(id, cents) { return [|this.request|]({ method: 'POST', url: '/v1/refunds', data: { cents } }); }\n  balance() { return this.request({ method: 'GET', url: '/v1/balance' }); }\n}`,
      errors: one('missing'),
    },
    {
      name: 'a write of an API that asks for a key',
      code: `${AXIOS}export async function transfer(body) {\n  return [|axios.post|]('${at}', body, { headers: { authorization } });\n}`,
      errors: one(
        'missing',
        `${AXIOS}export async function transfer(body) {\n  const idempotencyKey = crypto.randomUUID();\n  return axios.post('${at}', body, { headers: { authorization, 'Idempotency-Key': idempotencyKey } });\n}`,
      ),
    },
    {
      name: 'without options',
      code: `${AXIOS}import { randomUUID } from 'node:crypto';\nawait [|axios.delete|](\`\${process.env.AELIX_BASE_URL}/v1/cards/\${id}\`);`,
      errors: one(
        'missing',
        `${AXIOS}import { randomUUID } from 'node:crypto';\nconst idempotencyKey = randomUUID();\nawait axios.delete(\`\${process.env.AELIX_BASE_URL}/v1/cards/\${id}\`, { headers: { 'Idempotency-Key': idempotencyKey } });`,
      ),
    },
    {
      name: 'in a loop: the key is made before it',
      code: `export async function transfer(body) {\n  for (let attempt = 0; attempt < 4; attempt++) {\n    try {\n      return await [|fetch|]('${at}', { method: 'POST', headers: { authorization }, body });\n    } catch (error) {\n      if (attempt === 3) throw error;\n    }\n  }\n}`,
      errors: one(
        'retried',
        `export async function transfer(body) {\n  const idempotencyKey = crypto.randomUUID();\n  for (let attempt = 0; attempt < 4; attempt++) {\n    try {\n      return await fetch('${at}', { method: 'POST', headers: { authorization, 'Idempotency-Key': idempotencyKey }, body });\n    } catch (error) {\n      if (attempt === 3) throw error;\n    }\n  }\n}`,
      ),
    },
    {
      name: 'p-retry',
      code: `import pRetry from 'p-retry';\nimport got from 'got';\nexport function transfer(json) {\n  return pRetry(() => [|got.post|]('${at}', { json }), { retries: 3 });\n}`,
      errors: one(
        'retried',
        `import pRetry from 'p-retry';\nimport got from 'got';\nexport function transfer(json) {\n  const idempotencyKey = crypto.randomUUID();\n  return pRetry(() => got.post('${at}', { json, headers: { 'Idempotency-Key': idempotencyKey } }), { retries: 3 });\n}`,
      ),
    },
    {
      name: 'a function of one expression',
      code: `${AXIOS}export const transfer = (body) => [|axios.put|]('${at}/7', body);`,
      errors: one(
        'missing',
        `${AXIOS}export const transfer = (body) => axios.put('${at}/7', body, { headers: { 'Idempotency-Key': crypto.randomUUID() } });`,
      ),
    },
    {
      name: 'an instance with headers of its own',
      code: `${AXIOS}const api = axios.create({ baseURL: 'https://api.aelix.digitalapi.ai', headers: { authorization } });\nawait [|api.post|]('/v1/transfers', { amount: 5, reference });`,
      errors: one(
        'missing',
        `${AXIOS}const api = axios.create({ baseURL: 'https://api.aelix.digitalapi.ai', headers: { authorization } });\nconst idempotencyKey = crypto.randomUUID();\nawait api.post('/v1/transfers', { amount: 5, reference }, { headers: { 'Idempotency-Key': idempotencyKey } });`,
      ),
    },
    {
      name: 'headers in a variable',
      code: `${AXIOS}const headers = { authorization };\nawait [|axios.post|]('${at}', body, { headers });`,
      errors: one('missing'),
    },
    {
      name: 'a payment that nothing tells from its repetition',
      code: `${AXIOS}export async function pay(params) {\n  const payload = { Amount: params.amount, PartyA: params.phone, AccountReference: params.reference || 'Payment' };\n  return [|axios.post|]('${other}', payload, { headers: { authorization } });\n}`,
      errors: one(
        'payment',
        `${AXIOS}export async function pay(params) {\n  const payload = { Amount: params.amount, PartyA: params.phone, AccountReference: params.reference || 'Payment' };\n  const idempotencyKey = crypto.randomUUID();\n  return axios.post('${other}', payload, { headers: { authorization, 'Idempotency-Key': idempotencyKey } });\n}`,
      ),
    },
    {
      name: 'a client that is not known',
      code: "class Client extends Base {\n  pay(params) { return [|this.http.post|]('/mpesa/b2c/v1/paymentrequest', { Amount: params.amount, PartyB: params.phone }, { headers: { authorization } }); }\n}",
      errors: one('payment'),
    },
    {
      name: 'the customer alone',
      code: `await [|fetch|]('${other}', { method: 'POST', body: JSON.stringify({ amount: 500, customer_id: id }) });`,
      errors: one(
        'payment',
        `const idempotencyKey = crypto.randomUUID();\nawait fetch('${other}', { method: 'POST', body: JSON.stringify({ amount: 500, customer_id: id }), headers: { 'Idempotency-Key': idempotencyKey } });`,
      ),
    },
    {
      name: 'an SDK',
      code: `${STRIPE}export async function charge(amount) {\n  return [|stripe.paymentIntents.create|]({ amount, currency: 'eur' });\n}`,
      errors: one(
        'sdk',
        `${STRIPE}export async function charge(amount) {\n  const idempotencyKey = crypto.randomUUID();\n  return stripe.paymentIntents.create({ amount, currency: 'eur' }, { idempotencyKey: idempotencyKey });\n}`,
      ),
    },
    {
      name: 'other options of an SDK',
      code: `${STRIPE}await [|stripe.refunds.create|]({ charge }, { stripeAccount: account });`,
      errors: one(
        'sdk',
        `${STRIPE}const idempotencyKey = crypto.randomUUID();\nawait stripe.refunds.create({ charge }, { stripeAccount: account, idempotencyKey: idempotencyKey });`,
      ),
    },
    {
      name: 'an SDK that is known by its type',
      code: "import type Stripe from 'stripe';\nexport const pay = (stripe: Stripe, id: string) => [|stripe.invoices.pay|](id);",
      errors: one(
        'sdk',
        "import type Stripe from 'stripe';\nexport const pay = (stripe: Stripe, id: string) => stripe.invoices.pay(id, { idempotencyKey: crypto.randomUUID() });",
      ),
    },
    {
      name: 'a reference that may be a constant, cut to its length',
      code: `export async function push({ phone, amount, account = 'Shop' }) {\n  const payload = { amount, phone, accountReference: account.substring(0, 12) };\n  return [|fetch|]('${other}', { method: 'POST', body: JSON.stringify(payload) });\n}`,
      errors: one(
        'payment',
        `export async function push({ phone, amount, account = 'Shop' }) {\n  const payload = { amount, phone, accountReference: account.substring(0, 12) };\n  const idempotencyKey = crypto.randomUUID();\n  return fetch('${other}', { method: 'POST', body: JSON.stringify(payload), headers: { 'Idempotency-Key': idempotencyKey } });\n}`,
      ),
    },
    {
      name: 'a reference of the environment',
      code: `${AXIOS}export const pay = (amount) => [|axios.post|]('${other}', { amount, originatorId: process.env.ORIGINATOR_ID });`,
      errors: one(
        'payment',
        `${AXIOS}export const pay = (amount) => axios.post('${other}', { amount, originatorId: process.env.ORIGINATOR_ID }, { headers: { 'Idempotency-Key': crypto.randomUUID() } });`,
      ),
    },
  ],
});
