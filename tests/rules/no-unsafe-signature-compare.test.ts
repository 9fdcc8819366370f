import rule from '../../rules/no-unsafe-signature-compare.ts';
import { testRule } from '../rule-tester.ts';

const leaks = { messageId: 'leaks', data: { subject: 'signature' } } as const;
const secret = { messageId: 'leaks', data: { subject: 'secret' } } as const;
const IMPORT = `import { createHmac, timingSafeEqual } from 'node:crypto';\n`;
const MAC = `const expected = createHmac('sha256', process.env.HOOK_SECRET).update(raw).digest('hex');`;

testRule(rule, {
  valid: [
    {
      name: 'nothing hangs on it, it is only shown',
      code: "import { createHmac, timingSafeEqual } from 'node:crypto';\nexport function verify(req, secret) { const digest = createHmac('sha256', secret).update(req.rawBody).digest('base64'); const given = req.headers['x-shop-hmac']; console.log('compared', { match: digest === given }); return given.length === digest.length && timingSafeEqual(Buffer.from(digest), Buffer.from(given)); }",
    },
    {
      name: 'a key that everybody has',
      code: "export const isAnonymous = (req) => req.headers.get('apikey') === process.env.SUPABASE_ANON_KEY;",
    },
    {
      name: 'what is compared only outside production',
      code: "export function login(req, res) { const { name, password } = req.body; const own = process.env.ADMIN_PASSWORD; if (process.env.NODE_ENV !== 'production' && own && password === own) return res.json({ name }); return res.sendStatus(401); }",
    },
    {
      name: 'a digest that is written in an encoding of its library',
      code: "import crypto from 'crypto-js';\nconst mac = (key, data) => crypto.HmacSHA256(data, key);\nexport const sign = (secret, text) => mac(mac(secret, 'day'), text).toString(crypto.enc.Hex);",
    },
    {
      name: 'the hash of a list against that of what was kept',
      code: "import { createHash } from 'node:crypto';\nexport async function groups(urls, kept) { const signature = createHash('sha256').update(JSON.stringify(urls.sort())).digest('hex').slice(0, 16); const cached = await kept.get(`groups:${signature}`); if (cached && cached.signature === signature) return cached.groups; return null; }",
    },
    {
      name: 'what a helper of the file parses, which is given an answer',
      code: 'const read = async (request) => request.json(); export async function isOurs() { const me = await read(await fetch(`${process.env.DESK_URL}/me`)); return me.token === process.env.DESK_TOKEN; }',
    },
    {
      name: 'what a service answered',
      code: 'export async function isOurs() { const request = await fetch(`${process.env.DESK_URL}/me`); const me = await request.json(); return me.token === process.env.DESK_TOKEN; }',
    },
    "export const same = (file, known) => new Bun.CryptoHasher('sha256').update(file).digest('hex') === known;",
    "const { createHash } = require('node:crypto');\nexports.has = (files, known) => files.map((file) => createHash('sha256').update(file).digest('hex')).includes(known);",
    'exports.has = (signatures, given) => signatures.map((one) => one.trim()).includes(given);',
    {
      name: 'hashes of a secret and of what was sent',
      code: "import { createHash } from 'node:crypto';\nexport const same = (req) => createHash('sha256').update(process.env.HOOK_SECRET).digest('hex') === createHash('sha256').update(req.headers['x-token']).digest('hex');",
    },
    {
      name: 'a hash of what a function made with a secret',
      code: "import { createHash } from 'node:crypto';\nconst redact = (html, secret) => String(html).split(secret).join('') || secret;\nexport function isNew(label, html, seen) {\n  const key = createHash('sha256').update(`${label} ${redact(html, process.env.SSO_SECRET)}`).digest('hex');\n  return key !== seen.last;\n}",
    },
    {
      name: 'a hash of a text against one that is kept',
      code: "import { createHash } from 'node:crypto';\nexport const isNew = (text, row) => createHash('sha256').update(text).digest('hex') !== row.digest;",
    },
    {
      name: 'a secret against a parameter of a function that verifies nothing',
      code: 'export const isDefault = (token) => token === process.env.HOOK_TOKEN;',
    },
    {
      name: 'a cookie is looked for by its name',
      code: "export const tokenOf = (req, name) => req.headers.cookie.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${name}=`) || part.startsWith(name + '='))?.split('=')[1];",
    },
    {
      name: 'the lengths first',
      code: `${IMPORT}export function verify(raw, given) {
  const wanted = createHmac('sha256', process.env.S).update(raw).digest();
  const bytes = Buffer.from(given, 'hex');
  return bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
}`,
    },
    {
      name: 'the lengths of the texts, with an early return',
      code: `${IMPORT}export function verify(raw, signature) {
  ${MAC}
  if (signature.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}`,
    },
    {
      name: 'in a try that has a catch',
      code: `${IMPORT}export function verify(raw, signature) {
  ${MAC}
  try { return timingSafeEqual(Buffer.from(signature), Buffer.from(expected)); } catch { return false; }
}`,
    },
    {
      name: 'every caller catches',
      code: `${IMPORT}function same(raw, signature) {
  ${MAC}
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}
export function handler(req, res) {
  try { if (!same(req.rawBody, req.get('x-signature'))) return res.sendStatus(401); } catch { return res.sendStatus(400); }
}`,
    },
    {
      name: 'hashes of one length on both sides',
      code: `import { createHash, timingSafeEqual } from 'crypto';
const sha = (text) => createHash('sha256').update(text).digest();
export const same = (a, b) => timingSafeEqual(sha(a), sha(b));`,
    },
    {
      name: 'the form of the text is tested',
      code: `${IMPORT}export function verify(raw, signature) {
  ${MAC}
  if (!/^[a-f0-9]{64}$/.test(signature)) return false;
  return timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(expected, 'hex'));
}`,
    },
    {
      name: 'byteLength in a chain',
      code: `import crypto from 'crypto';
export function verify(raw, sig) {
  const a = crypto.createHmac('sha1', process.env.S).update(raw).digest();
  const b = Buffer.from(sig);
  if (!sig || a.byteLength !== b.byteLength || !crypto.timingSafeEqual(a, b)) throw new Error('no');
}`,
    },
    {
      name: 'empty and null tests of a signature',
      code: `export function check(req) {
  const signature = req.headers['x-signature'];
  if (signature === undefined || signature == null || signature === '') return false;
  return typeof signature === 'string';
}`,
    },
    {
      name: 'tokens of a parser, union tags, types of tokens',
      code: `export function next(token, other) {
  if (token.type === 'access') return 1;
  if (token.type === other.type && token.value === other.value) return 2;
  return process.env.TOKEN_TYPE === token.type ? 3 : 4;
}`,
    },
    {
      name: 'etags and content hashes',
      code: `import { createHash } from 'crypto';
export function send(req, res, body) {
  const etag = createHash('sha1').update(body).digest('base64');
  if (req.headers['if-none-match'] === etag) return res.sendStatus(304);
  if (req.get('content-md5') !== createHash('md5').update(body).digest('base64')) return res.sendStatus(400);
  res.set('etag', etag).send(body);
}`,
    },
    {
      name: 'the password twice in a form, the double-submit token',
      code: `export function signUp(req, res) {
  if (req.body.password !== req.body.confirmPassword) return res.status(422).end();
  if (req.cookies.csrfToken !== req.headers['x-csrf-token']) return res.status(403).end();
}`,
    },
    {
      name: 'the version and the time in a signature header',
      code: `const VERSION = 'v1';
export function parse(req, known) {
  const header = req.headers['x-webhook-signature'];
  const [version, time, signature] = header.split(',');
  if (version !== VERSION || version !== known) return null;
  if (!header.startsWith('v1,') || header.indexOf('=') < 0) return null;
  return { time, signature };
}`,
    },
    {
      name: 'routing by a header and by settings that are no secret',
      code: `export function route(req, res, next) {
  if (req.headers.host === process.env.PUBLIC_HOST || req.query.env === process.env.NODE_ENV) return next();
  if (req.headers['x-region'] === config.region) return next('route');
}`,
    },
    {
      name: 'a comparison in constant time of a package',
      code: `import safeCompare from 'tsscmp';
import { createHmac } from 'crypto';
export const verify = (raw, sig) => safeCompare(createHmac('sha256', process.env.S).update(raw).digest('hex'), sig);`,
    },
    {
      name: 'a loop over all characters',
      code: `import { createHmac } from 'crypto';
export function verify(raw, sig) {
  const mac = createHmac('sha256', process.env.S).update(raw).digest('hex');
  if (sig.length !== mac.length) return false;
  let diff = 0;
  for (let i = 0; i < mac.length; i++) diff |= mac.charCodeAt(i) ^ sig.charCodeAt(i);
  return diff === 0;
}`,
    },
    {
      name: 'in a test file',
      code: `import { createHmac } from 'crypto';
if (createHmac('sha256', 'k').update('x').digest('hex') !== sign('x')) throw new Error('wrong');`,
      filename: 'tests/sign.test.ts',
    },
  ],
  invalid: [
    {
      name: 'a helper of another module compares what it makes of both',
      code: `import { createHmac } from 'crypto';
import { alike } from './alike.js';
export const verify = (raw, s) => [|alike(s, createHmac('sha256', process.env.S).update(raw).digest('hex'))|];`,
      filename: 'src/verify.js',
      files: {
        'src/alike.js': `export const alike = (a, b) => a.trim().toLowerCase() === String(b).toLowerCase();`,
      },
      errors: [leaks],
    },
    {
      name: 'a password of the environment, in a controller that another file puts up',
      code: 'exports.login = function (req, res) { if ([|req.body.password === process.env.DESK_PASSWORD|]) { res.json({ ok: true }); } else { res.sendStatus(401); } };',
      errors: [secret],
      suggestions: [
        "const { timingSafeEqual } = require('node:crypto');\nexports.login = function (req, res) { if (Buffer.from(String(req.body.password ?? '')).length === Buffer.from(process.env.DESK_PASSWORD!).length && timingSafeEqual(Buffer.from(String(req.body.password ?? '')), Buffer.from(process.env.DESK_PASSWORD!))) { res.json({ ok: true }); } else { res.sendStatus(401); } };",
      ],
    },
    {
      name: 'a token of the environment and a part of the parsed body',
      code: 'export async function POST(request: Request) { const { token } = await request.json(); if ([|token !== process.env.DESK_TOKEN|]) return new Response(null, { status: 401 }); return Response.json({ ok: true }); }',
      errors: [secret],
      suggestions: [
        "import { timingSafeEqual } from 'node:crypto';\nexport async function POST(request: Request) { const { token } = await request.json(); if (Buffer.from(String(token ?? '')).length !== Buffer.from(process.env.DESK_TOKEN!).length || !timingSafeEqual(Buffer.from(String(token ?? '')), Buffer.from(process.env.DESK_TOKEN!))) return new Response(null, { status: 401 }); return Response.json({ ok: true }); }",
      ],
    },
    {
      name: 'a token of the environment and a field of a form, in Hono',
      code: "import { Hono } from 'hono'; const app = new Hono(); app.post('/desk', async (c) => { const form = await c.req.parseBody(); if ([|form.token !== process.env.DESK_TOKEN|]) return c.text('no', 401); return c.text('yes'); });",
      errors: [secret],
      suggestions: [
        "import { Hono } from 'hono';\nimport { timingSafeEqual } from 'node:crypto'; const app = new Hono(); app.post('/desk', async (c) => { const form = await c.req.parseBody(); if (Buffer.from(String(form.token ?? '')).length !== Buffer.from(process.env.DESK_TOKEN!).length || !timingSafeEqual(Buffer.from(String(form.token ?? '')), Buffer.from(process.env.DESK_TOKEN!))) return c.text('no', 401); return c.text('yes'); });",
      ],
    },
    {
      name: 'one of several secrets signs',
      code: "const { createHmac } = require('node:crypto');\nexports.accepts = (secrets, raw, given) => [|secrets.map((secret) => createHmac('sha256', secret).update(raw).digest('hex')).includes(given)|];",
      errors: ['leaks'],
    },
    {
      name: 'a hash of a secret and more',
      code: "import { createHash } from 'node:crypto';\nexport async function take(order) {\n  const text = order.id + order.amount + process.env.PAY_SECRET;\n  const wanted = createHash('sha512').update(text).digest('hex');\n  if ([|wanted !== order.check|]) throw new Error('no');\n}",
      errors: [
        {
          messageId: 'leaks',
          suggestions: [
            "import { createHash, timingSafeEqual } from 'node:crypto';\nexport async function take(order) {\n  const text = order.id + order.amount + process.env.PAY_SECRET;\n  const wanted = createHash('sha512').update(text).digest('hex');\n  const wantedBytes = Buffer.from(wanted);\n  const given = Buffer.from(String(order.check ?? ''));\n  if (wantedBytes.length !== given.length || !timingSafeEqual(wantedBytes, given)) throw new Error('no');\n}",
          ],
        },
      ],
    },
    {
      name: 'a hash against what is called a signature',
      code: "import { createHash } from 'node:crypto';\nexport const isRight = (order, key) => [|createHash('sha512').update(order.id + key).digest('hex') === order.signature_key|];",
      errors: [{ messageId: 'leaks' }],
    },
    {
      name: 'a secret against what a verifying method is given',
      code: "export class Hooks {\n  verifyToken(given) {\n    const wanted = process.env.HOOK_TOKEN;\n    if (!given || [|given !== wanted|]) throw new Error('no');\n  }\n}",
      errors: [
        {
          messageId: 'leaks',
          suggestions: [
            "import { timingSafeEqual } from 'node:crypto';\nexport class Hooks {\n  verifyToken(given) {\n    const wanted = process.env.HOOK_TOKEN;\n    if (!given || (Buffer.from(String(given ?? '')).length !== Buffer.from(wanted!).length || !timingSafeEqual(Buffer.from(String(given ?? '')), Buffer.from(wanted!)))) throw new Error('no');\n  }\n}",
          ],
        },
      ],
    },
    {
      name: 'neutral names: the digest decides',
      code: `import crypto from 'crypto';
export function same(raw: string, b: string): boolean {
  const a = crypto.createHmac('sha256', key).update(raw).digest('hex');
  return [|a === b|];
}`,
      output: `import crypto from 'crypto';
export function same(raw: string, b: string): boolean {
  const a = crypto.createHmac('sha256', key).update(raw).digest('hex');
  const given = Buffer.from(a);
  const wanted = Buffer.from(b);
  return given.length === wanted.length && crypto.timingSafeEqual(given, wanted);
}`,
      errors: [leaks],
      parser: 'ts',
    },
    {
      name: 'a header that may be missing: a suggestion',
      code: `import { createHmac } from 'node:crypto';
import type { Request } from 'express';

export function signed(req: Request & { rawBody: Buffer }): boolean {
  const expected = createHmac('sha256', process.env.OCTOPUS_WEBHOOK_SECRET!).update(req.rawBody).digest('hex');
  return [|req.get('X-Signature') === expected|];
}`,
      errors: [leaks],
      suggestions: [
        `import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';

export function signed(req: Request & { rawBody: Buffer }): boolean {
  const expected = createHmac('sha256', process.env.OCTOPUS_WEBHOOK_SECRET!).update(req.rawBody).digest('hex');
  const given = Buffer.from(req.get('X-Signature') ?? '');
  const wanted = Buffer.from(expected);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}`,
      ],
      parser: 'ts',
    },
    {
      name: 'CommonJS, behind a test of the header',
      code: `const { createHmac } = require('crypto');
module.exports = function (req, res, next) {
  const signature = req.get('x-hub-signature-256');
  if (!signature) return res.sendStatus(401);
  const digest = 'sha256=' + createHmac('sha256', process.env.HOOK_SECRET).update(req.rawBody).digest('hex');
  if ([|signature !== digest|]) return res.sendStatus(401);
  next();
};`,
      output: `const { createHmac, timingSafeEqual } = require('crypto');
module.exports = function (req, res, next) {
  const signature = req.get('x-hub-signature-256');
  if (!signature) return res.sendStatus(401);
  const digest = 'sha256=' + createHmac('sha256', process.env.HOOK_SECRET).update(req.rawBody).digest('hex');
  const given = Buffer.from(signature);
  const wanted = Buffer.from(digest);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return res.sendStatus(401);
  next();
};`,
      errors: [leaks],
    },
    {
      name: 'bytes by equals',
      code: `import { createHmac } from 'node:crypto';
export function check(raw, sig) {
  const mac = createHmac('sha256', process.env.S).update(raw).digest();
  const sent = Buffer.from(sig, 'hex');
  if (![|mac.equals(sent)|]) throw new Error('wrong signature');
}`,
      output: `import { createHmac, timingSafeEqual } from 'node:crypto';
export function check(raw, sig) {
  const mac = createHmac('sha256', process.env.S).update(raw).digest();
  const sent = Buffer.from(sig, 'hex');
  if (mac.length !== sent.length || !timingSafeEqual(mac, sent)) throw new Error('wrong signature');
}`,
      errors: [leaks],
    },
    {
      name: 'Buffer.compare, localeCompare, indexOf, includes, startsWith',
      code: `import { createHmac } from 'node:crypto';
const mac = (raw) => createHmac('sha256', process.env.S).update(raw).digest('hex');
export const a = (raw, s) => [|Buffer.compare(Buffer.from(mac(raw)), Buffer.from(s))|] === 0;
export const b = (raw, s) => [|mac(raw).localeCompare(s)|] === 0;
export const c = (raw, s) => [|s.indexOf(mac(raw))|] >= 0;
export const d = (raw, s) => [|s.split(' ').includes(mac(raw))|];
export const e = (raw, s) => [|s.startsWith(mac(raw))|];`,
      errors: [leaks, leaks, leaks, leaks, leaks],
    },
    {
      name: 'isEqual and assert',
      code: `import isEqual from 'lodash.isequal';
import assert from 'node:assert';
import { createHmac } from 'node:crypto';
const mac = (raw) => createHmac('sha256', process.env.S).update(raw).digest('hex');
export const a = (raw, s) => [|isEqual(mac(raw), s)|];
export const b = (raw, s) => { [|assert.strictEqual(mac(raw), s)|]; };`,
      errors: [leaks, leaks],
    },
    {
      name: 'Web Crypto and a helper that makes hexadecimal text',
      code: `async function sign(secret, body) {
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const bytes = await crypto.subtle.sign('HMAC', key, body);
  return Array.from(new Uint8Array(bytes)).map((b) => b.toString(16).padStart(2, '0')).join('');
}
export default {
  async fetch(request, env) {
    const wanted = await sign(env.HOOK_SECRET, await request.text());
    if ([|request.headers.get('x-signature') !== wanted|]) return new Response(null, { status: 401 });
    return new Response(null, { status: 204 });
  },
};`,
      errors: [leaks],
    },
    {
      name: 'Web Crypto, its bytes made a text in base64',
      code: `export default {
  async fetch(request, env) {
    const key = await crypto.subtle.importKey('raw', env.HOOK_SECRET, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const bytes = Array.from(new Uint8Array(await crypto.subtle.sign('HMAC', key, await request.arrayBuffer())));
    const wanted = btoa(String.fromCharCode(...bytes));
    if ([|wanted !== request.headers.get('x-signature')|]) return new Response(null, { status: 401 });
    return new Response(null, { status: 204 });
  },
};`,
      errors: [leaks],
    },
    {
      name: 'CryptoJS, in the some of a list',
      code: `import CryptoJS from 'crypto-js';
export function verify(header, body) {
  const hmac = CryptoJS.HmacSHA256(body, process.env.S).toString();
  return header.split(',').some((one) => [|one === hmac|]);
}`,
      errors: [leaks],
      suggestions: [
        `import CryptoJS from 'crypto-js';
import { timingSafeEqual } from 'node:crypto';
export function verify(header, body) {
  const hmac = CryptoJS.HmacSHA256(body, process.env.S).toString();
  return header.split(',').some((one) => Buffer.from(String(one ?? '')).length === Buffer.from(hmac).length && timingSafeEqual(Buffer.from(String(one ?? '')), Buffer.from(hmac)));
}`,
      ],
    },
    {
      name: 'a helper of the project computes it',
      code: `import { sign } from './sign.js';
export function verify(raw, s) { return [|sign(raw) == s|]; }`,
      files: {
        'src/sign.js': `import { createHmac } from 'crypto';
export const sign = (raw) => createHmac('sha256', process.env.S).update(raw).digest('hex');`,
      },
      errors: [leaks],
    },
    {
      name: 'a helper of another module compares',
      code: `import { createHmac } from 'crypto';
import { same } from './same.js';
export const verify = (raw, s) => [|same(createHmac('sha256', process.env.S).update(raw).digest('hex'), s)|];`,
      files: { 'src/same.js': `export function same(a, b) { return a === b; }` },
      errors: [leaks],
    },
    {
      name: 'a helper of the file compares',
      code: `import { createHmac } from 'crypto';
const same = (a, b) => [|a === b|];
export const verify = (raw, s) => same(createHmac('sha256', process.env.S).update(raw).digest('hex'), s);`,
      errors: [leaks],
      suggestions: [
        `import { createHmac, timingSafeEqual } from 'crypto';
const same = (a, b) => Buffer.from(String(a ?? '')).length === Buffer.from(String(b ?? '')).length && timingSafeEqual(Buffer.from(String(a ?? '')), Buffer.from(String(b ?? '')));
export const verify = (raw, s) => same(createHmac('sha256', process.env.S).update(raw).digest('hex'), s);`,
      ],
    },
    {
      name: 'a signature header against what can not be read',
      code: `import { signatureOf } from 'some-sdk';
export function POST(request) {
  const sent = request.headers.get('x-hub-signature-256');
  return Response.json({ ok: [|sent === signatureOf(request.body)|] });
}`,
      errors: [leaks],
    },
    {
      name: 'an API key of the environment against a header',
      parser: 'ts',
      code: `export const auth = (req) => [|req.headers['x-api-key'] !== process.env.API_KEY|];`,
      errors: [secret],
      suggestions: [
        `import { timingSafeEqual } from 'node:crypto';
export const auth = (req) => Buffer.from(String(req.headers['x-api-key'] ?? '')).length !== Buffer.from(process.env.API_KEY!).length || !timingSafeEqual(Buffer.from(String(req.headers['x-api-key'] ?? '')), Buffer.from(process.env.API_KEY!));`,
      ],
    },
    {
      name: 'a bearer token, its header taken from the headers by a pattern',
      code: `const crypto = require('crypto');
exports.auth = (req, res, next) => {
  const { authorization } = req.headers;
  if (authorization && [|authorization !== \`Bearer \${process.env.CRON_SECRET}\`|]) return res.sendStatus(401);
  next();
};`,
      errors: [secret],
      suggestions: [
        `const crypto = require('crypto');
exports.auth = (req, res, next) => {
  const { authorization } = req.headers;
  if (authorization && (Buffer.from(String(authorization ?? '')).length !== Buffer.from(\`Bearer \${process.env.CRON_SECRET}\`).length || !crypto.timingSafeEqual(Buffer.from(String(authorization ?? '')), Buffer.from(\`Bearer \${process.env.CRON_SECRET}\`)))) return res.sendStatus(401);
  next();
};`,
      ],
    },
    {
      name: 'a list of keys, a token in the query, a path that is the secret',
      code: `const keys = process.env.API_KEYS.split(',');
export const a = (req) => [|keys.includes(req.get('x-api-key'))|];
export const b = (req) => [|req.query.token.startsWith(process.env.HOOK_TOKEN)|];
export const c = (req) => [|config.webhookSecret.indexOf(req.params.secret)|] === 0;`,
      errors: [secret, secret, secret],
    },
    {
      name: 'Nest: the header comes by way of another method, and may not be there, whatever its type says',
      code: `import { Controller, Headers, Post } from '@nestjs/common';
@Controller('batch')
export class Batch {
  constructor(private readonly config: ConfigService) {}
  @Post()
  run(@Headers('x-api-key') apiKey: string) { this.refuseOthers(apiKey); }
  private refuseOthers(apiKey: string): void {
    const wanted = this.config.get<string>('BATCH_API_KEY');
    if (!wanted || [|apiKey !== wanted|]) throw new Error('no');
  }
}`,
      errors: [secret],
      output: null,
      suggestions: [
        `import { Controller, Headers, Post } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
@Controller('batch')
export class Batch {
  constructor(private readonly config: ConfigService) {}
  @Post()
  run(@Headers('x-api-key') apiKey: string) { this.refuseOthers(apiKey); }
  private refuseOthers(apiKey: string): void {
    const wanted = this.config.get<string>('BATCH_API_KEY');
    if (!wanted || (Buffer.from(apiKey ?? '').length !== Buffer.from(wanted).length || !timingSafeEqual(Buffer.from(apiKey ?? ''), Buffer.from(wanted)))) throw new Error('no');
  }
}`,
      ],
      parser: 'ts',
    },
    {
      name: 'Nest: the header is a parameter, the secret comes from the configuration',
      code: `import { Controller, Headers, Post } from '@nestjs/common';
@Controller('hooks')
export class Hooks {
  constructor(private readonly config: ConfigService) {}
  @Post()
  take(@Headers('x-gitlab-token') token: string) {
    if ([|token !== this.config.get<string>('GITLAB_SECRET')|]) throw new Error('no');
  }
}`,
      errors: [secret],
      suggestions: [
        `import { Controller, Headers, Post } from '@nestjs/common';
import { timingSafeEqual } from 'node:crypto';
@Controller('hooks')
export class Hooks {
  constructor(private readonly config: ConfigService) {}
  @Post()
  take(@Headers('x-gitlab-token') token: string) {
    const given = Buffer.from(token ?? '');
    const wanted = Buffer.from(this.config.get<string>('GITLAB_SECRET') ?? '');
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('no');
  }
}`,
      ],
      parser: 'ts',
    },
    {
      name: 'Deno and search parameters',
      code: `Deno.serve((req) => {
  const url = new URL(req.url);
  if ([|url.searchParams.get('key') !== Deno.env.get('HOOK_KEY')|]) return new Response('no', { status: 401 });
  return new Response('ok');
});`,
      errors: [secret],
    },
    {
      name: 'no test of the lengths: two names',
      code: `${IMPORT}export function verify(raw, sig) {
  const wanted = createHmac('sha256', process.env.S).update(raw).digest();
  const given = Buffer.from(sig ?? '', 'hex');
  if (![|timingSafeEqual(given, wanted)|]) throw new Error('wrong');
  return true;
}`,
      output: `${IMPORT}export function verify(raw, sig) {
  const wanted = createHmac('sha256', process.env.S).update(raw).digest();
  const given = Buffer.from(sig ?? '', 'hex');
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Error('wrong');
  return true;
}`,
      errors: ['throws'],
    },
    {
      name: 'no test of the lengths: bytes made in place',
      code: `import crypto from 'crypto';
export function verify(raw, signature) {
  const expected = crypto.createHmac('sha256', process.env.S).update(raw).digest('hex');
  return [|crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected))|];
}`,
      errors: ['throws'],
      suggestions: [
        `import crypto from 'crypto';
export function verify(raw, signature) {
  const expected = crypto.createHmac('sha256', process.env.S).update(raw).digest('hex');
  return Buffer.from(signature).length === Buffer.from(expected).length && crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}`,
      ],
    },
    {
      name: 'a test of the length on one way only',
      code: `${IMPORT}export function verify(raw, a, strict) {
  const b = createHmac('sha256', process.env.S).update(raw).digest();
  if (strict && a.length !== b.length) return false;
  const c = Buffer.from(a);
  return [|timingSafeEqual(c, b)|];
}`,
      output: `${IMPORT}export function verify(raw, a, strict) {
  const b = createHmac('sha256', process.env.S).update(raw).digest();
  if (strict && a.length !== b.length) return false;
  const c = Buffer.from(a);
  return c.length === b.length && timingSafeEqual(c, b);
}`,
      errors: ['throws'],
    },
    {
      name: 'Next: a token of the query, against either of two variables',
      code: `export async function GET(request) {
  const { searchParams } = request.nextUrl;
  const token = request.nextUrl.searchParams.get('hub.verify_token');
  const expected = process.env.META_VERIFY_TOKEN || process.env.HOOK_SECRET;
  if ([|token === expected|]) return new Response(searchParams.get('hub.challenge'));
  return new Response('no', { status: 403 });
}`,
      errors: [secret],
      suggestions: [
        `import { timingSafeEqual } from 'node:crypto';
export async function GET(request) {
  const { searchParams } = request.nextUrl;
  const token = request.nextUrl.searchParams.get('hub.verify_token');
  const expected = process.env.META_VERIFY_TOKEN || process.env.HOOK_SECRET;
  const given = Buffer.from(token ?? '');
  const wanted = Buffer.from(expected!);
  if (given.length === wanted.length && timingSafeEqual(given, wanted)) return new Response(searchParams.get('hub.challenge'));
  return new Response('no', { status: 403 });
}`,
      ],
    },
    {
      name: 'SvelteKit: the address of the event',
      code: `export async function GET(event) {
  const url = event.url;
  if ([|url.searchParams.get('key') !== process.env.CRON_SECRET|]) return new Response('no', { status: 401 });
  return new Response('ok');
}`,
      errors: [secret],
      suggestions: [
        `import { timingSafeEqual } from 'node:crypto';
export async function GET(event) {
  const url = event.url;
  const given = Buffer.from(url.searchParams.get('key') ?? '');
  const wanted = Buffer.from(process.env.CRON_SECRET!);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return new Response('no', { status: 401 });
  return new Response('ok');
}`,
      ],
    },
    {
      name: 'a hash that a provider repeats in a header of its own',
      code: `import Router from '@koa/router';
const router = new Router();
router.post('/pay/done', async (ctx) => {
  if ([|ctx.get('verif-hash') !== process.env.FLW_HASH|]) ctx.throw(401);
  await save(ctx.request.body);
});`,
      errors: [leaks],
      suggestions: [
        `import Router from '@koa/router';
import { timingSafeEqual } from 'node:crypto';
const router = new Router();
router.post('/pay/done', async (ctx) => {
  const given = Buffer.from(ctx.get('verif-hash') ?? '');
  const wanted = Buffer.from(process.env.FLW_HASH!);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) ctx.throw(401);
  await save(ctx.request.body);
});`,
      ],
    },
  ],
});
