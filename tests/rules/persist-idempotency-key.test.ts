import rule from '../../rules/persist-idempotency-key.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['octopus'];
const at = 'https://api.octopuscards.io/api/v1/orders';
const HEAD =
  "import axios from 'axios';\nimport { randomUUID } from 'node:crypto';\nimport { db, redis, log } from './platform.js';\n";
const valid = (name: string, code: string) => ({ name, code: HEAD + code, apis });
const invalid = (name: string, code: string) => ({
  name,
  code: HEAD + code,
  apis,
  errors: [{ messageId: 'notStored', data: { name: 'client_reference' } }],
});

testRule(rule, {
  valid: [
    valid(
      'stored before',
      `export async function buy(line) {\n  const reference = randomUUID();\n  await db.orders.insert({ reference, line });\n  return axios.post('${at}', { line, client_reference: reference });\n}`,
    ),
    valid(
      'the whole body is stored before',
      `export async function buy(line) {\n  const body = { line, client_reference: randomUUID() };\n  await redis.set('order', JSON.stringify(body));\n  return axios.post('${at}', body);\n}`,
    ),
    valid(
      'stored with the order it belongs to',
      `export async function buy(order) {\n  order.client_reference = randomUUID();\n  await order.save();\n  return axios.post('${at}', { client_reference: order.client_reference });\n}`,
    ),
    valid(
      'from a record',
      `export const buy = (order) => axios.post('${at}', { client_reference: order.id });`,
    ),
    valid(
      'from a parameter',
      `export const buy = (reference) => axios.post('${at}', { client_reference: reference });`,
    ),
    valid(
      'a record that has one, or gets one',
      `export async function buy(order) {\n  const reference = order.reference ?? randomUUID();\n  await db.save({ ...order, reference });\n  return axios.post('${at}', { client_reference: reference });\n}`,
    ),
    valid(
      'stored where it is made',
      `async function newReference() {\n  const reference = randomUUID();\n  await db.references.insert({ reference });\n  return reference;\n}\nexport const buy = async () => axios.post('${at}', { client_reference: await newReference() });`,
    ),
    valid(
      'stored by a statement in SQL where it is made',
      `async function newReference(line) {\n  const reference = randomUUID();\n  await db.query('insert into orders (reference, line) values ($1, $2)', [reference, line]);\n  return { reference };\n}\nexport async function buy(line) {\n  const row = await newReference(line);\n  return axios.post('${at}', { client_reference: row.reference });\n}`,
    ),
    valid(
      'given back by what stored it',
      `export async function buy(line) {\n  const { reference } = await db.orders.create({ line, reference: randomUUID() });\n  return axios.post('${at}', { client_reference: reference });\n}`,
    ),
    {
      name: 'another API',
      code: `${HEAD}export const buy = () => axios.post('https://api.shop.net/api/v1/orders', { client_reference: randomUUID() });`,
      apis,
    },
    valid(
      'another endpoint',
      `export const price = () => axios.post('https://api.octopuscards.io/api/v1/products/7/charges', { client_reference: randomUUID() });`,
    ),
    {
      name: 'a test',
      code: `${HEAD}export const buy = () => axios.post('${at}', { client_reference: randomUUID() });`,
      apis,
      filename: 'src/buy.test.js',
    },
    valid(
      'another field',
      `export const buy = (id) => axios.post('${at}', { nonce: randomUUID(), client_reference: id });`,
    ),
    valid(
      'handed to what may keep it',
      `export async function buy(line) {\n  const reference = randomUUID();\n  const order = new Order(reference, line);\n  await order.persist();\n  return axios.post('${at}', { client_reference: reference });\n}`,
    ),
  ],
  invalid: [
    invalid(
      'in the body itself',
      `export const buy = (line) => axios.post('${at}', { line, client_reference: [|randomUUID()|] });`,
    ),
    invalid(
      'in a variable',
      `export async function buy(line) {\n  const reference = [|randomUUID()|];\n  return axios.post('${at}', { line, client_reference: reference });\n}`,
    ),
    invalid(
      'stored too late',
      `export async function buy(line) {\n  const reference = [|randomUUID()|];\n  const { data } = await axios.post('${at}', { line, client_reference: reference });\n  await db.orders.insert({ reference, id: data.id });\n}`,
    ),
    invalid(
      'logged alone',
      `export async function buy(line) {\n  const reference = [|randomUUID()|];\n  log.info({ reference }, 'buying');\n  return axios.post('${at}', { line, client_reference: reference });\n}`,
    ),
    invalid(
      'a body in a variable',
      `export async function buy(line) {\n  const body = { line, client_reference: [|randomUUID()|] };\n  return axios.post('${at}', body);\n}`,
    ),
    invalid(
      'a field written later',
      `export async function buy(line) {\n  const body = { line };\n  body.client_reference = [|randomUUID()|];\n  return axios.post('${at}', body);\n}`,
    ),
    invalid(
      'serialised',
      `export const buy = (line) => fetch('${at}', { method: 'POST', body: JSON.stringify({ line, client_reference: \`shop-\${[|crypto.randomUUID()|]}\` }) });`,
    ),
    invalid(
      'by a helper',
      `const withReference = (line) => ({ ...line, client_reference: [|randomUUID()|] });\nexport const buy = (line) => axios.post('${at}', withReference(line));`,
    ),
    invalid(
      'the clock',
      `export const buy = (line) => axios.post('${at}', { line, client_reference: \`\${line.id}-\${[|Date.now()|]}\` });`,
    ),
    invalid(
      'made once for all attempts, and kept nowhere',
      `export async function buy(line) {\n  const reference = [|randomUUID()|];\n  for (let attempt = 0; attempt < 5; attempt++) {\n    try {\n      return await axios.post('${at}', { line, client_reference: reference });\n    } catch (error) {\n      if (attempt === 4) throw error;\n    }\n  }\n}`,
    ),
    invalid(
      'a method of a class',
      `export class Vouchers {\n  async buy(line) {\n    const order = await axios.post('${at}', { line, client_reference: [|randomUUID()|] });\n    log.info({ id: order.data.id });\n    return order.data;\n  }\n}`,
    ),
    {
      name: 'through a client of the project',
      code: `${HEAD}import { Octopus } from './octopus.js';\nconst octopus = new Octopus();\nexport const buy = (line) => octopus.post('/api/v1/orders', { line, client_reference: [|randomUUID()|] });`,
      apis,
      filename: 'src/buy.js',
      files: {
        'src/octopus.js':
          "import axios from 'axios';\nexport class Octopus {\n  http = axios.create({ baseURL: process.env.OCTOPUS_BASE_URL });\n  post = async (path, body) => (await this.http.post(path, body)).data;\n}\n",
      },
      errors: [{ messageId: 'notStored', data: { name: 'client_reference' } }],
    },
  ],
});
