import rule from '../../rules/require-balance-alert.ts';
import { testRule } from '../rule-tester.ts';

const octopus =
  "import axios from 'axios';\nconst octopus = axios.create({ baseURL: 'https://api.octopuscards.io' });\n";
const mc =
  "import axios from 'axios';\nconst mc = axios.create({ baseURL: 'https://mc-prd.duckdns.org/api/v1' });\n";

testRule(rule, {
  valid: [
    `${octopus}setInterval(async () => {\n  const { data } = await octopus.get('/api/v1/wallets');\n  for (const w of data) if (w.balance < 100) page(w);\n}, 60_000);`,
    {
      name: 'a metric, for which an alert is set elsewhere',
      code: `import { Gauge } from 'prom-client';\n${octopus}const gauge = new Gauge({ name: 'wallet_balance', help: 'Balance' });\nsetInterval(async () => {\n  const { data } = await octopus.get('/api/v1/wallets');\n  gauge.set(data[0].balance);\n}, 60_000);`,
    },
    {
      name: 'a log',
      code: `import { logger } from './logger.js';\n${mc}setInterval(async () => {\n  const { data } = await mc.get('/credits');\n  logger.info({ credits: data.balance });\n}, 60_000);`,
    },
    {
      name: 'a helper of the file compares',
      code: `${mc}function look(credits) { if (credits < 10) throw new Error('low'); }\nsetInterval(async () => look((await mc.get('/credits')).data.left), 60_000);`,
    },
    {
      name: 'a helper that is given to a loop over the wallets',
      code: `${octopus}const tell = (wallet) => { if (wallet.balance < wallet.least) bell.ring(wallet.id); };\nsetInterval(async () => { (await octopus.get('/api/v1/wallets')).data.forEach(tell); }, 60_000);`,
    },
    {
      name: 'a helper that can not be read, whose name says it',
      code: `import { alertIfLow } from './alerts.js';\n${mc}setInterval(async () => alertIfLow((await mc.get('/credits')).data), 60_000);`,
    },
    {
      name: 'asked once',
      code: `${mc}export const credits = async () => (await mc.get('/credits')).data;`,
    },
    {
      name: 'before an order',
      code: `${octopus}export async function order(body) { const { data } = await octopus.get('/api/v1/wallets'); await reserve(data); return octopus.post('/api/v1/orders', body); }`,
    },
    {
      name: 'another resource',
      code: `${octopus}setInterval(async () => { state.products = (await octopus.get('/api/v1/products')).data; }, 60_000);`,
    },
    {
      name: 'another API',
      code: `import axios from 'axios';\nsetInterval(async () => { state.wallets = (await axios.get('https://api.example.com/api/v1/wallets')).data; }, 60_000);`,
    },
    {
      name: 'a job, with an event',
      code: `import cron from 'node-cron';\n${octopus}cron.schedule('*/5 * * * *', async () => { bus.emit('wallets', (await octopus.get('/api/v1/wallets')).data); });`,
    },
    {
      name: 'a method of Nest',
      code: `import { Interval } from '@nestjs/schedule';\nimport axios from 'axios';\nexport class Balance {\n  @Interval(60_000)\n  async check() {\n    const { data } = await axios.get('https://api.octopuscards.io/api/v1/wallets');\n    this.alerts.raise(data);\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'a loop without an end',
      code: `${mc}export async function run(warn) { while (true) { const { data } = await mc.get('/credits'); if (data.left <= 10) warn(data); await pause(60_000); } }`,
    },
  ],
  invalid: [
    {
      code: `${octopus}setInterval(async () => {\n  state.wallets = (await [|octopus.get|]('/api/v1/wallets')).data;\n}, 60_000);`,
    },
    {
      name: 'a function of its own',
      code: `${octopus}let wallets = [];\nasync function refresh() {\n  const { data } = await [|octopus.get|]('/api/v1/wallets');\n  wallets = data;\n}\nsetInterval(refresh, 120_000);\nexport const all = () => wallets;`,
    },
    {
      name: 'called by the timer',
      code: `${mc}const refresh = async () => { state.credits = (await [|mc.get|]('/credits')).data; };\nsetInterval(() => { void refresh(); }, 60_000);`,
    },
    {
      name: 'cron',
      code: `import cron from 'node-cron';\n${octopus}cron.schedule('*/5 * * * *', async () => { await save((await [|octopus.get|]('/api/v1/wallets')).data); });`,
    },
    {
      name: 'node-schedule',
      code: `import schedule from 'node-schedule';\n${mc}schedule.scheduleJob('*/5 * * * *', async () => { await save((await [|mc.get|]('/credits')).data); });`,
    },
    {
      name: 'CronJob',
      code: `import { CronJob } from 'cron';\n${mc}export const job = new CronJob('*/5 * * * *', async () => { await save((await [|mc.get|]('/credits')).data); });`,
    },
    {
      name: 'Nest, @Interval',
      code: `import { Interval } from '@nestjs/schedule';\nimport axios from 'axios';\nexport class Balance {\n  @Interval(60_000)\n  async refresh() {\n    const { data } = await [|axios.get|]('https://api.octopuscards.io/api/v1/wallets');\n    this.wallets = data;\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'Nest, @Cron',
      code: `import { Cron } from '@nestjs/schedule';\nimport axios from 'axios';\nexport class Credits {\n  @Cron('*/5 * * * *')\n  async refresh() {\n    this.left = (await [|axios.get|]('https://mc-prd.duckdns.org/api/v1/credits')).data;\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'a loop without an end',
      code: `${mc}export async function run() { while (true) { state.credits = (await [|mc.get|]('/credits')).data; await pause(60_000); } }`,
    },
    {
      name: 'for without a test',
      code: `${mc}export async function run() { for (;;) { state.credits = (await [|mc.get|]('/credits')).data; await pause(60_000); } }`,
    },
    {
      name: 'fetch',
      code: `setInterval(async () => { const res = await [|fetch|]('https://api.octopuscards.io/api/v1/wallets'); render(await res.json()); }, 60_000);`,
    },
    {
      name: 'an imported client',
      code: `import { octopus } from './client.js';\nsetInterval(async () => { render(await [|octopus.get|]('api/v1/wallets').json()); }, 60_000);`,
      files: {
        'src/client.js':
          "import ky from 'ky';\nexport const octopus = ky.create({ prefixUrl: process.env.OCTOPUS_BASE_URL });",
      },
    },
  ],
});
