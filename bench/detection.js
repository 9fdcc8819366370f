// How many credentials of each shape the built plugin finds, and that it says nothing where none is.
// The values are made when it runs, so that no text of this file is one. `node bench/detection.js`
import { ESLint } from 'eslint';
import goLive from '../dist/index.js';
import { providerKeys } from './detection/provider-keys.js';
import { randomness } from './detection/randomness.js';
import { silent } from './detection/silent.js';

const COUNT = 100;
const LEAST = 97;
const { text, bytes, HEX, ALNUM } = randomness(20_240_607);

/** @type {Record<string, () => string>} */
const plainShapes = {
  'hex 32': () => text(HEX, 32),
  'hex 64': () => text(HEX, 64),
  uuid: () => [8, 4, 4, 4, 12].map((length) => text(HEX, length)).join('-'),
  ...Object.fromEntries(
    [20, 24, 32, 40, 48, 64].map((length) => [`alphanumeric ${length}`, () => text(ALNUM, length)]),
  ),
  'base64 of 24 bytes': () => bytes(24).toString('base64'),
  'base64 of 32 bytes': () => bytes(32).toString('base64'),
  'base64 of 64 bytes': () => bytes(64).toString('base64'),
  'base64url of 32 bytes': () => bytes(32).toString('base64url'),
};

/** @type {Record<string, (value: string, index: number) => string>} */
const places = {
  apiKey: (value) => `{ const apiKey = '${value}'; use(apiKey); }`,
  WEBHOOK_SIGNING_KEY: (value) =>
    `{ const WEBHOOK_SIGNING_KEY = '${value}'; use(WEBHOOK_SIGNING_KEY); }`,
  'clientSecret in an object': (value) => `use({ clientSecret: '${value}' });`,
  'x-api-key header': (value) => `fetch(url, { headers: { 'x-api-key': '${value}' } });`,
  'private field': (value, index) => `class C${index} { #accessToken = '${value}'; }`,
  'fallback of a variable': (value) => `use(process.env.SHOP_API_KEY || '${value}');`,
  'encryptionKey default': (value, index) => `function f${index}(encryptionKey = '${value}') {}`,
  createHmac: (value) => `crypto.createHmac('sha256', '${value}');`,
  setApiKey: (value) => `client.setApiKey('${value}');`,
  'new Stripe': (value) => `new Stripe('${value}');`,
  constructEvent: (value) => `stripe.webhooks.constructEvent(raw, signature, '${value}');`,
};

/** @type {Record<string, (value: string) => string>} */
const anywhere = {
  'a neutral name': (value) => `{ const x = ${JSON.stringify(value)}; use(x); }`,
  'an argument': (value) => `use(${JSON.stringify(value)});`,
};

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { plugins: { 'go-live': goLive }, rules: { 'go-live/no-hardcoded-credentials': 'error' } },
  ],
});
const imports =
  "import crypto from 'node:crypto';\nimport Stripe from 'stripe';\nconst stripe = new Stripe(process.env.STRIPE_KEY);\n";

/** @param {string} code @param {string} [filePath] */
async function reportsIn(code, filePath = 'src/keys.js') {
  const [result] = await eslint.lintText(code, { filePath });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(`${fatal.message}\n${code.split('\n')[fatal.line - 1]}`);
  return result?.messages ?? [];
}

let failed = 0;

/** @param {string} shape @param {() => string} make @param {Record<string, (value: string, index: number) => string>} where */
async function measure(shape, make, where) {
  for (const [place, write] of Object.entries(where)) {
    const lines = Array.from({ length: COUNT }, (_, index) => write(make(), index));
    const reports = await reportsIn(imports + lines.join('\n'));
    const found = new Set(reports.map(({ line }) => line)).size;
    if (found >= LEAST) continue;
    failed++;
    console.log(`MISS ${shape} as ${place}: ${found} of ${COUNT}`);
  }
}

for (const [shape, make] of Object.entries(plainShapes)) await measure(shape, make, places);
for (const [shape, make] of Object.entries(providerKeys(randomness(7))))
  await measure(shape, make, anywhere);
for (const { name, code, filePath } of silent(randomness(11))) {
  const reports = await reportsIn(code, filePath);
  failed += reports.length;
  for (const { line } of reports) console.log(`ALARM ${name}: ${code.split('\n')[line - 1]}`);
}
console.log(
  failed === 0 ? `All shapes: at least ${LEAST} of ${COUNT}, no false alarm.` : `${failed} failed.`,
);
process.exitCode = failed === 0 ? 0 : 1;
