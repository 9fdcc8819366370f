import rule from '../../rules/no-sandbox-host.ts';
import { testRule } from '../rule-tester.ts';

const octopus = 'sandbox.octopuscards.io';
const aelix = 'sandbox-api.aelix.digitalapi.ai';
const host = (name: string, ...suggestions: string[]) => [
  { messageId: 'host', data: { host: name }, suggestions },
];
const environment = (...suggestions: string[]) => [{ messageId: 'environment', suggestions }];

testRule(rule, {
  valid: [
    {
      name: 'the member of an enum in what is for that environment',
      parser: 'ts',
      code: `export enum Host {\n  Sandbox = 'https://${octopus}',\n  Live = 'https://api.octopuscards.io',\n}\nexport const sandboxWallets = () => fetch(\`\${Host.Sandbox}/api/v1/wallets\`);`,
    },
    {
      name: 'the servers that an API has, that of production among them',
      code: "export const document = { servers: [{ url: 'http://localhost:3000', description: 'Development' }, { url: 'https://orders.staging.shop.io', description: 'Staging' }, { url: 'https://orders.shop.io', description: 'Production' }] };",
    },
    {
      name: 'one of several that are set up, beside the one of production',
      code: "new Backup(app, 'code', { stage: 'CODE', crmHost: 'https://shop--dev1.sandbox.my.crm.com' });\nnew Backup(app, 'prod', { stage: 'PROD', crmHost: 'https://shop.my.crm.com' });",
    },
    {
      name: 'a mode of another kind',
      code: "configure({ mode: 'test', client_secret: process.env.PAY_SECRET });",
    },
    {
      name: 'samples of a client library',
      code: `const client = new Client({ apiKey: 'api-key', baseUrl: 'https://${octopus}' });`,
      filename: 'samples/payments/create.js',
    },
    {
      name: 'an entry of an object that is only shown',
      code: `const texts = { hint: 'https://${octopus}' };\nexport const tell = () => console.log(texts.hint);`,
    },
    {
      name: 'a constant beside one for production that is read, too',
      code: `import axios from 'axios';\nconst sandbox = 'https://${octopus}';\nconst production = 'https://api.octopuscards.io';\nexport const api = (live) => axios.create({ baseURL: live ? production : sandbox });`,
    },
    "await fetch('https://api.octopuscards.io/api/v1/wallets');",
    'await fetch(`${process.env.OCTOPUS_BASE_URL}/api/v1/wallets`);',
    {
      name: 'words that are no hosts',
      code: "const className = 'sandbox-preview'; const mode = 'sandbox';",
    },
    {
      name: 'a link',
      code: "const docs = <a href='https://docs.octopuscards.io/guides/sandbox'>the sandbox</a>;",
      filename: 'src/file.tsx',
    },
    {
      name: 'arms of a switch',
      code: `const base = live ? 'https://api.octopuscards.io' : 'https://${octopus}';\nawait fetch(base);`,
    },
    {
      name: 'a table of environments',
      code: `const urls = { sandbox: 'https://${octopus}', production: 'https://api.octopuscards.io' };`,
    },
    {
      name: 'a constant for the sandbox',
      code: `export const SANDBOX_URL = 'https://${octopus}';`,
    },
    {
      name: 'a test',
      code: `await fetch('https://${octopus}/api/v1/wallets');`,
      filename: 'tests/wallets.ts',
    },
    {
      name: 'a name that only begins so',
      code: "await fetch('https://developer.shop.net/v1'); await fetch('https://testimonials.shop.net/v1');",
    },
    {
      name: 'a production host with a weak label',
      code: "await fetch('https://dev.azure-shop.com/v1');",
    },
    { name: 'inspection', code: `if (url.includes('https://${octopus}')) run();` },
    {
      name: 'an environment that is chosen',
      code: "client.setEnvironment(live ? 'LIVE' : 'TEST');",
    },
    {
      name: 'a default that is read from the environment first, and given to nobody here',
      code: "const SHOP_ENV = process.env.SHOP_ENV || 'sandbox';",
    },
    {
      name: 'the environment of a test runner',
      code: "export default { test: { environment: 'test' } };",
    },
    {
      name: 'a table of which two entries are read',
      code: "import axios from 'axios';\nconst HOSTS = { test: 'https://sandbox-api.aelix.digitalapi.ai', live: 'https://api.aelix.digitalapi.ai' };\nexport const testing = axios.create({ baseURL: HOSTS.test });\nexport const live = axios.create({ baseURL: HOSTS.live });",
    },
    {
      name: 'a table that other files read too',
      code: "import axios from 'axios';\nexport const HOSTS = { test: 'https://sandbox-api.aelix.digitalapi.ai', live: 'https://api.aelix.digitalapi.ai' };\nexport const testing = axios.create({ baseURL: HOSTS.test });",
    },
    {
      name: 'a table that is read by a key that is not known',
      code: "import axios from 'axios';\nconst HOSTS = { test: 'https://sandbox-api.aelix.digitalapi.ai', live: 'https://api.aelix.digitalapi.ai' };\nexport const aelix = (stage) => axios.create({ baseURL: HOSTS[stage] });",
    },
    {
      name: 'a table whose keys say nothing, read by one that is not known',
      code: "import axios from 'axios';\nconst HOSTS = { preview: 'https://sandbox-api.aelix.digitalapi.ai', shop: 'https://api.aelix.digitalapi.ai' };\nconst tier = process.env.AELIX_TIER;\nexport const aelix = axios.create({ baseURL: HOSTS[tier] });",
    },
  ],
  invalid: [
    {
      name: 'the member of an enum that alone is read',
      parser: 'ts',
      code: `export enum Host {\n  Sandbox = [|'https://${octopus}'|],\n  Live = 'https://api.octopuscards.io',\n}\nexport const wallets = () => fetch(\`\${Host.Sandbox}/api/v1/wallets\`);`,
      errors: [{ messageId: 'host' }],
    },
    {
      name: 'a constant beside one for production that nothing reads',
      code: `import axios from 'axios';\nconst sandbox = [|'https://${octopus}'|];\nconst production = 'https://api.octopuscards.io';\nexport const api = axios.create({ baseURL: sandbox });`,
      errors: host(
        octopus,
        "import axios from 'axios';\nconst sandbox = process.env.OCTOPUS_BASE_URL;\nconst production = 'https://api.octopuscards.io';\nexport const api = axios.create({ baseURL: sandbox });",
      ),
    },
    {
      name: 'an environment that a package makes',
      code: "const shop = require('shop');\nmodule.exports = [|new shop.core.SandboxEnvironment(process.env.ID, process.env.SECRET)|];",
      errors: [{ messageId: 'environment' }],
    },
    {
      name: 'the environment of a package, given to what it makes by its place',
      code: "import { Client, Environments } from 'shop-sdk';\nexport const shop = new Client(process.env.SHOP_TOKEN, [|Environments.Sandbox|]);",
      errors: ['environment'],
    },
    {
      name: 'the mode of a client',
      code: "pay.configure({ mode: [|'sandbox'|], client_id: process.env.PAY_ID, client_secret: process.env.PAY_SECRET });",
      errors: environment(
        'pay.configure({ mode: process.env.MODE, client_id: process.env.PAY_ID, client_secret: process.env.PAY_SECRET });',
      ),
    },
    {
      name: 'a member of an enum, as the base of an address',
      filename: 'src/file.ts',
      code: `enum Origin { Orders = [|'https://${octopus}'|], Help = 'https://help.octopuscards.io' }\nexport const load = () => fetch(new URL('/api/v1/orders', Origin.Orders));`,
      errors: host(octopus),
    },
    {
      name: 'a member of an enum, as the base of a client',
      filename: 'src/file.ts',
      code: `import axios from 'axios';\nenum Origin { Orders = [|'https://${octopus}'|] }\nexport const api = axios.create({ baseURL: Origin.Orders });`,
      errors: host(octopus),
    },
    {
      name: 'an entry of an object, under a name that says nothing',
      code: `const origins = { orders: [|'https://${octopus}'|] };\nexport const load = () => fetch(\`\${origins.orders}/api/v1/orders\`);`,
      errors: [{ messageId: 'host' }],
    },
    { code: `await fetch([|'https://${octopus}/api/v1/wallets'|]);`, errors: host(octopus) },
    {
      name: 'a base URL',
      code: `import axios from 'axios';\nexport const api = axios.create({ baseURL: [|'https://${aelix}/v1'|] });`,
      errors: host(
        aelix,
        `import axios from 'axios';\nexport const api = axios.create({ baseURL: process.env.AELIX_BASE_URL });`,
      ),
    },
    {
      name: 'a fallback',
      code: `const base = process.env.OCTOPUS_BASE_URL ?? [|'https://${octopus}'|];`,
      errors: host(octopus, 'const base = process.env.OCTOPUS_BASE_URL;'),
    },
    {
      name: 'a parameter default',
      code: `export class Client { constructor({ baseUrl = [|'https://${octopus}'|] }) {} }`,
      errors: host(
        octopus,
        'export class Client { constructor({ baseUrl = process.env.OCTOPUS_BASE_URL }) {} }',
      ),
    },
    {
      name: 'a setting',
      code: `module.exports = { apiUrl: [|'https://${octopus}'|] };`,
      errors: host(octopus, 'module.exports = { apiUrl: process.env.OCTOPUS_BASE_URL };'),
    },
    {
      name: 'a class field',
      code: `class Client { baseUrl = [|'https://${octopus}'|]; }`,
      errors: host(octopus, 'class Client { baseUrl = process.env.OCTOPUS_BASE_URL; }'),
    },
    {
      name: 'through a constant',
      code: `const BASE = [|'https://${octopus}'|];\nexport const load = () => fetch(\`\${BASE}/api/v1/wallets\`);`,
      errors: host(octopus),
    },
    {
      name: 'an unknown API',
      code: "await fetch([|'https://sandbox.shop-payments.net/v1'|]);",
      errors: host('sandbox.shop-payments.net'),
    },
    {
      name: 'a weak label beside the host without it',
      code: "await fetch('https://api.shop.net/v1');\nawait fetch([|'https://test.shop.net/v1'|]);",
      errors: host('test.shop.net'),
    },
    {
      name: 'a setter',
      code: "client.setEnvironment([|'TEST'|]);",
      errors: environment('client.setEnvironment(process.env.SET_ENVIRONMENT);'),
    },
    {
      name: 'an option beside a key',
      code: "const client = new Client({ apiKey: process.env.SHOP_KEY, environment: [|'sandbox'|] });",
      errors: environment(
        'const client = new Client({ apiKey: process.env.SHOP_KEY, environment: process.env.ENVIRONMENT });',
      ),
    },
    {
      name: 'a default for the variable',
      code: "const options = { environment: process.env.SHOP_ENVIRONMENT || [|'sandbox'|] };",
      errors: [
        {
          messageId: 'fallback',
          data: { variable: 'SHOP_ENVIRONMENT' },
          suggestions: ['const options = { environment: process.env.SHOP_ENVIRONMENT };'],
        },
      ],
    },
    {
      name: 'a host that several requests are built on, where it is written',
      code: `const base = [|'https://${octopus}'|];\nexport async function capture(id) {\n  const url = \`\${base}/v2/orders/\${id}/capture\`;\n  return fetch(url, { method: 'POST' });\n}`,
      errors: host(octopus),
    },
    {
      name: 'a sandbox that is called something else, in place of an option',
      code: "export class Broker { constructor(config) { this.baseUrl = config.baseUrl || [|'https://paper-api.alpaca.markets'|]; } }",
      errors: host(
        'paper-api.alpaca.markets',
        'export class Broker { constructor(config) { this.baseUrl = config.baseUrl || process.env.API_BASE_URL; } }',
      ),
    },
    {
      name: 'switched on',
      code: 'const client = new Client({ apiKey: process.env.SHOP_KEY, sandbox: [|true|] });',
      errors: environment(),
    },
    {
      name: 'a member of a package’s environments',
      code: "import { Client, Environment } from 'shop-sdk';\nexport const client = new Client({ accessToken: process.env.SHOP_TOKEN, environment: [|Environment.Sandbox|] });",
      errors: environment(),
    },
    {
      name: 'the default of a variable in a schema',
      code: "import { z } from 'zod';\nexport const env = z.object({ OCTOPUS_URL: z.string().url().default([|'https://sandbox.octopuscards.io'|]) }).parse(process.env);",
      errors: host('sandbox.octopuscards.io'),
    },
    {
      name: 'the one entry of a table that is read',
      code: "import axios from 'axios';\nconst HOSTS = { test: [|'https://sandbox-api.aelix.digitalapi.ai'|], live: 'https://api.aelix.digitalapi.ai' };\nexport const aelix = axios.create({ baseURL: HOSTS['test'] });",
      errors: host(
        'sandbox-api.aelix.digitalapi.ai',
        "import axios from 'axios';\nconst HOSTS = { test: process.env.AELIX_BASE_URL, live: 'https://api.aelix.digitalapi.ai' };\nexport const aelix = axios.create({ baseURL: HOSTS['test'] });",
      ),
    },
    {
      name: 'joined of its parts',
      code: "import got from 'got';\nconst name = 'sandbox-api';\nexport const aelix = got.extend({ prefixUrl: [|['https://', name, '.aelix.digitalapi.ai'].join('')|] });",
      errors: [
        { messageId: 'host', data: { host: 'sandbox-api.aelix.digitalapi.ai' }, suggestions: [] },
      ],
    },
  ],
});
