import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

describe('rateLimiter', () => {
  /** Requests, milliseconds, and the numbers to change, as written. */
  const shown = (code: string): string[] =>
    factsIn(code).rateLimiter.map(({ requests, perMs, isGap, numbers }) =>
      [
        `${String(requests)}/${String(perMs)}`,
        ...(isGap ? ['gap'] : []),
        ...numbers.map(({ node }) => code.slice(...node.range)),
      ].join(' '),
    );

  test.each([
    [
      `import PQueue from 'p-queue'; export const q = new PQueue({ intervalCap: 10, interval: 1000 });`,
      '10/1000 10',
    ],
    [
      `import pThrottle from 'p-throttle'; const t = pThrottle({ limit: 2, interval: 60_000 });`,
      '2/60000 2',
    ],
    [
      `import { pRateLimit } from 'p-ratelimit'; const CALLS = 30; const l = pRateLimit({ interval: 1000, rate: CALLS });`,
      '30/1000 30',
    ],
    [
      `import { RateLimiter } from 'limiter'; const l = new RateLimiter({ tokensPerInterval: 150, interval: 'hour' });`,
      '150/3600000 150',
    ],
    [
      `import axios from 'axios'; import rateLimit from 'axios-rate-limit'; const http = rateLimit(axios.create(), { maxRequests: 5, perMilliseconds: 2000 });`,
      '5/2000 5',
    ],
    [
      `import axios from 'axios'; import rateLimit from 'axios-rate-limit'; const http = rateLimit(axios.create(), { maxRPS: 3 });`,
      '3/1000 3',
    ],
    [
      `import { RateLimit } from 'async-sema'; const lim = RateLimit(5, { timeUnit: 60_000 });`,
      '5/60000 5',
    ],
    [`import { RateLimit } from 'async-sema'; const lim = RateLimit(5);`, '5/1000 5'],
    [
      `import Bottleneck from 'bottleneck'; const lim = new Bottleneck({ minTime: 200 });`,
      '1/200 gap 200',
    ],
    // The slower of both counts.
    [
      `import Bottleneck from 'bottleneck'; const lim = new Bottleneck({ minTime: 50, reservoir: 100, reservoirRefreshAmount: 100, reservoirRefreshInterval: 60_000 });`,
      '100/60000 100 100',
    ],
    [
      `import Bottleneck from 'bottleneck'; const lim = new Bottleneck({ minTime: 1000, reservoir: 100, reservoirRefreshAmount: 100, reservoirRefreshInterval: 1000 });`,
      '1/1000 gap 1000',
    ],
  ])('%s', (code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });

  test.each([
    `import PQueue from 'p-queue'; const q = new PQueue({ concurrency: 4 });`,
    `import PQueue from 'p-queue'; const q = new PQueue({ intervalCap: limits.calls, interval: 1000 });`,
    `import PQueue from 'p-queue'; const q = new PQueue({ intervalCap: 10, interval: limits.every });`,
    `import { pRateLimit } from 'p-ratelimit'; const l = pRateLimit(...options);`,
    `import { RateLimiter } from './limiter'; import PQueue from 'p-queue'; const l = new RateLimiter({ tokensPerInterval: 150, interval: 'hour' });`,
    `import { RateLimiter } from 'limiter'; const l = new RateLimiter({ tokensPerInterval: 150, interval: 'fortnight' });`,
  ])('nothing: %s', (code) => {
    expect(shown(code)).toEqual([]);
  });
});

describe('traffic', () => {
  /** Where it goes, what is called for each of several things, whether something holds it to a rate. */
  const shown = (code: string): string[] =>
    factsIn(code).traffic.map(({ node, repeated, isPaced, evidence }) =>
      [
        evidence.host ?? '-',
        code.slice(...node.range),
        ...(repeated.length > 0 ? [`x${String(repeated.length)}`] : []),
        ...(isPaced ? ['paced'] : []),
      ].join(' '),
    );
  const A = `'https://a.example.com/v1/orders'`;
  const SEND = (url = A) => `fetch(${url}, { method: 'POST', body: x })`;
  const IN = (body: string) => `export async function run(xs) { ${body} }`;

  test.each([
    ['one request', IN(`let x; await ${SEND()};`), ['a.example.com fetch']],
    [
      'two to one place',
      IN(`let x; await ${SEND()}; await ${SEND(`'https://a.example.com/v1/people'`)};`),
      ['a.example.com fetch'],
    ],
    [
      'two places',
      IN(`let x; await ${SEND()}; await ${SEND(`'https://b.example.com/v1'`)};`),
      ['a.example.com fetch', 'b.example.com fetch'],
    ],
    [
      'through an instance',
      `import axios from 'axios'; const api = axios.create({ baseURL: 'https://a.example.com' }); ${IN(`for (const x of xs) await api.post('/orders', x);`)}`,
      ['a.example.com axios.create x1'],
    ],
    ['a loop', IN(`for (const x of xs) await ${SEND()};`), ['a.example.com fetch x1']],
    ['a callback', IN(`await Promise.all(xs.map((x) => ${SEND()}));`), ['a.example.com fetch x1']],
    [
      'attempts are no repetition',
      IN(
        `let x; for (let i = 0; i < 3; i++) { const res = await ${SEND()}; if (res.ok) return res; }`,
      ),
      ['a.example.com fetch'],
    ],
    [
      'a pause',
      IN(`for (const x of xs) { await ${SEND()}; await sleep(200); }`),
      ['a.example.com fetch x1 paced'],
    ],
    [
      'a limiter by its name',
      IN(`for (const x of xs) { await limiter.take(); await ${SEND()}; }`),
      ['a.example.com fetch x1 paced'],
    ],
    [
      'a limiter of a library',
      `import Bottleneck from 'bottleneck'; const b = new Bottleneck({ minTime: 200 }); ${IN(`await Promise.all(xs.map((x) => b.schedule(() => ${SEND()})));`)}`,
      ['a.example.com fetch x1 paced'],
    ],
    [
      'one that only bounds how many run',
      `import pLimit from 'p-limit'; const limit = pLimit(4); ${IN(`await Promise.all(xs.map((x) => limit(() => ${SEND()})));`)}`,
      ['a.example.com fetch x1'],
    ],
    [
      'a comment holds nothing to a rate',
      `// TODO throttle this\n${IN(`for (const x of xs) await ${SEND()};`)}`,
      ['a.example.com fetch x1'],
    ],
    [
      'an error for too many is no limiter',
      IN(
        `for (const x of xs) { const res = await ${SEND()}; if (res.status === 429) throw new RateLimitError(); }`,
      ),
      ['a.example.com fetch x1'],
    ],
    ['this machine', IN(`let x; await ${SEND(`'http://localhost:3000'`)};`), []],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual(wanted);
  });
});
