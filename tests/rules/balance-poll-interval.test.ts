import rule from '../../rules/balance-poll-interval.ts';
import { testRule } from '../rule-tester.ts';

const apis = ['octopus'];
const API =
  'import axios from "axios";\nconst octopus = axios.create({ baseURL: "https://api.octopuscards.io" });\nconst check = async () => (await octopus.get("/api/v1/wallets")).data;\n';

testRule(rule, {
  valid: [
    { name: 'every minute', code: `${API}setInterval(check, 60_000);`, apis },
    { name: 'every five minutes', code: `${API}setInterval(() => check(), 5 * 60 * 1000);`, apis },
    {
      name: 'every two minutes, by cron',
      code: `${API}import cron from "node-cron";\ncron.schedule("*/2 * * * *", check);`,
      apis,
    },
    {
      name: 'every minute, by cron with seconds',
      code: `${API}import { CronJob } from "cron";\nnew CronJob("0 * * * * *", check);`,
      apis,
    },
    {
      name: 'a table of texts',
      code: `${API}import { Cron, CronExpression } from "@nestjs/schedule";\nclass Balances { @Cron(CronExpression.EVERY_5_MINUTES) async run() { await check(); } }`,
      parser: 'ts',
      apis,
    },
    {
      name: 'another read',
      code: `${API}setInterval(async () => { await octopus.get("/api/v1/products"); }, 3_600_000);`,
      apis,
    },
    {
      name: 'a number that is not known',
      code: `${API}export const start = (ms) => setInterval(check, ms);`,
      apis,
    },
    {
      name: 'a text that is not known',
      code: `${API}import cron from "node-cron";\ncron.schedule(process.env.BALANCE_CRON, check);`,
      apis,
    },
    {
      name: 'another API',
      code: 'setInterval(async () => { await fetch("https://api.example.com/wallets"); }, 1000);',
      apis,
    },
    {
      name: 'a timer that runs once',
      code: `${API}setTimeout(check, 1000);`,
      apis,
    },
    {
      name: 'a loop that pauses two minutes',
      code: `${API}async function watch(sleep) { while (true) { await check(); await sleep(120_000); } }`,
      apis,
    },
    {
      name: 'a job without requests',
      code: 'setInterval(() => console.log("alive"), 1000);',
      apis,
    },
    { name: 'a test', code: `${API}setInterval(check, 10);`, filename: 'src/poll.test.js', apis },
  ],
  invalid: [
    {
      name: 'every five seconds',
      code: `${API}setInterval(check, [|5000|]);`,
      output: `${API}setInterval(check, 60000);`,
      apis,
      errors: [{ messageId: 'tooOften', data: { seconds: 5, limit: 60 } }],
    },
    {
      name: 'every hour',
      code: `${API}setInterval(async () => { for (const w of await check()) console.log(w.id); }, [|60 * 60 * 1000|]);`,
      output: `${API}setInterval(async () => { for (const w of await check()) console.log(w.id); }, 5 * 60 * 1000);`,
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'half an hour in units: nothing to change by machine',
      code: `import { AsyncTask, SimpleIntervalJob } from 'toad-scheduler';\n${API}new SimpleIntervalJob([|{ minutes: 30 }|], new AsyncTask('balance', check));`,
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'a constant that only it reads',
      code: `${API}const POLL_MS = 10_000;\nsetInterval(check, [|POLL_MS|]);`,
      output: `${API}const POLL_MS = 60_000;\nsetInterval(check, POLL_MS);`,
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'a constant that others read',
      code: `${API}const POLL_MS = 10_000;\nsetInterval(check, [|POLL_MS|]);\nconsole.log(POLL_MS);`,
      apis,
      errors: [
        {
          messageId: 'tooOften',
          suggestions: [
            `${API}const POLL_MS = 10_000;\nsetInterval(check, 60_000);\nconsole.log(POLL_MS);`,
          ],
        },
      ],
    },
    {
      name: 'a function of another module',
      code: 'import { check } from "./wallets.js";\nsetInterval(check, [|1000|]);',
      output: 'import { check } from "./wallets.js";\nsetInterval(check, 60000);',
      files: {
        'src/wallets.js':
          'export const check = () => fetch("https://api.octopuscards.io/api/v1/wallets");',
      },
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'cron: every hour',
      code: `${API}import cron from "node-cron";\ncron.schedule([|"0 * * * *"|], check);`,
      output: `${API}import cron from "node-cron";\ncron.schedule("*/5 * * * *", check);`,
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'cron: every ten seconds',
      code: `${API}import { CronJob } from "cron";\nexport const job = new CronJob([|'*/10 * * * * *'|], async () => { await check(); });`,
      output: `${API}import { CronJob } from "cron";\nexport const job = new CronJob('* * * * *', async () => { await check(); });`,
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'cron from options',
      code: `${API}import { CronJob } from "cron";\nexport const job = CronJob.from({ cronTime: [|"*/15 * * * *"|], onTick: check });`,
      output: `${API}import { CronJob } from "cron";\nexport const job = CronJob.from({ cronTime: "*/5 * * * *", onTick: check });`,
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'node-schedule with a name',
      code: `${API}const schedule = require("node-schedule");\nschedule.scheduleJob("balances", [|"0 8 * * 1-5"|], check);`,
      output: `${API}const schedule = require("node-schedule");\nschedule.scheduleJob("balances", "*/5 * * * *", check);`,
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'a decorator with milliseconds',
      code: `${API}import { Interval } from "@nestjs/schedule";\nconst HOUR = 3_600_000;\nclass Balances { @Interval("balances", [|HOUR|]) async run() { await check(); } }`,
      output: `${API}import { Interval } from "@nestjs/schedule";\nconst HOUR = 300_000;\nclass Balances { @Interval("balances", HOUR) async run() { await check(); } }`,
      parser: 'ts',
      apis,
      errors: ['tooSeldom'],
    },
    {
      name: 'a decorator with a text of a table',
      code: `${API}import { Cron, CronExpression } from "@nestjs/schedule";\nclass Balances { @Cron([|CronExpression.EVERY_10_SECONDS|]) async run() { await check(); } }`,
      parser: 'ts',
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'a repeated job of a queue',
      code: `${API}import { Queue, Worker } from "bullmq";\nconst queue = new Queue("balances");\nawait queue.add("read", {}, { repeat: { every: [|1000|] } });\nnew Worker("balances", async () => { await check(); });`,
      output: `${API}import { Queue, Worker } from "bullmq";\nconst queue = new Queue("balances");\nawait queue.add("read", {}, { repeat: { every: 60000 } });\nnew Worker("balances", async () => { await check(); });`,
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'a timer that starts itself again',
      code: `${API}async function poll() { await check(); setTimeout(poll, [|2000|]); }`,
      output: `${API}async function poll() { await check(); setTimeout(poll, 60000); }`,
      apis,
      errors: ['tooOften'],
    },
    {
      name: 'a loop without an end',
      code: `${API}async function watch(sleep) { for (;;) { await check(); await sleep([|10_000|]); } }`,
      output: `${API}async function watch(sleep) { for (;;) { await check(); await sleep(60_000); } }`,
      apis,
      errors: ['tooOften'],
    },
  ],
});
