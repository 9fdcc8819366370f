import rule from '../../rules/stable-idempotency-key.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['octopus', 'aelix'];
const orders = 'https://api.octopuscards.io/api/v1/orders';
const transfers = 'https://api.aelix.digitalapi.ai/v1/transfers';
const uuid = "import { randomUUID } from 'node:crypto';\n";
const axios = "import axios from 'axios';\n";
const retry = {
  'src/retry.ts':
    'export async function attempts<T>(work: () => Promise<T>): Promise<T> {\n  for (let n = 0; ; n++) {\n    try {\n      return await work();\n    } catch (error) {\n      if (n > 4) throw error;\n    }\n  }\n}\n',
};

/** A function whose loop tries again. */
const loop = (inside: string, send: string, before = '') =>
  `${uuid}${axios}export async function pay(body, id) {\n${before}  for (let attempt = 0; attempt < 4; attempt++) {\n    try {\n${inside}      return await ${send};\n    } catch (error) {\n      if (attempt === 3) throw error;\n    }\n  }\n}`;
const keyed = (key: string) =>
  `axios.post('${transfers}', body, { headers: { 'Idempotency-Key': ${key} } })`;
const inAttempt = (name: string, suggestions: readonly string[] = []) => [
  { messageId: 'newInAttempt', data: { name }, suggestions },
];

testRule(rule, {
  valid: [
    {
      name: 'a bucket of time, so that a second click finds the first',
      code: `${axios}export const open = (id) => { const bucket = Math.floor(Date.now() / 1000 / 20); return axios.post('${transfers}', { id }, { headers: { 'Idempotency-Key': \`open:\${id}:\${bucket}\` } }); };`,
      apis,
    },
    {
      name: 'the number of a part that is sent, in each attempt the same',
      code: `${axios}export async function pay(parts, id) {\n  for (let attempt = 0; attempt < 4; attempt++) {\n    try {\n      for (let part = 0; part < parts.length; part++) await axios.post('${transfers}', parts[part], { headers: { 'Idempotency-Key': \`\${id}-\${part}\` } });\n      return;\n    } catch (error) {\n      if (attempt === 3) throw error;\n    }\n  }\n}`,
    },
    {
      name: 'made where another file sends its own request',
      files: {
        'src/notify.ts':
          "export const sms = (to) => fetch('https://api.x.io/sms', { method: 'POST', headers: { 'Idempotency-Key': String(Math.random()) }, body: JSON.stringify({ to }) });",
      },
      code: "import { sms } from './notify.ts';\nexport const tell = (to) => sms(to);",
    },
    {
      name: 'made before the loop',
      code: loop('', keyed('key'), '  const key = randomUUID();\n'),
      apis,
    },
    { name: 'a parameter', code: loop('', keyed('`transfer-${id}`')), apis },
    {
      name: 'made once in the loop',
      code: loop('      key ??= randomUUID();\n', keyed('key'), '  let key;\n'),
      apis,
    },
    {
      name: 'made at the first turn',
      code: loop('      if (!key) key = randomUUID();\n', keyed('key'), '  let key = null;\n'),
      apis,
    },
    {
      name: 'looked up first',
      code: loop('      const key = store.get(id) ?? randomUUID();\n', keyed('key')),
      apis,
    },
    {
      name: 'a loop over items, one key an item',
      code: `${uuid}${axios}export async function all(items) {\n  for (const item of items) {\n    try {\n      await axios.post('${orders}', { ...item, client_reference: randomUUID() });\n    } catch (error) {\n      log(error);\n    }\n  }\n}`,
      apis,
    },
    {
      name: 'a loop over indices',
      code: `${uuid}${axios}export async function all(items) {\n  for (let i = 0; i < items.length; i++) {\n    const res = await axios.post('${orders}', { ...items[i], client_reference: randomUUID() });\n    if (res.status !== 200) break;\n  }\n}`,
      apis,
    },
    {
      name: 'no retry',
      code: `${uuid}${axios}export const pay = (body) => ${keyed('randomUUID()')};`,
      apis,
    },
    {
      name: 'a callback that runs for each item',
      code: `${uuid}${axios}export const all = (items) => Promise.all(items.map((body) => ${keyed('randomUUID()')}));`,
      apis,
    },
    {
      name: 'a request id may be new',
      code: `${uuid}${axios}import pRetry from 'p-retry';\nexport const pay = (body) => pRetry(() => axios.post('${transfers}', body, { headers: { 'X-Request-Id': randomUUID() } }));`,
      apis,
    },
    {
      name: 'recursion that hands the key on',
      code: `${uuid}${axios}export async function pay(body, key, attempt = 0) {\n  try {\n    return await ${keyed('key')};\n  } catch (error) {\n    if (attempt > 3) throw error;\n    return pay(body, key, attempt + 1);\n  }\n}\nexport const start = (body) => pay(body, randomUUID());`,
      apis,
    },
    {
      name: 'an interceptor that keeps a key',
      code: `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  config.headers['Idempotency-Key'] ??= randomUUID();\n  return config;\n});`,
      apis,
    },
    {
      name: 'an interceptor that looks',
      code: `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  if (!config.headers['Idempotency-Key']) config.headers['Idempotency-Key'] = randomUUID();\n  return config;\n});`,
      apis,
    },
    {
      name: 'the day',
      code: 'export const payoutIdempotencyKey = (id) => `payout-${id}-${new Date().toISOString().slice(0, 10)}`;',
      apis,
    },
    {
      name: 'a reference with an id and the time, made once',
      code: `${axios}export const order = (cart) => axios.post('${orders}', { client_reference: \`\${cart.id}-\${Date.now()}\` });`,
      apis,
    },
    {
      name: 'a hash of the order',
      code: `${axios}import { createHash } from 'node:crypto';\nexport const order = (body) => ${keyed("createHash('sha256').update(JSON.stringify(body)).digest('hex')")};`,
      apis,
    },
    {
      name: 'a test file',
      filename: 'src/pay.test.ts',
      code: loop('', keyed('randomUUID()')),
      apis,
    },
    {
      name: 'a helper that runs its work once',
      code: `${uuid}${axios}const timed = async (work) => { const result = await work(); log(result); return result; };\nexport const pay = (body) => timed(() => ${keyed('randomUUID()')});`,
      apis,
    },
    {
      name: 'the reference of a payment, made once',
      code: "import axios from 'axios'; export const charge = (token) => axios.post('https://api.pay.example/charges', { token, amount: 100, tx_ref: crypto.randomUUID() });",
    },
    {
      name: 'the time that a payment is asked for',
      code: "import axios from 'axios'; export const charge = (token) => axios.post('https://api.pay.example/charges', { token, amount: 100, Timestamp: Date.now(), nonce: Date.now() });",
    },
    {
      name: 'a reference where no money moves',
      code: "import axios from 'axios'; export const note = (text) => axios.post('https://api.notes.example/notes', { text, ref: Date.now() });",
    },
  ],
  invalid: [
    {
      name: 'the number of the attempt',
      code: loop('', keyed('[|`${id}-${attempt}`|]')),
      errors: inAttempt('Idempotency-Key'),
    },
    {
      name: 'the number of the attempt, given to the next',
      code: `${axios}export async function pay(body, id, n = 0) {\n  const key = [|\`pay-\${id}-\${n}\`|];\n  try {\n    return await ${keyed('key')};\n  } catch (error) {\n    if (n > 3) throw error;\n    return pay(body, id, n + 1);\n  }\n}`,
      errors: inAttempt('Idempotency-Key'),
    },
    {
      name: 'made by a function of another file for a request of this one',
      files: { 'src/ids.ts': 'export const next = () => String(Math.random());' },
      code: "import { next } from './ids.ts';\nexport const tell = (to) => fetch('https://api.x.io/sms', { method: 'POST', headers: { [|'Idempotency-Key': next()|] }, body: JSON.stringify({ to }) });",
      errors: [{ messageId: 'random', data: { name: 'Idempotency-Key' } }],
    },
    {
      name: 'a const of the loop moves before it',
      code: loop('      const key = [|randomUUID()|];\n', keyed('key')).replace(
        '    try {\n      const key = [|randomUUID()|];\n',
        '    const key = [|randomUUID()|];\n    try {\n',
      ),
      output: loop('', keyed('key'), '  const key = randomUUID();\n'),
      apis,
      errors: [{ messageId: 'newInAttempt', data: { name: 'Idempotency-Key' } }],
    },
    {
      name: 'a const of the try block',
      code: loop('      const key = [|randomUUID()|];\n', keyed('key')),
      output: loop('', keyed('key'), '  const key = randomUUID();\n'),
      apis,
      errors: [{ messageId: 'newInAttempt', data: { name: 'Idempotency-Key' } }],
    },
    {
      name: 'a const of the callback',
      code: `import { ulid } from 'ulid';\n${axios}import pRetry from 'p-retry';\nexport async function order(line) {\n  return pRetry(async () => {\n    const reference = [|ulid()|];\n    return axios.post('${orders}', { ...line, client_reference: reference });\n  }, { retries: 4 });\n}`,
      output: `import { ulid } from 'ulid';\n${axios}import pRetry from 'p-retry';\nexport async function order(line) {\n  const reference = ulid();\n  return pRetry(async () => {\n    return axios.post('${orders}', { ...line, client_reference: reference });\n  }, { retries: 4 });\n}`,
      apis,
      errors: [{ messageId: 'newInAttempt', data: { name: 'client_reference' } }],
    },
    {
      name: 'each line runs its own attempts, in a loop without a block: nothing to put it before',
      code: `import { ulid } from 'ulid';\n${axios}import pRetry from 'p-retry';\nexport async function orderAll(lines) {\n  for (const line of lines) await pRetry(() => axios.post('${orders}', { product: 4, client_reference: [|ulid()|] }), { retries: 4 });\n}`,
      apis,
      errors: inAttempt('client_reference'),
    },
    {
      name: 'in the header',
      code: loop('', keyed('[|randomUUID()|]')),
      apis,
      errors: inAttempt('Idempotency-Key', [
        loop('', keyed('idempotencyKey'), '  const idempotencyKey = randomUUID();\n'),
      ]),
    },
    {
      name: 'in a text',
      code: loop('', keyed('`pay-${id}-${[|randomUUID()|]}`')),
      apis,
      errors: inAttempt('Idempotency-Key', [
        loop(
          '',
          keyed('idempotencyKey'),
          '  const idempotencyKey = `pay-${id}-${randomUUID()}`;\n',
        ),
      ]),
    },
    {
      name: 'with the number of the attempt: nothing to move',
      code: loop('      const key = `${id}-${attempt}-${[|randomUUID()|]}`;\n', keyed('key')),
      apis,
      errors: inAttempt('Idempotency-Key'),
    },
    {
      name: 'a library runs it again',
      code: `import { ulid } from 'ulid';\n${axios}import pRetry from 'p-retry';\nexport async function order(line) {\n  return pRetry(async () => axios.post('${orders}', { ...line, client_reference: [|ulid()|] }), { retries: 4 });\n}`,
      apis,
      errors: inAttempt('client_reference', [
        `import { ulid } from 'ulid';\n${axios}import pRetry from 'p-retry';\nexport async function order(line) {\n  const clientReference = ulid();\n  return pRetry(async () => axios.post('${orders}', { ...line, client_reference: clientReference }), { retries: 4 });\n}`,
      ]),
    },
    {
      name: 'a policy runs it again',
      code: `import { v4 } from 'uuid';\nimport { retry, handleAll } from 'cockatiel';\nconst policy = retry(handleAll, { maxAttempts: 4 });\nexport const order = (line) => policy.execute(() => fetch('${orders}', { method: 'POST', body: JSON.stringify({ ...line, client_reference: [|v4()|] }) }));`,
      apis,
      errors: inAttempt('client_reference'),
    },
    {
      name: 'a helper of another file runs it again',
      code: `import { nanoid } from 'nanoid';\n${axios}import { attempts } from './retry.ts';\nexport async function order(line: object) {\n  const res = await attempts(() => axios.post('${orders}', { ...line, client_reference: [|nanoid()|] }));\n  return res.data;\n}`,
      files: retry,
      apis,
      errors: inAttempt('client_reference', [
        `import { nanoid } from 'nanoid';\n${axios}import { attempts } from './retry.ts';\nexport async function order(line: object) {\n  const clientReference = nanoid();\n  const res = await attempts(() => axios.post('${orders}', { ...line, client_reference: clientReference }));\n  return res.data;\n}`,
      ]),
    },
    {
      name: 'recursion with a builder',
      code: `import { ulid } from 'ulid';\n${axios}const withReference = (line) => ({ ...line, client_reference: [|ulid()|] });\nexport async function order(line, attempt = 0) {\n  try {\n    return await axios.post('${orders}', withReference(line));\n  } catch (error) {\n    if (attempt >= 5) throw error;\n    return order(line, attempt + 1);\n  }\n}`,
      apis,
      errors: inAttempt('client_reference'),
    },
    {
      name: 'an interceptor for writes',
      code: `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  if (config.method !== 'get') config.headers['Idempotency-Key'] = [|randomUUID()|];\n  return config;\n});`,
      errors: [
        {
          messageId: 'newInInterceptor',
          suggestions: [
            `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  if (config.method !== 'get') config.headers['Idempotency-Key'] ??= randomUUID();\n  return config;\n});`,
          ],
        },
      ],
    },
    {
      name: 'an interceptor',
      code: `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  config.headers['Idempotency-Key'] = [|randomUUID()|];\n  return config;\n});`,
      apis,
      errors: [
        {
          messageId: 'newInInterceptor',
          suggestions: [
            `${uuid}${axios}const api = axios.create({ timeout: 1 });\napi.interceptors.request.use((config) => {\n  config.headers['Idempotency-Key'] ??= randomUUID();\n  return config;\n});`,
          ],
        },
      ],
    },
    {
      name: 'the clock alone',
      code: `${axios}export const pay = (body) => ${keyed('`pay-${[|Date.now()|]}`')};`,
      apis,
      errors: ['clock'],
    },
    {
      name: 'Math.random',
      code: `${axios}export const order = () => axios.post('${orders}', { client_reference: [|Math.random()|].toString(36).slice(2) });`,
      apis,
      errors: ['random'],
    },
    {
      name: 'the option of an SDK',
      code: "import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.KEY);\nexport const charge = (cents) => stripe.paymentIntents.create({ amount: cents }, { idempotencyKey: `charge-${[|Date.now()|]}` });",
      errors: ['clock'],
    },
    {
      name: 'the option of an SDK, tried again',
      code: `${uuid}import Stripe from 'stripe';\nimport retry from 'async-retry';\nconst stripe = new Stripe(process.env.KEY);\nexport async function charge(cents) {\n  return retry(async () => {\n    const idempotencyKey = [|randomUUID()|];\n    return stripe.paymentIntents.create({ amount: cents }, { idempotencyKey });\n  });\n}`,
      output: `${uuid}import Stripe from 'stripe';\nimport retry from 'async-retry';\nconst stripe = new Stripe(process.env.KEY);\nexport async function charge(cents) {\n  const idempotencyKey = randomUUID();\n  return retry(async () => {\n    return stripe.paymentIntents.create({ amount: cents }, { idempotencyKey });\n  });\n}`,
      errors: [{ messageId: 'newInAttempt', data: { name: 'idempotencyKey' } }],
    },
    {
      name: 'a function that makes keys of the moment',
      code: 'export function retryIdempotencyKey(id: string, now: Date = new Date()): string {\n  return `retry-${id}-${[|Date.now()|]}`;\n}',
      errors: ['clock'],
    },
    {
      name: 'a while loop that looks at the status',
      code: `const { randomUUID } = require('crypto');\nexports.order = async (line) => {\n  let tries = 0;\n  while (tries++ < 5) {\n    const res = await fetch('${orders}', { method: 'POST', body: JSON.stringify({ ...line, client_reference: [|randomUUID()|] }) });\n    if (res.ok) return res.json();\n  }\n};`,
      apis,
      errors: inAttempt('client_reference', [
        `const { randomUUID } = require('crypto');\nexports.order = async (line) => {\n  let tries = 0;\n  const clientReference = randomUUID();\n  while (tries++ < 5) {\n    const res = await fetch('${orders}', { method: 'POST', body: JSON.stringify({ ...line, client_reference: clientReference }) });\n    if (res.ok) return res.json();\n  }\n};`,
      ]),
    },
    {
      name: 'the reference of a payment from the clock alone',
      code: "import axios from 'axios'; export const charge = (token) => axios.post('https://api.pay.example/charges', { token, amount: 100, tx_ref: [|Date.now()|] });",
      errors: [{ messageId: 'clock', data: { name: 'tx_ref' } }],
    },
    {
      name: 'the reference of a payment in a loop of attempts',
      code: "export async function charge(amount) { for (let n = 0; n < 3; n++) { try { return await fetch('https://api.pay.example/charges', { method: 'POST', body: JSON.stringify({ amount, reference: [|crypto.randomUUID()|] }) }); } catch { await new Promise((done) => setTimeout(done, 100 * 2 ** n)); } } }",
      errors: [{ messageId: 'newInAttempt', data: { name: 'reference' } }],
      suggestions: [
        "export async function charge(amount) { const reference2 = crypto.randomUUID(); for (let n = 0; n < 3; n++) { try { return await fetch('https://api.pay.example/charges', { method: 'POST', body: JSON.stringify({ amount, reference: reference2 }) }); } catch { await new Promise((done) => setTimeout(done, 100 * 2 ** n)); } } }",
      ],
    },
  ],
});
