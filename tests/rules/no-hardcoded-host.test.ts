import rule from '../../rules/no-hardcoded-host.ts';
import { testRule } from '../rule-tester.ts';

const axios = "import axios from 'axios';\n";
const error = (host: string, ...suggestions: string[]) => [
  { messageId: 'host', data: { host }, suggestions },
];

testRule(rule, {
  valid: [
    {
      name: 'a member that a constructor sets and a method changes',
      code: "export class Shop { constructor() { this.address = 'https://api.shop.io/v1'; } useAddress(address) { this.address = address; } orders() { return fetch(`${this.address}/orders`); } }",
    },
    {
      name: 'a field that no request begins with',
      code: "export class Shop {\n  private readonly page = 'https://www.shop.net/help';\n  list(base) { show(this.page); return fetch(`${base}/orders`); }\n}",
    },
    "import got from 'got';\nexport const shop = got.extend({ prefixUrl: process.env.SHOP_URL });",
    { name: 'this machine', code: "await fetch('http://localhost:3000/api/orders');" },
    {
      name: 'one for each environment',
      code: "const base = live ? 'https://api.shop.io' : 'https://api.shop.dev';\nawait fetch(`${base}/orders`);",
    },
    {
      name: 'a table of environments',
      code: "const hosts = { production: 'https://api.shop.io', sandbox: 'https://api.shop.dev' };\nawait fetch(`${hosts[process.env.SHOP_ENV]}/orders`);",
    },
    {
      name: 'a default of the environment is the matter of another rule',
      code: "const base = process.env.SHOP_URL ?? 'https://api.shop.io';\nawait fetch(`${base}/orders`);",
    },
    {
      name: 'a library lets its caller decide',
      code: "export class Shop {\n  constructor({ baseUrl = 'https://api.shop.io' } = {}) { this.baseUrl = baseUrl; }\n  list() { return fetch(`${this.baseUrl}/orders`); }\n}",
    },
    {
      name: 'a link',
      code: 'const page = <a href="https://docs.aelix.digitalapi.ai/start">Start</a>;\nconst docs = \'https://docs.octopuscards.io\';',
      filename: 'src/page.tsx',
    },
    {
      name: 'a sandbox is the matter of another rule',
      code: `${axios}export const aelix = axios.create({ baseURL: 'https://sandbox-api.aelix.digitalapi.ai' });`,
    },
    { name: 'inside of a network', code: "await fetch('http://ledger.internal/entries');" },
    {
      name: 'compared',
      code: "if (url.startsWith('https://api.aelix.digitalapi.ai')) count();",
    },
    {
      name: 'the same everywhere',
      code: "await fetch('https://api.github.com/rate_limit');",
      options: { allowHosts: ['api.github.com'] },
    },
    {
      name: 'a test',
      code: "await fetch('https://api.aelix.digitalapi.ai/v1/payments');",
      filename: 'tests/payments.test.ts',
    },
    { name: 'a file of settings', code: 'SHOP_URL=https://api.shop.io', filename: '.env.example' },
  ],
  invalid: [
    {
      name: 'a member that a constructor sets',
      code: "import axios from 'axios'; export class Shop { constructor() { this.address = [|'https://api.shop.io/v1'|]; this.http = axios.create({ baseURL: this.address }); } }",
      errors: error(
        'api.shop.io',
        "import axios from 'axios'; export class Shop { constructor() { this.address = process.env.API_BASE_URL; this.http = axios.create({ baseURL: this.address }); } }",
      ),
    },
    {
      name: 'a field that requests begin with',
      code: "export class Shop {\n  private readonly base = [|'https://api.shop.net/v1'|];\n  readonly #other = [|'https://api.market.net/v1'|];\n  list() { return fetch(`${this.base}/orders`); }\n  more(path) { return fetch(this.#other + path); }\n}",
      errors: [
        ...error(
          'api.shop.net',
          "export class Shop {\n  private readonly base = process.env.API_BASE_URL;\n  readonly #other = 'https://api.market.net/v1';\n  list() { return fetch(`${this.base}/orders`); }\n  more(path) { return fetch(this.#other + path); }\n}",
        ),
        ...error(
          'api.market.net',
          "export class Shop {\n  private readonly base = 'https://api.shop.net/v1';\n  readonly #other = process.env.API_BASE_URL;\n  list() { return fetch(`${this.base}/orders`); }\n  more(path) { return fetch(this.#other + path); }\n}",
        ),
      ],
    },
    {
      code: `${axios}export const aelix = axios.create({ baseURL: [|'https://api.aelix.digitalapi.ai/v1'|] });`,
      errors: error(
        'api.aelix.digitalapi.ai',
        `${axios}export const aelix = axios.create({ baseURL: process.env.AELIX_BASE_URL });`,
      ),
    },
    {
      name: 'a request',
      code: "await fetch([|'https://api.octopuscards.io/api/v1/wallets'|]);",
      errors: error('api.octopuscards.io'),
    },
    {
      name: 'a request of no known API',
      code: 'export const list = (id) => fetch([|`https://api.shop.io/orders/${id}`|]);',
      errors: error('api.shop.io'),
    },
    {
      name: 'a const that requests begin with',
      code: "const BASE = [|'https://api.shop.io/v1'|];\nexport const list = () => fetch(`${BASE}/orders`);",
      errors: error('api.shop.io'),
    },
    {
      name: 'the base of a URL',
      code: "await fetch(new URL('/orders', [|'https://api.shop.io'|]));",
      errors: error('api.shop.io'),
    },
    {
      name: 'an instance of got',
      code: 'const got = require(\'got\');\nmodule.exports = got.extend({ prefixUrl: [|"https://api.shop.io"|] });',
      errors: error(
        'api.shop.io',
        "const got = require('got');\nmodule.exports = got.extend({ prefixUrl: process.env.API_BASE_URL });",
      ),
    },
    {
      name: 'the settings of a known API',
      code: "export const config = { baseUrl: [|'https://api.octopuscards.io'|], timeoutMs: 30_000 };",
      errors: error(
        'api.octopuscards.io',
        'export const config = { baseUrl: process.env.OCTOPUS_BASE_URL, timeoutMs: 30_000 };',
      ),
    },
    {
      name: 'the default of a client of a known API',
      code: "export const create = ({ baseUrl = [|'https://api.aelix.digitalapi.ai'|] }) => fetch(`${baseUrl}/v1/payments`);",
      errors: error('api.aelix.digitalapi.ai'),
    },
    {
      name: 'a field of a class',
      code: "export class Octopus {\n  private readonly baseUrl = [|'https://api.octopuscards.io'|];\n  wallets() { return fetch(`${this.baseUrl}/api/v1/wallets`); }\n}",
      filename: 'src/octopus.ts',
      errors: error(
        'api.octopuscards.io',
        'export class Octopus {\n  private readonly baseUrl = process.env.OCTOPUS_BASE_URL;\n  wallets() { return fetch(`${this.baseUrl}/api/v1/wallets`); }\n}',
      ),
    },
    {
      name: 'a member of an enum',
      code: "import ky from 'ky';\nconst api = ky.create({ prefixUrl: [|'https://api.shop.io'|] });\nexport const list = () => api.get('orders');",
      errors: error(
        'api.shop.io',
        "import ky from 'ky';\nconst api = ky.create({ prefixUrl: process.env.API_BASE_URL });\nexport const list = () => api.get('orders');",
      ),
    },
    {
      name: 'options that name the address',
      code: `${axios}await axios({ method: 'get', url: [|'https://api.shop.io/orders'|] });`,
      errors: error('api.shop.io'),
    },
    {
      name: 'through a proxy of others',
      code: 'export const bars = (args) => fetch([|`https://cors.proxy.dev/https://data.shop.io/v1/${args}`|]);',
      errors: error('cors.proxy.dev'),
    },
  ],
});
