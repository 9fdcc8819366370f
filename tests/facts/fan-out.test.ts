import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/facts/facts-of.ts';
import { parse } from '../ast/parse.ts';

/** What starts them, and the bound: none, a number, or unknown. */
function briefly(code: string): string {
  const { text, program, visitorKeys } = parse(code);
  const { fanOut } = factsOf(
    { filename: '<input>', sourceCode: { text, ast: program, visitorKeys } } as Parameters<
      typeof factsOf
    >[0],
    null,
  );
  return fanOut
    .map(({ node, bound }) => {
      const callee = text.slice(node.callee.range[0], node.callee.range[1]);
      return `${callee} ${bound.state === 'known' ? String(bound.value) : bound.state}`;
    })
    .join(', ');
}

const send = "const send = (x) => fetch('https://api.example.com/a', { body: x });\n";

describe('what a fan-out is', () => {
  it.each([
    ['map', 'Promise.all(xs.map(send))', 'Promise.all none'],
    [
      'a loop that counts through a list',
      'for (let i = 0; i < count; i++) { send(xs[i]); }',
      'send none',
    ],
    ['an arrow', 'Promise.all(xs.map((x) => send(x)))', 'Promise.all none'],
    ['allSettled', 'Promise.allSettled(xs.map(async (x) => send(x)))', 'Promise.allSettled none'],
    ['filter before', 'Promise.all(xs.filter(Boolean).map(send))', 'Promise.all none'],
    ['entries', 'Promise.all(Object.entries(xs).map(send))', 'Promise.all none'],
    ['from', 'Promise.all(Array.from(xs, send))', 'Promise.all none'],
    ['spread', 'Promise.all([...xs.map(send)])', 'Promise.all none'],
    ['a name', 'const all = xs.map(send); Promise.all(all)', 'Promise.all none'],
    [
      'pushed',
      'const all = []; for (const x of xs) all.push(send(x)); Promise.all(all)',
      'Promise.all none',
    ],
    [
      'kept under a key in a loop',
      'const all = {}; for (const x of xs) all[x] = send(x); Promise.all(Object.values(all))',
      'Promise.all none',
    ],
    [
      'kept in a map in a loop',
      'const all = new Map(); for (const x of xs) all.set(x, send(x)); Promise.all([...all.values()])',
      'Promise.all none',
    ],
    ['forEach', 'xs.forEach(async (x) => { await send(x); })', 'xs.forEach none'],
    ['a short list', "Promise.all(['a', 'b', 'c'].map(send))", 'Promise.all 3'],
    ['a slice', 'Promise.all(xs.slice(0, 5).map(send))', 'Promise.all 5'],
    ['a window', 'Promise.all(xs.slice(i, i + 5).map(send))', 'Promise.all unknown'],
    ['so many', 'Promise.all(Array.from({ length: 4 }, () => send(1)))', 'Promise.all 4'],
    [
      'a limiter',
      "import pLimit from 'p-limit'; const limit = pLimit(3); Promise.all(xs.map((x) => limit(() => send(x))))",
      'Promise.all 3',
    ],
    [
      'a queue that is given a list, with no bound',
      "import PQueue from 'p-queue'; const queue = new PQueue(); queue.addAll(xs.map((x) => () => send(x)))",
      'queue.addAll none',
    ],
    [
      'a queue that is given a list',
      "import PQueue from 'p-queue'; const queue = new PQueue({ concurrency: 7 }); queue.addAll(xs.map((x) => () => send(x)))",
      'queue.addAll 7',
    ],
    [
      'a queue',
      "import PQueue from 'p-queue'; const queue = new PQueue({ concurrency: 7 }); Promise.all(xs.map((x) => queue.add(() => send(x))))",
      'Promise.all 7',
    ],
    [
      'the library that maps',
      "import pMap from 'p-map'; pMap(xs, send, { concurrency: 8 })",
      'pMap 8',
    ],
    ['the same without its option', "import pMap from 'p-map'; pMap(xs, send)", 'pMap none'],
    [
      'a turn that is waited for',
      'Promise.all(xs.map(async (x) => { await lock.acquire(); return send(x); }))',
      'Promise.all unknown',
    ],
    [
      'something unknown around',
      'Promise.all(xs.map((x) => run(() => send(x))))',
      'Promise.all unknown',
    ],
    [
      'functions that a library runs',
      "import async from 'async'; const tasks = xs.map((x) => (done) => send(x).then(done)); async.parallel(tasks, run)",
      'async.parallel none',
    ],
    [
      'functions that a library runs, some at a time',
      "import async from 'async'; async.parallelLimit(xs.map((x) => (done) => send(x).then(done)), 3, run)",
      'async.parallelLimit 3',
    ],
    [
      'functions of a short list',
      "import async from 'async'; async.parallel([1, 2].map((x) => (done) => send(x).then(done)), run)",
      'async.parallel 2',
    ],
    [
      'functions that send nothing',
      "import async from 'async'; async.parallel(xs.map((x) => (done) => done(null, x)), run)",
      '',
    ],
    [
      'a method of a promise of a library',
      "import P from 'bluebird'; P.resolve(xs).then(run).filter((x) => send(x))",
      'P.resolve(xs).then(run).filter none',
    ],
    [
      'a method of a promise of a library with a bound',
      "import P from 'bluebird'; P.resolve(xs).map(send, { concurrency: 4 })",
      'P.resolve(xs).map 4',
    ],
    ['a method of another promise', 'Promise.resolve(xs).map(send)', ''],
    [
      'an SDK whose answer is read',
      "import Stripe from 'stripe'; const stripe = new Stripe(i); Promise.all(xs.map((x) => stripe.prices.retrieve(x).then((price) => price.id)))",
      'Promise.all none',
    ],
    [
      'an SDK that calls back',
      "import twilio from 'twilio'; const sms = twilio(i, run); xs.forEach((x) => { sms.messages.create({ to: x }, (error) => run(error)); })",
      'xs.forEach none',
    ],
    [
      'an SDK, one after the other',
      "import Stripe from 'stripe'; const stripe = new Stripe(i); for (const x of xs) await stripe.prices.retrieve(x).then(run)",
      '',
    ],
    [
      'an SDK whose answers are collected in a list',
      "import Stripe from 'stripe'; const stripe = new Stripe(i); const all = []; for (const x of xs) { all.push(stripe.prices.retrieve(x)); } Promise.all(all)",
      'Promise.all none',
    ],
    [
      'what an SDK makes at once, by itself in a loop',
      "import { Bot } from 'grammy'; const bot = new Bot(i); for (const x of xs) { bot.command(x, run); }",
      '',
    ],
    [
      'a list of events, each put in by a client of Google',
      "import { google } from 'googleapis'; const diary = google.calendar({ version: 'v3' }); const fresh = xs.filter(Boolean).map((x) => diary.events.insert({ requestBody: x })); Promise.all(fresh)",
      'Promise.all none',
    ],
    ['no request', 'Promise.all(xs.map((x) => x.text()))', ''],
    ['one after the other', 'for (const x of xs) await send(x)', ''],
    ['one after the other, counted', 'for (let i = 0; i < xs.length; i++) await send(xs[i])', ''],
    ['a number of times', 'for (let i = 0; i < 3; i++) { send(xs[i]); }', ''],
    [
      'up to the one that is found',
      'for (let i = 0; i < xs.length; i++) { if (xs[i].open) { send(xs[i]); break; } }',
      '',
    ],
    ['each page, by its number', 'for (let i = 0; i < pages; i++) { send(i); }', ''],
  ])('%s', (_, code, expected) => {
    const [imports = '', rest = code] = /^import/.test(code)
      ? [code.slice(0, code.indexOf(';') + 1), code.slice(code.indexOf(';') + 1)]
      : ['', code];
    expect(briefly(`${imports}${send}export async function f(xs, i, lock, run) { ${rest}; }`)).toBe(
      expected,
    );
  });
});
