import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** What is lost where, by the first line of what is marked. */
const shown = (code: string): string[] =>
  factsIn(code).deadEnd.map(
    ({ of, node }) => `${of}: ${code.slice(...node.range).split('\n')[0] ?? ''}`,
  );

const POST = `await fetch('https://api.example.com/v1/orders', { method: 'POST', body })`;
const BULLMQ = `import { Worker, QueueEvents } from 'bullmq';\n`;
const BULL = `import Queue from 'bull';\nconst queue = new Queue('orders');\n`;
const SQS = `import { Consumer } from 'sqs-consumer';\n`;
const SWALLOWS = `try { ${POST}; } catch (e) { console.error(e); }`;

test.each([
  // worker
  [
    'a worker that nobody hears',
    `${BULLMQ}new Worker('orders', async ({ body }) => { ${POST}; });`,
    'worker: Worker',
  ],
  [
    'a worker with a named task',
    `${BULLMQ}async function task({ body }) { ${POST}; }\nnew Worker('orders', task);`,
    'worker: Worker',
  ],
  [
    'a worker that asks what has failed, and throws it again',
    `${BULLMQ}new Worker('orders', async ({ body }) => { try { ${POST}; } catch (e) { if (isFinal(e)) console.error(e); throw new Error(describe(e)); } });`,
    'worker: Worker',
  ],
  [
    'another event',
    `${BULLMQ}const w = new Worker('orders', async ({ body }) => { ${POST}; });\nw.on('completed', done);`,
    'worker: Worker',
  ],
  [
    'a queue with a task',
    `${BULL}queue.process(async ({ body }) => { ${POST}; });`,
    'worker: queue.process',
  ],
  [
    'a queue with a number and a task',
    `${BULL}queue.process(5, async ({ body }) => { ${POST}; });`,
    'worker: queue.process',
  ],
  // message
  [
    'a swallowed message',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { ${SWALLOWS} } });`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'a swallowed job, whoever hears',
    `${BULLMQ}const w = new Worker('orders', async ({ body }) => { ${SWALLOWS} });\nw.on('failed', tell);`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'only counted and told',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { try { ${POST}; } catch (e) { failures.inc(); Sentry.captureException(e); return; } } });`,
    'message: catch (e) { failures.inc(); Sentry.captureException(e); return; }',
  ],
  [
    'records',
    `export const handler = async (event) => { for (const { body } of event.Records) { log(event.Records[0].messageId); ${SWALLOWS} } };`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'a channel',
    `import amqp from 'amqplib';\nchannel.consume('orders', async (message) => { const body = message.content; ${SWALLOWS} });`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'a topic',
    `import { Kafka } from 'kafkajs';\nconsumer.run({ eachMessage: async ({ message: body }) => { ${SWALLOWS} } });`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'a message that is refused for good',
    `import amqp from 'amqplib';\nawait channel.assertQueue('orders', { durable: true });\nchannel.consume('orders', async (message) => { const body = message.content; try { ${POST}; channel.ack(message); } catch (e) { channel.nack(message, false, false); } });`,
    'message: catch (e) { channel.nack(message, false, false); }',
  ],
  [
    'a message that is rejected for good',
    `import amqp from 'amqplib';\nchannel.assertQueue('orders');\nchannel.consume('orders', async (message) => { const body = message.content; try { ${POST}; } catch (e) { log.warn(e); channel.reject(message, false); } });`,
    'message: catch (e) { log.warn(e); channel.reject(message, false); }',
  ],
  // a class that is decorated
  [
    'a processor that hears nothing',
    `import { Processor, WorkerHost } from '@nestjs/bullmq';\n@Processor('orders')\nclass Orders extends WorkerHost { async process({ body }) { ${POST}; } }`,
    "worker: @Processor('orders')",
  ],
  [
    'a processor that hears of another event',
    `import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';\n@Processor('orders', { concurrency: 2 })\nclass Orders extends WorkerHost { async process({ body }) { ${POST}; } @OnWorkerEvent('completed') done() {} }`,
    "worker: @Processor('orders', { concurrency: 2 })",
  ],
  [
    'a processor whose job swallows its failure',
    `import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';\n@Processor('orders')\nclass Orders extends WorkerHost { async process({ body }) { ${SWALLOWS} } @OnWorkerEvent('failed') lost() { keep(); } }`,
    'message: catch (e) { console.error(e); }',
  ],
  [
    'a processor of Bull',
    `import { Process, Processor } from '@nestjs/bull';\n@Processor('orders')\nclass Orders { @Process() async take({ data: body }) { ${POST}; } }`,
    "worker: @Processor('orders')",
  ],
  // queue
  [
    'a queue of the CDK',
    `import { Queue } from 'aws-cdk-lib/aws-sqs';\nnew Queue(this, 'Orders', { visibilityTimeout });`,
    'queue: Queue',
  ],
  [
    'a queue without options',
    `import * as sqs from 'aws-cdk-lib/aws-sqs';\nconst orders = new sqs.Queue(this, 'Orders');`,
    'queue: sqs.Queue',
  ],
  [
    'a queue of the SDK',
    `import { CreateQueueCommand } from '@aws-sdk/client-sqs';\nawait sqs.send(new CreateQueueCommand({ QueueName: 'orders', Attributes: {} }));`,
    'queue: CreateQueueCommand',
  ],
  // retry
  [
    'a loop that just ends',
    `export async function send(body) { for (let i = 0; i < 3; i++) { try { ${POST}; return; } catch (e) { await sleep(100); } } }`,
    'retry: let i = 0',
  ],
  [
    'a loop that logs at its end',
    `export async function send(body) { for (let i = 0; i < 3; i++) { try { ${POST}; return true; } catch (e) { console.warn(e); } } console.error('given up'); }`,
    'retry: let i = 0',
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  [
    'a message that is refused, with an exchange for it',
    `import amqp from 'amqplib';\nchannel.assertQueue('orders', { arguments: { 'x-dead-letter-exchange': 'dead' } });\nchannel.consume('orders', async (message) => { const body = message.content; try { ${POST}; } catch (e) { channel.nack(message, false, false); } });`,
  ],
  [
    'a message that is refused, of a queue that is made elsewhere',
    `import amqp from 'amqplib';\nchannel.consume('orders', async (message) => { const body = message.content; try { ${POST}; } catch (e) { channel.nack(message, false, false); } });`,
  ],
  [
    'a message that goes back to its queue',
    `import amqp from 'amqplib';\nchannel.assertQueue('orders');\nchannel.consume('orders', async (message) => { const body = message.content; try { ${POST}; } catch (e) { channel.nack(message, false, true); } });`,
  ],
  [
    'a processor that hears of what fails',
    `import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';\n@Processor('orders')\nclass Orders extends WorkerHost { async process({ body }) { ${POST}; } @OnWorkerEvent('failed') lost(job) { keep(job); } }`,
  ],
  [
    'a processor of Bull that hears of what fails',
    `import { OnQueueFailed, Process, Processor } from '@nestjs/bull';\n@Processor('orders')\nclass Orders { @Process() async take({ data: body }) { ${POST}; } @OnQueueFailed() lost(job) { keep(job); } }`,
  ],
  [
    'a processor whose base may hear of it',
    `import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';\nclass Heard extends WorkerHost { @OnWorkerEvent('failed') lost(job) { keep(job); } }\n@Processor('orders')\nclass Orders extends Heard { async process({ body }) { ${POST}; } }`,
  ],
  [
    'a processor whose base can not be read',
    `import { Processor } from '@nestjs/bullmq';\nimport { Heard } from './heard';\n@Processor('orders')\nclass Orders extends Heard { async process({ body }) { ${POST}; } }`,
  ],
  [
    'a processor that keeps its last failure itself',
    `import { Processor, WorkerHost } from '@nestjs/bullmq';\n@Processor('orders')\nclass Orders extends WorkerHost { async process(job) { const { body } = job; try { ${POST}; } catch (e) { if (job.attemptsMade > 2) await this.dead.add('order', body); throw e; } } }`,
  ],
  [
    'a worker that keeps its last failure itself',
    `${BULLMQ}new Worker('orders', async (job) => { const { body } = job; try { ${POST}; } catch (e) { if (job.attemptsMade > 2) await dead.add('order', body); throw e; } });`,
  ],
  [
    'another decorator of that name',
    `import { Processor } from './processor';\n@Processor('orders')\nclass Orders { async process({ body }) { ${POST}; } }`,
  ],
  [
    'a worker that is heard',
    `${BULLMQ}const w = new Worker('orders', async ({ body }) => { ${POST}; });\nw.on('failed', tell);`,
  ],
  [
    'events that are heard',
    `${BULLMQ}new Worker('orders', async ({ body }) => { ${POST}; });\nnew QueueEvents('orders').on('retries-exhausted', tell);`,
  ],
  [
    'a queue that is heard',
    `${BULL}queue.process(async ({ body }) => { ${POST}; });\nqueue.on('failed', tell);`,
  ],
  [
    'what a message throws leaves it in the queue',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { ${POST}; } });`,
  ],
  [
    'thrown on',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { try { ${POST}; } catch (e) { console.error(e); throw e; } } });`,
  ],
  [
    'stored',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { try { ${POST}; } catch (e) { await failed.insert(body); } } });`,
  ],
  [
    'given back as failed',
    `export const handler = async (event) => { for (const { body, messageId } of event.Records) { try { ${POST}; } catch { return { batchItemFailures: [{ itemIdentifier: messageId }] }; } } };`,
  ],
  [
    'records of no queue',
    `export const handler = async (event) => { for (const { s3 } of event.Records) { const data = s3.object; ${SWALLOWS.replace('body }', 'body: data }')} } };`,
  ],
  [
    'no request is swallowed',
    `${SQS}Consumer.create({ queueUrl, handleMessage: async ({ body }) => { try { parse(body); } catch (e) { console.error(e); } ${POST}; } });`,
  ],
  [
    'a queue with another for what failed',
    `import { Queue } from 'aws-cdk-lib/aws-sqs';\nconst dlq = new Queue(this, 'Failed');\nnew Queue(this, 'Orders', { deadLetterQueue: { queue: dlq, maxReceiveCount: 3 } });`,
  ],
  [
    'options that are not known',
    `import { Queue } from 'aws-cdk-lib/aws-sqs';\nnew Queue(this, 'Orders', props);`,
  ],
  [
    'a queue of another package',
    `import { Queue } from './queues';\nnew Queue(this, 'Orders', {});`,
  ],
  [
    'a loop that throws at its end',
    `export async function send(body) { for (let i = 0; i < 3; i++) { try { ${POST}; return; } catch (e) { await sleep(100); } } throw new Error('given up'); }`,
  ],
  [
    'a loop that stores what failed',
    `export async function send(body) { for (let i = 0; i < 3; i++) { try { ${POST}; return; } catch (e) { await sleep(100); } } await outbox.add(body); }`,
  ],
  [
    'a loop that gives its answer',
    `export async function send(body) { let res; for (let i = 0; i < 3; i++) { res = ${POST}; if (res.ok) break; } return res; }`,
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
