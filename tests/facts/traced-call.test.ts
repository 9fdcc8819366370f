import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const shown = (code: string): string[] =>
  factsIn(code).tracedCall.map(({ fault, node }) => `${fault} | ${code.slice(...node.range)}`);

const OTEL = `import { trace, propagation, context } from '@opentelemetry/api';\nconst tracer = trace.getTracer('shop');\n`;
const SEND = (headers = '', url = 'https://api.example.com/v1') =>
  `export const send = (id, at) => fetch('${url}', { method: 'POST'${headers && `, headers: { ${headers} }`} });`;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

test.each([
  // missing
  ['spans, and requests outside of them', OTEL + SEND(), 'missing | fetch'],
  [
    'another library for spans',
    `const opentracing = require('opentracing');\nconst tracer = opentracing.globalTracer();\n${SEND()}`,
    'missing | fetch',
  ],
  [
    'what makes the client',
    `${OTEL}import axios from 'axios';\nconst api = axios.create({ baseURL: 'https://api.example.com' });\nexport const a = () => api.get('/a');\nexport const b = () => api.get('/b');`,
    'missing | axios.create',
  ],
  [
    'tracing that is set up for what comes in alone',
    `import { NodeSDK } from '@opentelemetry/sdk-node';\nimport { ExpressInstrumentation } from '@opentelemetry/instrumentation-express';\nnew NodeSDK({ instrumentations: [new ExpressInstrumentation()] }).start();\n${SEND()}`,
    'missing | fetch',
  ],
  [
    'an instrumentation of another client',
    `${OTEL}import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';\n${SEND()}`,
    'missing | fetch',
  ],
  // malformed, whether the file traces or not
  [
    'a header of a client that other files use',
    `import ky from 'ky';\nexport const api = ky.create({ prefixUrl: 'https://api.example.com', headers: { traceparent: 'abc' } });`,
    `malformed | traceparent: 'abc'`,
  ],
  ['no context', SEND(`traceparent: 'abc'`), `malformed | traceparent: 'abc'`],
  [
    'a span of zeros',
    SEND(`traceparent: '00-${TRACE}-0000000000000000-01'`),
    `malformed | traceparent: '00-${TRACE}-0000000000000000-01'`,
  ],
  [
    'a UUID has dashes',
    SEND('traceparent: `00-${crypto.randomUUID()}-${id}-01`'),
    'malformed | traceparent: `00-${crypto.randomUUID()}-${id}-01`',
  ],
  [
    'an id alone',
    SEND('traceparent: crypto.randomUUID()'),
    'malformed | traceparent: crypto.randomUUID()',
  ],
  [
    'a version that is none',
    SEND('traceparent: `ff-${id}-${at}-01`'),
    'malformed | traceparent: `ff-${id}-${at}-01`',
  ],
  // madeUp
  [
    'the same for all',
    OTEL + SEND(`traceparent: '00-${TRACE}-${SPAN}-01'`),
    `madeUp | traceparent: '00-${TRACE}-${SPAN}-01'`,
  ],
  [
    'of chance',
    `import { randomBytes } from 'node:crypto';\n${OTEL}${SEND("traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`")}`,
    "madeUp | traceparent: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-01`",
  ],
])('%s', (_name, code, wanted) => {
  expect(shown(code)).toEqual([wanted]);
});

test.each([
  ['no spans are made', `// no tracing here\n${SEND()}`],
  [
    'the context is written',
    `${OTEL}${SEND('...carrier()')}\nfunction carrier() { const to = {}; propagation.inject(context.active(), to); return to; }`,
  ],
  [
    'an instrumentation of the client',
    `${OTEL}import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';\n${SEND()}`,
  ],
  [
    'an instrumentation of all clients',
    `${OTEL}import '@opentelemetry/auto-instrumentations-node';\n${SEND()}`,
  ],
  [
    'a set-up with instrumentations from elsewhere',
    `import { NodeSDK } from '@opentelemetry/sdk-node';\nimport { all } from './all';\nnew NodeSDK({ instrumentations: [...all] }).start();\n${SEND()}`,
  ],
  [
    'a set-up with an instrumentation of the client',
    `import { NodeSDK } from '@opentelemetry/sdk-node';\nimport { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';\nnew NodeSDK({ instrumentations: [new UndiciInstrumentation()] }).start();\n${SEND()}`,
  ],
  ['ids of a span', OTEL + SEND('traceparent: `00-${id}-${at}-01`')],
  ['one that is handed on', OTEL + SEND('traceparent: at')],
  ['made up where nothing traces', `// trace\n${SEND(`traceparent: '00-${TRACE}-${SPAN}-01'`)}`],
  ['this machine', OTEL + SEND('', 'http://localhost:4318/v1')],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
