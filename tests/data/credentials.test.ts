import rule from '../../rules/no-hardcoded-credentials.ts';
import { testRule } from '../rule-tester.ts';

// Put together here, so that no text of this file looks like a key.
const body = ['4xTq9Zw', '2LmR7vYb8NcK5'].join('');
const live = ['sk', 'live', body].join('_');
const password = ['Hq7!vT2z', 'Lm9#Xk4w'].join('');
const git = { '.git/HEAD': 'ref: refs/heads/main\n' };

const data = (what: string) => ({ messageId: 'data', data: { what } });
const credential = data('a credential');

testRule(rule, {
  valid: [
    {
      name: 'references',
      filename: 'compose.yml',
      code: 'environment:\n  API_KEY: ${API_KEY}\n  TOKEN: $TOKEN\n',
    },
    {
      name: 'a secret of the pipeline',
      filename: '.github/workflows/ci.yml',
      code: 'env:\n  API_TOKEN: ${{ secrets.API_TOKEN }}\n',
    },
    {
      name: 'placeholders',
      filename: '.env',
      code: 'API_KEY=changeme\nAPI_SECRET=<your key>\nTOKEN=xxxxxxxxxxxxxxxxxxxx\nA_KEY=\n',
    },
    {
      name: 'a publishable key',
      filename: 'config.json',
      code: `{ "stripeKey": "${['pk', 'live', body].join('_')}" }`,
    },
    { name: 'a template', filename: '.env.example', code: `API_SECRET=${body}\n` },
    {
      name: 'a lock file',
      filename: 'package-lock.json',
      code: `{ "integrity": "sha512-${body}${body}==", "token": "${body}" }`,
    },
    {
      name: 'a translation',
      filename: 'src/locales/de.json',
      code: '{ "password": "Passwort1234!", "token": "Zugriffs-Token4711" }',
    },
    { name: 'a test', filename: 'tests/fixtures/account.json', code: `{ "apiKey": "${body}" }` },
    {
      name: 'an id',
      filename: 'config.json',
      code: '{ "id": "3f1c9e7a-52bd-4c06-9d18-b7e4a60f2c85", "$ref": "#/definitions/token" }',
    },
    {
      name: 'kept out of the repository',
      filename: '.env',
      code: `API_SECRET=${live}\n`,
      files: { ...git, '.gitignore': '.env\n' },
    },
    {
      name: 'sealed',
      filename: 'secret.yml',
      code: `kind: SealedSecret\nspec:\n  encryptedData:\n    password: ${body}${body}\n`,
    },
    {
      name: 'a schema',
      filename: 'api.json',
      code: `{ "openapi": "3.1.0", "components": { "apiKey": "${body}" } }`,
    },
    {
      name: 'the name of a secret',
      filename: 'deployment.yml',
      code: 'env:\n  - name: API_KEY\n    valueFrom:\n      secretKeyRef:\n        name: orders-api-2024\n        key: api-key\n',
    },
    {
      name: 'a vault',
      filename: 'vars.yml',
      code: `api_token: !vault ${body}\nother_token: ENC[AES256_GCM,data:${body}]\n`,
    },
    {
      name: 'a database that a pipeline throws away',
      filename: '.github/workflows/ci.yml',
      code: `jobs:\n  test:\n    services:\n      db:\n        env:\n          POSTGRES_PASSWORD: ${password}\n`,
    },
    {
      name: 'options of a script',
      filename: 'package.json',
      code: '{ "scripts": { "deploy": "publish --token $TOKEN --key ${KEY}" } }',
    },
    {
      name: 'set for the tests of a package',
      filename: 'package.json',
      code: `{ "scripts": { "test:unit": "SHOP_API_SECRET=${body} vitest run" } }`,
    },
    {
      name: 'made up for a developer',
      filename: 'docker-compose.dev.yml',
      code: 'environment:\n  - ADMIN_PASSWORD=devstore123\n  - SESSION_SECRET=dev$ecret1234\n',
    },
    {
      name: 'switched off',
      filename: '.env',
      code: `# eslint-disable-next-line go-live/no-hardcoded-credentials\nAPI_KEY=${body}\n`,
    },
    {
      name: 'a public key',
      filename: 'config.yml',
      code: 'publicKey: |\n  -----BEGIN PUBLIC KEY-----\n  MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\n  -----END PUBLIC KEY-----\n',
    },
  ],
  invalid: [
    {
      name: 'a .env file',
      filename: '.env',
      code: `export API_SECRET="[|${live}|]" # live\n`.replace('"[|', '[|"').replace('|]"', '"|]'),
      errors: [data('a live secret key')],
    },
    {
      name: 'one that git does not leave out',
      filename: '.env.production',
      code: `API_KEY=[|${body}|]\n`,
      files: { ...git, '.gitignore': 'dist\n' },
      errors: [credential],
    },
    {
      name: 'a map of variables',
      filename: 'docker-compose.yml',
      code: `services:\n  orders:\n    environment:\n      API_SECRET: [|${body}|]\n`,
      errors: [credential],
    },
    {
      name: 'a list of variables',
      filename: 'docker-compose.yml',
      code: `services:\n  orders:\n    environment:\n      - API_SECRET=[|${body}|]\n`,
      errors: [credential],
    },
    {
      name: 'pairs of a container',
      filename: 'k8s/deployment.yaml',
      code: `spec:\n  containers:\n    - env:\n        - name: API_TOKEN\n          value: [|"${body}"|]\n`,
      errors: [credential],
    },
    {
      name: 'the secret of a cluster',
      filename: 'secret.yaml',
      code: `apiVersion: v1\nkind: Secret\ndata:\n  password: [|${Buffer.from(password).toString('base64')}|]\n`,
      errors: [data('a password')],
    },
    {
      name: 'a configuration in JSON',
      filename: 'config/default.json5'.replace('default', 'app'),
      code: `{ payments: { clientSecret: [|'${body}'|] } }`,
      errors: [credential],
    },
    {
      name: 'comments in JSON',
      filename: 'config.json',
      code: `{\n  // the key\n  "apiKey": [|"${body}"|],\n}`,
      errors: [credential],
    },
    {
      name: 'a pipeline',
      filename: '.gitlab-ci.yml',
      code: `variables:\n  API_TOKEN: [|"${body}"|]\n`,
      errors: [credential],
    },
    {
      name: 'a header in a step',
      filename: '.github/workflows/deploy.yml',
      code: `jobs:\n  deploy:\n    steps:\n      - run: |\n          echo go\n          curl -H "Authorization: Bearer [|${body}|]" https://api.example.com\n`,
      errors: [credential],
    },
    {
      name: 'a script of the package',
      filename: 'package.json',
      code: `{ "scripts": { "deploy": "API_KEY=[|${live}|] node deploy.js" } }`,
      errors: [data('a live secret key')],
    },
    {
      name: 'what a script of the package sets',
      filename: 'package.json',
      code: `{ "scripts": { "start": "SHOP_API_SECRET=[|${body}|] node shop.js" } }`,
      errors: [credential],
    },
    {
      name: 'the default of a reference',
      filename: 'compose.yml',
      code: `environment:\n  JWT_SECRET: \${JWT_SECRET:-[|${body}|]}\n`,
      errors: [{ messageId: 'fallback', data: { what: 'a credential', variable: 'JWT_SECRET' } }],
    },
    {
      name: 'a live key in a template',
      filename: '.env.example',
      code: `API_SECRET=[|${live}|]\n`,
      errors: [data('a live secret key')],
    },
    {
      name: 'the password of a database',
      filename: 'appsettings.yml',
      code: `db:\n  url: [|postgres://app:${password.replace('#', 'x')}@db.shop.io:5432/app|]\n`,
      errors: [data('a URL with its password')],
    },
    {
      name: 'a task definition',
      filename: 'task.json',
      code: `{ "environment": [{ "name": "API_KEY", "value": [|"${body}"|] }] }`,
      errors: [credential],
    },
  ],
});
