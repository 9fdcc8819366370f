import rule from '../../rules/no-unstructured-logs.ts';
import { testRule } from '../rule-tester.ts';

const pino = "import pino from 'pino'; const log = pino();";
const get =
  "const res = await fetch('https://api.example.com/a'); if (!res.ok) throw new Error('refused');";
const load = (lines: string, head = '') =>
  `${head} export async function load(id) { ${get} ${lines} return res.json(); }`;
const hook = (lines: string, head = '') =>
  `import express from 'express'; ${head} express().post('/webhooks/orders', (req, res) => { const event = req.body; const ok = verify(req.headers['x-signature'], req.body); ${lines} res.sendStatus(ok ? 200 : 401); });`;

testRule(rule, {
  valid: [
    load(
      'const line = JSON.stringify({ level: "info", message: "loaded", id }); console.log(line);',
    ),
    load("log.info({ id }, 'loaded');", pino),
    load(
      "log.info('loaded', { id });",
      "import winston from 'winston'; const log = winston.createLogger({});",
    ),
    load("log.info('loaded');", pino),
    load('log.debug(`loaded ${id}`);', pino),
    load('log.info({ id }, `loaded ${id}`);', pino),
    load('console.log(JSON.stringify({ level: "info", message: "loaded", id }));'),
    'export const add = (a, b) => { console.log(`adding ${a}`); return a + b; };',
    { filename: 'scripts/load.ts', code: load('console.log(`loaded ${id}`);') },
    `#!/usr/bin/env node\n${load('console.log(`loaded ${id}`);')}`,
    load('console.log(`loaded ${id}`);', "import { parseArgs } from 'node:util';"),
    { filename: 'src/load.test.ts', code: load('console.log(id);') },
    load('console.log(id); document.title = id;'),
    { filename: 'src/page.tsx', code: load('console.log(id);') },
    `import express from 'express'; export async function load() { ${get} return res; } express().listen(3000, () => console.log('listening on 3000'));`,
    `export async function load() { ${get} return res; } export function start(key) { if (!key) { console.error('no key'); process.exit(1); } }`,
    {
      name: 'a logger of its own',
      code: load("log('loaded', { id });", "import { log } from './log';"),
      files: {
        'src/log.ts':
          'export const log = (message: string, fields: object) => console.log(JSON.stringify({ message, ...fields }));',
      },
    },
  ],
  invalid: [
    {
      name: 'a document that is no page',
      code: load('const document = await res.json(); [|console.log|](`loaded ${document.id}`);'),
      errors: ['console'],
    },
    { code: load('[|console.log|](`loaded ${id}`);'), errors: ['console'] },
    { code: load("[|console.error|]('not loaded', id);"), errors: ['console'] },
    { code: load("[|console.info|]('loaded: ' + id);"), errors: ['console'] },
    { code: load("const { log } = console; [|log|]('loaded', id);"), errors: ['console'] },
    {
      code: hook('[|console.log|]("authorised " + event.id + " " + event.type);'),
      errors: ['console'],
    },
    { code: hook('[|console.warn|]("unexpected", event.type);'), errors: ['console'] },
    {
      code: load('log.info([|`loaded ${id}`|]);', pino),
      errors: [{ messageId: 'pasted', suggestions: [load("log.info({ id }, 'loaded');", pino)] }],
    },
    {
      code: load(
        "log.info([|'loaded ' + id|]);",
        "import winston from 'winston'; const log = winston.createLogger({});",
      ),
      errors: [
        {
          messageId: 'pasted',
          suggestions: [
            load(
              "log.info('loaded', { id });",
              "import winston from 'winston'; const log = winston.createLogger({});",
            ),
          ],
        },
      ],
    },
    {
      code: load(
        'log.warn([|`slow: ${res.status} for ${id}`|]);',
        "const log = require('bunyan').createLogger({ name: 'a' });",
      ),
      errors: [
        {
          messageId: 'pasted',
          suggestions: [
            load(
              "log.warn({ status: res.status, id }, 'slow');",
              "const log = require('bunyan').createLogger({ name: 'a' });",
            ),
          ],
        },
      ],
    },
    {
      code: load('log.info([|`loaded ${names.join(", ")}`|]);', `${pino} const names = ['a'];`),
      errors: [{ messageId: 'pasted', suggestions: [] }],
    },
    {
      code: load('log.info([|`loaded ${id}`|]);', "import { log } from './log';"),
      errors: [{ messageId: 'pasted', suggestions: [] }],
    },
    {
      code: "import axios from 'axios'; export async function pay(order) { try { return await axios.post('https://api.example.com/pay', order, { timeout: 1000 }); } catch (error) { [|console.error|]('not paid', error.code); throw error; } }",
      errors: ['console'],
    },
    {
      code: "import { Logger } from '@nestjs/common'; export class Orders { private readonly logger = new Logger(Orders.name); async load(id: string) { const res = await fetch('https://api.example.com/a'); this.logger.log([|`loaded ${id}`|]); return res.ok; } }",
      parser: 'ts',
      errors: [
        {
          messageId: 'pasted',
          suggestions: [
            "import { Logger } from '@nestjs/common'; export class Orders { private readonly logger = new Logger(Orders.name); async load(id: string) { const res = await fetch('https://api.example.com/a'); this.logger.log('loaded', { id }); return res.ok; } }",
          ],
        },
      ],
    },
  ],
});
