// `npm run bench:report`: what a report over 10,000 results costs, in time and memory.
import goLive from '../dist/index.js';
import { builtInApis, collect, formats } from '../dist/src/report/index.js';

const COUNT = 10_000;
const source = 'export const answer = await fetch(url);\n'.repeat(50);
const message = {
  ruleId: 'go-live/require-request-timeout',
  messageId: 'none',
  severity: 2,
  line: 7,
  column: 29,
  message: 'This request has no timeout.',
};
const evidence = {
  ...message,
  ruleId: 'go-live-report/evidence',
  messageId: undefined,
  message: JSON.stringify({
    'require-request-timeout': {
      seen: { apiCall: { octopus: 3 } },
      failed: [{ api: 'octopus', line: 7, messageId: 'none' }],
    },
  }),
};
const results = Array.from({ length: COUNT }, (_, index) => ({
  filePath: `${process.cwd()}/src/part-${String(index % 100)}/file-${String(index)}.js`,
  messages: [message, evidence],
  suppressedMessages: [],
  source,
  warningCount: 1,
}));

globalThis.gc?.();
const before = process.memoryUsage().rss;
const start = performance.now();
const report = collect(results, {
  cwd: process.cwd(),
  apis: builtInApis,
  rules: goLive.rules,
  on: new Set(Object.keys(goLive.rules)),
});
const surface = { width: 100, colour: false, rules: goLive.rules };
const rows = Object.entries(formats).map(([format, write]) => {
  const from = performance.now();
  const text = write(report, surface);
  return {
    format,
    'size, kB': Math.round(text.length / 1000),
    ms: Math.round(performance.now() - from),
  };
});
console.table(rows);
const megabytes = (process.memoryUsage().rss - before) / 1e6;
console.log(
  `${COUNT} results: ${Math.round(performance.now() - start)} ms in all, ${Math.round(megabytes)} MB more than before`,
);
