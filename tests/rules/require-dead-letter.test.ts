import rule from '../../rules/require-dead-letter.ts';
import { testRule } from '../rule-tester.ts';

const SLEEP = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));';
const loop = (caught: string, after: string, head = 'let n = 1') => `import axios from 'axios';
${SLEEP}
export async function deliver(row) {
  for (${head}; n <= 3; n++) {
    try { await axios.post('https://api.example.com/a', row); return; } catch (error) { ${caught} await sleep(2 ** n * 1000); }
  }
  ${after}
}`;
const HEAD = '[|let n = 1|]';
const consumer = (caught: string, mark = false) => `import axios from 'axios';
export const handler = async (event) => {
  for (const record of event.Records) {
    try { await axios.post('https://api.example.com/a', JSON.parse(record.body)); } ${mark ? '[|' : ''}catch (error) { ${caught} }${mark ? '|]' : ''}
  }
};`;
const worker = (rest: string, task = 'await axios.post(job.data.url, job.data);') =>
  `import { Worker } from 'bullmq'; import axios from 'axios'; const worker = new Worker('orders', async (job) => { ${task} }, { connection }); ${rest}`;

testRule(rule, {
  valid: [
    {
      name: 'handed to a function of another file that listens to failures',
      code: "import { Worker } from 'bullmq';\nimport axios from 'axios';\nimport { buryFailures } from './bury.js';\nconst worker = new Worker('orders', async (job) => { await axios.post('https://api.example.com/a', job.data); });\nburyFailures(worker);",
      filename: 'src/worker.js',
      files: {
        'src/bury.js':
          "export const buryFailures = (worker) => worker.on('failed', (job, error) => dead.add(job.name, { data: job.data, reason: error.message }));\n",
      },
    },
    worker("worker.on('failed', (job, error) => deadLetters.add('order', job.data));"),
    {
      name: 'the events of the queue',
      code:
        worker('').replace('{ Worker }', '{ QueueEvents, Worker }') +
        " new QueueEvents('orders').on('failed', park);",
    },
    "const Queue = require('bull'); const orders = new Queue('orders'); orders.process(async (job) => { await fetch('https://api.example.com/a', job.data); }); orders.on('failed', park);",
    consumer('throw error;'),
    {
      name: 'a message that is refused goes to the dead letter exchange',
      code: "import amqp from 'amqplib'; export const start = (channel) => channel.consume('orders', async (msg) => { try { await fetch('https://api.example.com/a', { method: 'POST', body: msg.content }); channel.ack(msg); } catch (error) { channel.nack(msg, false, false); } });",
    },
    consumer('failures.push({ itemIdentifier: record.messageId });'),
    consumer(
      'await sqs.send(new SendMessageCommand({ QueueUrl: DLQ, MessageBody: record.body }));',
    ),
    loop('', 'await db.deadLetters.insert({ row });'),
    loop('if (n === 3) throw error;', ''),
    loop('', "throw new Error('gave up');"),
    loop('', 'return { ok: false };'),
    loop('failure = error;', 'await park(row, failure);'),
    {
      name: 'a queue with redrive',
      code: "import * as sqs from 'aws-cdk-lib/aws-sqs'; const dlq = new sqs.Queue(this, 'Dlq'); new sqs.Queue(this, 'Orders', { deadLetterQueue: { queue: dlq, maxReceiveCount: 5 } });",
    },
    "import { CreateQueueCommand } from '@aws-sdk/client-sqs'; await client.send(new CreateQueueCommand({ QueueName: 'orders', Attributes: { RedrivePolicy: policy } }));",
    {
      name: 'options that can not be read',
      code: "import { Queue } from 'aws-cdk-lib/aws-sqs'; new Queue(this, 'Orders', props);",
    },
    {
      name: 'records of another kind',
      code: 'export const handler = async (event) => { for (const record of event.Records) console.log(record.s3.object.key); };',
    },
    {
      name: 'a page over items',
      code: "export async function all(ids) { for (const id of ids) { try { await fetch('https://api.example.com/' + id); } catch (e) { console.error(e); } } }",
    },
    {
      name: 'thrown after the last attempt, within the loop',
      code: loop(
        'if (error.response?.status < 500 || n === 3) throw error; await new Promise((r) => setTimeout(r, 2000 * 2 ** n));',
        '',
      ),
    },
  ],
  invalid: [
    {
      name: 'a processor of Nest that hears of nothing',
      code: `import { Processor, WorkerHost } from '@nestjs/bullmq';\n[|@Processor('orders')|]\nexport class Orders extends WorkerHost { async process(job) { return job.data; } }`,
      errors: ['worker'],
    },
    {
      code: worker('').replace('new Worker', 'new [|Worker|]'),
      errors: ['worker'],
    },
    {
      name: 'another event',
      code: worker("worker.on('completed', done);").replace('new Worker', 'new [|Worker|]'),
      errors: ['worker'],
    },
    {
      name: 'a job that swallows its failure is done',
      code: worker(
        "worker.on('failed', park);",
        "try { await axios.post('https://api.example.com/a', job.data); } [|catch (error) { console.error(error); }|]",
      ),
      errors: ['message'],
    },
    {
      code: "const Queue = require('bull'); const orders = new Queue('orders'); [|orders.process|](async (job) => { await fetch('https://api.example.com/a', job.data); });",
      errors: ['worker'],
    },
    {
      code: consumer("logger.error({ id: record.messageId }, 'not created');", true),
      errors: ['message'],
    },
    { code: consumer('', true), errors: ['message'] },
    {
      name: 'records one by one, TypeScript',
      parser: 'ts',
      code: `import type { SQSHandler } from 'aws-lambda';
export const handler: SQSHandler = async (event) => {
  await Promise.all(event.Records.map(async (record) => {
    try { await fetch('https://api.example.com/a', { method: 'POST', body: record.body }); }
    [|catch (err) { console.warn(err); return null; }|]
  }));
};`,
      errors: ['message'],
    },
    {
      name: 'sqs-consumer',
      code: "import { Consumer } from 'sqs-consumer'; Consumer.create({ queueUrl, handleMessage: async (message) => { try { await fetch('https://api.example.com/a', { method: 'POST', body: message.Body }); } [|catch (error) { console.log(error); }|] } }).start();",
      errors: ['message'],
    },
    {
      name: 'a message queue',
      code: "import amqp from 'amqplib'; export const start = (channel) => channel.consume('orders', async (msg) => { try { await fetch('https://api.example.com/a', { method: 'POST', body: msg.content }); channel.ack(msg); } [|catch (error) { console.error(error); channel.ack(msg); }|] });",
      errors: ['message'],
    },
    {
      name: 'a log of messages',
      code: "import { Kafka } from 'kafkajs'; export const start = (consumer) => consumer.run({ eachMessage: async ({ message }) => { try { await fetch('https://api.example.com/a', { method: 'POST', body: message.value }); } [|catch (error) { console.error(error); }|] } });",
      errors: ['message'],
    },
    { code: loop('', '', HEAD), errors: ['retry'] },
    {
      code: loop("console.warn('again', error);", "console.error('gave up'); return null;", HEAD),
      errors: ['retry'],
    },
    {
      name: 'answers',
      code: `${SLEEP} export async function load(url) { let n = 0; while ([|n < 4|]) { const res = await fetch(url); if (res.ok) return res.json(); n += 1; await sleep(200 * 2 ** n); } }`,
      errors: ['retry'],
    },
    {
      name: 'thrown in the attempt, and caught',
      code: `${SLEEP} export async function load(url) { for ([|let n = 0|]; n < 4; n++) { try { const res = await fetch(url); if (!res.ok) throw new Error('x'); return res; } catch { await sleep(200 * 2 ** n); } } }`,
      errors: ['retry'],
    },
    {
      code: "import { Queue } from 'aws-cdk-lib/aws-sqs'; new [|Queue|](this, 'Orders', { visibilityTimeout: Duration.seconds(30) });",
      errors: ['queue'],
    },
    {
      code: "import { CreateQueueCommand } from '@aws-sdk/client-sqs'; await client.send(new [|CreateQueueCommand|]({ QueueName: 'orders' }));",
      errors: ['queue'],
    },
    {
      name: 'thrown for refusals alone',
      code: loop(
        'if (error.response?.status < 500) throw error; await new Promise((r) => setTimeout(r, 2000 * 2 ** n));',
        '',
        HEAD,
      ),
      errors: ['retry'],
    },
  ],
});
