import { describe, expect, test } from 'vitest';
import { periodOf } from '../../src/facts/schedule/cron.ts';
import { factsIn } from './facts-in.ts';

/** Of each schedule: form, shortest and longest time in seconds, what says so, whether that is its own. */
const shown = (code: string): string[] =>
  factsIn(code).schedule.map(({ form, period, node, written, isOwn, request }) =>
    [
      form,
      period.leastMs / 1000,
      period.mostMs / 1000,
      code.slice(...node.range),
      ...(written === node ? [] : [`= ${code.slice(...written.range)}`]),
      ...(isOwn ? ['own'] : []),
      request.address.path,
    ].join(' '),
  );

const SYNC = `async function sync() { await fetch('https://api.example.com/v1/rates'); }\n`;

test.each([
  ['a timer', `${SYNC}setInterval(sync, 60_000);`, 'milliseconds 60 60 60_000 own /v1/rates'],
  [
    'units of time, and a task that is made for the scheduler',
    `import { AsyncTask, SimpleIntervalJob } from 'toad-scheduler';\n${SYNC}const task = new AsyncTask('rates', sync);\nnew SimpleIntervalJob({ minutes: 1, seconds: 30 }, task);`,
    'units 90 90 { minutes: 1, seconds: 30 } /v1/rates',
  ],
  [
    'a cron text among the options of a job',
    `import { AsyncTask, CronJob } from 'toad-scheduler';\n${SYNC}new CronJob({ cronExpression: '*/2 * * * *' }, new AsyncTask('rates', () => sync(), console.error));`,
    "cron 120 120 '*/2 * * * *' own /v1/rates",
  ],
  [
    'ticks of a stream',
    `import { interval, timer } from 'rxjs';\n${SYNC}timer(500).subscribe(sync);\ninterval(20_000).pipe(switchMap(() => sync())).subscribe();`,
    'milliseconds 20 20 20_000 own /v1/rates',
  ],
  [
    'ticks of a stream after the first',
    `import { timer } from 'rxjs';\n${SYNC}timer(0, 30_000).subscribe(sync);`,
    'milliseconds 30 30 30_000 own /v1/rates',
  ],
  [
    'a product',
    `${SYNC}setInterval(() => sync(), 5 * 60 * 1000);`,
    'milliseconds 300 300 5 * 60 * 1000 own /v1/rates',
  ],
  [
    'written in the timer',
    `setInterval(async () => { await fetch('https://api.example.com/v1/rates'); }, 1000);`,
    'milliseconds 1 1 1000 own /v1/rates',
  ],
  [
    'a constant of its own',
    `const EVERY = 30_000;\n${SYNC}globalThis.setInterval(sync, EVERY);`,
    'milliseconds 30 30 EVERY = 30_000 own /v1/rates',
  ],
  [
    'a constant that others read',
    `const EVERY = 30_000;\n${SYNC}setInterval(sync, EVERY);\nsetInterval(tidy, EVERY);`,
    'milliseconds 30 30 EVERY /v1/rates',
  ],
  [
    'a timer that starts itself again',
    `async function sync() { await fetch('https://api.example.com/v1/rates'); setTimeout(sync, 10_000); }`,
    'milliseconds 10 10 10_000 own /v1/rates',
  ],
  [
    'a loop that pauses',
    `export async function run() { while (true) { await fetch('https://api.example.com/v1/rates'); await sleep(5000); } }`,
    'milliseconds 5 5 5000 own /v1/rates',
  ],
  [
    'a loop that a signal ends',
    `export async function run(signal) { while (!signal.aborted) { await fetch('https://api.example.com/v1/rates'); await sleep(5000); } }`,
    'milliseconds 5 5 5000 own /v1/rates',
  ],
  [
    'a loop that another function ends',
    `let running = true; export const stop = () => { running = false; };\nexport async function run() { while (running) { await fetch('https://api.example.com/v1/rates'); await sleep(5000); } }`,
    'milliseconds 5 5 5000 own /v1/rates',
  ],
  [
    'through a class',
    `class Rates { async load() { return fetch('https://api.example.com/v1/rates'); } }\nconst rates = new Rates();\nsetInterval(() => rates.load(), 1000);`,
    'milliseconds 1 1 1000 own /v1/rates',
  ],
  [
    'node-cron',
    `import cron from 'node-cron';\n${SYNC}cron.schedule('*/5 * * * *', sync);`,
    `cron 300 300 '*/5 * * * *' own /v1/rates`,
  ],
  [
    'cron with options',
    `import { CronJob } from 'cron';\n${SYNC}CronJob.from({ cronTime: '0 * * * *', onTick: sync, start: true });`,
    `cron 3600 3600 '0 * * * *' own /v1/rates`,
  ],
  [
    'a decorator',
    `import { Cron, CronExpression } from '@nestjs/schedule';\nclass Rates { @Cron(CronExpression.EVERY_HOUR) async load() { await fetch('https://api.example.com/v1/rates'); } }`,
    'cron 3600 3600 CronExpression.EVERY_HOUR /v1/rates',
  ],
  [
    'a decorator with milliseconds',
    `import { Interval } from '@nestjs/schedule';\nclass Rates { @Interval(20_000) async load() { await fetch('https://api.example.com/v1/rates'); } }`,
    'milliseconds 20 20 20_000 own /v1/rates',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['once', `${SYNC}setTimeout(sync, 1000);`],
  ['no request', 'setInterval(() => tidy(), 1000); fetch(URL);'],
  ['a time that is not known', `${SYNC}setInterval(sync, config.every);`],
  [
    'a loop with an end',
    `export async function run(ids) { for (const id of ids) { await fetch('https://api.example.com/v1/rates'); await sleep(5000); } }`,
  ],
  [
    'a loop that ends itself',
    `export async function run() { let more = true; while (more) { const r = await fetch('https://api.example.com/v1/rates'); more = r.ok; await sleep(5000); } }`,
  ],
  [
    'a loop that ends itself by a field',
    `class Rates { async run() { while (this.next) { const r = await fetch('https://api.example.com/v1/rates'); this.next = r.ok; await sleep(5000); } } }`,
  ],
  [
    'a loop with two pauses',
    `export async function run() { while (true) { await sleep(100); await fetch('https://api.example.com/v1/rates'); await sleep(5000); } }`,
  ],
  [
    'a scheduler that is no library',
    `import cron from './cron';\n${SYNC}cron.schedule('*/5 * * * *', sync);`,
  ],
  ['no cron text', `import cron from 'node-cron';\n${SYNC}cron.schedule('every minute', sync);`],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('periodOf', () => {
  test.each([
    ['* * * * *', MINUTE, MINUTE],
    ['*/10 * * * * *', 10_000, 10_000],
    ['*/7 * * * *', 4 * MINUTE, 7 * MINUTE],
    ['0 */6 * * *', 6 * HOUR, 6 * HOUR],
    ['0 8,20 * * *', 12 * HOUR, 12 * HOUR],
    ['30 9-17 * * *', HOUR, 16 * HOUR],
    ['0 3 * * *', DAY, DAY],
    ['0 9-17 * * 1-5', HOUR, DAY],
    ['0 3 * * MON', DAY, DAY],
    ['0 0 3 ? * MON', DAY, DAY],
  ])('%s', (text, leastMs, mostMs) => {
    expect(periodOf(text)).toEqual({ leastMs, mostMs });
  });

  test.each(['', '@hourly', '* * * *', '*/0 * * * *', 'a * * * *', '0 0 * * monday!'])(
    'none: %s',
    (text) => {
      expect(periodOf(text)).toBeNull();
    },
  );
});
