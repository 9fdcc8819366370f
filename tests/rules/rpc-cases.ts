import type { Cases } from '../rule-tester.ts';

const js = { filename: 'src/file.js' };
const grpc = "import * as grpc from '@grpc/grpc-js';\nimport { pay } from './loaded.js';\n";
const client =
  "const client = new pay.Balance('pay.example.io:443', grpc.credentials.createSsl());\n";
const start = grpc + client;
const without = (options: string) =>
  `${grpc}const client = new pay.Balance('pay.example.io:443', grpc.credentials.createSsl(), ${options});\nclient.getBalance({ id }, callback);`;
const connect = (options = '') =>
  `import { createClient } from '@connectrpc/connect';\nimport { createGrpcTransport } from '@connectrpc/connect-node';\nimport { Pay } from './gen/pay_pb.js';\nconst client = createClient(Pay, createGrpcTransport({ baseUrl: 'https://pay.example.io'${options} }));\n`;
const nice =
  "import { createChannel, createClient } from 'nice-grpc';\nimport { Pay } from './gen/pay.js';\nconst client = createClient(Pay, createChannel('pay.example.io:443'));\n";

/** Calls of remote procedures for the rule that asks for a limit. */
export const deadlines: Cases = {
  valid: [
    {
      name: 'a deadline before the callback',
      code: `${start}client.getBalance({ id }, { deadline: Date.now() + 5000 }, (error, balance) => done(error, balance));`,
    },
    {
      name: 'a deadline behind the metadata',
      code: `${start}client.getBalance({ id }, new grpc.Metadata(), { deadline: deadlineOf(5) }, callback);`,
    },
    {
      name: 'a date that is set later',
      code: `${start}const deadline = new Date();\ndeadline.setSeconds(deadline.getSeconds() + 5);\nclient.getBalance({ id }, { deadline }, callback);`,
    },
    {
      name: 'options of the caller',
      code: `${start}export const load = (options, callback) => client.getBalance({ id }, options, callback);`,
    },
    {
      name: 'a spread',
      code: `${start}export const load = (...args) => client.getBalance(...args);`,
    },
    { name: 'interceptors of the client', code: without('{ interceptors: [withDeadline] }') },
    { name: 'options that the caller gives to the client', code: without('process.options') },
    {
      name: 'a timeout in the service config',
      code: without(
        "{ 'grpc.service_config': JSON.stringify({ methodConfig: [{ name: [{}], timeout: { seconds: 5 } }] }) }",
      ),
    },
    {
      name: 'a service config as text',
      code: without(`{ 'grpc.service_config': '{"methodConfig":[{"name":[{}],"timeout":"5s"}]}' }`),
    },
    {
      name: 'the call that is served',
      code: `${start}client.getBalance({ id }, { parent: call }, callback);`,
    },
    {
      name: 'a stream of answers',
      code: `${start}client.watch({ id }).on('data', show);\nconst all = client.list({ id }, new grpc.Metadata());`,
    },
    {
      name: 'a stream of requests',
      code: `${start}const upload = client.upload((error, summary) => done(error, summary));\nupload.write({ id });`,
    },
    {
      name: 'methods that call nothing',
      code: `${start}client.waitForReady(Date.now() + 1000, (error) => done(error));\nclient.close();`,
    },
    {
      name: 'this machine',
      code: `${grpc}const client = new pay.Balance('localhost:50051', grpc.credentials.createInsecure());\nclient.getBalance({ id }, callback);`,
    },
    {
      name: 'ended by hand',
      code: `${start}const call = client.getBalance({ id }, callback);\nsetTimer(() => call.cancel(), 5000);`,
    },
    {
      name: 'raced',
      code: `${start}export const load = () => Promise.race([new Promise((resolve) => client.getBalance({ id }, (error, balance) => resolve(balance))), late()]);`,
    },
    {
      name: 'its own timer',
      code: `${start}export const load = () => new Promise((resolve, reject) => {\n  setTimeout(() => reject(new Error('late')), 5000);\n  client.getBalance({ id }, (error, balance) => (error ? reject(error) : resolve(balance)));\n});`,
    },
    {
      name: 'promisified, with a deadline',
      code: `import { promisify } from 'node:util';\n${start}const getBalance = promisify(client.getBalance).bind(client);\nexport const load = async () => await getBalance({ id }, { deadline: Date.now() + 5000 });`,
    },
    {
      name: 'a client of which the type is known',
      code: `import { BalanceClient } from './gen/balance_grpc_pb';\nexport class Wallet {\n  constructor(private client: BalanceClient) {}\n  load(callback) {\n    this.client.getBalance({}, callback);\n  }\n}`,
      parser: 'ts',
    },
    {
      name: 'a server',
      code: "import * as grpc from '@grpc/grpc-js';\nconst server = new grpc.Server();\nserver.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createInsecure(), (error, port) => done(error, port));",
    },
    {
      name: 'an object of another kind',
      code: "import { Database } from './database.js';\nconst client = new Database('db.example.io', credentials());\nclient.find({ id }, (error, row) => done(error, row));",
    },
    {
      name: 'milliseconds',
      code: `${connect()}await client.getBalance({ id }, { timeoutMs: 5000 });`,
    },
    {
      name: 'milliseconds of the transport',
      code: `${connect(', defaultTimeoutMs: 5000')}await client.getBalance({ id });`,
    },
    {
      name: 'interceptors of the transport',
      code: `${connect(', interceptors: [limit]')}await client.getBalance({ id });`,
    },
    {
      name: 'a stream that is read',
      code: `${connect()}for await (const event of client.watch({ id })) show(event);`,
    },
    {
      name: 'a signal',
      code: `${nice}await client.getBalance({ id }, { signal: AbortSignal.timeout(5000) });`,
    },
    {
      name: 'a client with defaults',
      code: "import { createChannel, createClient } from 'nice-grpc';\nconst client = createClient(Pay, createChannel('pay.example.io:443'), { '*': { signal } });\nawait client.getBalance({ id });",
    },
    {
      name: 'a test',
      filename: 'src/pay.test.js',
      code: `${start}client.getBalance({ id }, callback);`,
    },
  ],
  invalid: [
    {
      name: 'a callback',
      ...js,
      code: `${start}[|client.getBalance|]({ id }, (error, balance) => done(error, balance));`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            `${start}client.getBalance({ id }, { deadline: Date.now() + 60_000 }, (error, balance) => done(error, balance));`,
          ],
        },
      ],
    },
    {
      name: 'metadata and a callback',
      code: `${start}const metadata = new grpc.Metadata();\n[|client.getBalance|]({ id }, metadata, (error, balance) => done(error, balance));`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            `${start}const metadata = new grpc.Metadata();\nclient.getBalance({ id }, metadata, { deadline: Date.now() + 60_000 }, (error, balance) => done(error, balance));`,
          ],
        },
      ],
    },
    {
      name: 'other options',
      ...js,
      code: `${start}[|client.getBalance|]({ id }, { host: 'pay' }, callback);`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            `${start}client.getBalance({ id }, { host: 'pay', deadline: Date.now() + 60_000 }, callback);`,
          ],
        },
      ],
    },
    {
      name: 'generated types that know no options without metadata',
      code: `import { credentials } from '@grpc/grpc-js';\nimport { BalanceClient } from './gen/balance';\nexport class Wallet {\n  private client = new BalanceClient(process.env.PAY_ADDRESS, credentials.createInsecure());\n  load(): Promise<Balance> {\n    return new Promise((resolve, reject) => [|this.client.getBalance|]({ id: 1 }, (error, balance) => (error ? reject(error) : resolve(balance))));\n  }\n}`,
      parser: 'ts',
      errors: ['noDeadline'],
    },
    {
      name: 'a package that is loaded',
      ...js,
      code: "const grpc = require('@grpc/grpc-js');\nconst loader = require('@grpc/proto-loader');\nconst { Balance } = grpc.loadPackageDefinition(loader.loadSync('pay.proto')).pay;\nconst client = new Balance(host, credentialsOf(host));\n[|client.getBalance|]({ id }, (error) => done(error)/* the end */);",
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            "const grpc = require('@grpc/grpc-js');\nconst loader = require('@grpc/proto-loader');\nconst { Balance } = grpc.loadPackageDefinition(loader.loadSync('pay.proto')).pay;\nconst client = new Balance(host, credentialsOf(host));\nclient.getBalance({ id }, { deadline: Date.now() + 60_000 }, (error) => done(error)/* the end */);",
          ],
        },
      ],
    },
    {
      name: 'promisified',
      ...js,
      code: `import { promisify } from 'node:util';\n${start}const getBalance = promisify(client.getBalance).bind(client);\nexport const load = async () => await [|getBalance|]({ id });`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            `import { promisify } from 'node:util';\n${start}const getBalance = promisify(client.getBalance).bind(client);\nexport const load = async () => await getBalance({ id }, { deadline: Date.now() + 60_000 });`,
          ],
        },
      ],
    },
    {
      name: 'retries in the service config, and no timeout',
      code: `${grpc}const client = new pay.Balance('pay.example.io:443', grpc.credentials.createSsl(), { 'grpc.service_config': JSON.stringify({ methodConfig: [{ name: [{}], retryPolicy: { maxAttempts: 3 } }] }) });\n[|client.getBalance|]({ id }, callback);`,
      errors: ['noDeadline'],
    },
    {
      name: 'a client of another module, behind signatures that overload its maker',
      code: "import { balance } from './balance-client.ts';\nexport const load = (callback) => [|balance().getBalance|]({ id: 1 }, callback);",
      files: {
        'src/balance-client.ts':
          "import * as grpc from '@grpc/grpc-js';\nimport { loaded } from './proto';\nlet kept: any;\nexport function balance(): Balance;\nexport function balance(name: string): Balance;\nexport function balance(name?: string): Balance {\n  if (kept) return kept;\n  return (kept = new loaded.Balance(process.env.ADDRESS, secrets(name)));\n}\nfunction secrets(name?: string) {\n  if (!name) return grpc.credentials.createInsecure();\n  return grpc.credentials.combineChannelCredentials(grpc.credentials.createSsl(), caller(name));\n}",
      },
      errors: ['noDeadline'],
    },
    {
      name: 'a method that is chosen later',
      code: `${start}export const call = (method, request) => new Promise((resolve) => [|client[method]|](request, (error, answer) => resolve(answer)));`,
      errors: ['noDeadline'],
    },
    {
      name: 'the procedure as arguments',
      code: "import { credentials, makeGenericClientConstructor } from '@grpc/grpc-js';\nconst Client = makeGenericClientConstructor({}, 'pay');\nconst client = new Client(address, credentials.createSsl());\n[|client.makeUnaryRequest|]('/pay.Balance/Get', write, read, { id }, (error, balance) => done(error, balance));",
      errors: ['noDeadline'],
    },
    {
      name: 'Connect',
      code: `${connect()}await [|client.getBalance|]({ id });`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [`${connect()}await client.getBalance({ id }, { timeoutMs: 60_000 });`],
        },
      ],
    },
    {
      name: 'a promise that is chained on',
      code: `${nice}[|client.getBalance|]({ id }).then(show);`,
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            `${nice}client.getBalance({ id }, { signal: AbortSignal.timeout(60_000) }).then(show);`,
          ],
        },
      ],
    },
    {
      name: 'a controller that nothing aborts, for a procedure',
      code: `${nice}const stop = new AbortController();\nawait client.getBalance({ id }, { [|signal: stop.signal|] });`,
      errors: [
        {
          messageId: 'idle',
          suggestions: [
            `${nice}const stop = new AbortController();\nawait client.getBalance({ id }, { signal: AbortSignal.any([stop.signal, AbortSignal.timeout(60_000)]) });`,
          ],
        },
      ],
    },
    {
      name: 'the limit of an API that is called by gRPC',
      ...js,
      apis: ['moncreneau'],
      code: "import * as grpc from '@grpc/grpc-js';\nconst client = new Balance('mc-prd.duckdns.org:443', grpc.credentials.createSsl());\n[|client.getBalance|]({ id }, callback);",
      errors: [
        {
          messageId: 'noDeadline',
          suggestions: [
            "import * as grpc from '@grpc/grpc-js';\nconst client = new Balance('mc-prd.duckdns.org:443', grpc.credentials.createSsl());\nclient.getBalance({ id }, { deadline: Date.now() + 30_000 }, callback);",
          ],
        },
      ],
    },
  ],
};

const long = [{ messageId: 'tooLong', data: { ms: 600_000, limit: 60_000 } }];
const fixed = (code: string) =>
  code
    .replace('[|', '')
    .replace('|]', '')
    .replace(/600_000|10 \* 60 \* 1000/, (number) =>
      number.includes('*') ? '60 * 1000' : '60_000',
    );
const tooLong = (name: string, code: string) => ({ name, code, output: fixed(code), errors: long });

/** The same for the rule that compares limits. */
export const longDeadlines: Cases = {
  valid: [
    {
      name: 'a deadline in time',
      code: `${start}client.getBalance({ id }, { deadline: Date.now() + 5000 }, callback);`,
    },
    {
      name: 'a deadline that is not known',
      code: `${start}client.getBalance({ id }, { deadline: deadlineOf(600_000) }, callback);`,
    },
    {
      name: 'a deadline at a fixed time',
      code: `${start}client.getBalance({ id }, { deadline: 1_900_000_000_000 }, callback);`,
    },
    {
      name: 'a deadline that is over',
      code: `${start}client.getBalance({ id }, { deadline: 0 }, callback);`,
    },
    {
      name: 'a time of the caller',
      code: `${start}export const load = (ms) => client.getBalance({ id }, { deadline: Date.now() + ms }, callback);`,
    },
    {
      name: 'a stream with a deadline',
      code: `${start}client.watch({ id }, { deadline: Date.now() + 600_000 });`,
    },
    {
      name: 'waiting for a connection',
      code: `${start}client.waitForReady(Date.now() + 600_000, callback);`,
    },
    {
      name: 'a longer time that is allowed',
      code: `${start}client.report({ id }, { deadline: Date.now() + 600_000 }, callback);`,
      options: { maxMs: 600_000 },
    },
    {
      name: 'a difference of times',
      code: `${start}client.getBalance({ id }, { deadline: Date.now() - started + 600_000 }, callback);`,
    },
  ],
  invalid: [
    tooLong(
      'a sum',
      `${start}client.getBalance({ id }, { deadline: Date.now() + [|600_000|] }, callback);`,
    ),
    tooLong(
      'a date of a sum',
      `${start}client.getBalance({ id }, { deadline: new Date(Date.now() + [|10 * 60 * 1000|]) }, callback);`,
    ),
    tooLong(
      'the number first',
      `${start}client.getBalance({ id }, new grpc.Metadata(), { deadline: [|600_000|] + Date.now() }, callback);`,
    ),
    tooLong(
      'the milliseconds of a new date',
      `${start}client.getBalance({ id }, { deadline: new Date().getTime() + [|600_000|] }, callback);`,
    ),
    {
      name: 'a function that makes it',
      code: `${start}const deadlineIn = (ms) => new Date(Date.now() + ms);\nclient.getBalance({ id }, { deadline: deadlineIn([|600_000|]) }, callback);`,
      output: `${start}const deadlineIn = (ms) => new Date(Date.now() + ms);\nclient.getBalance({ id }, { deadline: deadlineIn(60_000) }, callback);`,
      errors: long,
    },
    {
      name: 'a name for the time',
      code: `${start}const TIMEOUT = [|600_000|];\nclient.getBalance({ id }, { deadline: Date.now() + TIMEOUT }, callback);`,
      output: `${start}const TIMEOUT = 60_000;\nclient.getBalance({ id }, { deadline: Date.now() + TIMEOUT }, callback);`,
      errors: long,
    },
    {
      name: 'no end',
      code: `${start}client.getBalance({ id }, { deadline: [|Infinity|] }, callback);`,
      errors: [{ messageId: 'never', data: { limit: 60_000 } }],
    },
    {
      name: 'options of another module',
      code: `import { LONG } from './options.js';\n${start}[|client.getBalance|]({ id }, LONG, callback);`,
      files: { 'src/options.js': 'export const LONG = { deadline: Infinity };' },
      errors: [{ messageId: 'never', data: { limit: 60_000 } }],
    },
    tooLong(
      'milliseconds for one call',
      `${connect()}await client.getBalance({ id }, { timeoutMs: [|600_000|] });`,
    ),
    tooLong(
      'milliseconds for all calls',
      `${connect(', defaultTimeoutMs: [|600_000|]')}await client.getBalance({ id });`,
    ),
    tooLong(
      'a signal for one call',
      `${nice}await client.getBalance({ id }, { signal: AbortSignal.timeout([|600_000|]) });`,
    ),
  ],
};
