import rule from '../../rules/no-credentials-in-url.ts';
import { testRule } from '../rule-tester.ts';

const hex = ['9f86d081', '884c7d65', '9a2feaa0', 'c55ad015'].join('');
const key = 'const key = process.env.SHOP_API_KEY;\n';
const imports = (names: string) =>
  names
    .split(' ')
    .map((name) => `import ${name} from '${name}';\n`)
    .join('');
const query = (...suggestions: string[]) => [
  { messageId: 'query', ...(suggestions.length > 0 ? { suggestions } : {}) },
];

testRule(rule, {
  valid: [
    {
      name: 'what a project is called',
      code: 'export const bugs = (page) => fetch(`https://quality.example.com/api/issues/search?componentKeys=${process.env.QUALITY_PROJECT_KEY}&p=${page}`);',
    },
    {
      name: 'a function of the file makes a body of parameters',
      code: 'const formOf = (given) => new URLSearchParams(given);\nexport const ask = (day) => fetch("https://api.example.com/slots", { method: "POST", body: formOf({ day, api_key: process.env.SLOTS_API_KEY }) });',
    },
    {
      name: 'the user part of a database, and one that is no credential',
      code: "const db = new URL('postgres://db.shop.io/orders');\ndb.password = process.env.DB_PASSWORD;\nconst url = new URL('https://api.shop.io/orders');\nurl.username = process.env.SHOP_CITY;\nexport const addresses = [db.href, url.href];",
    },
    {
      name: 'the key of a web app, and an address of a proxy among its settings',
      code: "export const look = (body) => fetch(`https://identitytoolkit.googleapis.com/v1/accounts:lookup?key=${process.env.FIREBASE_WEB_API_KEY}`, { method: 'POST', body });\nexport const through = (user) => { const proxy = { uri: `http://${user}:${process.env.PROXY_PASSWORD}@pr.proxies.io:7777`, host: 'pr.proxies.io' }; return proxy; };",
    },
    {
      name: 'a variable that is no credential under a name that is none',
      code: "import axios from 'axios';\nexport const validated = (id) => axios.get('https://api.example.com/payments', { params: { id, store: process.env.PAY_STORE_ENTRY } });",
    },
    {
      name: 'put behind a text that has a name, a page and no key',
      code: "const BASE = 'https://plants.shop.net/species?page=';\nexport const plants = (page) => fetch(BASE + page, { signal: AbortSignal.timeout(5000) });",
    },
    {
      name: 'the text is shown',
      code: "const BASE = 'https://plants.shop.net/species?api_key=';\nexport const told = () => console.log(BASE + '…' + process.env.PLANTS_API_KEY.length);",
    },
    {
      name: 'who asks for a login, which some APIs call their key',
      code: "export class Login { constructor(key) { this.apiKey = key; } url(shop) { const url = new URL(`https://${shop}/oauth/authorize`); url.searchParams.append('client_id', this.apiKey); url.searchParams.append('redirect_uri', BACK); return url.toString(); } }",
    },
    {
      name: 'a link to one file, a publishable token',
      code: `export const photo = 'https://firebasestorage.googleapis.com/v0/b/shop/o/a.png?alt=media&token=3f1c9e7a-52bd-4c06-9d18-b7e4a60f2c85';\nexport const tiles = 'https://maps.shop.net/tiles?access_token=${['pk', 'eyJ1Ijoic2hvcCJ9', 'Zt9Vn0Kx7Rb2Hc9Pm4Jd6F'].join('.')}';`,
    },
    {
      name: 'a key of something else that a class keeps',
      code: "import got from 'got';\nexport class Shop {\n  constructor({ key }) {\n    this.key = key;\n  }\n  item() {\n    return got.get(`https://api.shop.net/items?sort=${this.key}&api_key_id=${this.key}`).json();\n  }\n}",
    },
    {
      name: 'a token that says nothing of its kind, in a request',
      code: 'export const verify = (api, token) => fetch(`${api}/verify?token=${token}`);',
    },
    {
      name: 'a key that is none of an API',
      code: 'export const find = (base, sortKey) => fetch(`${base}/orders?key=${sortKey}`);',
    },
    {
      name: 'a text that is formatted for people',
      code: "const { format } = require('util');\nexports.link = (resetToken) => format('%s/reset?token=%s', process.env.APP_URL, resetToken);",
    },
    {
      name: 'an API that takes it in no other way',
      code: 'export const now = (apiKey) => fetch(`https://api.openweathermap.org/data/2.5/weather?q=Bonn&appid=${apiKey}`);',
    },
    {
      name: 'the id of a key in a URL that is signed',
      code: "import { createHmac } from 'node:crypto';\nexport function signedUrl(path, opts) {\n  const params = new URLSearchParams();\n  params.set('auth_key', opts.authKey);\n  params.set('exp', opts.expires);\n  const signature = createHmac('sha256', opts.authSecret).update(`${path}?${params}`).digest('hex');\n  params.set('sig', `sha256:${signature}`);\n  return `https://cdn.shop.net/${path}?${params}`;\n}",
    },
    {
      name: 'what an authenticator reads from a picture',
      code: 'export function uri(label, base32Secret) { const params = new URLSearchParams({ secret: base32Secret, issuer: "Shop" }); return `otpauth://totp/${label}?${params.toString()}`; }',
    },
    {
      name: 'a link for people, whose token is for this once',
      code: 'export function link(id, params) { const url = new URL(`https://forms.example.com/s/${id}`); url.searchParams.set("suToken", params.suToken); return url.toString(); }',
    },
    {
      name: 'a link for people, whose parameters are built apart',
      code: 'export function link(page, params) { const search = new URLSearchParams({ id: params.id }); search.set("suToken", params.suToken); return `${page}?${search.toString()}`; }',
    },
    {
      name: 'in a header',
      code: `${key}await fetch('https://api.shop.io/orders', { headers: { Authorization: \`Bearer \${key}\` } });`,
    },
    {
      name: 'a token request has it in the body',
      code: "await fetch(url, { method: 'POST', body: new URLSearchParams({ client_secret: process.env.CLIENT_SECRET }) });",
    },
    {
      name: 'no credential',
      code: 'await fetch(`https://api.shop.io/orders?cursor=${cursor}&grant_type=client_credentials`);',
    },
    {
      name: 'the link of a page for whoever holds the token',
      code: 'const link = `${process.env.APP_URL}/reset?token=${resetToken}`;',
    },
    {
      name: 'a link in markup',
      code: 'const page = <a href={`/booking/manage?token=${encodeURIComponent(token)}`}>Manage</a>;',
      filename: 'src/page.tsx',
    },
    {
      name: 'a key of browsers in the address of a script',
      code: 'script.src = `https://maps.googleapis.com/maps/api/js?key=${apiKey}`;',
    },
    {
      name: 'a key that browsers are given',
      code: 'await fetch(`https://maps.googleapis.com/maps/api/geocode/json?key=${process.env.NEXT_PUBLIC_GOOGLE_MAPS_KEY}`);',
    },
    {
      name: 'shown as a code, never requested',
      code: 'const uri = `otpauth://totp/shop:${user}?secret=${process.env.TOTP_SECRET}`;',
    },
    {
      name: 'a database',
      code: 'const url = `postgres://shop:${process.env.DB_PASSWORD}@db.internal/shop`;',
    },
    {
      name: 'a repository',
      code: 'await git.clone(`https://x-access-token:${process.env.GIT_TOKEN}@github.com/shop/site.git`);',
    },
    {
      name: 'an API that takes it nowhere else',
      code: 'await fetch(`https://api.telegram.org/bot${process.env.BOT_TOKEN}/sendMessage`);\nawait fetch(`https://hooks.slack.com/services/${process.env.SLACK_TOKEN}`);',
    },
    {
      name: 'the hash of it',
      code: "import { createHmac } from 'node:crypto';\nconst signature = createHmac('sha256', process.env.URL_SECRET).update(path).digest('hex');\nawait fetch(`https://api.shop.io${path}?signature=${signature}`);",
    },
    {
      name: 'the handshake of a webhook',
      code: "app.get('/hook', (req, res) => { if (req.query['hub.verify_token'] === process.env.VERIFY_TOKEN) res.send(req.query['hub.challenge']); });",
    },
    {
      name: 'an id',
      code: 'await fetch(`https://auth.shop.io/authorize?client_id=${process.env.CLIENT_ID}&state=${state}`);',
    },
    {
      name: 'this machine',
      code: `${key}await fetch(\`http://localhost:3000/x?api_key=\${key}\`);`,
    },
    {
      name: 'a placeholder',
      code: "await fetch('https://api.shop.io/orders?api_key=YOUR_API_KEY');",
    },
    {
      name: 'a test',
      code: `${key}await fetch(\`https://api.shop.io/x?api_key=\${key}\`);`,
      filename: 'tests/orders.test.ts',
    },
    {
      name: 'a host that takes it nowhere else',
      code: `${key}await fetch(\`https://api.shop.io/x?api_key=\${key}\`);`,
      options: { allowHosts: ['api.shop.io'] },
    },
    {
      name: 'parameters of which it is not known where they go',
      code: 'export const form = (key) => new URLSearchParams({ api_key: process.env.SHOP_API_KEY });',
    },
    {
      name: 'printed: a matter of logs',
      code: `${key}console.log(\`https://api.shop.io/x?api_key=\${key}\`);`,
    },
    {
      name: 'a key of something that is asked for',
      code: `${imports('axios')}export const list = (key, tagKey) => axios.get('https://api.shop.io/tags', { params: { key, tag: tagKey } });`,
    },
  ],
  invalid: [
    {
      name: 'a function of another file makes the query',
      code: "import { queryOf } from './query.js';\nexport const reportUrl = (day) => `https://api.example.com/reports?${queryOf({ day, [|apiKey: process.env.REPORTS_API_KEY|] })}`;",
      filename: 'src/report-url.js',
      files: {
        'src/query.js':
          "import qs from 'qs';\nexport const queryOf = (given) => qs.stringify(given, { skipNulls: true });\n",
      },
      errors: query(),
    },
    {
      name: 'a function of the file puts an address and parameters together',
      code: 'const withQuery = (base, given) => `${base}?${new URLSearchParams(given)}`;\nexport const slots = (day) => fetch(withQuery("https://api.example.com/slots", { day, [|api_key: process.env.SLOTS_API_KEY|] }));',
      errors: query(),
    },
    {
      name: 'a password, whatever its variable is called',
      code: "import axios from 'axios';\nexport const validated = (id) => axios.get('https://api.example.com/payments', { params: { id, [|store_passwd: process.env.PAY_STORE_ENTRY|] } });",
      errors: query(
        "import axios from 'axios';\nexport const validated = (id) => axios.get('https://api.example.com/payments', { params: { id }, headers: { Authorization: `Bearer ${process.env.PAY_STORE_ENTRY}` } });",
      ),
    },
    {
      name: 'put behind a text that has a name',
      code: 'export async function plant(id) {\n  const apiKey = process.env.PLANTS_API_KEY;\n  const begun = `https://plants.shop.net/species/${id}?key=`;\n  const url = begun + [|apiKey|];\n  return fetch(url, { signal: AbortSignal.timeout(5000) });\n}',
      errors: query(),
    },
    {
      name: 'the same in a template, the text at the top of the file',
      code: "const BASE = 'https://plants.shop.net/species?api_key=';\nexport const plants = () => fetch(`${BASE}${[|process.env.PLANTS_API_KEY|]}`, { signal: AbortSignal.timeout(5000) });",
      errors: query(),
    },
    {
      name: 'a token of the settings',
      code: 'export const send = (settings, message) => fetch(`${settings.url}/message?token=${[|settings.options.token|]}`, { method: "POST", body: message });',
      errors: query(
        'export const send = (settings, message) => fetch(`${settings.url}/message`, { method: "POST", body: message, headers: { Authorization: `Bearer ${settings.options.token}` } });',
      ),
    },
    {
      name: 'a parameter that is only called key',
      code: "import axios from 'axios';\nexport async function translate(text, apiKey) {\n  const url = `https://translate.shop.net/v1/text?key=${[|apiKey|]}&text=${encodeURIComponent(text)}`;\n  return axios({ url, timeout: 5000 });\n}",
      errors: query(),
    },
    {
      name: 'an id of an application that is its key',
      code: "import axios from 'axios';\nexport const now = (base, config) => axios.get(base + '/weather?appid=' + [|config.apiKey|], { timeout: 5000 });",
      errors: query(),
    },
    {
      name: 'a token, and whose it is',
      code: "import axios from 'axios';\nexport const send = (hook, message) => axios.post(`${hook.serverUrl}/message?token=${[|hook.applicationToken|]}`, { message });",
      errors: query(
        "import axios from 'axios';\nexport const send = (hook, message) => axios.post(`${hook.serverUrl}/message`, { message }, { headers: { Authorization: `Bearer ${hook.applicationToken}` } });",
      ),
    },
    {
      name: 'the address in options that have a name',
      code: "import axios from 'axios';\nexport async function command(route, body, credentials) {\n  const config = { baseURL: credentials.server, url: route + '?auth_key=' + [|encodeURIComponent(credentials.authKey)|], method: 'POST', data: body };\n  return axios.request(config);\n}",
      errors: query(),
    },
    {
      name: 'a text that is formatted',
      code: "const util = require('util');\nconst axios = require('axios');\nconst BASE = 'https://api.weather.shop.net';\nexports.load = (access_token, id) => {\n  let url = util.format('%s/api/stations?access_token=%s', BASE, [|access_token|]);\n  if (id) url = util.format('%s&id=%s', url, id);\n  return axios.get(url);\n};",
      errors: query(),
    },
    {
      name: 'a key that a client keeps',
      code: "import got from 'got';\nexport class Shop {\n  constructor({ key }) {\n    this.key = key;\n  }\n  stock(id) {\n    return got.get(`https://api.shop.net/items/${id}/stock?api_key=${[|this.key|]}`).json();\n  }\n}",
      errors: query(
        "import got from 'got';\nexport class Shop {\n  constructor({ key }) {\n    this.key = key;\n  }\n  stock(id) {\n    return got.get(`https://api.shop.net/items/${id}/stock`, { headers: { Authorization: `Bearer ${this.key}` } }).json();\n  }\n}",
      ),
    },
    {
      name: 'a key in a URL that is encoded before it is called',
      code: "import axios from 'axios';\nexport class Weather {\n  constructor(apiKey) {\n    this.apiKey = apiKey;\n  }\n  now(station) {\n    const address = 'https://api.weather.shop.net/v2/now?stationId=' + station + '&apiKey=' + [|this.apiKey|];\n    return axios.get(encodeURI(address));\n  }\n}",
      errors: query(),
    },
    {
      name: 'a key in a URL that is not signed',
      code: "export function cdnUrl(path, opts) {\n  const params = new URLSearchParams();\n  params.set('auth_key', [|opts.authKey|]);\n  params.set('exp', opts.expires);\n  return `https://cdn.shop.net/${path}?${params}`;\n}",
      errors: query(),
    },
    {
      code: `${key}await fetch(\`https://api.shop.io/orders?api_key=\${[|key|]}&limit=10\`);`,
      errors: query(
        `${key}await fetch(\`https://api.shop.io/orders?limit=10\`, { headers: { Authorization: \`Bearer \${key}\` } });`,
      ),
    },
    {
      name: 'the last parameter, escaped, headers there',
      code: "const url = `https://api.shop.io/orders?limit=10&key=${[|encodeURIComponent(process.env.SHOP_API_KEY)|]}`;\nawait fetch(url, { headers: { Accept: 'text/csv' } });",
      errors: query(
        "const url = `https://api.shop.io/orders?limit=10`;\nawait fetch(url, { headers: { Accept: 'text/csv', Authorization: `Bearer ${process.env.SHOP_API_KEY}` } });",
      ),
    },
    {
      name: 'the header is taken: nothing to offer',
      code: `${key}await fetch(\`https://api.shop.io/orders?api_key=\${[|key|]}\`, { headers: { Authorization: other } });`,
      errors: query(),
    },
    {
      name: 'concatenated, from a checked copy of the environment',
      code: "import { env } from './env';\nawait fetch(env.SHOP_URL + '/orders?access_token=' + [|env.SHOP_TOKEN|]);",
      errors: query(),
    },
    {
      name: 'options of axios',
      code: `${imports('axios')}const { SHOP_API_KEY: apiKey } = process.env;\nexport const list = () => axios.get('https://api.shop.io/orders', { params: { limit: 100, [|apiKey|] } });`,
      errors: query(
        `${imports('axios')}const { SHOP_API_KEY: apiKey } = process.env;\nexport const list = () => axios.get('https://api.shop.io/orders', { params: { limit: 100 }, headers: { Authorization: \`Bearer \${apiKey}\` } });`,
      ),
    },
    {
      name: 'options of got, the only parameter',
      code: `${imports('got')}${key}export const list = () => got('https://api.shop.io/orders', { searchParams: { [|key: key|] } });`,
      errors: query(
        `${imports('got')}${key}export const list = () => got('https://api.shop.io/orders', { headers: { Authorization: \`Bearer \${key}\` } });`,
      ),
    },
    {
      name: 'options of an instance',
      code: `${imports('axios')}${key}export const shop = axios.create({ baseURL: 'https://api.shop.io', params: { [|api_key: key|] } });`,
      errors: query(),
    },
    {
      name: 'an interceptor',
      code: `${imports('axios')}${key}const shop = axios.create({ baseURL: 'https://api.shop.io' });\nshop.interceptors.request.use((config) => { config.params = { ...config.params, [|api_key: key|] }; return config; });`,
      errors: query(),
    },
    {
      name: 'a URL',
      code: `${key}const url = new URL('https://api.shop.io/orders');\nurl.searchParams.set('api_key', [|key|]);\nawait fetch(url);`,
      errors: query(),
    },
    {
      name: 'parameters filled later',
      code: `${key}const params = new URLSearchParams();\nparams.append('token', [|key|]);\nawait fetch(\`https://api.shop.io/orders?\${params.toString()}\`);`,
      errors: query(),
    },
    {
      name: 'parameters made for the URL',
      code: "import qs from 'qs';\nawait fetch(`${base}?${new URLSearchParams({ [|api_key: process.env.SHOP_KEY|] })}`);\nawait fetch('https://api.shop.io/x?' + qs.stringify({ [|apikey: process.env.SHOP_KEY|] }));",
      errors: [...query(), ...query()],
    },
    {
      name: 'written to its search',
      code: `${key}const url = new URL('/x', process.env.SHOP_URL);\nurl.search = new URLSearchParams({ [|api_key: key|] }).toString();`,
      errors: query(),
    },
    {
      name: 'a builder',
      code: `import request from 'superagent';\n${key}export const list = () => request.get('https://api.shop.io/orders').query({ [|apiKey: key|] });`,
      errors: query(),
    },
    {
      name: 'host and path apart',
      code: `import https from 'node:https';\n${key}https.get({ host: 'api.shop.io', path: \`/orders?api_key=\${[|key|]}\` });`,
      errors: query(),
    },
    {
      name: 'a class that is given it',
      code: 'export class Shop {\n  constructor(private readonly apiKey: string, private readonly base: string) {}\n  list() { return fetch(`${this.base}/orders?api_key=${[|this.apiKey|]}`); }\n}',
      filename: 'src/shop.ts',
      errors: query(
        'export class Shop {\n  constructor(private readonly apiKey: string, private readonly base: string) {}\n  list() { return fetch(`${this.base}/orders`, { headers: { Authorization: `Bearer ${this.apiKey}` } }); }\n}',
      ),
    },
    {
      name: 'a configuration service',
      code: "export const list = (config) => fetch(`https://api.shop.io/orders?key=${[|config.get('SHOP_API_KEY')|]}`);",
      errors: query(
        "export const list = (config) => fetch(`https://api.shop.io/orders`, { headers: { Authorization: `Bearer ${config.get('SHOP_API_KEY')}` } });",
      ),
    },
    {
      name: 'written out',
      code: `await fetch([|'https://api.shop.io/orders?api_key=${hex}'|]);`,
      errors: query(),
    },
    {
      name: 'a socket',
      code: 'new WebSocket(`wss://stream.shop.io/v1?token=${[|process.env.SHOP_TOKEN|]}`);',
      errors: query(),
    },
    {
      name: 'the path',
      code: `${key}await fetch(\`https://api.shop.io/\${[|key|]}/orders\`);`,
      errors: [{ messageId: 'path' }],
    },
    {
      name: 'before the host',
      code: 'await fetch(`https://shop:${[|process.env.SHOP_PASSWORD|]}@api.shop.io/orders`);\nawait fetch(`https://${[|process.env.SHOP_API_KEY|]}@api.shop.io/orders`);',
      errors: [{ messageId: 'userinfo' }, { messageId: 'userinfo' }],
    },
    {
      name: 'written into the user part',
      code: "export const load = () => {\n  const url = new URL('/orders', 'https://api.shop.io');\n  url.username = [|process.env.SHOP_API_KEY|];\n  return fetch(url);\n};",
      errors: [{ messageId: 'userinfo' }],
    },
    {
      name: 'a known API, though browsers have it',
      code: 'await fetch(`https://mc-prd.duckdns.org/slots?key=${[|import.meta.env.VITE_MC_API_KEY|]}`);',
      errors: query(
        'await fetch(`https://mc-prd.duckdns.org/slots`, { headers: { Authorization: `Bearer ${import.meta.env.VITE_MC_API_KEY}` } });',
      ),
    },
    {
      name: 'expected in the query',
      code: "app.post('/hook', (req, res) => {\n  const token = [|req.query.token|];\n  if (token !== process.env.HOOK_TOKEN) return res.sendStatus(401);\n  res.end();\n});",
      errors: [{ messageId: 'received' }],
    },
    {
      name: 'expected in the search parameters',
      code: "export async function GET(request) {\n  if ([|request.nextUrl.searchParams.get('secret')|] !== process.env.CRON_SECRET) return new Response(null, { status: 401 });\n  return run();\n}",
      errors: [{ messageId: 'received' }],
    },
    {
      name: 'expected in the query, compared in constant time',
      code: "import { timingSafeEqual } from 'node:crypto';\nexport default (req, res) => {\n  if (!timingSafeEqual(Buffer.from([|req.query.key|]), Buffer.from(process.env.HOOK_SECRET))) res.sendStatus(401);\n};",
      errors: [{ messageId: 'received' }],
    },
    {
      name: 'a key that a caller hands in, as a parameter that is only called one',
      code: `${imports('axios')}export const list = (shopApiKey) => axios.get('https://api.shop.io/orders', { params: { limit: 100, [|key: shopApiKey|] } });`,
      errors: query(
        `${imports('axios')}export const list = (shopApiKey) => axios.get('https://api.shop.io/orders', { params: { limit: 100 }, headers: { Authorization: \`Bearer \${shopApiKey}\` } });`,
      ),
    },
    {
      name: 'a pair whose value has a name',
      code: "const key = process.env.SHOP_API_KEY;\nconst query = new URLSearchParams([['limit', '50'], ['api_key', [|key|]]]);\nexport const all = () => fetch(`https://api.example.com/orders?${query}`);",
      errors: ['query'],
    },
  ],
});
