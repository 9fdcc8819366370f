import { describe, expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

/** Of each line: how a failure is told, whether it is one, and whether the request's id is in it. */
const shown = (code: string): string[] =>
  factsIn(code).apiLog.map(({ form, isFailure, trace, at }) =>
    [form, ...(isFailure ? ['failure'] : []), trace, '|', code.slice(...at.range)].join(' '),
  );

const IN = (line: string) =>
  `import axios from 'axios';\nimport pino from 'pino';\nconst log = pino();\nexport async function load(id) { try { const res = await axios.get('https://api.example.com/v1'); return res.data; } catch (err) { ${line} throw err; } }`;
const formIn = (line: string): string[] => factsIn(IN(line)).apiLog.map(({ form }) => form);

describe('form', () => {
  test.each([
    ['the code is a field', `log.error({ code: err.response.data.code }, 'failed');`, 'fields'],
    ['the error is a field', `log.error({ err }, 'failed');`, 'fields'],
    ['part of a text', 'log.error(`failed: ${err.message}`);', 'text'],
    ['joined to a text', `log.error('failed: ' + err.response.data.code);`, 'text'],
    [
      'made a text',
      `log.error({ error: JSON.stringify(err.response.data) }, 'failed');`,
      'stringified',
    ],
    ['its message alone', `log.error({ message: err.message }, 'failed');`, 'message'],
    [
      'fields without its code',
      `log.error({ status: err.response.status }, 'failed');`,
      'codeless',
    ],
  ])('%s', (_name, line, wanted) => {
    expect(formIn(line)).toEqual([wanted]);
  });
});

test.each([
  ['a failure by what it tells', `log.info({ err }, 'failed');`],
  ['a failure by its level', `log.warn({ status: err.response.status }, 'failed');`],
])('%s', (_name, line) => {
  expect(factsIn(IN(line)).apiLog.map(({ isFailure }) => isFailure)).toEqual([true]);
});

test('an answer at the level of news is no failure', () => {
  const code = `export async function load(log) { const res = await fetch('https://api.example.com/v1'); log.info({ status: res.status }, 'loaded'); }`;
  expect(factsIn(code).apiLog.map(({ isFailure }) => isFailure)).toEqual([false]);
});

test.each([
  ['a field', `log.error({ code: err.code, requestId: id }, 'failed');`, 'present'],
  [
    'a header',
    `log.error({ code: err.code, id: err.response.headers['x-request-id'] }, 'failed');`,
    'present',
  ],
  ['none', `log.error({ code: err.code, id }, 'failed');`, 'absent'],
  ['fields that are not known', `log.error({ code: err.code, ...context }, 'failed');`, 'unknown'],
  ['the whole answer may hold one', `log.error({ body: err.response.data }, 'failed');`, 'unknown'],
])('the id of the request: %s', (_name, line, wanted) => {
  expect(factsIn(IN(line)).apiLog.map(({ trace }) => trace)).toEqual([wanted]);
});

test.each([
  ['for debugging', IN(`log.debug({ err }, 'failed');`)],
  ['nothing of the API', IN(`log.error({ id }, 'failed');`)],
  [
    'an error of something else',
    `export function f(log, text) { try { return JSON.parse(text); } catch (err) { log.error({ err }, 'failed'); } }`,
  ],
])('nothing: %s', (_name, code) => {
  expect(shown(code)).toEqual([]);
});
