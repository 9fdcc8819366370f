import rule from '../../rules/no-disabled-tls-verification.ts';
import { testRule } from '../rule-tester.ts';

const option = (name: string) => [{ messageId: 'option', data: { name } }];
const suggested = (
  messageId: string,
  name: string,
  output: string,
  title = 'Check certificates',
) => [{ messageId, data: { name }, suggestions: [{ title, output }] }];

testRule(rule, {
  valid: [
    {
      name: 'a probe that tells what the check found',
      code: "import tls from 'node:tls';\nexport const probe = (host) => new Promise((resolve) => { const socket = tls.connect({ host, port: 443, rejectUnauthorized: false }, () => { resolve({ error: socket.authorizationError }); socket.end(); }); });",
    },
    {
      name: 'an option of the caller asks for it',
      code: "import { Agent } from 'node:https';\nimport axios from 'axios';\nexport const client = (options) => axios.create({ timeout: 1000, ...(options.verify === false && { httpsAgent: new Agent({ rejectUnauthorized: false }) }) });",
    },
    {
      name: 'the dates of a certificate are read from a request that is given nothing else',
      code: "import https from 'node:https';\nexport const dates = (host) =>\n  new Promise((resolve, reject) => {\n    const request = https.request({ host, method: 'GET', rejectUnauthorized: false }, (response) => {\n      const { valid_from, valid_to } = response.socket.getPeerCertificate();\n      resolve({ valid_from, valid_to });\n    });\n    request.on('error', reject);\n    request.end();\n  });",
    },
    {
      name: 'plain credentials that have a name, for a host of its own',
      code: "import * as grpc from '@grpc/grpc-js';\nconst plain = grpc.credentials.createInsecure();\nexport const orders = new Orders('localhost:50051', plain);",
    },
    {
      name: 'a switch that is called so in several words',
      code: "import https from 'node:https';\nexport const agentFor = (mail) => (mail.noTlsCheck ? new https.Agent({ rejectUnauthorized: false }) : undefined);",
    },
    {
      name: 'a certificate authority of its own',
      code: "import { Agent } from 'node:https';\nimport axios from 'axios';\nexport const api = axios.create({ httpsAgent: new Agent({ ca, minVersion: 'TLSv1.2', rejectUnauthorized: true }) });",
    },
    {
      name: 'a test',
      code: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
      filename: 'test/setup.ts',
    },
    {
      name: 'this machine alone',
      code: "import axios from 'axios';\nimport https from 'node:https';\nconst local = new https.Agent({ rejectUnauthorized: false });\nawait axios.get('https://localhost:8443/health', { httpsAgent: local });",
    },
    {
      name: 'a database on this machine',
      code: "import { Pool } from 'pg';\nexport const pool = new Pool({ host: 'localhost', ssl: { rejectUnauthorized: false } });",
    },
    {
      name: 'a server whose callers need no certificate',
      code: "import https from 'node:https';\nhttps.createServer({ key, cert, requestCert: true, rejectUnauthorized: false }, app).listen(443);",
    },
    {
      name: 'a server whose options have a name',
      code: "import https from 'node:https';\nconst options = { key, cert, rejectUnauthorized: false };\nexport const server = https.createServer(options, app);",
    },
    {
      name: 'given by the caller',
      code: "import https from 'node:https';\nexport const agentFor = (rejectUnauthorized: boolean) => new https.Agent({ rejectUnauthorized });",
    },
    {
      name: 'from the environment',
      code: "import https from 'node:https';\nconst agent = new https.Agent({ rejectUnauthorized: process.env.TLS_VERIFY !== 'false' });",
    },
    {
      name: 'where the environment is named as one for development',
      code: "if (process.env.NODE_ENV === 'development') process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';",
    },
    {
      name: 'switched on for the process',
      code: "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';\ndelete process.env.NODE_TLS_REJECT_UNAUTHORIZED;",
    },
    {
      name: 'looked at',
      code: "if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0') throw new Error('TLS checks are off');",
    },
    {
      name: 'a host name that is looked at',
      code: "import https from 'node:https';\nimport tls from 'node:tls';\nconst agent = new https.Agent({ checkServerIdentity: (host, cert) => { const wrong = tls.checkServerIdentity(host, cert); if (wrong) return wrong; if (cert.fingerprint256 !== PIN) return new Error('pin'); } });",
    },
    {
      name: 'something else that is called insecure',
      code: 'export const flags = { insecure: true, verbose: false };',
    },
    {
      name: 'a command for this machine',
      code: "import { execSync } from 'node:child_process';\nexecSync('curl -k https://localhost:8443/health');",
    },
    {
      name: 'letters of other meaning',
      code: "import { execSync } from 'node:child_process';\nexecSync('curl -sSfL -o k.json https://api.shop.net/v1'); execSync('tar -k');",
    },
    {
      name: 'a text that is shown',
      code: "console.log('Use curl --insecure to skip the check');",
    },
    {
      name: 'a call inside the cluster without encryption',
      code: "import * as grpc from '@grpc/grpc-js';\nnew Orders('orders:50051', grpc.credentials.createInsecure());",
    },
    {
      name: 'what a test expects, in a file that does not say so',
      filename: 'src/plugin.checks.js',
      code: "test('starts', () => { expect(discover).toHaveBeenCalledWith(expect.objectContaining({ mqtt: { rejectUnauthorized: false } })); });",
    },
    {
      name: 'what the caller asks for by name',
      code: "import tls from 'node:tls';\nexport function open(opt) {\n  const { allowInvalidCert } = opt;\n  const how = () => (allowInvalidCert ? { rejectUnauthorized: false } : { ca: opt.ca });\n  return tls.connect({ host: opt.host, port: opt.port, ...how() });\n}",
    },
    {
      name: "the caller's own option under another name",
      code: "import https from 'node:https';\nexport function agentFor(options) {\n  const given = {};\n  if (options.strictSSL === false) given.rejectUnauthorized = false;\n  return new https.Agent(given);\n}",
    },
    {
      name: 'a variable for whoever runs it',
      code: "import https from 'node:https';\nexport const agent = process.env.SKIP_TLS_VERIFY === 'true' ? new https.Agent({ rejectUnauthorized: false }) : undefined;",
    },
    {
      name: 'a connection that only the certificate is read of',
      code: "import tls from 'node:tls';\nexport const fingerprint = (host) =>\n  new Promise((resolve) => {\n    const options = { rejectUnauthorized: false };\n    const socket = tls.connect(443, host, options, () => {\n      resolve(socket.getPeerCertificate().fingerprint256);\n      socket.destroy();\n    });\n  });",
    },
    {
      name: 'a setting beside the address of this machine',
      filename: 'examples/flow.json',
      code: '[{ "type": "oauth", "url": "http://localhost:8088/token", "rejectUnauthorized": false }]',
    },
    {
      name: 'a type',
      code: 'interface Options { rejectUnauthorized: false; strictSSL?: boolean }',
    },
  ],
  invalid: [
    {
      name: 'plain credentials that have a name',
      code: "import * as grpc from '@grpc/grpc-js';\nconst plain = [|grpc.credentials.createInsecure()|];\nexport const near = new Orders('localhost:50051', plain);\nexport const orders = new Orders('api.shop.net:50051', plain);",
      errors: [{ messageId: 'plain', data: { name: 'createInsecure' } }],
    },
    {
      name: 'a remark says whose certificate it is: nothing is fixed on save',
      code: "import https from 'node:https';\n// The player serves a certificate that nobody has signed.\nexport const agent = new https.Agent({ [|rejectUnauthorized: false|] });",
      errors: [
        {
          messageId: 'option',
          data: { name: 'rejectUnauthorized' },
          suggestions: [
            "import https from 'node:https';\n// The player serves a certificate that nobody has signed.\nexport const agent = new https.Agent({ rejectUnauthorized: true });",
          ],
        },
      ],
    },
    {
      name: 'a switch in whose words another one is hidden',
      code: "import https from 'node:https';\nexport const agentFor = (mail) => (mail.noreplyStarttls ? new https.Agent({ [|rejectUnauthorized: false|] }) : undefined);",
      output:
        "import https from 'node:https';\nexport const agentFor = (mail) => (mail.noreplyStarttls ? new https.Agent({ rejectUnauthorized: true }) : undefined);",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'a test of something else',
      code: "import https from 'node:https';\nexport const agentFor = (options) => (options.useProxy ? new https.Agent({ [|rejectUnauthorized: false|] }) : undefined);",
      output:
        "import https from 'node:https';\nexport const agentFor = (options) => (options.useProxy ? new https.Agent({ rejectUnauthorized: true }) : undefined);",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'a switch that is always on',
      code: "import https from 'node:https';\nconst insecure = true;\nexport const agent = insecure ? new https.Agent({ [|rejectUnauthorized: false|] }) : undefined;",
      output:
        "import https from 'node:https';\nconst insecure = true;\nexport const agent = insecure ? new https.Agent({ rejectUnauthorized: true }) : undefined;",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'where the check was asked for',
      code: "import https from 'node:https';\nexport const agentFor = (options) => (options.verifyCert ? new https.Agent({ [|rejectUnauthorized: false|] }) : undefined);",
      output:
        "import https from 'node:https';\nexport const agentFor = (options) => (options.verifyCert ? new https.Agent({ rejectUnauthorized: true }) : undefined);",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'a field that is off by default, once',
      code: "import https from 'node:https';\nexport class Node {\n  constructor(config) {\n    [|this.rejectUnauthorized = config.rejectUnauthorized || false|];\n  }\n  options() {\n    return { method: 'POST', rejectUnauthorized: this.rejectUnauthorized };\n  }\n}",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'a connection that something is sent over',
      code: "import tls from 'node:tls';\nexport function send(host, text) {\n  const socket = tls.connect(443, host, { [|rejectUnauthorized: false|] }, () => {\n    console.log(socket.getPeerCertificate().subject);\n    socket.write(text);\n  });\n}",
      errors: suggested(
        'option',
        'rejectUnauthorized',
        "import tls from 'node:tls';\nexport function send(host, text) {\n  const socket = tls.connect(443, host, { rejectUnauthorized: true }, () => {\n    console.log(socket.getPeerCertificate().subject);\n    socket.write(text);\n  });\n}",
      ),
    },
    {
      name: 'axios with an agent of node:https',
      code: "import https from 'node:https';\nimport axios from 'axios';\nexport const mc = axios.create({\n  baseURL: 'https://mc-prd.duckdns.org/api/v1',\n  httpsAgent: new https.Agent({ keepAlive: true, [|rejectUnauthorized: false|] }),\n});",
      output:
        "import https from 'node:https';\nimport axios from 'axios';\nexport const mc = axios.create({\n  baseURL: 'https://mc-prd.duckdns.org/api/v1',\n  httpsAgent: new https.Agent({ keepAlive: true, rejectUnauthorized: true }),\n});",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'an agent that is made before, in CommonJS',
      code: "const { Agent } = require('https');\nconst agent = new Agent({ [|'rejectUnauthorized': false|] });\nmodule.exports = { agent };",
      output:
        "const { Agent } = require('https');\nconst agent = new Agent({ 'rejectUnauthorized': true });\nmodule.exports = { agent };",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'a dispatcher of undici, given to fetch',
      code: "import { Agent } from 'undici';\nawait fetch('https://api.shop.net/v1', { dispatcher: new Agent({ connect: { [|rejectUnauthorized: false|] } }) });",
      output:
        "import { Agent } from 'undici';\nawait fetch('https://api.shop.net/v1', { dispatcher: new Agent({ connect: { rejectUnauthorized: true } }) });",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'got',
      code: "import got from 'got';\nexport const api = got.extend({ https: { [|rejectUnauthorized: false|] } });",
      output:
        "import got from 'got';\nexport const api = got.extend({ https: { rejectUnauthorized: true } });",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'through a constant',
      code: "import https from 'node:https';\nconst VERIFY = false;\nhttps.get('https://api.shop.net/v1', { [|rejectUnauthorized: VERIFY|] }, done);",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'off unless something is given',
      code: "import https from 'node:https';\nexport const agentFor = (options) => new https.Agent({ [|rejectUnauthorized: options.verify ?? false|] });",
      errors: option('rejectUnauthorized'),
    },
    {
      name: 'as a default of a parameter',
      code: 'export function connect({ [|rejectUnauthorized = false|] } = {}) { return open(rejectUnauthorized); }',
      errors: suggested(
        'option',
        'rejectUnauthorized',
        'export function connect({ rejectUnauthorized = true } = {}) { return open(rejectUnauthorized); }',
      ),
    },
    {
      name: 'a private host: its certificate may be one that nobody knows',
      code: "import https from 'node:https';\nhttps.request({ hostname: '10.0.3.7', path: '/', [|rejectUnauthorized: false|] });",
      errors: suggested(
        'option',
        'rejectUnauthorized',
        "import https from 'node:https';\nhttps.request({ hostname: '10.0.3.7', path: '/', rejectUnauthorized: true });",
      ),
    },
    {
      name: 'a database in production',
      code: "import { Pool } from 'pg';\nexport const pool = new Pool({ connectionString, ssl: production ? { [|rejectUnauthorized: false|] } : false });",
      errors: suggested(
        'option',
        'rejectUnauthorized',
        "import { Pool } from 'pg';\nexport const pool = new Pool({ connectionString, ssl: production ? { rejectUnauthorized: true } : false });",
      ),
    },
    {
      name: 'request',
      code: "const request = require('request');\nrequest({ url: 'https://api.shop.net/v1', [|strictSSL: false|] }, done);",
      output:
        "const request = require('request');\nrequest({ url: 'https://api.shop.net/v1', strictSSL: true }, done);",
      errors: [{ messageId: 'option', data: { name: 'strictSSL' } }],
    },
    {
      name: 'an ambiguous option beside an address',
      code: "import { Client } from 'warehouse';\nnew Client({ endpoint: 'https://api.shop.net', [|insecure: true|] });",
      errors: suggested(
        'option',
        'insecure',
        "import { Client } from 'warehouse';\nnew Client({ endpoint: 'https://api.shop.net', insecure: false });",
      ),
    },
    {
      name: 'superagent',
      code: "import superagent from 'superagent';\nawait superagent.get('https://api.shop.net/v1').[|disableTLSCerts|]().timeout(5000);",
      errors: suggested(
        'option',
        'disableTLSCerts',
        "import superagent from 'superagent';\nawait superagent.get('https://api.shop.net/v1').timeout(5000);",
        "Leave out 'disableTLSCerts'",
      ),
    },
    {
      name: 'a host name that is never wrong',
      code: "import https from 'node:https';\nconst agent = new https.Agent({ [|checkServerIdentity: () => undefined|] });",
      errors: [{ messageId: 'identity' }],
    },
    {
      name: 'a function of the file that finds nothing',
      code: "import tls from 'node:tls';\nfunction anyHost(host, cert) { console.log(host); return null; }\ntls.connect({ host, port, [|checkServerIdentity: anyHost|] });",
      errors: [{ messageId: 'identity' }],
    },
    {
      name: 'the whole process',
      code: "[|process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'|];",
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1';",
      ),
    },
    {
      name: 'wherever no production is named',
      code: "if (process.env.NODE_ENV !== 'production') [|process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 0|];",
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "if (process.env.NODE_ENV !== 'production') process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = 1;",
      ),
    },
    {
      name: 'by a name in a constant, through node:process',
      code: "import { env } from 'node:process';\nconst SWITCH = 'NODE_TLS_REJECT_UNAUTHORIZED';\n[|env[SWITCH] = `0`|];",
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "import { env } from 'node:process';\nconst SWITCH = 'NODE_TLS_REJECT_UNAUTHORIZED';\nenv[SWITCH] = `1`;",
      ),
    },
    {
      name: 'the variables of a process that is started',
      code: "module.exports = { apps: [{ script: 'server.js', env: { [|NODE_TLS_REJECT_UNAUTHORIZED: '0'|] } }] };",
      filename: 'ecosystem.config.js',
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "module.exports = { apps: [{ script: 'server.js', env: { NODE_TLS_REJECT_UNAUTHORIZED: '1' } }] };",
      ),
    },
    {
      name: 'by a function that sets variables',
      code: "[|Deno.env.set('NODE_TLS_REJECT_UNAUTHORIZED', '0')|];",
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "Deno.env.set('NODE_TLS_REJECT_UNAUTHORIZED', '1');",
      ),
    },
    {
      name: 'the agent of all requests',
      code: "import https from 'node:https';\n[|https.globalAgent.options.rejectUnauthorized = false|];",
      errors: suggested(
        'process',
        'rejectUnauthorized',
        "import https from 'node:https';\nhttps.globalAgent.options.rejectUnauthorized = true;",
      ),
    },
    {
      name: 'a command line',
      code: "import { exec } from 'node:child_process';\nexec([|'curl -k https://api.shop.net/v1/ping'|], done);",
      errors: suggested(
        'command',
        '-k',
        "import { exec } from 'node:child_process';\nexec('curl https://api.shop.net/v1/ping', done);",
        "Leave out '-k'",
      ),
    },
    {
      name: 'a letter among others, through promisify',
      code: "const { promisify } = require('util');\nconst run = promisify(require('child_process').exec);\nrun([|`curl -sk ${url}`|]);",
      errors: [{ messageId: 'command', data: { name: '-k' } }],
    },
    {
      name: 'arguments one by one',
      code: "import { spawn } from 'child_process';\nspawn('wget', ['-q', [|'--no-check-certificate'|], url]);",
      errors: [{ messageId: 'command', data: { name: '--no-check-certificate' } }],
    },
    {
      name: 'a template that is run',
      code: "import { $ } from 'zx';\nawait $[|`NODE_TLS_REJECT_UNAUTHORIZED=0 node sync.js`|];",
      errors: suggested(
        'process',
        'NODE_TLS_REJECT_UNAUTHORIZED',
        "import { $ } from 'zx';\nawait $`NODE_TLS_REJECT_UNAUTHORIZED=1 node sync.js`;",
      ),
    },
    {
      name: 'gRPC without encryption to a public host',
      code: "import * as grpc from '@grpc/grpc-js';\nnew Orders('api.shop.net:50051', [|grpc.credentials.createInsecure()|]);",
      errors: [{ messageId: 'plain', data: { name: 'createInsecure' } }],
    },
    {
      name: 'a field of a class',
      code: "import https from 'node:https';\nexport class Api {\n  private readonly agent = new https.Agent({ [|rejectUnauthorized: false|] });\n}",
      output:
        "import https from 'node:https';\nexport class Api {\n  private readonly agent = new https.Agent({ rejectUnauthorized: true });\n}",
      errors: option('rejectUnauthorized'),
    },
  ],
});
