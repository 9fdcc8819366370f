import rule from '../../rules/require-trace-id-in-logs.ts';
import { testRule } from '../rule-tester.ts';

const pino = "import pino from 'pino'; const log = pino();";
const refused = (handle: string, logger = pino, host = 'api.example.com') =>
  `${logger} export async function load(requestId) { const res = await fetch('https://${host}/a'); if (!res.ok) { const problem = await res.json(); ${handle} throw new Error('refused'); } return res.json(); }`;
const tried = (handle: string, logger = pino) =>
  `import axios from 'axios'; ${logger} export async function load(requestId) { try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { ${handle} throw error; } }`;

testRule(rule, {
  valid: [
    "import axios from 'axios';\nimport pino from 'pino';\nconst log = pino();\nexport async function load(id) { const { data, headers } = await axios.get(`https://api.example.com/a/${id}`); log.info({ trace_id: headers['x-trace-id'], id }, 'answered'); return data; }",
    refused(
      "const told = res.headers.get('x-request-id'); log.error({ status: res.status, told }, 'refused');",
    ),
    "import got from 'got';\nimport pino from 'pino';\nconst log = pino();\nexport const api = got.extend({ prefixUrl: process.env.SHOP_URL, hooks: { afterResponse: [(response) => { log.info({ status: response.statusCode, trace_id: response.headers['x-trace-id'] }, 'answered'); return response; }] } });",
    "import got from 'got';\nimport pino from 'pino';\nconst log = pino();\nexport const api = got.extend({ prefixUrl: process.env.SHOP_URL, hooks: { beforeRequest: [(options) => { log.info({ url: options.url.pathname }, 'asking'); }] } });",
    refused("log.error({ status: res.status, trace_id: problem.trace_id }, 'refused');"),
    refused("log.error({ status: res.status, requestId }, 'refused');"),
    refused(
      "log.error({ status: res.status, request: res.headers.get('x-request-id') }, 'refused');",
    ),
    refused("log.error({ problem }, 'refused');"),
    refused('log.error(`${requestId}: refused with ${res.status}`);'),
    refused("log.child({ requestId }).error({ status: res.status }, 'refused');"),
    refused(
      "log.error({ status: res.status }, 'refused');",
      "import pino from 'pino'; const log = pino().child({ traceId: '1' });",
    ),
    {
      name: 'a mixin with the id of the request',
      code: refused(
        "log.error({ status: res.status }, 'refused');",
        "import pino from 'pino'; import { AsyncLocalStorage } from 'node:async_hooks'; const store = new AsyncLocalStorage(); const log = pino({ mixin: () => ({ ...store.getStore() }) });",
      ),
    },
    {
      name: 'a logger module that keeps the context',
      code: refused(
        "log.error({ status: res.status }, 'refused');",
        "import { log } from './log';",
      ),
      files: {
        'src/log.ts':
          "import pino from 'pino'; import { AsyncLocalStorage } from 'node:async_hooks'; export const store = new AsyncLocalStorage(); export const log = pino({ mixin: () => store.getStore() ?? {} });",
      },
    },
    {
      name: 'a child of a logger that is not known',
      code: refused(
        "const log = root.child({ traceId: problem.trace_id }); log.error({ status: res.status }, 'refused');",
        "import { root } from './logging';",
      ),
    },
    "export async function load(req) { const res = await fetch('https://api.example.com/a'); if (!res.ok) req.log.error({ status: res.status }, 'refused'); }",
    "export async function load(logger) { const res = await fetch('https://api.example.com/a'); if (!res.ok) logger.error({ status: res.status }, 'refused'); }",
    tried("log.error({ code: error.code, correlationId: requestId }, 'failed');"),
    refused("log.debug({ status: res.status }, 'refused');"),
    'console.log(`listening on ${port}`);',
    {
      filename: 'src/load.test.ts',
      code: refused("log.error({ status: res.status }, 'refused');"),
    },
    'export const f = (text) => { try { return JSON.parse(text); } catch (e) { console.error(e.message); } };',
  ],
  invalid: [
    {
      name: 'the status alone is taken from the answer',
      code: "import axios from 'axios';\nimport pino from 'pino';\nconst log = pino();\nexport async function load(id) { const { data, status } = await axios.get(`https://api.example.com/a/${id}`); [|log.info|]({ status, id }, 'answered'); return data; }",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'what the API said, or nothing',
      code: "import axios from 'axios';\nimport pino from 'pino';\nconst log = pino();\nexport async function load() { try { return await axios.get(`${process.env.SHOP_URL}/a`); } catch (error) { const said = axios.isAxiosError(error) ? error.response?.data : undefined; [|log.error|]({ code: said?.code }, 'refused'); throw error; } }",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a child of a logger that is not known, with other fields',
      code: refused(
        "const log = root.child({ part: 'loader' }); [|log.error|]({ status: res.status }, 'refused');",
        "import { root } from './logging';",
      ),
    },
    {
      name: 'a header of something else, by a name',
      code: refused(
        "const told = res.headers.get('retry-after'); [|log.error|]({ status: res.status, told }, 'refused');",
      ),
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a hook whose parameter holds the response',
      code: "import { ofetch } from 'ofetch';\nimport pino from 'pino';\nconst log = pino();\nexport const api = ofetch.create({ baseURL: process.env.SHOP_URL, onResponseError({ request, response }) { [|log.error|]({ url: String(request), status: response.status }, 'refused'); } });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'a hook that gets each response',
      code: "import got from 'got';\nimport pino from 'pino';\nconst log = pino();\nexport const api = got.extend({ prefixUrl: process.env.SHOP_URL, hooks: { afterResponse: [(response) => { [|log.info|]({ status: response.statusCode }, 'answered'); return response; }] } });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'an interceptor of responses',
      code: "import axios from 'axios';\nimport pino from 'pino';\nconst log = pino();\nconst api = axios.create({ baseURL: process.env.SHOP_URL });\napi.interceptors.response.use((response) => { [|log.info|]({ status: response.status }, 'answered'); return response; });",
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'the third parameter of a hook of ky',
      code: "import ky from 'ky';\nimport pino from 'pino';\nconst log = pino();\nexport const api = ky.extend({ hooks: { afterResponse: [(request, options, response) => { [|log.info|]({ url: request.url, status: response.status }, 'answered'); }] } });",
      errors: [{ messageId: 'missing' }],
    },
    { code: tried("[|log.error|]({ err: error }, 'failed');") },
    {
      code: refused("[|log.error|]({ status: res.status, code: problem.error.code }, 'refused');"),
    },
    {
      code: refused(
        "[|log.error|]({ status: res.status, code: problem.error.code }, 'refused');",
        pino,
        'api.aelix.digitalapi.ai',
      ),
      apis: ['aelix'],
      errors: [
        {
          messageId: 'missing',
          data: { name: 'trace_id' },
          suggestions: [
            {
              title: 'Log trace_id',
              output: refused(
                "log.error({ status: res.status, code: problem.error.code, trace_id: problem.trace_id }, 'refused');",
                pino,
                'api.aelix.digitalapi.ai',
              ),
            },
          ],
        },
      ],
    },
    { code: refused('[|log.warn|](`refused with ${res.status}`);') },
    { code: refused("[|console.error|]('refused', res.status, problem.error.message);", '') },
    {
      code: tried("[|log.error|]({ code: error.code, status: error.response?.status }, 'failed');"),
    },
    { code: tried('[|console.error|](`failed: ${error.message}`);', '') },
    {
      code: refused(
        "[|log.error|]('refused', { status: res.status });",
        "import winston from 'winston'; const log = winston.createLogger({});",
      ),
    },
    {
      code: "import axios from 'axios'; import { log } from './log'; export const load = () => axios.get('https://api.example.com/a', { timeout: 1000 }).catch((e) => { [|log.error|]({ code: e.code }, 'failed'); throw e; });",
    },
    {
      code: "import { log } from './log'; export async function order() { const res = await fetch('https://api.example.com/orders', { method: 'POST' }); const data = await res.json(); [|log.info|]({ id: data.id }, 'ordered'); return data; }",
    },
    {
      code: "import axios from 'axios'; const log = require('bunyan').createLogger({ name: 'a' }); export async function order() { const { data } = await axios.post('https://api.example.com/orders', {}, { timeout: 1000 }); [|log.info|]({ order: data.id }, 'ordered'); return data; }",
    },
    {
      code: "import { Logger } from '@nestjs/common'; export class Orders { private readonly logger = new Logger(Orders.name); async load() { const res = await fetch('https://api.example.com/a'); if (!res.ok) [|this.logger.error|](`refused: ${res.status}`); } }",
      parser: 'ts',
    },
    {
      code: "const log = require('pino')(); exports.raise = async (res) => { const { error } = await res.json(); [|log.error|]({ status: res.status, code: error.code }, 'refused'); };",
    },
  ],
});
