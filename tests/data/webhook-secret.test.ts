import rule from '../../rules/require-strong-webhook-secret.ts';
import { testRule } from '../rule-tester.ts';

// Put together here, so that no text of this file looks like a secret.
const short = ['4xTq9Zw', '2LmR'].join('');
const long = [short, '7vYb8NcK5Wd3', 'Hs6Jf1Gp0QaE'].join('');

testRule(rule, {
  valid: [
    { name: 'long enough', filename: '.env', code: `WEBHOOK_SECRET=${long}\n` },
    {
      name: 'a reference',
      filename: 'compose.yml',
      code: 'environment:\n  WEBHOOK_SECRET: ${WEBHOOK_SECRET}\n',
    },
    { name: 'a placeholder', filename: '.env', code: 'WEBHOOK_SECRET=changeme\n' },
    { name: 'a template', filename: '.env.example', code: `WEBHOOK_SECRET=${short}\n` },
    { name: 'another secret', filename: '.env', code: `SESSION_SECRET=${short}\n` },
    { name: 'an address', filename: '.env', code: 'WEBHOOK_URL=https://shop.io/hook\n' },
  ],
  invalid: [
    {
      name: 'a .env file',
      filename: '.env',
      code: `WEBHOOK_SECRET=[|${short}|]\n`,
      errors: [{ messageId: 'literal', data: { length: 11, limit: 32 } }],
    },
    {
      name: 'containers',
      filename: 'compose.yml',
      code: `environment:\n  - WEBHOOK_SECRET=[|${short}|]\n`,
      errors: ['literal'],
    },
    {
      name: 'a configuration',
      filename: 'config.json',
      code: `{ "webhookSecret": [|"${short}"|] }`,
      errors: ['literal'],
    },
    {
      name: 'few different characters',
      filename: '.env',
      code: `WEBHOOK_SECRET=[|${'ab1c2d'.repeat(6)}|]\n`,
      errors: ['variety'],
    },
  ],
});
