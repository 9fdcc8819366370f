import rule from '../../rules/no-hardcoded-credentials.ts';
import { testRule } from '../rule-tester.ts';

// Put together here, so that no text of this file looks like a key.
const body = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');
const live = ['sk', 'live', body].join('_');
const hex = ['9f86d081884c7d65', '9a2feaa0c55ad015'].join('');
const uuid = ['3f1c9e7a', '52bd', '4c06', '9d18', 'b7e4a60f2c85'].join('-');
const password = ['Hq7!vT2z', 'Lm9#Xk4w'].join('');
const token = [
  'eyJhbGciOiJIUzI1NiJ9',
  'eyJzdWIiOiJzZXJ2aWNlLTEyIn0',
  'k3JvQx7Zt2LmWb9Ns4HcYd8Pe1GfUa5R',
].join('.');

/** A case whose marked literal is replaced by a read of `variable`. */
const literal = (
  name: string,
  before: string,
  text: string,
  after: string,
  what: string,
  variable: string | null,
  rest: object = {},
) => ({
  name,
  code: `${before}[|'${text}'|]${after}`,
  errors: [
    {
      messageId: 'literal',
      data: { what },
      suggestions: variable === null ? [] : [`${before}process.env.${variable}${after}`],
    },
  ],
  ...rest,
});

testRule(rule, {
  valid: [
    {
      name: 'a line that tells how long a secret is',
      code: "const SECRET = process.env.STORE_WEBHOOK_SECRET;\nconsole.log(`STORE_WEBHOOK_SECRET loaded: ${SECRET ? 'YES (length: ' + SECRET.length + ')' : 'NO - MISSING1!'}`);",
    },
    {
      name: 'the token that every page of a form holds',
      code: "export const form = (id) => new URLSearchParams({ __RequestVerificationToken: 'WSKXu5mATqHpEopOTqNHnfZdedqy3gil1IV1XMncr66exbjY5Ks6KO4ekvCROhP42Lkh9F3z', id });",
    },
    {
      name: 'letters and digits that count up by turns',
      code: "export const rows = [{ apiKey: 'ab_test_key_f7g8h9i0j1k2' }, { apiKey: 'ab_live_a1b2c3d4e5f6g7h8i9j0k1l2' }];",
    },
    {
      name: 'the key of an emulator, which everybody has',
      code: "export const store = 'DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:10002/devstoreaccount1';",
    },
    {
      name: 'the data of a mock server',
      filename: 'packages/upload/mock-server/data/from-url.ts',
      code: "export default { type: 'token', token: '945ebb27-1fd6-46c6-a859-b9893712d650' };",
    },
    {
      name: 'lists of words that are joined, and who is asked by name',
      code: "import request from 'superagent';\nexport const key = ['orders', 'v2', 'byCustomer'].join(':');\nexport const password = ['errors', 'password', 'tooShort'].join('.');\nexport const orders = (token) => request.get('https://api.shop.net/orders').auth('desk', token);",
    },
    {
      name: 'ids and digests that classes and functions of the project take',
      code: `class Pinned {\n  constructor(name, revision) {\n    this.url = \`/assets/\${name}.\${revision}.json\`;\n  }\n}\nconst add = (name, password) => users.push({ name, hash: hashed(password) });\nexport const font = new Pinned('inter', '${hex}');\nadd('visitor', 'open-the-door-2024');`,
    },
    {
      name: 'what a function of the project does not sign with, and what goes under a harmless name',
      code: `import { createHmac } from 'node:crypto';\nconst label = (text, of) => \`\${of}:\${createHmac('sha256', process.env.SIGNING_KEY).update(text).digest('hex')}\`;\nexport const mark = (text) => label(text, '${hex}');\nconst build = '${hex}';\nexport const told = { cacheKey: build, commit: build };`,
    },
    {
      name: 'a last resort that production does not take',
      code: "const isProduction = process.env.NODE_ENV === 'production';\nexport const secret = process.env.SESSION_SECRET || (isProduction ? undefined : 'dev-secret-for-local-tests');",
    },
    {
      name: 'the password of somebody whom a script makes up',
      filename: 'scripts/add-reviews.ts',
      code: "import { User } from '../src/user';\nexport const add = (name) => User.create({ firstName: name, email: `${name}@ratings.io`, password: 'hashedpassword123' });",
    },
    {
      name: 'tables of coins, of ids and of names, and what a default is of',
      code: `export const tokens = { north: 'mc${body}' };\nexport const supportedTokens = { south: 'mc${body}' };\nexport const apiKeys = { shopId: 'mc${body}', shopName: 'a shop of ours' };\nexport const props = { label: { default: 'mc${body}' } };\nexport const fields = [{ name: 'region', value: 'mc${body}' }];`,
    },
    {
      name: 'a word that is compared with what was read',
      code: "app.use((req, res, next) => { const given = req.get('x-auth-token'); if (given === 'anonymous-visitor') return next(); return verify(given); });",
    },
    {
      name: 'keys that are read, and those of something else',
      code: "import Koa from 'koa';\nimport cookieSession from 'cookie-session';\nconst app = new Koa();\napp.keys = [process.env.COOKIE_KEY];\nconst table = {};\ntable.keys = ['first-column-of-all', 'second-column-of-all'];\napp.use(cookieSession({ name: 'a-session', keys: process.env.COOKIE_KEYS.split(',') }));",
    },
    {
      name: 'two hashes that are compared, and a key that is imported',
      code: "import { createHash, timingSafeEqual } from 'node:crypto';\nconst same = timingSafeEqual(Buffer.from(given), createHash('sha256').update('a-fixed-text').digest());\nconst key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);",
    },
    {
      name: 'a prefix before the name of a thing',
      code: "const prefix = 'orders:';\nexport const cacheKey = prefix + 'wallet-balance-by-currency';",
    },
    {
      name: 'the id of a client, which a service calls its API key',
      code: `export const shopifyApiKey = '${['4f1d9c27b8e06a35', 'd2c4b7e190f8a653'].join('')}';`,
    },
    {
      name: 'stands in where production has stopped before',
      code: "const isLive = process.env.NODE_ENV === 'production';\nif (!process.env.ADMIN_PASSWORD && isLive) throw new Error('ADMIN_PASSWORD is not set');\nexport const password = process.env.ADMIN_PASSWORD || 'admin4711';",
    },
    {
      name: 'stands in only where one develops',
      code: "export const secret = process.env.NODE_ENV === 'production' ? process.env.SESSION_SECRET : (process.env.SESSION_SECRET || 'only-here-4711');",
    },
    {
      name: 'made-up ids and secrets in a folder of samples',
      code: "const request = { cardUserKey: '0b2ec8d8-bb75-4f83-a60d-cd129ab8aed8', cardToken: 'e57f8e99-0048-41f8-8752-a6a9308a391e' };",
      filename: 'samples/payment/create.js',
    },
    {
      name: 'a payload in a folder of tests',
      code: 'export const order = { checkout_token: "4cfec77c7e483982566b8846efb368c9" };',
      filename: 'libs/order/__TEST__/order.ts',
    },
    {
      name: 'an address that stands in for one with a secret',
      code: "const secret = process.env.WEBHOOK_SECRET || '';\nconst link = secret ? `https://app.example.com/sync?secret=${encodeURIComponent(secret)}` : 'https://app.example.com/sync?secret=YOUR_SECRET';",
    },
    {
      name: 'a word that is sent as a bearer',
      code: "const name = 'anonymous';\nexport const headers = { authorization: `Bearer ${name}` };",
    },
    {
      name: 'the public half of a pair of keys for push messages',
      code: "getToken(messaging, { vapidKey: 'BLx3kq9pV0wZr7TnYc2Jm8sQe1Uf5Hd4Ga6Kb0Ri9Xo2Wt7Ly3Ne8Mz5Pv1Cq6Sj4Dh0Fu' });",
    },
    {
      name: 'the project token of a service whose token stands in every page, given to its plugin',
      code: `export const analytics = install({ plugins: [mixpanelPlugin({ token: '${'5af96c1bb8eecb3e'}e188e6c0711f6a9e', api_host: 'https://api-eu.mixpanel.com' })] });`,
    },
    {
      name: 'whether a variable is there',
      code: "export const status = { hookSecret: process.env.SHOP_WEBHOOK_SECRET ? 'SET' : 'NOT SET' };",
    },
    "const path = '/v1/orders-list';\nconst base = 'https://api.example.com';\nexport const tokenUrl = base + path;",
    "const first = 'settings-panel';\nconst second = 'token-visible';\nexport const testIdToken = `${first}-${second}`;",
    {
      name: 'a template of a configuration',
      filename: 'templates/default.json',
      code: `{ "apiSecret": "aB3dE5fG7hJ9${'kL1mN3pQ5rS7tU9v'}" }`,
    },
    {
      name: 'a key for tests, in an example to try',
      filename: 'examples/payments/create.ts',
      code: `import createClient from '@shop/api-client';\nconst client = createClient({ apiKey: '${'test_'}qWb7Zt3KfYp9Rmc2${'XvLs8NhGd4TjKe'}' });`,
    },
    {
      name: 'a part of what documentation shows',
      code: `const walletResponseExample = { id: 1, privateKey: '0x${'59c6995e998f97a5a0044966f0945389'}${'dc9e86dae88c7a8412f4603b6b78690d'}' };`,
    },
    'const apiKey = process.env.API_KEY;',
    { name: 'a placeholder', code: "const apiKey = 'YOUR_API_KEY_HERE';" },
    {
      name: 'the address that errors of browsers go to',
      code: `init({ dsn: 'https://${hex}@o1.ingest.sentry.io/42' });`,
    },
    {
      name: 'where a secret is kept',
      code: "const secret = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-a1b2c3'; const password = 'vault:secret/data/shop#password1';",
    },
    {
      name: 'an address of a ledger, a commit, a picture',
      code: `const tokenAddress = '0x${hex}9f86d081'; const commit = '${hex}9f86d081'; const icon = 'data:image/png;base64,${body}';`,
    },
    { name: 'a flag', code: "const flags = { EXTERNAL_SECRETS: 'feat:externalSecrets' };" },
    { name: 'a publishable key', code: `loadStripe('${['pk', 'live', body].join('_')}');` },
    {
      name: 'texts under the names of credentials',
      code: "export const errors = { password: 'errors.password.incorrect', token: 'Token is required' };",
    },
    {
      name: 'names of storage keys',
      code: "const TOKEN = 'jwtToken'; const REFRESH_TOKEN_KEY = 'app.auth.refresh-token';",
    },
    {
      name: 'an enum',
      code: "export const Purpose = { RESET_PASSWORD: 'reset_password', AUTHORIZATION: 'authorization_error' };",
    },
    {
      name: 'hashes',
      code: `const commit = '${hex}'; const integrity = 'sha384-oqVuAfXRKap7fdgcCY5uykM6';`,
    },
    { name: 'an id', code: `const productId = '${uuid}';` },
    { name: 'an address', code: "const tokenUrl = 'https://auth.example-shop.net/oauth2/token';" },
    { name: 'a test', code: `const key = '${live}';`, filename: 'src/pay.test.ts' },
    { name: 'a seed', code: "const user = { password: 'Demo1234!' };", filename: 'prisma/seed.ts' },
    {
      name: 'a seed that says of what',
      code: "const user = { password: 'Demo1234!' };",
      filename: 'scripts/seed-dev-data.ts',
    },
    { name: 'an alphabet', code: "const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';" },
    {
      name: 'a fixed label of a key derivation',
      code: "import { createHmac } from 'node:crypto';\ncreateHmac('sha256', 'WebAppData').update(token).digest();",
    },
    {
      name: 'a browser key beside its browser options',
      code: `init({ apiKey: '${['AIza', 'SyD4xTq9Zw2LmR7vYb8NcK5Pq1Wd3Ef6Gh7'].join('')}', authDomain: 'shop.example.com' });`,
    },
    {
      name: 'a local database',
      code: "const url = 'postgres://postgres:postgres1@localhost:5432/app';",
    },
    {
      name: 'keys in URLs that are no secrets, or not requested',
      code: `fetch('https://weather.shop.net/now?token=${hex}&key=${hex}&appid=YOUR_APP_ID');\nfetch('http://localhost:3000/now?api_key=${hex}');\nfetch('https://maps.shop.net/tiles?access_token=${['pk', 'eyJ1Ijoic2hvcCJ9', body].join('.')}');\nexport const help = 'call /now?api_key=${hex} to see it';`,
    },
    {
      name: 'what passes, without a user',
      code: `export const run = { pass: '${password}', auth: { user: 'shop', pass: 'this must have been' } };`,
    },
    {
      name: 'a variable that something else is put into, too',
      code: `var head = 'q7Wn9Rx4Tz6V';\nvar tail = 'b8Kp1Lm3Yd5Z';\nif (process.env.TAIL) tail = process.env.TAIL;\nvar signingKey = head + tail;\nmodule.exports = sign(signingKey);`,
    },
    {
      name: 'the path of a secret',
      code: "const secret = 'projects/shop/secrets/aelix-client-secret/versions/latest';",
    },
    {
      name: 'a cache key',
      code: "const cacheKey = 'catalog:v3:items'; const primaryKey = 'order_id';",
    },
    {
      name: 'a file that others copy and fill in',
      code: "export const smtpPassword = 'examplepass123';",
      filename: 'src/config.example.ts',
    },
    {
      name: "the key of a provider's guide, the same for everybody",
      code: `export const sandbox = { shortcode: '174379', passkey: '${['bfb279f9aa9bdbcf158e97dd71a467cd', '2e0c893059b10f78e6b72ada1ed2c919'].join('')}', initiatorPassword: '${['Safaricom', '999!*!'].join('')}' };`,
    },
    {
      name: 'a passkey of a person, and what it is called',
      code: "export const texts = { passkey: 'Sign in with a passkey', createPasskey: 'Create one' };\nexport const verify = (passkey) => passkeys.verify(passkey);",
    },
    {
      name: 'pairs that are no entries, and entries that are no credentials',
      code: `export const columns = [['apiKey', '${hex}']];\nexport const texts = new Map([['apiKey', 'integration.apiKey.label']]);`,
    },
  ],
  invalid: [
    {
      name: 'pieces in a list that is joined',
      code: `export const apiKey = [|['${body}', '${body}'].join('')|];`,
      errors: [{ messageId: 'literal', data: { what: 'a credential' } }],
    },
    literal(
      "the second of a request's own two",
      "import request from 'superagent';\nexport const orders = () => request.get('https://api.shop.net/orders').auth('desk', ",
      password,
      ');',
      'a secret',
      null,
    ),
    literal(
      'a user and a password as the option of a request',
      "import https from 'node:https';\nexport const orders = () => https.get({ host: 'api.shop.net', auth: ",
      `desk:${password}`,
      ' });',
      'a user name with its password',
      'AUTH',
    ),
    literal(
      'given to a component as what its property is called',
      'const value = ',
      hex,
      ';\nexport const App = () => <Provider apiSecret={value} />;',
      'a credential',
      'VALUE',
      { filename: 'src/App.jsx' },
    ),
    literal(
      'taken by the constructor of another file as what its parameter is called',
      "import { Client } from './client.js';\nexport const client = new Client('shop', ",
      hex,
      ');',
      'a credential',
      null,
      {
        filename: 'src/main.js',
        files: {
          'src/client.js':
            'export class Client {\n  constructor(id, clientSecret) {\n    this.id = id;\n    this.given = clientSecret;\n  }\n}\n',
        },
      },
    ),
    literal(
      'taken by a method that puts it into a header',
      "class Request {\n  sign(value) {\n    this.headers.set('x-api-key', value);\n    return this;\n  }\n}\nexport const asked = new Request().sign(",
      hex,
      ');',
      'a credential',
      null,
    ),
    literal(
      'under a name that says nothing, given to a header that does',
      'const k = ',
      hex,
      ";\nexport const headers = { accept: 'application/json', 'x-api-key': k };",
      'a credential',
      'K',
    ),
    literal(
      'a static field that goes into a header',
      'export class Session {\n  static #k = ',
      hex,
      ";\n  get headers() {\n    return { 'x-api-key': Session.#k };\n  }\n}",
      'a credential',
      'K',
    ),
    literal(
      'set on an object under a name that says it',
      'const mine = ',
      hex,
      ';\nexport const options = {};\noptions.apiSecret = mine;',
      'a credential',
      'MINE',
    ),
    literal(
      'a function of another file signs with what it is given',
      "import { stamp } from './stamp.js';\nexport const mark = (text) => stamp(text, ",
      hex,
      ');',
      'a secret',
      null,
      {
        filename: 'src/mark.js',
        files: {
          'src/stamp.js':
            "import { createHmac } from 'node:crypto';\nexport const stamp = (text, k) => createHmac('sha256', k).update(text).digest('hex');\n",
        },
      },
    ),
    {
      name: 'the default of what an option, a property or a description is called',
      code: `export const props = { apiSecret: { type: String, default: [|'mc${body}'|] } };\nyargs.option('api-key', { type: 'string', default: [|'mc${body}x'|] });\nObject.defineProperty(config, 'authToken', { value: [|'mc${body}y'|] });`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `export const props = { apiSecret: { type: String, default: process.env.DEFAULT } };\nyargs.option('api-key', { type: 'string', default: 'mc${body}x' });\nObject.defineProperty(config, 'authToken', { value: 'mc${body}y' });`,
          ],
        },
        {
          messageId: 'literal',
          suggestions: [
            `export const props = { apiSecret: { type: String, default: 'mc${body}' } };\nyargs.option('api-key', { type: 'string', default: process.env.DEFAULT });\nObject.defineProperty(config, 'authToken', { value: 'mc${body}y' });`,
          ],
        },
        {
          messageId: 'literal',
          suggestions: [
            `export const props = { apiSecret: { type: String, default: 'mc${body}' } };\nyargs.option('api-key', { type: 'string', default: 'mc${body}x' });\nObject.defineProperty(config, 'authToken', { value: process.env.VALUE });`,
          ],
        },
      ],
    },
    {
      name: 'the value beside a name',
      code: `export const variables = [{ name: 'SHOP_API_KEY', value: [|'mc${body}'|] }, { name: 'SHOP_REGION', value: 'mc${body}z' }];`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `export const variables = [{ name: 'SHOP_API_KEY', value: process.env.VALUE }, { name: 'SHOP_REGION', value: 'mc${body}z' }];`,
          ],
        },
      ],
    },
    {
      name: 'one of several keys, in an object and in a Map',
      code: `export const apiKeys = { north: [|'mc${body}'|], northId: 'mc${body}z' };\nexport const secrets = new Map([['south', [|'mc${body}x'|]]]);`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `export const apiKeys = { north: process.env.NORTH, northId: 'mc${body}z' };\nexport const secrets = new Map([['south', 'mc${body}x']]);`,
          ],
        },
        {
          messageId: 'literal',
          suggestions: [
            `export const apiKeys = { north: 'mc${body}', northId: 'mc${body}z' };\nexport const secrets = new Map([['south', process.env.SOUTH]]);`,
          ],
        },
      ],
    },
    {
      name: 'the key of a strategy, through a constant with another name',
      code: `import { Strategy } from 'passport-jwt';\nconst settings = { value: [|'mc${body}'|] };\nexport const strategy = new Strategy({ jwtFromRequest, secretOrKey: settings.value }, verify);`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import { Strategy } from 'passport-jwt';\nconst settings = { value: process.env.VALUE };\nexport const strategy = new Strategy({ jwtFromRequest, secretOrKey: settings.value }, verify);",
          ],
        },
      ],
    },
    {
      name: 'compared with what was read as a key',
      code: `app.use((req, res, next) => { const given = req.get('x-api-key'); if (given !== [|'mc${body}'|]) return res.end(); next(); });\napp.use((req, res, next) => { const { 'x-api-key': sent } = req.headers; if (sent === [|'mc${body}'|]) next(); });`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `app.use((req, res, next) => { const given = req.get('x-api-key'); if (given !== process.env.GIVEN) return res.end(); next(); });\napp.use((req, res, next) => { const { 'x-api-key': sent } = req.headers; if (sent === 'mc${body}') next(); });`,
          ],
        },
        {
          messageId: 'literal',
          suggestions: [
            `app.use((req, res, next) => { const given = req.get('x-api-key'); if (given !== 'mc${body}') return res.end(); next(); });\napp.use((req, res, next) => { const { 'x-api-key': sent } = req.headers; if (sent === process.env.SENT) next(); });`,
          ],
        },
      ],
    },
    {
      name: 'compared in constant time, and bytes of a text as a key',
      code: `import { timingSafeEqual } from 'node:crypto';\nconst encoder = new TextEncoder();\nconst same = (given) => timingSafeEqual(Buffer.from(given), Buffer.from([|'mc${body}'|]));\nconst key = crypto.subtle.importKey('raw', encoder.encode([|'mc${body}x'|]), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);`,
      errors: [{ messageId: 'literal' }, { messageId: 'literal' }],
    },
    {
      name: 'keys of cookies in a list, as an option and as a property',
      code: "import Koa from 'koa';\nimport Keygrip from 'keygrip';\nimport cookieSession from 'cookie-session';\nconst app = new Koa();\napp.keys = [ [|'one of ours'|], [|'another of ours'|] ];\nconst ring = new Keygrip([ [|'a third of ours'|] ]);\nexport const session = cookieSession({ name: 'a-session', keys: [ [|'a fourth of ours'|] ] });",
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import Koa from 'koa';\nimport Keygrip from 'keygrip';\nimport cookieSession from 'cookie-session';\nconst app = new Koa();\napp.keys = [ process.env.KEYS, 'another of ours' ];\nconst ring = new Keygrip([ 'a third of ours' ]);\nexport const session = cookieSession({ name: 'a-session', keys: [ 'a fourth of ours' ] });",
          ],
        },
        {
          messageId: 'literal',
          suggestions: [
            "import Koa from 'koa';\nimport Keygrip from 'keygrip';\nimport cookieSession from 'cookie-session';\nconst app = new Koa();\napp.keys = [ 'one of ours', process.env.KEYS ];\nconst ring = new Keygrip([ 'a third of ours' ]);\nexport const session = cookieSession({ name: 'a-session', keys: [ 'a fourth of ours' ] });",
          ],
        },
        { messageId: 'literal' },
        {
          messageId: 'literal',
          suggestions: [
            "import Koa from 'koa';\nimport Keygrip from 'keygrip';\nimport cookieSession from 'cookie-session';\nconst app = new Koa();\napp.keys = [ 'one of ours', 'another of ours' ];\nconst ring = new Keygrip([ 'a third of ours' ]);\nexport const session = cookieSession({ name: 'a-session', keys: [ process.env.KEYS ] });",
          ],
        },
      ],
    },
    {
      name: 'tokens signed and verified by jose and jwt-simple',
      code: "import { jwtVerify, SignJWT } from 'jose';\nimport jwt from 'jwt-simple';\nconst secret = new TextEncoder().encode([|'one of ours'|]);\nexport const read = (token) => jwtVerify(token, secret);\nexport const made = () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(secret);\nexport const old = (claims) => jwt.encode(claims, [|'another of ours'|]);",
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import { jwtVerify, SignJWT } from 'jose';\nimport jwt from 'jwt-simple';\nconst secret = new TextEncoder().encode(process.env.SECRET);\nexport const read = (token) => jwtVerify(token, secret);\nexport const made = () => new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(secret);\nexport const old = (claims) => jwt.encode(claims, 'another of ours');",
          ],
        },
        { messageId: 'literal' },
      ],
    },
    {
      name: 'beside the id of a client its secret',
      code: `export const shopifyApiSecret = [|'${['4f1d9c27b8e06a35', 'd2c4b7e190f8a653'].join('')}'|];`,
      errors: [
        {
          messageId: 'literal',
          suggestions: ['export const shopifyApiSecret = process.env.SHOPIFY_API_SECRET;'],
        },
      ],
    },
    {
      name: 'sent as a bearer, out of a private field with another name',
      code: `export class Shop { #value = [|'mc${body}'|]; load() { return fetch('https://api.x.io', { headers: { authorization: \`Bearer \${this.#value}\` } }); } }`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "export class Shop { #value = process.env.VALUE; load() { return fetch('https://api.x.io', { headers: { authorization: `Bearer ${this.#value}` } }); } }",
          ],
        },
      ],
    },
    {
      name: 'sent as a bearer, out of a constant with another name',
      code: `const x = [|'mc${body}'|];\nexport const headers = { authorization: 'Bearer ' + x };`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "const x = process.env.X;\nexport const headers = { authorization: 'Bearer ' + x };",
          ],
        },
      ],
    },
    {
      name: 'the secret of a service whose token stands in every page',
      code: `export const analytics = mixpanelPlugin({ apiSecret: [|'${'5af96c1bb8eecb3e'}e188e6c0711f6a9e'|] });`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            'export const analytics = mixpanelPlugin({ apiSecret: process.env.API_SECRET });',
          ],
        },
      ],
    },
    {
      name: 'a key cut in two constants',
      code: `const head = '${'mc_live_'}7Hq2Wn9R';\nconst tail = 'x4Tz6Vb8Kp1Lm3Yd';\nexport const headers = { Authorization: [|'Bearer ' + head + tail|] };`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `const head = '${'mc_live_'}7Hq2Wn9R';\nconst tail = 'x4Tz6Vb8Kp1Lm3Yd';\nexport const headers = { Authorization: \`Bearer \${process.env.API_TOKEN}\` };`,
          ],
        },
      ],
    },
    {
      name: 'a key cut in two, without more around it',
      code: `const head = 'q7Wn9Rx4Tz6V';\nconst tail = 'b8Kp1Lm3Yd5Z';\nexport const apiKey = [|\`\${head}\${tail}\`|];`,
      errors: [{ messageId: 'literal' }],
    },
    {
      name: 'a key in the text of a URL',
      code: `export const now = () => fetch([|'https://weather.shop.net/now?q=Paris&appid=${hex}&units=metric'|]);`,
      errors: [{ messageId: 'literal', suggestions: [] }],
    },
    {
      name: 'a key in the text of a template',
      code: `import axios from 'axios';\nexport const entry = (id) => axios.get([|\`https://cdn.shop.net/entries/\${id}?access_token=${body}\`|]);`,
      errors: [{ messageId: 'literal', suggestions: [] }],
    },
    {
      name: 'a key that is put into a text with another constant',
      code: `const apiKey = [|'${hex}'|];\nconst city = 'Grenoble, FR';\nexport const asked = \`city=\${city}; key=\${apiKey}\`;`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `const apiKey = process.env.API_KEY;\nconst city = 'Grenoble, FR';\nexport const asked = \`city=\${city}; key=\${apiKey}\`;`,
          ],
        },
      ],
    },
    {
      name: 'the beginning in a variable',
      code: `const prefix = '${['sk', 'live', ''].join('_')}';\nexport const shop = createShop([|prefix + '${body}${body}'|]);`,
      errors: [{ messageId: 'literal', data: { what: 'a live secret key' } }],
    },
    {
      name: 'pieces in variables that nothing else is put into',
      code: `var head = 'q7Wn9Rx4Tz6V';\nvar tail = 'b8Kp1Lm3Yd5Z';\nvar signingKey = [|head + tail|];\nmodule.exports = sign(signingKey);`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `var head = 'q7Wn9Rx4Tz6V';\nvar tail = 'b8Kp1Lm3Yd5Z';\nvar signingKey = process.env.SIGNING_KEY;\nmodule.exports = sign(signingKey);`,
          ],
        },
      ],
    },
    {
      name: 'the password beside a user',
      code: `export const options = { host: process.env.SMTP_HOST, auth: { user: 'shop', pass: [|'${password}'|] } };`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            `export const options = { host: process.env.SMTP_HOST, auth: { user: 'shop', pass: process.env.PASS } };`,
          ],
        },
      ],
    },
    {
      name: 'a password for programs, four letters at a time',
      code: `module.exports = { auth: { user: 'shop', pass: [|'${['xkfq', 'bvtw', 'mzlh', 'jrdp'].join(' ')}'|] } };`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [`module.exports = { auth: { user: 'shop', pass: process.env.PASS } };`],
        },
      ],
    },
    {
      name: 'the password beside a user, in JSON',
      filename: 'config/mail.json',
      code: `{ "auth": { "user": "shop", "pass": [|"${password}"|] } }`,
      errors: ['data'],
    },
    {
      name: 'what holds in every environment',
      filename: 'config/default.json',
      code: `{ "shop": { "apiSecret": [|"aB3dE5fG7hJ9${'kL1mN3pQ5rS7tU9v'}"|] } }`,
      errors: ['data'],
    },
    {
      name: 'written into the client of a known API',
      code: `import ky from 'ky';\nexport const api = ky.create({ prefixUrl: 'https://api.octopuscards.io', timeout: 30_000, headers: { Authorization: [|'Bearer ${'9sDf7GhJ2kLz4'}XcV6bNm8QwE'|] } });`,
      apis: ['octopus'],
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import ky from 'ky';\nexport const api = ky.create({ prefixUrl: 'https://api.octopuscards.io', timeout: 30_000, headers: { Authorization: `Bearer ${process.env.OCTOPUS_API_TOKEN}` } });",
          ],
        },
      ],
    },
    {
      name: 'a key for tests, in the program',
      filename: 'src/payments/create.ts',
      code: `import createClient from '@shop/api-client';\nconst client = createClient({ apiKey: [|'${'test_'}qWb7Zt3KfYp9Rmc2${'XvLs8NhGd4TjKe'}'|] });`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import createClient from '@shop/api-client';\nconst client = createClient({ apiKey: process.env.API_KEY });",
          ],
        },
      ],
    },
    {
      name: 'a key that does not say what it is for, in an example',
      filename: 'examples/payments/create.ts',
      code: `import createClient from '@shop/api-client';\nconst client = createClient({ apiKey: [|'${'qWb7Zt3KfYp9Rmc2'}${'XvLs8NhGd4TjKe'}'|] });`,
      errors: [
        {
          messageId: 'literal',
          suggestions: [
            "import createClient from '@shop/api-client';\nconst client = createClient({ apiKey: process.env.API_KEY });",
          ],
        },
      ],
    },
    literal('by format, whatever the name', 'const foo = ', live, ';', 'a live secret key', 'FOO'),
    literal(
      'hexadecimal under a name',
      'const webhookSigningKey = ',
      hex,
      ';',
      'a credential',
      'WEBHOOK_SIGNING_KEY',
    ),
    literal(
      'a UUID under a name',
      'export const options = { apiSecret: ',
      uuid,
      ' };',
      'a credential',
      'API_SECRET',
    ),
    literal(
      'base64 with slashes',
      'const clientSecret = ',
      ['iij7aBeEt4eVAm/', 'MCAJTNd3VKk4d8qNB'].join(''),
      ';',
      'a credential',
      'CLIENT_SECRET',
    ),
    literal(
      'a UUID that signs',
      "import { createHmac } from 'node:crypto';\ncreateHmac('sha256', ",
      uuid,
      ');',
      'a secret',
      null,
    ),
    {
      name: 'in place of a variable, with no name of its own',
      code: `connect(process.env.SHOP_KEY || [|'${hex}'|]);`,
      errors: [
        {
          messageId: 'fallback',
          data: { what: 'a credential', variable: 'SHOP_KEY' },
          suggestions: ['connect(process.env.SHOP_KEY);'],
        },
      ],
    },
    literal('a class field', 'class Client { #apiKey = ', body, '; }', 'a credential', 'API_KEY'),
    literal('a header', "headers.set('x-api-key', ", body, ');', 'a credential', 'API_KEY'),
    literal(
      'a parameter default',
      'function connect(password = ',
      password,
      ') {}',
      'a password',
      'PASSWORD',
    ),
    literal('a comparison', 'if (apiToken === ', body, ') run();', 'a credential', 'API_TOKEN'),
    literal('a JSON Web Token', 'const value = ', token, ';', 'a JSON Web Token', 'VALUE'),
    literal(
      'a URL with its password',
      'connect(',
      `postgres://svc:${password.replace('#', '')}@db.example-shop.net/app`,
      ');',
      'a URL with its password',
      null,
    ),
    literal(
      'user and password for basic auth',
      'const auth = Buffer.from(',
      `svc-payouts:${password}`,
      ").toString('base64');",
      'a user name with its password',
      'AUTH',
    ),
    literal(
      'the key of an HMAC, with no name',
      "import { createHmac } from 'node:crypto';\ncreateHmac('sha256', ",
      body,
      ').update(raw);',
      'a secret',
      null,
    ),
    literal(
      'the secret of a webhook check',
      'sdk.webhooks.constructEvent(raw, signature, ',
      'supersecret',
      ');',
      'a secret',
      null,
    ),
    literal(
      'signing a token',
      "import jwt from 'jsonwebtoken';\njwt.sign(claims, ",
      'shhhhh-dont-tell',
      ');',
      'a secret',
      null,
    ),
    {
      name: 'through a constant',
      code: `const { createHmac } = require('crypto');\nconst foo = [|'${body}'|];\nmodule.exports = (raw) => createHmac('sha256', foo).update(raw);`,
      errors: [
        {
          messageId: 'literal',
          data: { what: 'a secret' },
          suggestions: [
            `const { createHmac } = require('crypto');\nconst foo = process.env.FOO;\nmodule.exports = (raw) => createHmac('sha256', foo).update(raw);`,
          ],
        },
      ],
    },
    {
      name: 'a scheme before it stays',
      code: `const headers = { Authorization: [|'Bearer ${body}'|] };`,
      errors: [
        {
          messageId: 'literal',
          data: { what: 'a Bearer authorization' },
          suggestions: ['const headers = { Authorization: `Bearer ${process.env.API_TOKEN}` };'],
        },
      ],
    },
    {
      name: 'two halves',
      code: `const foo = [|'${live.slice(0, 12)}' + '${live.slice(12)}'|];`,
      errors: [
        {
          messageId: 'literal',
          data: { what: 'a live secret key' },
          suggestions: ['const foo = process.env.FOO;'],
        },
      ],
    },
    {
      name: 'a fallback of a secret of one’s own',
      code: "const jwtSecret = process.env.JWT_SECRET || [|'supersecret'|];",
      errors: [
        {
          messageId: 'fallback',
          data: { what: 'a secret', variable: 'JWT_SECRET' },
          suggestions: ['const jwtSecret = process.env.JWT_SECRET;'],
        },
      ],
    },
    {
      name: 'a destructuring default',
      code: `const { SHOP_KEY = [|'${live}'|] } = process.env;`,
      errors: [
        {
          messageId: 'fallback',
          data: { what: 'a live secret key', variable: 'SHOP_KEY' },
          suggestions: ['const { SHOP_KEY } = process.env;'],
        },
      ],
    },
    {
      name: 'a JSX attribute',
      code: `<Client apiKey=[|"${body}"|] />`,
      filename: 'src/file.tsx',
      errors: [
        {
          messageId: 'literal',
          data: { what: 'a credential' },
          suggestions: ['<Client apiKey={process.env.API_KEY} />'],
        },
      ],
    },
    literal(
      'a test, where the option asks for it',
      'const foo = ',
      live,
      ';',
      'a live secret key',
      'FOO',
      { filename: 'src/pay.test.ts', options: { liveKeysInTests: true } },
    ),
    literal(
      'any credential in a test',
      'const apiSecret = ',
      hex,
      ';',
      'a credential',
      'API_SECRET',
      { filename: 'tests/pay.ts', options: { inTests: true } },
    ),
    {
      name: 'a token between services of one own that has a default',
      code: "export const token = process.env.INTERNAL_SERVICE_TOKEN || [|'my_top_secret_cluster_token_12345'|];",
      errors: ['fallback'],
      suggestions: ['export const token = process.env.INTERNAL_SERVICE_TOKEN;'],
    },
    literal(
      'a passkey that signs payments',
      'export const mpesa = { shortcode: "600123", passkey: ',
      hex + hex,
      ' };',
      'a credential',
      'PASSKEY',
    ),
    literal(
      'an entry of a map, by the name before it',
      "export const ring = new Map([['region', 'eu-west-3'], ['webhookSigningKey', ",
      hex + hex,
      ']]);',
      'a credential',
      'WEBHOOK_SIGNING_KEY',
    ),
  ],
});
