import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).concurrentWrite.map(({ node, mayBeSerial, sharedFields }) =>
    [
      code.slice(...node.range),
      ...(mayBeSerial ? ['serial?'] : []),
      ...(sharedFields.length > 0 ? [`=${sharedFields.join(',')}`] : []),
    ].join(' '),
  );

const POST = (body: string) =>
  `fetch('https://api.example.com/v1/orders', { method: 'POST', body: JSON.stringify(${body}) })`;
const IN = (body: string) => `export async function run(xs, ref) { ${body} }`;

test.each([
  [
    'two that are written out',
    IN(`await Promise.all([${POST('{ ref, x: 1 }')}, ${POST('{ ref, x: 2 }')}]);`),
    'Promise.all =ref',
  ],
  [
    'two with fields of one thing',
    IN(
      `await Promise.allSettled([${POST('{ a: ref.id, x: 1 }')}, ${POST('{ a: ref.id, x: 2 }')}]);`,
    ),
    'Promise.allSettled =a',
  ],
  [
    'two with nothing in common',
    IN(`await Promise.all([${POST('{ a: xs[0] }')}, ${POST('{ a: xs[1] }')}]);`),
    'Promise.all',
  ],
  [
    'two that make their own',
    IN(`await Promise.all([${POST('{ a: make() }')}, ${POST('{ a: make() }')}]);`),
    'Promise.all',
  ],
  [
    'all at once',
    IN(`await Promise.all(xs.map((x) => ${POST('{ x, ref }')}));`),
    'Promise.all =ref',
  ],
  [
    'nothing is the same',
    IN(`await Promise.allSettled(xs.map((x) => ${POST('{ x }')}));`),
    'Promise.allSettled',
  ],
  [
    'collected by a loop',
    IN(
      `const all = []; for (const x of xs) all.push(${POST('{ x, ref }')}); await Promise.all(all);`,
    ),
    'Promise.all =ref',
  ],
  [
    'started for each',
    IN(`xs.forEach(async (x) => { await ${POST('{ x, ref }')}; });`),
    'xs.forEach =ref',
  ],
  [
    'five at a time',
    `import pLimit from 'p-limit'; const limit = pLimit(5); ${IN(`await Promise.all(xs.map((x) => limit(() => ${POST('{ x, ref }')})));`)}`,
    'Promise.all =ref',
  ],
  [
    'one at a time',
    `import pLimit from 'p-limit'; const limit = pLimit(1); ${IN(`await Promise.all(xs.map((x) => limit(() => ${POST('{ x, ref }')})));`)}`,
    'Promise.all serial? =ref',
  ],
  [
    'something unknown runs them',
    IN(`await Promise.all(xs.map((x) => queue.run(() => ${POST('{ x, ref }')})));`),
    'Promise.all serial? =ref',
  ],
  [
    'a list of one',
    IN(`await Promise.all([ref].map((x) => ${POST('{ x }')}));`),
    'Promise.all serial?',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  [
    'reads',
    IN(`await Promise.all(xs.map((x) => fetch(\`https://api.example.com/v1/orders/\${x}\`)));`),
  ],
  ['one after the other', IN(`for (const x of xs) await ${POST('{ x, ref }')};`)],
  [
    'a body that is not known',
    IN(
      `await Promise.all(xs.map((x) => fetch('https://api.example.com/v1/orders', { method: 'POST', body: x })));`,
    ),
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
