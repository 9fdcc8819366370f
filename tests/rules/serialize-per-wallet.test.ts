import rule from '../../rules/serialize-per-wallet.ts';
import { testRule } from '../rule-tester.ts';

const octopus =
  "import axios from 'axios';\nconst octopus = axios.create({ baseURL: 'https://api.octopuscards.io' });\n";

testRule(rule, {
  valid: [
    {
      name: 'a helper is given a line with a wallet of its own',
      code: `import pMap from 'p-map';\n${octopus}const buy = (line) => octopus.post('/api/v1/orders', { wallet_id: line.wallet, product_id: line.id });\nexport const f = (all) => pMap(all.values(), async (lines) => { for (const line of lines) await buy(line); }, { concurrency: 5 });`,
    },
    `${octopus}export async function f(wallet_id, lines) { for (const line of lines) await octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }); }`,
    {
      name: 'two that are written out, of two wallets',
      code: `${octopus}export const f = (one, other) => Promise.all([octopus.post('/api/v1/orders', { wallet_id: one, product_id: 1 }), octopus.post('/api/v1/orders', { wallet_id: other, product_id: 1 })]);`,
    },
    {
      name: 'a wallet of its own for each',
      code: `${octopus}export const f = (lines) => Promise.all(lines.map((line) => octopus.post('/api/v1/orders', { wallet_id: line.wallet, product_id: line.id })));`,
    },
    {
      name: 'one at a time',
      code: `import pLimit from 'p-limit';\n${octopus}const limit = pLimit(1);\nexport const f = (wallet_id, lines) => Promise.all(lines.map((line) => limit(() => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }))));`,
    },
    {
      name: 'a queue of one',
      code: `import PQueue from 'p-queue';\n${octopus}const queue = new PQueue({ concurrency: 1 });\nexport const f = (wallet_id, lines) => Promise.all(lines.map((line) => queue.add(() => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }))));`,
    },
    {
      name: 'a queue of several, a wallet with each order',
      code: `import PQueue from 'p-queue';\n${octopus}const queue = new PQueue({ concurrency: 5 });\nexport const order = (wallet_id, product_id) => queue.add(() => octopus.post('/api/v1/orders', { wallet_id, product_id }));`,
    },
    {
      name: 'a stream of lines, each with its wallet',
      code: `import { from, mergeMap } from 'rxjs';\n${octopus}export const f = (lines) => from(lines).pipe(mergeMap((line) => octopus.post('/api/v1/orders', { wallet_id: line.wallet, product_id: line.id }), 4));`,
    },
    {
      name: 'no wallet is named',
      code: `${octopus}export const f = (lines) => Promise.all(lines.map((line) => octopus.post('/api/v1/orders', { product_id: line.id })));`,
    },
    {
      name: 'reads',
      code: `${octopus}export const f = (ids) => Promise.all(ids.map((id) => octopus.get(\`/api/v1/orders/\${id}\`)));`,
    },
    {
      name: 'another API',
      code: `import axios from 'axios';\nexport const f = (wallet_id, lines) => Promise.all(lines.map((line) => axios.post('https://api.example.com/orders', { wallet_id, id: line.id })));`,
    },
    {
      name: 'a body from outside',
      code: `${octopus}export const f = (orders) => Promise.all(orders.map((order) => octopus.post('/api/v1/orders', order)));`,
    },
    {
      name: 'wallets one after the other',
      code: `${octopus}export async function f(wallets) { for (const wallet of wallets) for (const line of wallet.lines) await octopus.post('/api/v1/orders', { wallet_id: wallet.id, product_id: line.id }); }`,
    },
    {
      name: 'a lock for each wallet',
      code: `${octopus}export const f = (wallet_id, lines, mutex) => Promise.all(lines.map((line) => mutex.runExclusive(() => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }))));`,
    },
    {
      name: 'prices',
      code: `${octopus}export const f = (wallet_id, ids) => Promise.all(ids.map((id) => octopus.post(\`/api/v1/products/\${id}/charges\`, { wallet_id })));`,
    },
    {
      name: 'one order',
      code: `${octopus}export const f = (wallet_id) => Promise.all([octopus.post('/api/v1/orders', { wallet_id }), audit()]);`,
    },
    {
      name: 'fields that are not known may bring another wallet',
      code: `${octopus}export const f = (wallet_id, lines) => Promise.all(lines.map((line) => octopus.post('/api/v1/orders', { wallet_id, ...line })));`,
    },
    {
      name: 'two wallets, given to one function of the file',
      code: "import axios from 'axios';\nconst order = (wallet_id, client_reference) => axios.post('https://api.octopuscards.io/api/v1/orders', { wallet_id, client_reference });\nexport const both = (first, second) => Promise.all([order(first, 'a'), order(second, 'b')]);",
    },
    {
      name: 'two bodies that one function makes, each of its own wallet',
      code: `${octopus}const toOrder = ({ walletId, reference }) => ({ wallet_id: walletId, client_reference: reference });\nexport const f = (first, second) => Promise.all([octopus.post('/api/v1/orders', toOrder(first)), octopus.post('/api/v1/orders', toOrder(second))]);`,
    },
    {
      name: 'one that each call asks for',
      code: `${octopus}const order = async (product_id) => { const wallet = await pick(); return octopus.post('/api/v1/orders', { wallet_id: wallet.id, product_id }); };\nexport const f = () => Promise.all([order(1), order(2)]);`,
    },
  ],
  invalid: [
    {
      name: 'a queue of several, made for one wallet',
      code: `import PQueue from 'p-queue';\n${octopus}export function ordersOf(wallet_id) { const queue = new PQueue({ concurrency: 5 }); return (product_id) => [|queue.add|](() => octopus.post('/api/v1/orders', { wallet_id, product_id })); }`,
      errors: ['together'],
    },
    {
      name: 'a stream of lines from one wallet',
      code: `import { from, mergeMap } from 'rxjs';\n${octopus}export const f = (wallet_id, lines) => from(lines).pipe([|mergeMap|]((line) => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }), 4));`,
      errors: ['together'],
    },
    {
      name: 'two that are written out',
      code: `${octopus}export const f = (wallet_id, first, second) => [|Promise.all|]([octopus.post('/api/v1/orders', { wallet_id, product_id: first }), octopus.post('/api/v1/orders', { wallet_id, product_id: second })]);`,
    },
    {
      code: `${octopus}export const f = (wallet_id, lines) => [|Promise.all|](lines.map((line) => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id })));`,
      errors: [{ messageId: 'together', data: { field: 'wallet_id' } }],
    },
    {
      name: 'bounded, and still at the same time',
      code: `import pLimit from 'p-limit';\n${octopus}const limit = pLimit(5);\nexport const f = (wallet_id, lines) => [|Promise.all|](lines.map((line) => limit(() => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }))));`,
    },
    {
      name: 'allSettled, from the environment',
      code: `${octopus}export const f = (lines) => [|Promise.allSettled|](lines.map((line) => octopus.post('/api/v1/orders', { wallet_id: process.env.OCTOPUS_WALLET, product_id: line.id })));`,
    },
    {
      name: 'a constant',
      code: `${octopus}const WALLET = 42;\nexport const f = (lines) => [|Promise.all|](lines.map(async (line) => { const { data } = await octopus.post('/api/v1/orders', { walletId: WALLET, product_id: line.id }); return data; }));`,
    },
    {
      name: 'collected in a loop',
      code: `${octopus}export async function f(wallet_id, lines) {\n  const all = [];\n  for (const line of lines) all.push(octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }));\n  await [|Promise.all|](all);\n}`,
    },
    {
      name: 'forEach',
      code: `${octopus}export function f(wallet_id, lines) { [|lines.forEach|](async (line) => { await octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }); }); }`,
    },
    {
      name: 'p-map',
      code: `import pMap from 'p-map';\n${octopus}export const f = (wallet_id, lines) => [|pMap|](lines, (line) => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }), { concurrency: 4 });`,
    },
    {
      name: 'a helper',
      code: `${octopus}const order = (wallet_id, line) => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id });\nexport const f = (wallet, lines) => [|Promise.all|](lines.map((line) => order(wallet, line)));`,
    },
    {
      name: 'fetch',
      code: `export const f = (wallet, lines) => [|Promise.all|](lines.map((line) => fetch('https://api.octopuscards.io/api/v1/orders', { method: 'POST', body: JSON.stringify({ wallet_id: wallet.id, product_id: line.id }) })));`,
    },
    {
      name: 'a class',
      code: `${octopus}export class Bulk {\n  run(lines) { return [|Promise.all|](lines.map((line) => octopus.post('/api/v1/orders', { wallet_id: this.wallet, product_id: line.id }))); }\n}`,
    },
    {
      name: 'chunks',
      code: `${octopus}export async function f(wallet_id, lines) { for (let i = 0; i < lines.length; i += 10) await [|Promise.all|](lines.slice(i, i + 10).map((line) => octopus.post('/api/v1/orders', { wallet_id, product_id: line.id }))); }`,
    },
    {
      name: 'an imported client',
      code: `import { octopus } from './client.js';\nexport const f = (wallet_id, lines) => [|Promise.all|](lines.map((line) => octopus.post('api/v1/orders', { json: { wallet_id, product_id: line.id } })));`,
      files: {
        'src/client.js':
          "import ky from 'ky';\nexport const octopus = ky.create({ prefixUrl: process.env.OCTOPUS_BASE_URL });",
      },
    },
    {
      name: 'beside fields that are not known',
      code: `${octopus}export const f = (wallet_id, lines) => [|Promise.all|](lines.map((line) => octopus.post('/api/v1/orders', { ...line, wallet_id })));`,
    },
    {
      name: 'one wallet, of another file, in a function of this one',
      files: { 'src/wallets.js': "export const MAIN = 'wal_main';" },
      code: "import axios from 'axios';\nimport { MAIN } from './wallets.js';\nconst order = (client_reference) => axios.post('https://api.octopuscards.io/api/v1/orders', { wallet_id: MAIN, client_reference });\nexport const both = () => [|Promise.all|]([order('a'), order('b')]);",
    },
    {
      name: 'one that was asked for before',
      code: `${octopus}export async function f(first, second) { const wallet = await pick(); return [|Promise.all|]([octopus.post('/api/v1/orders', { wallet_id: wallet.id, product_id: first }), octopus.post('/api/v1/orders', { wallet_id: wallet.id, product_id: second })]); }`,
    },
  ],
});
