import rule from '../../rules/prefer-batch-request.ts';
import { testRule } from '../rule-tester.ts';

const octopus =
  "import axios from 'axios';\nconst octopus = axios.create({ baseURL: 'https://api.octopuscards.io' });\n";

testRule(rule, {
  valid: [
    `${octopus}export const buy = (product_id, quantity) => octopus.post('/api/v1/orders', { product_id, quantity });`,
    {
      name: 'another product in each turn',
      code: `${octopus}export async function buy(lines) { for (const line of lines) await octopus.post('/api/v1/orders', { product_id: line.product, quantity: 1 }); }`,
    },
    {
      name: 'each for somebody else',
      code: `${octopus}export async function buy(product_id, emails) { for (const email of emails) await octopus.post('/api/v1/orders', { product_id, quantity: 1, recipient: email }); }`,
    },
    {
      name: 'a retry',
      code: `${octopus}export async function buy(product_id) {\n  for (let attempt = 0; attempt < 3; attempt++) {\n    try { return await octopus.post('/api/v1/orders', { product_id, quantity: 1 }); } catch (error) { if (attempt === 2) throw error; }\n  }\n}`,
    },
    {
      name: 'a body from outside',
      code: `${octopus}export async function buy(orders) { for (const order of orders) await octopus.post('/api/v1/orders', order); }`,
    },
    {
      name: 'a body with a part from outside',
      code: `${octopus}export async function buy(orders) { for (const order of orders) await octopus.post('/api/v1/orders', { ...order, quantity: 1 }); }`,
    },
    {
      name: 'reads',
      code: `${octopus}export async function all(ids) { for (const id of ids) await octopus.get(\`/api/v1/orders/\${id}\`); }`,
    },
    {
      name: 'another API',
      code: `import axios from 'axios';\nexport async function buy(n) { for (let i = 0; i < n; i++) await axios.post('https://api.example.com/orders', { sku: 1, quantity: 1 }); }`,
    },
    {
      name: 'polling until it is there',
      code: `${octopus}export async function wait() { while (true) { const { data } = await octopus.get('/api/v1/wallets'); if (data.length) return; } }`,
    },
    {
      name: 'once after a loop',
      code: `${octopus}export async function buy(product_id, lines) { let quantity = 0; for (const line of lines) quantity += line.n; await octopus.post('/api/v1/orders', { product_id, quantity }); }`,
    },
    {
      name: 'prices for each product',
      code: `${octopus}export async function price(ids) { for (const id of ids) await octopus.post(\`/api/v1/products/\${id}/charges\`, { quantity: 1 }); }`,
    },
    {
      name: 'a product that each turn looks up',
      code: `${octopus}export async function buy(lines) { for (const line of lines) { const product_id = find(line); await octopus.post('/api/v1/orders', { product_id, quantity: 1 }); } }`,
    },
    {
      name: 'an order without a quantity',
      code: `${octopus}export async function buy(n) { for (let i = 0; i < n; i++) await octopus.post('/api/v1/orders', { cart: 7 }); }`,
    },
  ],
  invalid: [
    {
      name: 'a chain of promises that reduce makes',
      code: `${octopus}export const buy = (references, product_id) => references.reduce((before, client_reference) => before.then(() => [|octopus.post|]('/api/v1/orders', { product_id, quantity: 1, client_reference })), Promise.resolve());`,
      errors: [{ messageId: 'repeated' }],
    },
    {
      name: 'a number that is made of a text',
      code: `${octopus}export async function buy(product, total) { let bought = 0; while (bought < total) { await [|octopus.post|]('/api/v1/orders', { product_id: Number(product), quantity: 1 }); bought += 1; } }`,
      errors: [{ messageId: 'repeated' }],
    },
    {
      code: `${octopus}export async function buy(product_id, count, references) {\n  for (let i = 0; i < count; i++) {\n    await [|octopus.post|]('/api/v1/orders', { product_id, denomination: 50, quantity: 1, client_reference: references[i] });\n  }\n}`,
    },
    {
      name: 'while',
      code: `${octopus}export async function buy(product_id, left) {\n  while (left-- > 0) await [|octopus.post|]('/api/v1/orders', { product_id, quantity: 1 });\n}`,
    },
    {
      name: 'the same product for each line',
      code: `${octopus}export async function buy(product_id, lines) {\n  for (const line of lines) await [|octopus.post|]('/api/v1/orders', { product_id, quantity: line.quantity, client_reference: line.reference });\n}`,
    },
    {
      name: 'all at once',
      code: `${octopus}export const buy = (product_id, n) => Promise.all(Array.from({ length: n }, () => [|octopus.post|]('/api/v1/orders', { product_id, quantity: 1 })));`,
    },
    {
      name: 'a helper that buys one',
      code: `${octopus}const buyOne = (product_id) => octopus.post('/api/v1/orders', { product_id, quantity: 1 });\nexport async function buy(product_id, n) { for (let i = 0; i < n; i++) await [|buyOne|](product_id); }`,
    },
    {
      name: 'fetch',
      code: `export async function buy(n) {\n  for (let i = 0; i < n; i++) await [|fetch|]('https://api.octopuscards.io/api/v1/orders', { method: 'POST', body: JSON.stringify({ product_id: 7, quantity: 1, client_reference: crypto.randomUUID() }) });\n}`,
    },
    {
      name: 'forEach over customers that the order does not name',
      code: `${octopus}export const buy = (customers) => { customers.forEach(async () => { await [|octopus.post|]('/api/v1/orders', { product_id: 7, quantity: 1 }); }); };`,
    },
    {
      name: 'a body in a name',
      code: `${octopus}export async function buy(n) {\n  for (let i = 0; i < n; i++) {\n    const body = { product_id: 7, quantity: 1, client_reference: crypto.randomUUID() };\n    await [|octopus.post|]('/api/v1/orders', body);\n  }\n}`,
    },
    {
      name: 'a body that is made once',
      code: `${octopus}const line = { product_id: 7, quantity: 1 };\nexport async function buy(n) { for (let i = 0; i < n; i++) await [|octopus.post|]('/api/v1/orders', { ...line, client_reference: \`order-\${i}\` }); }`,
    },
    {
      name: 'a class',
      code: `${octopus}export class Vouchers {\n  async buy(count) {\n    for (let i = 1; i <= count; i++) await [|octopus.post|]('/api/v1/orders', { product_id: this.product, quantity: 1 });\n  }\n}`,
    },
    {
      name: 'an imported client',
      code: `import { octopus } from './client.js';\nexport async function buy(n) { for (let i = 0; i < n; i += 1) await [|octopus.post|]('/api/v1/orders', { json: { product_id: 7, quantity: 1 } }); }`,
      files: {
        'src/client.js':
          "import ky from 'ky';\nexport const octopus = ky.create({ prefixUrl: process.env.OCTOPUS_BASE_URL });",
      },
    },
    {
      name: 'pushed and awaited together',
      code: `${octopus}export async function buy(n) {\n  const all = [];\n  for (let i = 0; i < n; i++) all.push([|octopus.post|]('/api/v1/orders', { product_id: 7, quantity: 1 }));\n  await Promise.all(all);\n}`,
    },
  ],
});
