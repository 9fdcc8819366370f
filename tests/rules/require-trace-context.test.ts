import rule from '../../rules/require-trace-context.ts';
import { testRule } from '../rule-tester.ts';

const at = 'https://api.octopuscards.io/api/v1/wallets';
const OTEL =
  "import { trace, context, propagation } from '@opentelemetry/api';\nconst tracer = trace.getTracer('orders');\n";
const traced = (work: string) =>
  `${OTEL}export const load = (token) =>\n  tracer.startActiveSpan('load', async (span) => {\n    try {\n      ${work}\n    } finally {\n      span.end();\n    }\n  });\n`;
const errors = (messageId: 'missing' | 'malformed' | 'madeUp') => [
  { messageId, data: { header: 'traceparent' } },
];
const pack = (name: string) => ({
  'package.json': JSON.stringify({
    dependencies: { '@opentelemetry/api': '^1.9.0', [name]: '^0.60.0' },
  }),
});
const ID = '4bf92f3577b34da6a3ce929d0e0e4736';

testRule(rule, {
  valid: [
    { name: 'no tracing', code: `await fetch('${at}');` },
    {
      name: 'the context is injected',
      code: traced(
        `const headers = { authorization: token };\n      propagation.inject(context.active(), headers);\n      return await fetch('${at}', { headers });`,
      ),
    },
    {
      name: 'put together from the span',
      code: traced(
        `const { traceId, spanId } = span.spanContext();\n      return await fetch('${at}', { headers: { traceparent: \`00-\${traceId}-\${spanId}-01\` } });`,
      ),
    },
    {
      name: 'headers from elsewhere',
      code: `${OTEL}export const load = (headers) => fetch('${at}', { headers });`,
    },
    {
      name: 'the project instruments everything',
      code: traced(`return await fetch('${at}');`),
      filename: 'src/load.js',
      files: pack('@opentelemetry/auto-instrumentations-node'),
    },
    {
      name: 'the project instruments this client',
      code: traced(`return await fetch('${at}');`),
      filename: 'src/load.js',
      files: pack('@opentelemetry/instrumentation-undici'),
    },
    {
      name: 'registered in a module that is imported',
      code: `import './tracing.js';\nimport axios from 'axios';\n${traced(`return await axios.get('${at}');`)}`,
      filename: 'src/load.js',
      files: {
        'src/tracing.js':
          "import { NodeSDK } from '@opentelemetry/sdk-node';\nimport { HttpInstrumentation } from '@opentelemetry/instrumentation-http';\nnew NodeSDK({ instrumentations: [new HttpInstrumentation()] }).start();\n",
      },
    },
    {
      name: 'a helper of another file writes the context',
      code: `import { withContext } from './context.js';\n${traced(`return await fetch('${at}', { headers: withContext({ accept: 'application/json' }) });`)}`,
      filename: 'src/load.js',
      files: {
        'src/context.js':
          "import { context, propagation } from '@opentelemetry/api';\nexport function withContext(headers) {\n  propagation.inject(context.active(), headers);\n  return headers;\n}\n",
      },
    },
    { name: 'another API', code: traced("return await fetch('https://api.shop.net/v1');") },
    { name: 'this machine', code: traced("return await fetch('http://localhost:3000/health');") },
    { name: 'a test', code: traced(`return await fetch('${at}');`), filename: 'src/load.test.js' },
    {
      name: 'the start of a trace, where nothing makes spans',
      code: `import { randomBytes } from 'node:crypto';\nawait fetch('${at}', { headers: { traceparent: \`00-\${randomBytes(16).toString('hex')}-\${randomBytes(8).toString('hex')}-01\` } });`,
    },
    {
      name: 'an interceptor that sets it',
      code: `${OTEL}import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.octopuscards.io' });\napi.interceptors.request.use((config) => { config.headers.traceparent = currentContext(); return config; });\nexport const load = () => tracer.startActiveSpan('load', (span) => api.get('/api/v1/wallets').finally(() => span.end()));`,
    },
    {
      name: 'a helper that gives the header',
      code: 'export const traceHeaders = ({ traceId, spanId }) => ({ traceparent: `00-${traceId}-${spanId}-01` });',
    },
  ],
  invalid: [
    {
      name: 'a span around fetch',
      code: traced(`return await [|fetch|]('${at}', { headers: { authorization: token } });`),
      errors: errors('missing'),
    },
    {
      name: 'another client is instrumented',
      code: traced(`return await [|fetch|]('${at}');`),
      filename: 'src/load.js',
      files: pack('@opentelemetry/instrumentation-http'),
      errors: errors('missing'),
    },
    {
      name: 'an instance, once',
      code: `${OTEL}import axios from 'axios';\nconst api = [|axios.create|]({ baseURL: 'https://api.octopuscards.io' });\nexport const load = () => tracer.startActiveSpan('a', (span) => api.get('/api/v1/wallets').finally(() => span.end()));\nexport const more = () => tracer.startActiveSpan('b', (span) => api.get('/api/v1/orders').finally(() => span.end()));`,
      errors: errors('missing'),
    },
    {
      name: 'a tracer of the project',
      code: `import { tracer } from './tracer.js';\nexport const load = () => tracer.startActiveSpan('load', (span) => [|fetch|]('${at}').finally(() => span.end()));`,
      filename: 'src/load.js',
      files: {
        'src/tracer.js':
          "import { trace } from '@opentelemetry/api';\nexport const tracer = trace.getTracer('shop');\n",
      },
      errors: errors('missing'),
    },
    {
      name: 'CommonJS and got',
      code: `const { trace } = require('@opentelemetry/api');\nconst got = require('got');\nconst tracer = trace.getTracer('shop');\nexports.load = () => tracer.startActiveSpan('load', async (span) => { const all = await [|got|]('${at}').json(); span.end(); return all; });`,
      errors: errors('missing'),
    },
    {
      name: 'three parts',
      code: `import { randomUUID } from 'node:crypto';\n${traced(`return await fetch('${at}', { headers: { [|traceparent: \`00-\${randomUUID()}-01\`|] } });`)}`,
      errors: errors('malformed'),
    },
    {
      name: 'no form at all, without tracing',
      code: `await fetch('${at}', { headers: { [|traceparent: crypto.randomUUID()|] } });`,
      errors: errors('malformed'),
    },
    {
      name: 'a UUID with its dashes as trace id',
      code: `import { v4 } from 'uuid';\nawait fetch('${at}', { headers: { [|traceparent: \`00-\${v4()}-\${spanId}-01\`|] } });`,
      errors: errors('malformed'),
    },
    {
      name: 'a literal of the wrong length',
      code: `await fetch('${at}', { headers: { [|traceparent: '00-abc-def-01'|] } });`,
      errors: errors('malformed'),
    },
    {
      name: 'capitals',
      code: `await fetch('${at}', { headers: { [|Traceparent: '00-${ID.toUpperCase()}-00f067aa0ba902b7-01'|] } });`,
      errors: errors('malformed'),
    },
    {
      name: 'ids of its own, beside a span',
      code: `import { randomBytes } from 'node:crypto';\n${traced(`return await fetch('${at}', { headers: { [|traceparent: \`00-\${randomBytes(16).toString('hex')}-\${randomBytes(8).toString('hex')}-01\`|] } });`)}`,
      errors: errors('madeUp'),
    },
    {
      name: 'the same for ever',
      code: traced(
        `return await fetch('${at}', { headers: { [|traceparent: '00-${ID}-00f067aa0ba902b7-01'|] } });`,
      ),
      errors: errors('madeUp'),
    },
  ],
});
