import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).reading.map(({ call, isWatched }) =>
    [call.address.path, ...(isWatched ? ['watched'] : [])].join(' '),
  );

const READ = `const res = await fetch('https://api.example.com/v1/balance'); const it = await res.json();`;
const CHECK = (body: string) => `async function look() { ${READ} ${body} }\n`;

test.each([
  // what repeats it
  ['a timer', `setInterval(async () => { ${READ} save(it); }, 1000);`, '/v1/balance'],
  ['a timer with a name', `${CHECK('save(it);')}setInterval(look, 1000);`, '/v1/balance'],
  [
    'kept, and nobody told',
    `setInterval(async () => { ${READ} await redis.set('it', it); }, 1000);`,
    '/v1/balance',
  ],
  ['a gauge', `setInterval(async () => { ${READ} left.set(it); }, 1000);`, '/v1/balance watched'],
  [
    'a schedule',
    `import cron from 'node-cron';\ncron.schedule('0 * * * *', async () => { ${READ} save(it); });`,
    '/v1/balance',
  ],
  [
    'a stream of ticks',
    `import { timer, switchMap } from 'rxjs';\ntimer(0, 60_000).pipe(switchMap(async () => { ${READ} save(it); })).subscribe();`,
    '/v1/balance',
  ],
  [
    'a helper reads it for a caller that tells',
    `async function look() { ${READ} return it; }\nsetInterval(async () => { const { left } = await look(); if (left < 10) call(); }, 1000);`,
    '/v1/balance watched',
  ],
  [
    'a caller that is repeated',
    `${CHECK('save(it);')}async function turn() { await look(); }\nsetInterval(turn, 1000);`,
    '/v1/balance',
  ],
  [
    'a loop without an end',
    `export async function run() { while (true) { ${READ} save(it); } }`,
    '/v1/balance',
  ],
  [
    'another loop without an end',
    `export async function run() { for (;;) { ${READ} save(it); } }`,
    '/v1/balance',
  ],
  [
    'a decorator',
    `class Jobs { @Cron('0 * * * *') async look() { ${READ} save(it); } }`,
    '/v1/balance',
  ],
  // isWatched
  [
    'compared',
    `setInterval(async () => { ${READ} if (it.left < 100) stop(); }, 1000);`,
    '/v1/balance watched',
  ],
  [
    'told',
    `setInterval(async () => { ${READ} gauge.set(it.left); }, 1000);`,
    '/v1/balance watched',
  ],
  [
    'told by a helper',
    `function judge(it) { if (it.left < 5) stop(); }\nsetInterval(async () => { ${READ} judge(it); }, 1000);`,
    '/v1/balance watched',
  ],
  [
    'a helper that only keeps it',
    `function keep(it) { state.it = it; }\nsetInterval(async () => { ${READ} keep(it); }, 1000);`,
    '/v1/balance',
  ],
  [
    'equality watches no amount',
    `setInterval(async () => { ${READ} if (it.left === last) return; save(it); }, 1000);`,
    '/v1/balance',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['asked once', CHECK('save(it);')],
  ['a timer that runs once', `${CHECK('save(it);')}setTimeout(look, 1000);`],
  [
    'each thing of a list',
    `export async function run(ids) { for (const id of ids) { ${READ} save(it); } }`,
  ],
  [
    'a loop with an end',
    `export async function run(n) { for (let i = 0; i < n; i++) { ${READ} save(it); } }`,
  ],
  [
    'a write',
    `setInterval(() => fetch('https://api.example.com/v1/ping', { method: 'POST' }), 1000);`,
  ],
  ['this machine', `setInterval(() => fetch('http://localhost:3000/health'), 1000);`],
  ['another decorator', `class Jobs { @Get('/') async look() { ${READ} return it; } }`],
  [
    'ticks of a stream that come once',
    `import { timer } from 'rxjs';\n${CHECK('save(it);')}timer(100).subscribe(look);`,
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(`${code}\n// while`)).toEqual([]);
});
