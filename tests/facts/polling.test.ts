import { describe, expect, test } from 'vitest';
import { IN, READ, shown, URL } from './polls.ts';

describe('loops', () => {
  test.each([
    [
      'while',
      IN(`while (true) { ${READ} if (job.status === 'done') return job; await sleep(1000); }`),
      'loop some',
    ],
    [
      'the next turn first',
      IN(
        `for (;;) { ${READ} if (job.status !== 'done') { await sleep(1000); continue; } return job; }`,
      ),
      'loop some',
    ],
    ['for', IN(`for (;;) { ${READ} if (job.done) break; await sleep(1000); }`), 'loop some'],
    [
      'do',
      IN(
        `let job; do { job = await (await fetch(${URL})).json(); } while (job.state !== 'ready');`,
      ),
      'loop none',
    ],
    [
      'a status by a flag',
      IN(
        `let done = false; while (!done) { ${READ} done = job.status === 'done'; await sleep(1000); }`,
      ),
      'loop some',
    ],
    [
      'a client of a library',
      `import axios from 'axios'; ${IN(`while (true) { const { data } = await axios.get(${URL}); if (data.status === 'done') return data; await delay(1000); }`)}`,
      'loop some',
    ],
    [
      'in a class',
      `class Jobs { async wait(id) { while (true) { ${READ} if (job.status === 'done') return job; await this.sleep(1000); } } }`,
      'loop some',
    ],
    [
      'no pause',
      IN(`while (true) { ${READ} if (job.status === 'done') return job; }`),
      'loop none',
    ],
    [
      'something else is awaited',
      IN(`while (true) { ${READ} if (job.status === 'done') return job; await tick(); }`),
      'loop unknown',
    ],
    [
      'a promise around a timer',
      IN(
        `while (true) { ${READ} if (job.status === 'done') return job; await new Promise((r) => setTimeout(r, 1000)); }`,
      ),
      'loop some',
    ],
    [
      'a switch',
      IN(
        `while (true) { ${READ} switch (job.status) { case 'done': return job; } await sleep(1000); }`,
      ),
      'loop some',
    ],
    // isBounded, longestMs
    [
      'a count',
      IN(
        `for (let i = 0; i < 30; i++) { ${READ} if (job.status === 'done') return job; await sleep(2000); }`,
      ),
      'loop some bounded 60000',
    ],
    [
      'a count that takes in its end',
      IN(
        `for (let i = 1; i <= 30; i++) { ${READ} if (job.status === 'done') return job; await sleep(2000); }`,
      ),
      'loop some bounded 60000',
    ],
    [
      'a count without a known pause',
      IN(
        `for (let i = 0; i < 30; i++) { ${READ} if (job.status === 'done') return job; await sleep(pause); }`,
      ),
      'loop some bounded',
    ],
    [
      'a deadline',
      IN(
        `const end = Date.now() + 5 * 60_000; while (Date.now() < end) { ${READ} if (job.status === 'done') return job; await sleep(1000); }`,
      ),
      'loop some bounded 300000',
    ],
    [
      'the time that has gone by',
      IN(
        `const start = Date.now(); while (Date.now() - start < 90_000) { ${READ} if (job.status === 'done') return job; await sleep(1000); }`,
      ),
      'loop some bounded 90000',
    ],
    [
      'a count of its own',
      IN(
        `let tries = 0; while (true) { ${READ} if (job.status === 'done') return job; if (++tries > 9) throw new Error('late'); await sleep(1000); }`,
      ),
      'loop some bounded',
    ],
    [
      'a signal',
      IN(
        `while (true) { signal.throwIfAborted(); ${READ} if (job.status === 'done') return job; await sleep(1000); }`,
      ),
      'loop some bounded',
    ],
    [
      'a pause that a signal ends',
      IN(
        `while (true) { ${READ} if (job.status === 'done') return job; await sleep(1000, { signal }); }`,
      ),
      'loop some bounded',
    ],
    [
      'a race',
      `async function poll(id) { while (true) { ${READ} if (job.status === 'done') return job; await sleep(1000); } } export const run = (id) => Promise.race([poll(id), late()]);`,
      'loop some bounded',
    ],
    [
      'only another status',
      IN(
        `while (true) { ${READ} if (job.status === 'done') return job; if (job.status === 'failed') throw new Error('failed'); await sleep(1000); }`,
      ),
      'loop some',
    ],
    // isPayment, calls
    [
      'a payment by its address',
      IN(
        `while (true) { const it = await fetch(\`https://api.example.com/v1/payments/\${id}\`).then((r) => r.json()); if (it.status === 'paid') return it; await sleep(1000); }`,
      ),
      'loop some payment',
    ],
    [
      'a payment by the name around',
      `export async function waitForCheckout(id) { while (true) { ${READ} if (job.status === 'done') return job; await sleep(1000); } }`,
      'loop some payment',
    ],
    [
      'two reads',
      IN(
        `while (true) { ${READ} const log = await fetch('https://api.example.com/v1/log'); if (job.status === 'done') return log; await sleep(1000); }`,
      ),
      'loop some x2',
    ],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });

  test.each([
    [
      'pages',
      IN(
        `let next = id; while (next) { const page = await fetch(\`https://api.example.com/v1/jobs?cursor=\${next}\`).then((r) => r.json()); next = page.next; }`,
      ),
    ],
    [
      'a retry',
      IN(
        `for (let i = 0; i < 3; i++) { try { const res = await fetch(${URL}); if (res.ok) return res; } catch {} }`,
      ),
    ],
    [
      'a write',
      IN(
        `while (true) { const job = await fetch(${URL}, { method: 'POST' }).then((r) => r.json()); if (job.status === 'done') return job; await sleep(1000); }`,
      ),
    ],
    ['nothing is waited for', IN(`while (true) { ${READ} save(job); await sleep(1000); }`)],
    [
      'each thing of a list',
      `export async function all(ids) { for (const id of ids) { ${READ} if (job.status === 'done') break; } }`,
    ],
    [
      'a generator',
      `export async function* jobs(id) { while (true) { ${READ} yield job; if (job.status === 'done') return; } }`,
    ],
  ])('nothing: %s', (_name, code) => {
    expect(shown(code)).toEqual([]);
  });
});
