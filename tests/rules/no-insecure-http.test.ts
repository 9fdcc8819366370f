import rule from '../../rules/no-insecure-http.ts';
import { testRule } from '../rule-tester.ts';

const host = 'api.example-shop.net';
const data = { scheme: 'http', secure: 'https' };
const request = (...suggestions: string[]) => [{ messageId: 'request', data, suggestions }];
const webhook = (...suggestions: string[]) => [{ messageId: 'webhook', data, suggestions }];

testRule(rule, {
  valid: [
    {
      name: 'names that lead to this machine',
      code: "export const IDENTITY_API = 'http://identity.dev.127.0.0.1.nip.io/oidc';\nexport const SHOP_API = 'http://shop.localtest.me:8080';",
    },
    {
      name: 'handed to a function of another file that only shows it',
      code: "import { clientFor } from './client-for.js';\nexport const fees = clientFor('https://fees.shop.net', 'http://help.shop.net/fees');",
      filename: 'src/fees.js',
      files: {
        'src/client-for.js':
          "import ky from 'ky';\nexport const clientFor = (prefixUrl, help) => ky.create({ prefixUrl, headers: { 'x-help': help } });\n",
      },
    },
    {
      name: 'a link in markup and in a text',
      code: "export const shown = (place) => { const mapUrl = 'http://maps.atlas.org/?q=' + place; return '<a href=\"' + mapUrl + '\">' + place + '</a>'; };\nexport const told = (place) => { const pageUrl = 'http://pages.atlas.org/' + place; return `[${place}](${pageUrl})`; };",
    },
    {
      name: 'nothing but a general name says that it is called',
      code: "export const printed = (lines, key) => { const lookupUrl = 'http://tax.place.org/lookup'; lines.push(center(lookupUrl)); return lines; };\nexport const pageUrl = (word) => `http://words.place.org/${word}`;\nexport const scanned = [{ name: 'bad', url: 'http://bad.place.org/page.html' }];",
    },
    {
      name: 'links of a card that is shown',
      code: "export const card = (text) => ({ style: 'application', title: 'Orders', description: text, url: 'http://www.stuff.org', thumbnail: { url: 'http://pictures.stuff.org/a.jpg' } });",
    },
    {
      name: 'a made-up host, with an underscore',
      code: "pay({ back_url: 'http://www.my_site.com', amount: 60 });",
    },
    {
      name: 'a place to write an address in',
      code: "export const defaults = [{ type: 'player', baseUrl: 'http://my.player-url.domain:8989' }, { type: 'tuner', baseUrl: 'http://tuner.tld/api' }];",
    },
    {
      name: 'a page that is opened, and the same functions of others',
      code: "window.open('http://track.shop-parts.io/1', '_blank');\ndoor.open('left', 'http://track.shop-parts.io/2');\nimport { createProxy } from './proxy';\nexport const proxy = createProxy({ target: 'http://localhost:8080' });",
    },
    {
      name: 'one of two modules, by a setting',
      code: "const http = require('http');\nconst https = require('https');\nexports.load = (insecure) => (insecure ? http : https).get({ host: 'api.shop-parts.io', path: '/a' }, done);",
    },
    {
      name: 'one of a table of modules',
      code: "const http = require('http');\nconst https = require('https');\nconst LIBRARIES = { http, https };\nexports.load = ({ protocol }) => LIBRARIES[protocol].request({ host: 'api.shop-parts.io', path: '/a' }, done).end();",
    },
    {
      name: 'handed to a function that makes no address of it',
      code: "const titled = (page, title) => `${title}: ${page}`;\nexport const show = () => fetch('https://api.example.com/a', { body: titled('http://pages.shop-parts.io/a', 'a') });",
    },
    {
      name: 'a thing in the local network, by its number',
      code: "import axios from 'axios';\naxios.get('http://' + bridgeIP + '/api');\nfetch(`http://${device.host}/status`);\nfetch(`http://${this.ipAddress}:8080/`);",
    },
    {
      name: 'this machine, seen from an emulator',
      code: "const API_URL = 'http://10.0.2.2:4242';\nexport const load = () => fetch(`${API_URL}/config`);",
    },
    `await fetch('https://${host}/v1');`,
    {
      name: 'this machine, in every spelling',
      code: "for (const url of ['http://localhost:1', 'http://127.0.0.1', 'http://[::1]/', 'http://0.0.0.0', 'http://a.localhost', 'http://host.docker.internal']) await fetch(url);\nfetch('http://localhost:3001/x'); fetch(`http://localhost:${port}/x`); fetch('http://[::1]:80/');",
    },
    {
      name: 'behind a test for this machine, by a text, an expression, a name and a function',
      code: "const isHere = (name) => ['localhost', '127.0.0.1'].includes(name);\nexport function addressOf(host) {\n  if (/^(?:localhost|127\\.0\\.0\\.1)(?::\\d+)?$/.test(host)) return fetch('http://' + host);\n  const isLocal = host.startsWith('localhost:');\n  const url = isLocal ? `http://${host}/v1` : `https://${host}/v1`;\n  return isHere(host) ? fetch(`http://${host}`) : fetch(url);\n}",
    },
    {
      name: 'namespaces',
      code: "const NS = 'http://www.w3.org/2000/svg';\ndocument.createElementNS('http://unknown-names.net/ns', 'a');",
    },
    {
      name: 'schema ids',
      code: "export const schema = { $schema: 'http://json-schema.org/draft-07/schema#', $id: 'http://example-shop.net/schemas/a.json' };",
    },
    {
      name: 'claims',
      code: "const claim = 'http://schemas.microsoft.com/ws/2008/06/identity/claims/role';",
    },
    {
      name: 'inspection',
      code: "if (url.startsWith('http://') || url === 'http://a.net' || url.replace('http://b.net', '')) run();",
    },
    {
      name: 'a base to parse with',
      code: "const { pathname } = new URL(request.url, 'http://n');\nconst b = new URL(req.url, `http://${req.headers.host}`);",
    },
    {
      name: 'shown to people',
      code: "console.log(`Listening on http://${address}:${port}`);\nthrow new Error('See http://docs.shop.net/help');",
    },
    {
      name: 'a link',
      code: 'const a = <a href="http://shop.net/terms">Terms</a>;',
      filename: 'src/file.tsx',
    },
    {
      name: 'made for documents',
      code: "await fetch('http://example.com/a'); await fetch('http://192.0.2.1/'); await fetch('http://169.254.169.254/latest');",
    },
    {
      name: 'inside a cluster, where allowed',
      code: "await fetch('http://orders.shop.svc.cluster.local/v1');",
      options: { allowInternal: true },
    },
    {
      name: 'an allowed host',
      code: `await fetch('http://${host}/v1');`,
      options: { allowHosts: [host] },
    },
    { name: 'a test', code: `await fetch('http://${host}/v1');`, filename: 'src/a.spec.ts' },
    {
      name: 'where an advertisement leads',
      code: `export const promote = (client) => client.promotions.create({ title: 'New', hero_destination_url: 'http://${host}', landing_page_url: 'http://${host}/new' });`,
    },
    { name: 'the one test', code: `await fetch('http://${host}/v1');`, filename: 'test.js' },
    { name: 'origins that are let in', code: `const allowedOrigins = ['http://${host}'];` },
    {
      name: 'a scheme with a name of its own, of this machine',
      code: "const SCHEME = 'http://';\nawait fetch(SCHEME + 'localhost:3000/orders');\nif (url.startsWith(SCHEME)) throw new Error('no');",
    },
  ],
  invalid: [
    {
      name: 'set on the options of a request, one by one',
      code: "import axios from 'axios';\nexport function post(entry) {\n  const options = {};\n  options.method = 'post';\n  options.url = [|'http://ledger.shop-parts.io/entries'|];\n  options.data = entry;\n  return axios.request(options);\n}",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "import axios from 'axios';\nexport function post(entry) {\n  const options = {};\n  options.method = 'post';\n  options.url = 'https://ledger.shop-parts.io/entries';\n  options.data = entry;\n  return axios.request(options);\n}",
          ],
        },
      ],
    },
    {
      name: 'a general name, that stands in for a server',
      code: "const DEFAULT_URL = [|'http://stock:5006'|];\nexport const load = () => ({ serverURL: read('STOCK_SERVER') || DEFAULT_URL });",
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'a name that says what answers there',
      code: "export const settings = { stockApi: [|'http://stock.place.org:8080/v2'|] };\nexport const endpoint = [|'http://store.place.org:8080'|];",
      errors: [{ messageId: 'request' }, { messageId: 'request' }],
    },
    {
      name: 'a general name, handed to a library',
      code: "import scrape from 'scrape-it';\nexport const read = (id) => { const url = [|`http://quiz.place.org:8080/list?${id}`|]; return scrape(url, { title: 'h1' }); };\nexport const more = () => scrape.all({ url: [|'http://quiz.place.org:8080/all'|] });",
      errors: [{ messageId: 'request' }, { messageId: 'request' }],
    },
    {
      name: 'a general name among the options of a request',
      code: "export const options = (body) => ({ url: [|'http://store.place.org:8080/orders.asmx'|], method: 'post', body });",
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'handed to the class of another file that it extends, which connects to it',
      code: "import { Line } from './line.js';\nexport class Quotes extends Line {\n  constructor() {\n    super([|'ws://quotes.shop-parts.io/live'|]);\n  }\n}",
      filename: 'src/quotes.js',
      files: {
        'src/line.js':
          "import WebSocket from 'ws';\nexport class Line {\n  constructor(address) {\n    this.socket = new WebSocket(address);\n  }\n}\n",
      },
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "import { Line } from './line.js';\nexport class Quotes extends Line {\n  constructor() {\n    super('wss://quotes.shop-parts.io/live');\n  }\n}",
          ],
        },
      ],
    },
    {
      name: 'taken by a class of another file that makes its client of it',
      code: "import { Risk } from './risk.js';\nexport const risk = new Risk([|'http://risk.shop-parts.io:8080'|], 5000);",
      filename: 'src/index.js',
      files: {
        'src/risk.js':
          "import axios from 'axios';\nexport class Risk {\n  constructor(baseURL, timeout) {\n    this.http = axios.create({ baseURL, timeout });\n  }\n}\n",
      },
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'handed to a function of another file that makes a client of it',
      code: "import { clientFor } from './client-for.js';\nexport const fees = clientFor('fees', [|'http://10.4.0.17:9000/fees'|]);",
      filename: 'src/fees.js',
      files: {
        'src/client-for.js':
          "import ky from 'ky';\nexport const clientFor = (name, prefixUrl) => ky.create({ prefixUrl, headers: { 'x-client': name } });\n",
      },
      errors: [{ messageId: 'request' }],
    },
    {
      name: 'an option that the address is',
      code: "import { HttpLink } from '@apollo/client';\nimport { createProxyMiddleware } from 'http-proxy-middleware';\nexport const link = new HttpLink({ uri: [|'http://graph.shop-parts.io'|] });\nexport const proxy = createProxyMiddleware({ target: [|'http://orders-service:8080'|] });",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "import { HttpLink } from '@apollo/client';\nimport { createProxyMiddleware } from 'http-proxy-middleware';\nexport const link = new HttpLink({ uri: 'https://graph.shop-parts.io' });\nexport const proxy = createProxyMiddleware({ target: 'http://orders-service:8080' });",
          ],
        },
        { messageId: 'request' },
      ],
    },
    {
      name: 'a request of a browser without fetch',
      code: "var xhr = new XMLHttpRequest();\nxhr.open('GET', [|'http://track.shop-parts.io/1'|], true);\nnavigator.sendBeacon([|'http://track.shop-parts.io/2'|], text);\njQuery.getJSON([|'http://track.shop-parts.io/3'|], done);",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "var xhr = new XMLHttpRequest();\nxhr.open('GET', 'https://track.shop-parts.io/1', true);\nnavigator.sendBeacon('http://track.shop-parts.io/2', text);\njQuery.getJSON('http://track.shop-parts.io/3', done);",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "var xhr = new XMLHttpRequest();\nxhr.open('GET', 'http://track.shop-parts.io/1', true);\nnavigator.sendBeacon('https://track.shop-parts.io/2', text);\njQuery.getJSON('http://track.shop-parts.io/3', done);",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "var xhr = new XMLHttpRequest();\nxhr.open('GET', 'http://track.shop-parts.io/1', true);\nnavigator.sendBeacon('http://track.shop-parts.io/2', text);\njQuery.getJSON('https://track.shop-parts.io/3', done);",
          ],
        },
      ],
    },
    {
      name: 'clients of other protocols on top',
      code: "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect([|'http://orders.shop-parts.io'|]);\nconst socket = io([|'http://live.shop-parts.io'|]);\nconst client = new GraphQLClient([|'http://graph.shop-parts.io'|]);\nconst once = () => request([|'http://graph.shop-parts.io/once'|], query);\nconst labels = () => soap.createClientAsync([|'http://labels.shop-parts.io/?wsdl'|]);",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect('https://orders.shop-parts.io');\nconst socket = io('http://live.shop-parts.io');\nconst client = new GraphQLClient('http://graph.shop-parts.io');\nconst once = () => request('http://graph.shop-parts.io/once', query);\nconst labels = () => soap.createClientAsync('http://labels.shop-parts.io/?wsdl');",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect('http://orders.shop-parts.io');\nconst socket = io('https://live.shop-parts.io');\nconst client = new GraphQLClient('http://graph.shop-parts.io');\nconst once = () => request('http://graph.shop-parts.io/once', query);\nconst labels = () => soap.createClientAsync('http://labels.shop-parts.io/?wsdl');",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect('http://orders.shop-parts.io');\nconst socket = io('http://live.shop-parts.io');\nconst client = new GraphQLClient('https://graph.shop-parts.io');\nconst once = () => request('http://graph.shop-parts.io/once', query);\nconst labels = () => soap.createClientAsync('http://labels.shop-parts.io/?wsdl');",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect('http://orders.shop-parts.io');\nconst socket = io('http://live.shop-parts.io');\nconst client = new GraphQLClient('http://graph.shop-parts.io');\nconst once = () => request('https://graph.shop-parts.io/once', query);\nconst labels = () => soap.createClientAsync('http://labels.shop-parts.io/?wsdl');",
          ],
        },
        {
          messageId: 'request',
          suggestions: [
            "import http2 from 'node:http2';\nimport { io } from 'socket.io-client';\nimport { GraphQLClient, request } from 'graphql-request';\nimport soap from 'soap';\nconst session = http2.connect('http://orders.shop-parts.io');\nconst socket = io('http://live.shop-parts.io');\nconst client = new GraphQLClient('http://graph.shop-parts.io');\nconst once = () => request('http://graph.shop-parts.io/once', query);\nconst labels = () => soap.createClientAsync('https://labels.shop-parts.io/?wsdl');",
          ],
        },
      ],
    },
    {
      name: 'the default of a variable, which begins a longer address',
      code: "const orders = `${process.env.SHOP_URL || [|'http://api.shop-parts.io'|]}/orders`;\nexport const load = () => fetch(orders);",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "const orders = `${process.env.SHOP_URL || 'https://api.shop-parts.io'}/orders`;\nexport const load = () => fetch(orders);",
          ],
        },
      ],
    },
    {
      name: 'a request that is made first',
      code: "const request = new Request([|'http://api.example-shop.net/v1/orders'|]);\nexport const load = () => fetch(request);",
      errors: request(
        "const request = new Request('https://api.example-shop.net/v1/orders');\nexport const load = () => fetch(request);",
      ),
    },
    {
      name: 'a private static field',
      code: 'export class Shop { static #origin = [|"http://api.shop-parts.io"|]; load() { return fetch(`${Shop.#origin}/a`); } }',
      errors: [
        {
          messageId: 'request',
          suggestions: [
            'export class Shop { static #origin = "https://api.shop-parts.io"; load() { return fetch(`${Shop.#origin}/a`); } }',
          ],
        },
      ],
    },
    {
      name: 'handed to a function that gives back an address that begins with it',
      code: "const withQuery = (base, query) => { const url = new URL(base); url.search = new URLSearchParams(query).toString(); return url.toString(); };\nexport async function load(query) { const target = withQuery([|'http://api.shop-parts.io/a'|], query); return fetch(target); }",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "const withQuery = (base, query) => { const url = new URL(base); url.search = new URLSearchParams(query).toString(); return url.toString(); };\nexport async function load(query) { const target = withQuery('https://api.shop-parts.io/a', query); return fetch(target); }",
          ],
        },
      ],
    },
    {
      name: 'handed to one that puts a query behind it, where the request is made',
      code: "const withQuery = (base, query) => `${base}?${new URLSearchParams(query)}`;\nexport const load = (query) => fetch(withQuery([|'http://api.shop-parts.io/a'|], query));",
      errors: [
        {
          messageId: 'request',
          suggestions: [
            "const withQuery = (base, query) => `${base}?${new URLSearchParams(query)}`;\nexport const load = (query) => fetch(withQuery('https://api.shop-parts.io/a', query));",
          ],
        },
      ],
    },
    {
      name: 'the number of a server',
      code: 'await fetch([|`http://${serverIp}/v1`|]);',
      errors: request('await fetch(`https://${serverIp}/v1`);'),
    },
    {
      name: 'a name that begins with endpoint',
      code: "function Geocoder() {}\nGeocoder.prototype._endpoint_reverse = [|'http://open.geocoder.net/v1/reverse'|];",
      errors: request(
        "function Geocoder() {}\nGeocoder.prototype._endpoint_reverse = 'https://open.geocoder.net/v1/reverse';",
      ),
    },
    {
      code: `await fetch([|'http://${host}/v1'|]);`,
      errors: request(`await fetch('https://${host}/v1');`),
    },
    {
      name: 'in capitals',
      code: `await fetch([|"HTTP://${host}/v1"|]);`,
      errors: request(`await fetch("https://${host}/v1");`),
    },
    {
      name: 'a host put in',
      code: 'await fetch([|`http://${host}/api`|]);',
      errors: request('await fetch(`https://${host}/api`);'),
    },
    {
      name: 'a scheme put before',
      code: "await fetch([|'http://' + host + '/api'|]);",
      errors: request("await fetch('https://' + host + '/api');"),
    },
    {
      name: 'behind a test for another machine',
      code: "if (!['api.shop.io', 'localhost.shop.io'].includes(host)) await fetch([|`http://${host}/v1`|]);",
      errors: request(
        "if (!['api.shop.io', 'localhost.shop.io'].includes(host)) await fetch(`https://${host}/v1`);",
      ),
    },
    {
      name: 'a name that looks local',
      code: "await fetch([|'http://localhost.attacker.com/a'|]);",
      errors: request("await fetch('https://localhost.attacker.com/a');"),
    },
    {
      name: 'inside a cluster',
      code: "await fetch([|'http://orders/v1'|]);",
      errors: request("await fetch('https://orders/v1');"),
    },
    {
      name: 'a port of its own',
      code: "await fetch([|'http://10.0.0.7:8080/v1'|]);",
      errors: request(),
    },
    {
      name: 'a base URL',
      code: `import axios from 'axios';\nexport const api = axios.create({ baseURL: [|'http://${host}'|] });`,
      errors: request(
        `import axios from 'axios';\nexport const api = axios.create({ baseURL: 'https://${host}' });`,
      ),
    },
    {
      name: 'a known API is mended on save',
      code: "import got from 'got';\nexport const aelix = got.extend({ prefixUrl: [|'http://api.aelix.digitalapi.ai/v1'|] });",
      output:
        "import got from 'got';\nexport const aelix = got.extend({ prefixUrl: 'https://api.aelix.digitalapi.ai/v1' });",
      errors: [{ messageId: 'request', data }],
    },
    {
      name: 'a setting',
      code: `export const config = { apiUrl: [|'http://${host}'|] };`,
      errors: request(`export const config = { apiUrl: 'https://${host}' };`),
    },
    {
      name: 'through a constant',
      code: `const BASE = [|'http://${host}'|];\nexport const load = () => fetch(\`\${BASE}/v1\`);`,
      errors: request(
        `const BASE = 'https://${host}';\nexport const load = () => fetch(\`\${BASE}/v1\`);`,
      ),
    },
    {
      name: 'a web socket',
      code: `const socket = new WebSocket([|'ws://${host}/live'|]);`,
      errors: [
        {
          messageId: 'request',
          data: { scheme: 'ws', secure: 'wss' },
          suggestions: [`const socket = new WebSocket('wss://${host}/live');`],
        },
      ],
    },
    {
      name: 'a webhook',
      code: `const options = { callbackUrl: [|'http://${host}/hooks'|] };`,
      errors: webhook(`const options = { callbackUrl: 'https://${host}/hooks' };`),
    },
    {
      name: 'a webhook with its host put in',
      code: "import got from 'got';\nexport const register = () => got.put('https://api.example-shop.net/webhooks/main', { json: { url: [|`http://${host}/hooks`|] } });",
      errors: webhook(
        "import got from 'got';\nexport const register = () => got.put('https://api.example-shop.net/webhooks/main', { json: { url: `https://${host}/hooks` } });",
      ),
    },
    {
      name: 'the protocol written later',
      code: `const url = new URL('https://${host}');\nurl.protocol = [|'http:'|];\nawait fetch(url);`,
      errors: request(
        `const url = new URL('https://${host}');\nurl.protocol = 'https:';\nawait fetch(url);`,
      ),
    },
    {
      name: 'a fallback',
      code: `const base = process.env.SHOP_URL || [|'http://${host}'|];\nawait fetch(base);`,
      errors: request(
        `const base = process.env.SHOP_URL || 'https://${host}';\nawait fetch(base);`,
      ),
    },
    {
      name: 'a scheme with a name of its own',
      code: `const SCHEME = 'HTTP://';\nconst root = [|SCHEME + '${host}' + '/v1'|];\nawait fetch(root + '/orders');`,
      errors: request(),
    },
    {
      name: 'given back by a function that a client is made with',
      code: "import got from 'got';\nconst NAMESPACE = 'pay';\nconst service = (name) => [|`http://${name}.${NAMESPACE}.svc.cluster.local`|];\nexport const ledger = got.extend({ prefixUrl: service('ledger') });",
      errors: request(
        "import got from 'got';\nconst NAMESPACE = 'pay';\nconst service = (name) => `https://${name}.${NAMESPACE}.svc.cluster.local`;\nexport const ledger = got.extend({ prefixUrl: service('ledger') });",
      ),
    },
    {
      name: 'a table of webhooks, read by a key that is not known',
      code: `import axios from 'axios';\nconst HOOKS = { eu: [|'http://${host}/orders'|], us: 'https://${host}/orders' };\nexport const subscribe = (region) => axios.post('https://${host}/v1/webhooks', { url: HOOKS[region] });`,
      errors: webhook(
        `import axios from 'axios';\nconst HOOKS = { eu: 'https://${host}/orders', us: 'https://${host}/orders' };\nexport const subscribe = (region) => axios.post('https://${host}/v1/webhooks', { url: HOOKS[region] });`,
      ),
    },
  ],
});
