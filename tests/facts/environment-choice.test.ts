import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

function shown(code: string): string[] {
  return factsIn(code).environmentChoice.map(({ name, isPerEnvironment, fallbackOf }) =>
    [
      name,
      ...(isPerEnvironment ? ['one of several'] : []),
      ...(fallbackOf ? [fallbackOf] : []),
    ].join(' '),
  );
}

test.each([
  ["client.setEnvironment('TEST');", 'setEnvironment'],
  [
    "const shop = require('shop');\nmodule.exports = new shop.core.SandboxEnvironment(process.env.ID, process.env.SECRET);",
    'SandboxEnvironment',
  ],
  [
    "import { Configuration, ShopEnvironments } from 'shop';\nnew Configuration({ basePath: ShopEnvironments.sandbox });",
    'basePath',
  ],
  ["new Client({ apiKey: process.env.KEY, environment: 'sandbox' });", 'environment'],
  ["new Client({ clientId, env: 'test' });", 'env'],
  ["new Client({ apiKey, environment: live ? 'live' : 'sandbox' });", 'environment one of several'],
  ["const o = { environment: process.env.SHOP_ENV || 'sandbox' };", 'environment SHOP_ENV'],
  [
    "import { Client, Environment } from 'shop';\nnew Client({ accessToken, environment: Environment.Sandbox });",
    'environment',
  ],
  [
    "import { Client, Environment } from 'shop';\nnew Client(process.env.KEY, Environment.Sandbox);",
    'environment',
  ],
  [
    "const shop = require('shop');\nconst { Environments } = require('shop/constants');\nshop(process.env.KEY, Environments.Sandbox);",
    'environment',
  ],
  [
    "import { Client, Environment } from 'shop';\nnew Client(process.env.KEY, live ? Environment.Live : Environment.Sandbox);",
    'environment one of several',
  ],
  ['new Client({ apiKey: process.env.KEY, sandbox: true });', 'sandbox'],
  ['gateway.connect({ merchantId: process.env.ID, testMode: true });', 'testMode'],
  [
    "if (process.env.USE_SANDBOX === 'true') connect({ apiKey: process.env.KEY, useSandbox: true });",
    'useSandbox one of several',
  ],
  [
    'process.env.SHOP_TRIAL ? new Client({ apiKey, sandbox: true }) : new Client({ apiKey });',
    'sandbox one of several',
  ],
  [
    "if (isSandbox) { new Client({ apiKey, environment: 'sandbox' }); } else { new Client({ apiKey, environment: 'live' }); }",
    'environment one of several',
  ],
  ['if (!client) client = new Client({ apiKey, sandbox: true });', 'sandbox'],
  ['if (process.env.KEY) { later(() => new Client({ apiKey, sandbox: true })); }', 'sandbox'],
])('%s', (code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  "const shop = require('shop');\nexports.make = (live) => { if (live) return new shop.core.LiveEnvironment(id, key); return new shop.core.SandboxEnvironment(id, key); };",
  "import { Configuration, ShopEnvironments } from 'shop';\nconst base = { live: ShopEnvironments.production };\nnew Configuration({ basePath: ShopEnvironments.sandbox });",
  "import { Panel, Layouts } from 'screen';\nnew Panel({ layout: Layouts.sandbox });",
  "import { TestEnvironment } from './environment';\nnew TestEnvironment();",
  "const mode = 'sandbox';",
  "const o = { environment: 'test' };",
  "import { Environment } from 'shop';\nshow(Environment.Sandbox);",
  "import { Environment } from 'shop';\nimport { show } from 'screen';\nshow(Environment.Sandbox);",
  "import { Client, Environment } from 'shop';\nnew Client(process.env.KEY, Environment.Live);",
  "import { Client } from 'shop';\nnew Client(process.env.KEY, 'sandbox');",
  "const form = reactive({ apiKey: '', merchantId: null, environment: 'sandbox' });",
  "new Client({ apiKey, environment: 'production' });",
  'const o = { sandbox: true };',
  'new Client({ apiKey, sandbox: false });',
  "process.env.NODE_ENV = 'test';",
  "describe('test', () => {});",
])('none: %s', (code) => {
  expect(shown(code)).toEqual([]);
});
