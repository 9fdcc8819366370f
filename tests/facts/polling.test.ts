import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each poll: its form, whether it waits between turns, and what else holds of it. */
const shown = (code: string): string[] =>
  factsIn(code).polling.map(
    ({ form, pause, isBounded, endsWithPage, isPayment, longestMs, calls }) =>
      [
        form,
        pause,
        ...(isBounded ? ['bounded'] : []),
        ...(endsWithPage ? ['page'] : []),
        ...(isPayment ? ['payment'] : []),
        ...(longestMs === null ? [] : [String(longestMs)]),
        ...(calls.length === 1 ? [] : [`x${String(calls.length)}`]),
      ].join(' '),
  );

const URL = '`https://api.example.com/v1/jobs/${id}`';
const READ = `const job = await fetch(${URL}).then((r) => r.json());`;
const IN = (body: string) => `export async function wait(id, signal) { ${body} }`;

describe('loops', () => {
  test.each([
    [
      'while',
      IN(`while (true) { ${READ} if (job.status === 'done') return job; await sleep(1000); }`),
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

describe('intervals', () => {
  const TIMER = (turn: string, after = '') =>
    IN(`const timer = setInterval(async () => { ${READ} ${turn} }, 3000); ${after}`);
  const ENDS = `if (job.status === 'done') clearInterval(timer);`;

  test.each([
    ['ended by its answer', TIMER(ENDS), 'interval some'],
    [
      'with a name',
      IN(
        `const turn = async () => { ${READ} if (job.status === 'done') { clearInterval(timer); } }; const timer = window.setInterval(turn, 3000);`,
      ),
      'interval some',
    ],
    [
      'in then',
      IN(
        `const timer = setInterval(() => { fetch(${URL}).then((r) => r.json()).then((job) => { ${ENDS} }); }, 3000);`,
      ),
      'interval some',
    ],
    [
      'ended by another timer',
      TIMER(ENDS, 'setTimeout(() => clearInterval(timer), 60_000);'),
      'interval some bounded',
    ],
    [
      'a count',
      IN(
        `let tries = 0; const timer = setInterval(async () => { if (++tries > 20) { clearInterval(timer); return; } ${READ} ${ENDS} }, 3000);`,
      ),
      'interval some bounded',
    ],
    [
      'its timer is given away',
      IN(`return setInterval(async () => { ${READ} if (job.status === 'done') stop(); }, 3000);`),
      'interval some bounded',
    ],
    [
      'the page',
      `export function Job({ id }) { useEffect(() => { const timer = setInterval(async () => { ${READ} ${ENDS} }, 3000); return () => clearInterval(timer); }, [id]); }`,
      'interval some page',
    ],
    [
      'a payment',
      `export function watchPayment(id) { const timer = setInterval(async () => { ${READ} ${ENDS} }, 3000); }`,
      'interval some payment',
    ],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });

  test.each([
    ['its answer decides nothing', TIMER('show(job);')],
    [
      'for as long as the program runs',
      `const id = 'a'; setInterval(async () => { ${READ} if (job.status === 'done') work(job); }, 3000);`,
    ],
    [
      'a timer that runs once',
      IN(`setTimeout(async () => { ${READ} if (job.status === 'done') work(job); }, 3000);`),
    ],
  ])('nothing: %s', (_name, code) => {
    expect(shown(code)).toEqual([]);
  });
});

describe('recursion', () => {
  test.each([
    [
      'it calls itself',
      `async function poll(id) { ${READ} if (job.status === 'done') return job; await sleep(1000); return poll(id); }`,
      'recursion some',
    ],
    [
      'at once',
      `async function poll(id) { ${READ} if (job.status === 'done') return job; return poll(id); }`,
      'recursion none',
    ],
    [
      'by a timer',
      `const poll = async (id) => { ${READ} if (job.status !== 'done') setTimeout(() => poll(id), 1000); };`,
      'recursion some',
    ],
    [
      'a timer with its name',
      IN(
        `const turn = async () => { ${READ} if (job.status === 'done') return; setTimeout(turn, 1000); }; turn();`,
      ),
      'recursion some',
    ],
    [
      'a clock',
      `async function poll(id, end) { ${READ} if (job.status === 'done' || Date.now() > end) return job; await sleep(1000); return poll(id, end); }`,
      'recursion some bounded',
    ],
    [
      'a payment',
      `async function pollPayment(id) { ${READ} if (job.status === 'done') return job; await sleep(1000); return pollPayment(id); }`,
      'recursion some payment',
    ],
  ])('%s', (_name, code, wanted) => {
    expect(shown(code)).toEqual([wanted]);
  });

  test.each([
    [
      'a count is handed on',
      `async function poll(id, n) { ${READ} if (job.status === 'done') return job; return poll(id, n + 1); }`,
    ],
    [
      'it tries again',
      `async function load(id) { try { ${READ} if (job.status === 'done') return job; } catch { return load(id); } }`,
    ],
    [
      'no status',
      `async function load(id) { ${READ} save(job); setTimeout(() => load(id), 1000); }`,
    ],
  ])('nothing: %s', (_name, code) => {
    expect(shown(code)).toEqual([]);
  });
});
