import rule from '../../rules/no-disabled-tls-verification.ts';
import { testRule } from '../rule-tester.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

testRule(rule, {
  valid: [
    { name: 'checked', filename: '.env', code: `${variable}=1\n` },
    { name: "on a developer's machine", filename: '.env.development', code: `${variable}=0\n` },
    {
      name: 'an option that is on',
      filename: 'config.json',
      code: '{ "ssl": { "rejectUnauthorized": true } }',
    },
    {
      name: 'a text about it',
      filename: 'a.yml',
      code: 'description: set rejectUnauthorized to false\n',
    },
    {
      name: 'a schema',
      filename: 'a.schema.json',
      code: '{ "properties": { "rejectUnauthorized": false } }',
    },
    {
      name: 'this machine',
      filename: 'package.json',
      code: '{ "scripts": { "health": "curl -k https://localhost:3000" } }',
    },
    {
      name: 'a flag of something else',
      filename: 'package.json',
      code: '{ "scripts": { "a": "sort -k 2 x" } }',
    },
  ],
  invalid: [
    {
      name: 'a variable',
      filename: '.env',
      code: `${variable}=[|0|]\n`,
      errors: [
        { messageId: 'process', data: { name: variable }, suggestions: [`${variable}=1\n`] },
      ],
    },
    {
      name: 'a variable of containers',
      filename: 'compose.yml',
      code: `environment:\n  - ${variable}=[|0|]\n`,
      errors: [{ messageId: 'process', suggestions: [`environment:\n  - ${variable}=1\n`] }],
    },
    {
      name: 'a variable in quotes',
      filename: 'k8s/deployment.yaml',
      code: `env:\n  - name: ${variable}\n    value: [|"0"|]\n`,
      errors: [
        { messageId: 'process', suggestions: [`env:\n  - name: ${variable}\n    value: "1"\n`] },
      ],
    },
    {
      name: 'a script',
      filename: 'package.json',
      code: `{ "scripts": { "start": "${variable}=[|0|] node server.js" } }`,
      errors: [
        {
          messageId: 'process',
          suggestions: [`{ "scripts": { "start": "${variable}=1 node server.js" } }`],
        },
      ],
    },
    {
      name: 'a command of a pipeline',
      filename: '.github/workflows/ci.yml',
      code: 'steps:\n  - run: |\n      echo go\n      curl [|-k|] https://api.shop.io\n',
      errors: [{ messageId: 'command', data: { name: '-k' } }],
    },
    {
      name: 'an option',
      filename: 'config/production.json',
      code: '{ "database": { "ssl": { "rejectUnauthorized": [|false|] } } }',
      errors: [
        {
          messageId: 'option',
          suggestions: ['{ "database": { "ssl": { "rejectUnauthorized": true } } }'],
        },
      ],
    },
    {
      name: 'a package manager',
      filename: '.gitlab-ci.yml',
      code: 'variables:\n  NPM_CONFIG_STRICT_SSL: [|"false"|]\n',
      errors: [
        { messageId: 'option', suggestions: ['variables:\n  NPM_CONFIG_STRICT_SSL: "true"\n'] },
      ],
    },
  ],
});
