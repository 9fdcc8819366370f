/** Packages with counters and timers of one's own. */
export const metricsModules: readonly string[] = [
  'prom-client',
  '@opentelemetry/api',
  '@opentelemetry/sdk-metrics',
  '@opentelemetry/sdk-node',
  'hot-shots',
  'node-statsd',
  'statsd-client',
  'lynx',
  'dd-trace',
  'datadog-metrics',
  'express-prom-bundle',
  'fastify-metrics',
  '@willsoto/nestjs-prometheus',
  '@aws-lambda-powertools/metrics',
  'measured-core',
];

/** Packages that count and time every outbound request by themselves. */
export const instrumentingModules: readonly string[] = [
  '@opentelemetry/auto-instrumentations-node',
  '@opentelemetry/instrumentation-http',
  '@opentelemetry/instrumentation-undici',
  '@opentelemetry/instrumentation-fetch',
  'axios-prometheus',
];

/** Methods that count or time something. */
export const countingMethods: readonly string[] = [
  'inc',
  'observe',
  'startTimer',
  'increment',
  'timing',
  'histogram',
  'distribution',
  'gauge',
  'addMetric',
  'record',
  'recordRequest',
];
