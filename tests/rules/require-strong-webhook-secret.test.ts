import rule from '../../rules/require-strong-webhook-secret.ts';
import { testRule } from '../rule-tester.ts';

const crypto = "import { randomBytes } from 'node:crypto';\n";
const zod = "import { z } from 'zod';\n";
const error = (messageId: string, length: number, ...suggestions: string[]) => [
  { messageId, data: { length, limit: 32 }, suggestions },
];
const long = ['Vt6Zq1XwR8kLm4Yb', '9NsHc3JdPe7GfAu2'].join('');

testRule(rule, {
  valid: [
    'const webhookSecret = process.env.MC_WEBHOOK_SECRET;',
    { name: 'long enough', code: `const webhookSecret = '${long}';` },
    {
      name: 'a schema that asks for enough',
      code: `${zod}export const env = z.object({ MC_WEBHOOK_SECRET: z.string().min(32), SHOP_NAME: z.string().min(1) }).parse(process.env);`,
    },
    {
      name: 'a check that refuses short ones',
      code: "const MIN = 32;\nconst secret = process.env.MC_WEBHOOK_SECRET;\nif (!secret || secret.length < MIN) throw new Error('too short');",
    },
    {
      name: 'enough bytes',
      code: `${crypto}const webhookSecret = randomBytes(32).toString('base64url');`,
    },
    {
      name: 'sixteen bytes are 32 digits',
      code: `${crypto}const webhookSecret = randomBytes(16).toString('hex');`,
    },
    {
      name: 'another thing made at random',
      code: `${crypto}const nonce = randomBytes(8).toString('hex');\nconst sessionId = randomBytes(4).toString('hex');`,
    },
    {
      name: 'bytes that are encoded elsewhere',
      code: `${crypto}const webhookSecret = randomBytes(24);`,
    },
    {
      name: 'names of variables, headers and places',
      code: "const names = { webhookSecret: 'MC_WEBHOOK_SECRET' };\nconst path = { webhookSecret: 'prod/mc/webhook' };\nconst label = { webhookSecret: 'Secret' };",
    },
    {
      name: 'a form',
      code: 'const field = <input name="webhookSecret" placeholder="webhooksecret" />;',
      filename: 'src/form.tsx',
    },
    {
      name: 'another secret',
      code: "const body = { secret: 'short' };\nconst password = z.string().min(8);",
    },
    {
      name: 'not known how much',
      code: `${crypto}export const make = (n) => { const webhookSecret = randomBytes(n).toString('hex'); return webhookSecret; };`,
    },
    {
      name: 'a test',
      code: "const webhookSecret = 'whsec_test1';",
      filename: 'tests/webhook.test.ts',
    },
    {
      name: 'a lower limit',
      code: `${zod}const env = z.object({ WEBHOOK_SECRET: z.string().min(24) });`,
      options: { minLength: 24 },
    },
  ],
  invalid: [
    {
      name: 'made by a function as long as its caller says',
      code: "import axios from 'axios';\nimport { randomBytes } from 'node:crypto';\nconst fresh = (size) => randomBytes(size).toString('hex');\nexport const rotate = () => axios.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { secret: [|fresh(12)|] });",
      errors: error(
        'generated',
        24,
        "import axios from 'axios';\nimport { randomBytes } from 'node:crypto';\nconst fresh = (size) => randomBytes(size).toString('hex');\nexport const rotate = () => axios.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { secret: fresh(16) });",
      ),
    },
    {
      name: 'made by a function of the file',
      code: "import axios from 'axios';\nimport { randomBytes } from 'node:crypto';\nconst fresh = () => [|randomBytes(12)|].toString('base64');\nexport const rotate = () => axios.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { secret: fresh() });",
      errors: error(
        'generated',
        16,
        "import axios from 'axios';\nimport { randomBytes } from 'node:crypto';\nconst fresh = () => randomBytes(24).toString('base64');\nexport const rotate = () => axios.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { secret: fresh() });",
      ),
    },
    { code: "const webhookSecret = [|'topsecret1'|];", errors: error('literal', 10) },
    {
      name: 'in place of the environment',
      code: "const secret = process.env.MC_WEBHOOK_SECRET || [|'changeme'|];",
      errors: error('literal', 8),
    },
    {
      name: 'in a configuration',
      code: "export const config = { mc: { webhookSecret: [|'mc-secret-2024'|] } };",
      errors: error('literal', 14),
    },
    {
      name: 'given to a registration',
      code: "import axios from 'axios';\nawait axios.post('https://mc-prd.duckdns.org/api/v1/webhooks', { url, secret: [|'s3cret'|] });",
      errors: error('literal', 6),
    },
    {
      name: 'long, but of few characters',
      code: `const webhookSecret = [|'${'ab12'.repeat(8)}'|];`,
      errors: [{ messageId: 'variety', data: { length: 4, limit: 32 } }],
    },
    {
      name: 'a schema',
      code: `${zod}export const env = z.object({ MONCRENEAU_WEBHOOK_SECRET: z.string().min([|16|]) }).parse(process.env);`,
      errors: error(
        'minimum',
        16,
        `${zod}export const env = z.object({ MONCRENEAU_WEBHOOK_SECRET: z.string().min(32) }).parse(process.env);`,
      ),
    },
    {
      name: 'a schema with a message, trimmed',
      code: `${zod}const env = z.object({ WEBHOOK_SIGNING_SECRET: z.string().trim().min([|1|], 'missing').optional() });`,
      errors: error(
        'minimum',
        1,
        `${zod}const env = z.object({ WEBHOOK_SIGNING_SECRET: z.string().trim().min(32, 'missing').optional() });`,
      ),
    },
    {
      name: 'another library of schemas',
      code: "import Joi from 'joi';\nconst schema = Joi.object({ WEBHOOK_SECRET: Joi.string().min([|20|]).required() });",
      errors: error(
        'minimum',
        20,
        "import Joi from 'joi';\nconst schema = Joi.object({ WEBHOOK_SECRET: Joi.string().min(32).required() });",
      ),
    },
    {
      name: 'a pipe of checks',
      code: "import * as v from 'valibot';\nconst schema = v.object({ WEBHOOK_SECRET: v.pipe(v.string(), v.minLength([|10|])) });",
      errors: error(
        'minimum',
        10,
        "import * as v from 'valibot';\nconst schema = v.object({ WEBHOOK_SECRET: v.pipe(v.string(), v.minLength(32)) });",
      ),
    },
    {
      name: 'a schema in JSON',
      code: "const schema = { type: 'object', properties: { WEBHOOK_SECRET: { type: 'string', minLength: [|8|] } } };",
      errors: error(
        'minimum',
        8,
        "const schema = { type: 'object', properties: { WEBHOOK_SECRET: { type: 'string', minLength: 32 } } };",
      ),
    },
    {
      name: 'a check by hand',
      code: "const secret = process.env.MC_WEBHOOK_SECRET;\nif (!secret || secret.length < [|16|]) throw new Error('too short');",
      errors: error(
        'minimum',
        16,
        "const secret = process.env.MC_WEBHOOK_SECRET;\nif (!secret || secret.length < 32) throw new Error('too short');",
      ),
    },
    {
      name: 'few bytes',
      code: `${crypto}const webhookSecret = [|randomBytes(8)|].toString('hex');`,
      errors: error(
        'generated',
        16,
        `${crypto}const webhookSecret = randomBytes(16).toString('hex');`,
      ),
    },
    {
      name: 'few bytes, given to a registration',
      code: `import { randomBytes } from 'crypto';\nimport got from 'got';\nexport const register = (url) => got.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { json: { url, secret: [|randomBytes(12)|].toString('base64') } });`,
      errors: error(
        'generated',
        16,
        `import { randomBytes } from 'crypto';\nimport got from 'got';\nexport const register = (url) => got.put('https://mc-prd.duckdns.org/api/v1/webhooks/main', { json: { url, secret: randomBytes(24).toString('base64') } });`,
      ),
    },
    {
      name: 'few bytes, named before they are given to a registration',
      code: `import { randomBytes } from 'crypto';\nimport got from 'got';\nexport async function register(url) { const secret = [|randomBytes(8)|].toString('hex'); await got.post('https://mc-prd.duckdns.org/api/v1/webhooks', { json: { url, secret } }); }`,
      errors: error(
        'generated',
        16,
        `import { randomBytes } from 'crypto';\nimport got from 'got';\nexport async function register(url) { const secret = randomBytes(16).toString('hex'); await got.post('https://mc-prd.duckdns.org/api/v1/webhooks', { json: { url, secret } }); }`,
      ),
    },
    {
      name: 'the default of a library',
      code: "import { nanoid } from 'nanoid';\nclass Hooks { rotate() { this.webhookSecret = [|nanoid()|]; } }",
      errors: error('generated', 21),
    },
    {
      name: 'cut short',
      code: `${crypto}const webhookSecret = [|randomBytes(32)|].toString('hex').slice(0, 20);`,
      errors: error('generated', 20),
    },
    {
      name: 'no randomness to speak of',
      code: 'const webhookSecret = [|Math.random()|].toString(36).slice(2);',
      errors: error('generated', 11),
    },
  ],
});
