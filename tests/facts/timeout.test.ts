import { parse } from '@typescript-eslint/parser';
import { expect, test } from 'vitest';
import type { FactsContext } from '../../src/facts/facts-of.ts';
import { factsOf } from '../../src/facts/facts-of.ts';

function timeoutsOf(code: string) {
  const ast = parse(code, { range: true, loc: true });
  const context = {
    filename: '<input>',
    sourceCode: { text: code, ast },
  } as unknown as FactsContext;
  return factsOf(context, null).apiCall.map(({ timeout }) => ({
    state: timeout.state,
    written: timeout.written.map(({ covers, ms }) => `${covers} ${String(ms)}`),
    inert: timeout.inert?.why ?? null,
  }));
}

const axios = "import axios from 'axios';\n";
const http = "import http from 'node:http';\n";

test.each([
  ['nothing', "fetch('https://x.io');", 'absent', [], null],
  [
    'a signal',
    "fetch('https://x.io', { signal: AbortSignal.timeout(5000) });",
    'set',
    ['overall 5000'],
    null,
  ],
  ['an unknown option', "fetch('https://x.io', { timeout: 1 });", 'absent', [], 'option'],
  [
    'options beside an object that says where to',
    "import got from 'got'; got({ hostname: 'x.io' }, { timeout: 5000 });",
    'set',
    ['overall 5000'],
    null,
  ],
  [
    'options from elsewhere beside an object that says where to',
    "import got from 'got'; got({ hostname: 'x.io' }, given());",
    'unknown',
    [],
    null,
  ],
  [
    'a callback beside an object that says where to',
    "import request from 'request'; export const load = (done) => request({ url: 'https://x.io' }, done);",
    'absent',
    [],
    null,
  ],
  [
    'a signal from elsewhere',
    "export const load = (signal) => fetch('https://x.io', { signal });",
    'unknown',
    [],
    null,
  ],
  [
    'two signals',
    "export const load = (own) => fetch('https://x.io', { signal: AbortSignal.any([own, AbortSignal.timeout(9)]) });",
    'set',
    ['overall 9'],
    null,
  ],
  [
    'two clocks, of which the shorter one ends the request',
    "const whole = AbortSignal.timeout(90_000);\nexport const load = () => fetch('https://x.io', { signal: AbortSignal.any([whole, AbortSignal.timeout(9)]) });",
    'set',
    ['overall 9'],
    null,
  ],
  [
    'two clocks, one of which is not known',
    "export const load = (ms) => fetch('https://x.io', { signal: AbortSignal.any([AbortSignal.timeout(90_000), AbortSignal.timeout(ms)]) });",
    'set',
    ['overall null'],
    null,
  ],
  [
    'an idle controller',
    "const stop = new AbortController();\nfetch('https://x.io', { signal: stop.signal });",
    'absent',
    [],
    'idle',
  ],
  [
    'the defaults of what is required',
    "const axios = require('axios');\naxios.defaults.timeout = 9;\naxios.get('https://x.io');",
    'set',
    ['overall 9'],
    null,
  ],
  [
    'an interceptor of the client itself',
    `${axios}axios.interceptors.request.use((config) => { config.timeout = 9; return config; });\naxios.get('https://x.io');`,
    'set',
    ['overall 9'],
    null,
  ],
  [
    'an interceptor of the client itself, beside an instance',
    `${axios}axios.interceptors.request.use((config) => { config.timeout = 9; return config; });\nconst api = axios.create({ baseURL: 'https://x.io' });\napi.get('/a');`,
    'absent',
    [],
    null,
  ],
  [
    'options from a method that is not at hand',
    `${axios}abstract class A { abstract sign(config: object): object; send(config: object) { const signed = this.sign(config); return axios.request(signed); } }`,
    'unknown',
    [],
    null,
  ],
  [
    'an address from a function that is not at hand',
    `${axios}import { endpointUrl } from 'endpoints';\nexport const load = () => axios(endpointUrl('a'));`,
    'absent',
    [],
    null,
  ],
  [
    'never, by the name of it',
    `${axios}axios.get('https://x.io', { timeout: Number.POSITIVE_INFINITY });`,
    'set',
    ['overall Infinity'],
    null,
  ],
  [
    'switched off',
    `${axios}axios.get('https://x.io', { timeout: 0 });`,
    'set',
    ['overall Infinity'],
    null,
  ],
  [
    'a default of zero',
    `${axios}export const load = (o) => axios.get('https://x.io', { timeout: o.ms ?? 0 });`,
    'set',
    ['overall Infinity'],
    null,
  ],
  ['an event', `${http}http.request('http://x.io', { timeout: 5 });`, 'absent', [], 'event'],
  [
    'an event that is only written to a log',
    `import { logger } from './logger';\n${http}http.request('http://x.io').setTimeout(5, () => logger.warn({ at: 1 }, 'slow'));`,
    'absent',
    [],
    'event',
  ],
  [
    'an event with a listener',
    `${http}const sent = http.get('http://x.io');\nsent.setTimeout(5, () => sent.destroy());`,
    'set',
    ['read 5'],
    null,
  ],
  [
    'a request that is handed on',
    `${http}const sent = http.get('http://x.io');\nbound(sent);`,
    'unknown',
    [],
    null,
  ],
  ["the client's own", "import ky from 'ky';\nky('https://x.io');", 'default', [], null],
])('%s', (_, code, state, written, inert) => {
  expect(timeoutsOf(code)).toEqual([{ state, written, inert }]);
});
