import { describe, expect, test } from 'vitest';
import { IN, READ, shown, URL } from './polls.ts';

describe('intervals', () => {
  const TIMER = (turn: string, after = '') =>
    IN(`const timer = setInterval(async () => { ${READ} ${turn} }, 3000); ${after}`);
  const ENDS = `if (job.status === 'done') clearInterval(timer);`;

  test.each([
    ['ended by its answer', TIMER(ENDS), 'interval some'],
    [
      'a turn that ends early goes on',
      TIMER(`if (job.status !== 'done') return; clearInterval(timer);`),
      'interval some',
    ],
    [
      'a turn that ends early, ended by a count too',
      IN(
        `let tries = 0; const timer = setInterval(async () => { if (++tries > 20) { clearInterval(timer); return; } ${READ} if (job.status !== 'done') return; clearInterval(timer); }, 3000);`,
      ),
      'interval some bounded',
    ],
    [
      'with a name',
      IN(
        `const turn = async () => { ${READ} if (job.status === 'done') { clearInterval(timer); } }; const timer = window.setInterval(turn, 3000);`,
      ),
      'interval some',
    ],
    [
      'of the file, ended by its answer',
      `const id = 'a'; const timer = setInterval(async () => { ${READ} if (job.state === 15) clearInterval(timer); }, 3000);`,
      'interval some',
    ],
    [
      'what is asked for is kept by the page',
      `let timer; const turn = async () => { const id = localStorage.getItem('id'); ${READ} if (job.status === 'done') clearInterval(timer); }; if (open) timer = setInterval(turn, 3000);`,
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
      'another one each turn',
      IN(
        `const timer = setInterval(async () => { const id = queue.shift(); ${READ} if (job.status === 'done') clearInterval(timer); }, 3000);`,
      ),
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
      'in the callback of a promise, by a timer',
      `import axios from 'axios'; function poll(id, done) { axios.get(\`https://api.example.com/jobs/\${id}\`).then(({ data }) => { if (data.status === 'done') return done(data); setTimeout(() => poll(id, done), 3000); }); }`,
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
