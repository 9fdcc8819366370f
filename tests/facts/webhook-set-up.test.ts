import rule from '../../rules/require-webhook-signature.ts';
import { testRule } from '../rule-tester.ts';

const APP = (before: string, mark = ['[|', '|]']) =>
  `import Fastify from 'fastify';
import { protect, count } from './protect';
const app = Fastify();
${before}
${mark[0] ?? ''}app.post${mark[1] ?? ''}('/webhooks/orders', async (request, reply) => {
  await fulfil(request.body);
  return reply.code(204).send();
});
protect(app, ['/later']);`;

const PLUGIN = (before: string, mark = ['[|', '|]']) =>
  `import { protect, count } from './protect';
export async function routes(app) {
  ${before}
  ${mark[0] ?? ''}app.post${mark[1] ?? ''}('/webhooks/orders', async (request, reply) => {
    await fulfil(request.body);
    return reply.code(204).send();
  });
}`;

const files = {
  'src/protect.js': `import { createHmac, timingSafeEqual } from 'node:crypto';
function isSigned(body, signature) {
  const wanted = createHmac('sha256', process.env.WEBHOOK_SECRET).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
function middleware({ status = 401 } = {}) {
  return (request, reply, done) => {
    if (!isSigned(request.rawBody, request.headers['x-signature'])) return reply.code(status).send();
    done();
  };
}
export function protect(instance, paths = [], options = {}) {
  const check = middleware(options);
  for (const path of paths) {
    instance.addHook('preHandler', (request, reply, done) => {
      if (request.routerPath === path) return check(request, reply, done);
      done();
    });
  }
}
export function count(instance) {
  instance.addHook('onRequest', async () => { hits += 1; });
}`,
};

const COVERED = [
  `protect(app, ['/webhooks/orders', '/webhooks/refunds']);`,
  `const PATHS = ['/webhooks/orders'];\nprotect(app, PATHS, { status: 403 });`,
  `count(app);\nprotect(app, ['/webhooks']);`,
];

const NOT_COVERED = [
  '',
  `count(app);`,
  `protect(app, ['/webhooks/refunds']);`,
  `protect(other, ['/webhooks/orders']);`,
];

const FORMS = [
  ['an application', APP],
  ['a plugin', PLUGIN],
] as const;

testRule(rule, {
  valid: FORMS.flatMap(([name, form]) =>
    COVERED.map((before) => ({
      name: `${name}: ${before}`,
      filename: 'src/server.js',
      code: form(before, []),
      files,
    })),
  ),
  invalid: FORMS.flatMap(([name, form]) =>
    NOT_COVERED.map((before) => ({
      name: `${name}: ${before || 'nothing before'}`,
      filename: 'src/server.js',
      code: form(before),
      files,
      errors: ['missing'],
    })),
  ),
});
