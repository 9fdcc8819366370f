import { describe, expect, it } from 'vitest';
import { factsIn } from './facts-in.ts';

const SEND = "const res = await fetch('https://api.x.io/a'); if (!res.ok) throw new Error('x');";
const bullmq = (code: string, send = SEND) =>
  `import { Queue, Worker } from 'bullmq'; new Worker('orders', async (job) => { ${send} }); ${code}`;
const bull = (code: string) =>
  `const Queue = require('bull'); const queue = new Queue('orders'); queue.process(async (job) => { ${SEND} }); ${code}`;
const add = (options: string) =>
  `const queue = new Queue('orders'); export const take = (order, given) => queue.add('create', order${options});`;

/** attempts, growth, first wait, where it stands */
const jobsIn = (code: string): string[] =>
  factsIn(code)
    .retry.filter(({ libraryName }) => libraryName === 'BullMQ')
    .map(({ attempts, delay, node }) =>
      [attempts.max, delay.growth, delay.firstMs, code.slice(...node.range)].join(' '),
    );

describe('jobs that are given out again', () => {
  it.each([
    ['at once', bullmq(add(', { attempts: 4 }')), ['4 none 0 queue.add']],
    ['after a while', bullmq(add(', { attempts: 4, backoff: 500 }')), ['4 constant 500 queue.add']],
    [
      'after a fixed while',
      bullmq(add(", { attempts: 4, backoff: { type: 'fixed', delay: 500 } }")),
      ['4 constant 500 queue.add'],
    ],
    [
      'after longer and longer',
      bullmq(add(", { attempts: 4, backoff: { type: 'exponential', delay: 500 } }")),
      ['4 exponential 500 queue.add'],
    ],
    [
      'by what a queue gives all its jobs',
      bullmq(
        "export const queue = new Queue('orders', { defaultJobOptions: { attempts: 4, backoff: { type: 'exponential', delay: 500 } } });",
      ),
      ['4 exponential 500 Queue'],
    ],
    [
      'of a constant',
      bullmq(`const JOB = { attempts: 9 }; ${add(', JOB')}`),
      ['9 none 0 queue.add'],
    ],
    [
      'bull, with a name',
      bull("exports.take = (order) => queue.add('create', order, { attempts: 3 });"),
      ['3 none 0 queue.add'],
    ],
    [
      'bull, without a name',
      bull('exports.take = (order) => queue.add(order, { attempts: 3 });'),
      ['3 none 0 queue.add'],
    ],
    [
      'how long is said elsewhere',
      bullmq(add(', { attempts: 4, backoff: given }')),
      ['4 unknown  queue.add'],
    ],
    ['once', bullmq(add(', { attempts: 1 }')), []],
    ['nothing said', bullmq(add('')), []],
    ['options from elsewhere', bullmq(add(', given')), []],
    [
      'data that is called so',
      bull("exports.take = () => queue.add('create', { attempts: 40 });"),
      [],
    ],
    ['a worker that sends nothing', bullmq(add(', { attempts: 4 }'), 'await save(job.data);'), []],
    ['no worker here', `import { Queue } from 'bullmq'; ${add(', { attempts: 4 }')}`, []],
    [
      'another queue',
      bullmq(
        "const queue = makeQueue(); export const take = () => queue.add('a', {}, { attempts: 4 });",
      ),
      [],
    ],
  ])('%s', (_, code, jobs) => {
    expect(jobsIn(code)).toEqual(jobs);
  });
});
