import insecure from '../../rules/no-insecure-http.ts';
import sandbox from '../../rules/no-sandbox-host.ts';
import unreachable from '../../rules/no-unreachable-webhook-url.ts';
import { testRule } from '../rule-tester.ts';

const octopus = 'sandbox.octopuscards.io';

testRule(insecure, {
  valid: [
    {
      name: 'this machine',
      filename: '.env',
      code: 'API_URL=http://localhost:3000\nB_URL=http://127.0.0.1/\n',
    },
    {
      name: 'a link of the package',
      filename: 'package.json',
      code: '{ "homepage": "http://shop.io", "bugs": { "url": "http://shop.io/bugs" } }',
    },
    {
      name: 'a schema',
      filename: 'a.json',
      code: '{ "$schema": "http://json-schema.org/draft-07/schema#", "$id": "http://shop.io/a.json" }',
    },
    { name: 'data', filename: 'shops.json', code: '[{ "name": "A", "url": "http://a.shop.io" }]' },
    {
      name: 'the own site',
      filename: '_config.yml',
      code: 'url: http://shop.io\nsite_url: http://shop.io\n',
    },
    { name: 'a namespace', filename: 'a.yml', code: 'xmlns: http://www.w3.org/2000/svg\n' },
    { name: 'a template', filename: '.env.example', code: 'API_URL=http://api.shop.io\n' },
    {
      name: 'a test',
      filename: 'tests/fixtures/config.json',
      code: '{ "api": { "url": "http://api.shop.io" } }',
    },
    {
      name: 'a host put in later',
      filename: 'compose.yml',
      code: 'environment:\n  API_URL: http://${HOST}:8080\n',
    },
    { name: 'a text', filename: 'a.yml', code: 'description: see http://shop.io for more\n' },
  ],
  invalid: [
    {
      name: 'a known API',
      filename: '.env',
      code: 'OCTOPUS_BASE_URL=[|http://api.octopuscards.io|]\n',
      output: 'OCTOPUS_BASE_URL=https://api.octopuscards.io\n',
      errors: ['request'],
    },
    {
      name: 'a known API in quotes',
      filename: 'config.json',
      code: '{ "api": { "baseUrl": [|"http://api.octopuscards.io"|] } }',
      output: '{ "api": { "baseUrl": "https://api.octopuscards.io" } }',
      errors: ['request'],
    },
    {
      name: 'any host',
      filename: 'config.yml',
      code: 'payments:\n  url: [|http://pay.shop.io/v1|]\napi:\n  url: "https://api.shop.io"\n'.replace(
        'payments',
        'payments_api',
      ),
      errors: [
        {
          messageId: 'request',
          suggestions: [
            'payments_api:\n  url: https://pay.shop.io/v1\napi:\n  url: "https://api.shop.io"\n',
          ],
        },
      ],
    },
    {
      name: 'a webhook',
      filename: 'k8s/deployment.yaml',
      code: 'env:\n  - name: WEBHOOK_URL\n    value: [|http://shop.io/hooks|]\n',
      errors: [
        {
          messageId: 'webhook',
          suggestions: ['env:\n  - name: WEBHOOK_URL\n    value: https://shop.io/hooks\n'],
        },
      ],
    },
    {
      name: 'a request of a script',
      filename: '.github/workflows/ci.yml',
      code: 'steps:\n  - run: |\n      curl -sf \\\n        [|http://api.octopuscards.io/health|]\n',
      output: 'steps:\n  - run: |\n      curl -sf \\\n        https://api.octopuscards.io/health\n',
      errors: ['request'],
    },
    {
      name: 'an escaped address',
      filename: 'config.json',
      code: '{ "apiUrl": [|"http:\\/\\/api.octopuscards.io"|] }',
      errors: ['request'],
    },
  ],
});

testRule(sandbox, {
  valid: [
    {
      name: 'a file for one machine',
      filename: '.env',
      code: `OCTOPUS_BASE_URL=https://${octopus}\n`,
    },
    {
      name: 'a file for the sandbox',
      filename: 'config/sandbox.json',
      code: `{ "baseUrl": "https://${octopus}" }`,
    },
    {
      name: 'an entry for the sandbox',
      filename: 'config.json',
      code: `{ "sandbox": { "baseUrl": "https://${octopus}" } }`,
    },
    {
      name: 'a pipeline',
      filename: '.github/workflows/ci.yml',
      code: `env:\n  OCTOPUS_BASE_URL: https://${octopus}\n`,
    },
    {
      name: 'the program in production',
      filename: '.env.production',
      code: 'NODE_ENV=production\nAPP_ENV=test\n',
    },
  ],
  invalid: [
    {
      name: 'a file for production',
      filename: '.env.production',
      code: `OCTOPUS_BASE_URL=[|https://${octopus}|]\n`,
      errors: [{ messageId: 'host', data: { host: octopus } }],
    },
    {
      name: 'a configuration',
      filename: 'config.json',
      code: `{ "octopus": { "baseUrl": [|"https://${octopus}"|] } }`,
      errors: ['host'],
    },
    {
      name: 'containers in production',
      filename: 'docker-compose.yml',
      code: `environment:\n  NODE_ENV: production\n  OCTOPUS_BASE_URL: [|https://${octopus}|]\n`,
      errors: ['host'],
    },
    {
      name: 'the environment of an API',
      filename: '.env.production',
      code: 'PAYMENTS_ENVIRONMENT=[|sandbox|]\n',
      errors: ['environment'],
    },
  ],
});

testRule(unreachable, {
  valid: [
    {
      name: 'where one sends webhooks oneself',
      filename: 'config/hooks.json',
      code: '{ "webhooks": { "billing": { "url": "https://10.0.4.17/in" } } }',
    },
    {
      name: 'in reach of everybody',
      filename: 'config/hooks.json',
      code: '{ "webhooks": { "shop": { "url": "https://shop.io/webhooks/orders" } } }',
    },
  ],
  invalid: [
    {
      name: 'one of several webhooks',
      filename: 'config/hooks.json',
      code: '{ "webhooks": { "shop": { "url": [|"https://orders-api/webhooks/shop"|], "events": ["paid"] } } }',
      errors: [{ messageId: 'private', data: { host: 'orders-api' } }],
    },
  ],
});
