/** The header of the W3C recommendation "Trace Context" that joins a request to a trace. */
export const contextHeader = 'traceparent';

/** Modules by which code makes spans of its own. They instrument nothing by themselves. */
export const tracingModules: readonly string[] = [
  '@opentelemetry/api',
  '@opentelemetry/sdk-trace-base',
  '@opentelemetry/sdk-trace-node',
  'opentracing',
  'zipkin',
];

/** Modules that set tracing up for a process; what is traced is in the list of their instrumentations. */
export const tracingSetUps: readonly string[] = [
  '@opentelemetry/sdk-node',
  '@opentelemetry/instrumentation',
];

/** Functions of theirs that write the context of a trace into headers. */
export const contextWriters: readonly string[] = ['inject', 'injectTraceContext', 'toTraceparent'];

/** What gives the requests of clients their context: a package, and the class that is registered. */
export interface Instrumentation {
  readonly packages: readonly string[];
  readonly makers: readonly string[];
  /** Names of the clients; absent: all. */
  readonly clients?: readonly string[];
}

/** Read from the packages' own documentation. What is built on another client goes with that. */
export const instrumentations: readonly Instrumentation[] = [
  {
    packages: [
      '@opentelemetry/auto-instrumentations-node',
      '@opentelemetry/auto-instrumentations-web',
      '@vercel/otel',
      '@azure/monitor-opentelemetry',
      '@sentry/node',
      '@sentry/nextjs',
      'dd-trace',
      'elastic-apm-node',
      'newrelic',
      'applicationinsights',
      'nestjs-otel',
      '@logfire/node',
      'logfire',
      '@traceloop/node-server-sdk',
      'zipkin-instrumentation-fetch',
    ],
    makers: ['getNodeAutoInstrumentations', 'getWebAutoInstrumentations', 'registerOTel'],
  },
  {
    packages: ['@opentelemetry/instrumentation-undici', '@opentelemetry/instrumentation-fetch'],
    makers: ['UndiciInstrumentation', 'FetchInstrumentation'],
    clients: ['fetch', 'undici', 'ky', 'ofetch', 'wretch'],
  },
  {
    packages: ['@opentelemetry/instrumentation-http'],
    makers: ['HttpInstrumentation'],
    clients: [
      'axios',
      'got',
      'node-fetch',
      'superagent',
      'needle',
      'node:http',
      'node:https',
      '@nestjs/axios',
    ],
  },
];
