import * as tsParser from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/facts/facts-of.ts';
import type { Retry } from '../../src/facts/retry/retry.ts';
import { memoryProject } from '../../src/project/memory.ts';

/** What varies: the same in every form of a retry. */
interface Ways {
  readonly retries: 'right' | 'refusals too' | 'without 429';
  readonly waits: 'random' | 'exponential' | 'constant';
  readonly attempts: 4 | 12;
  readonly obeys: boolean;
}

const RIGHT: Ways = { retries: 'right', waits: 'random', attempts: 4, obeys: true };

const SLEEP = 'const sleep = (ms) => new Promise((r) => setTimeout(r, ms));';
const AXIOS = "import axios from 'axios';";
const GET = "axios.get('https://api.example.com/a', { timeout: 1000 })";

/** Leaves where the failure is not to be retried. */
const leave = ({ retries }: Ways, how: string, error = 'error'): string => {
  const status = `const status = ${error}.response?.status;`;
  switch (retries) {
    case 'right':
      return `${status} if (status && status < 500 && status !== 429) ${how}`;
    case 'without 429':
      return `${status} if (status && status < 500) ${how}`;
    default:
      return '';
  }
};

/** `mayRetry` of a status as an expression. */
const allows = ({ retries }: Ways, error: string): string => {
  const status = `${error}.response?.status`;
  if (retries === 'refusals too') return 'true';
  const known = retries === 'right' ? `${status} === 429 || ` : '';
  return `!${error}.response || ${known}${status} >= 500`;
};

/** The length of a wait; `n` counts from 0. */
const length = ({ waits }: Ways, n: string): string => {
  if (waits === 'constant') return '1000';
  return waits === 'exponential'
    ? `200 * 2 ** ${n}`
    : `200 * 2 ** ${n} * (0.5 + Math.random() / 2)`;
};

const wait = (ways: Ways, n: string, error = 'error'): string => {
  const own = length(ways, n);
  if (!ways.obeys) return own;
  return `Number(${error}.response?.headers['retry-after']) * 1000 || ${own}`;
};

const listOf = ({ retries }: Ways): string => {
  if (retries === 'refusals too') return '[400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504]';
  return retries === 'right' ? '[429, 500, 502, 503, 504]' : '[500, 502, 503, 504]';
};

const body = (ways: Ways): string =>
  `for (let n = 0; ; n++) { try { return await TASK; } catch (error) { ${leave(ways, 'throw error;')} if (n >= ${ways.attempts - 1}) throw error; await sleep(${wait(ways, 'n')}); } }`;

const libraryTask = (ways: Ways, stop: (error: string) => string, head = 'async () =>'): string =>
  `${head} { try { return await ${GET}; } catch (error) { ${leave(ways, stop('error'))} ${
    ways.obeys ? "await sleep(Number(error.response?.headers['retry-after'] ?? 0) * 1000);" : ''
  } throw error; } }`;

interface Written {
  readonly code: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** The forms, each with what it can not say. */
const FORMS: Readonly<
  Record<string, { write(ways: Ways): Written; not?: readonly (keyof Ways)[] }>
> = {
  'for loop': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} export async function load() { ${body(ways).replace('TASK', GET)} }`,
    }),
  },
  'while loop around answers': {
    write: (ways) => {
      const test = {
        right: '429, 500, 502, 503, 504',
        'without 429': '500, 502, 503, 504',
        'refusals too': '',
      }[ways.retries];
      const good = test
        ? `if (![${test}].includes(res.status)) return res;`
        : 'if (res.ok) return res;';
      const ms = ways.obeys
        ? `Number(res.headers.get('retry-after')) * 1000 || ${length(ways, 'n')}`
        : length(ways, 'n');
      return {
        code: `${SLEEP} export async function load(url) { let n = 0; while (n < ${ways.attempts}) { const res = await fetch(url); ${good} await sleep(${ms}); n++; } }`,
      };
    },
  },
  recursion: {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} export async function load(n = 0) { try { return await ${GET}; } catch (error) { ${leave(ways, 'throw error;')} if (n >= ${ways.attempts - 1}) throw error; await sleep(${wait(ways, 'n')}); return load(n + 1); } }`,
    }),
  },
  'axios interceptor': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} const api = axios.create({ baseURL: 'https://api.example.com' }); api.interceptors.response.use((r) => r, async (error) => { const { config } = error; ${leave(ways, 'throw error;')} config.n = config.n ?? 0; if (config.n >= ${ways.attempts - 1}) return Promise.reject(error); config.n += 1; await sleep(${wait(ways, '(config.n - 1)')}); return api(config); });`,
    }),
  },
  'axios-retry': {
    write: (ways) => ({
      code: `${AXIOS} import axiosRetry from 'axios-retry'; axiosRetry(axios, { retries: ${ways.attempts - 1}, retryCondition: (error) => ${allows(ways, 'error')}, retryDelay: (n, error) => ${wait(ways, '(n - 1)')} });`,
    }),
  },
  'got retry': {
    write: (ways) => ({
      code: `import got from 'got'; export const api = got.extend({ retry: { limit: ${ways.attempts - 1}, statusCodes: ${listOf(ways)} } });`,
    }),
    not: ['waits', 'obeys'],
  },
  'ky retry': {
    write: (ways) => ({
      code: `import ky from 'ky'; export const api = ky.create({ retry: { limit: ${ways.attempts - 1}, statusCodes: ${listOf(ways)}, delay: (n) => ${length(ways, '(n - 1)')} } });`,
    }),
    not: ['obeys'],
  },
  'p-retry': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} import pRetry, { AbortError } from 'p-retry'; export const load = () => pRetry(${libraryTask(ways, (error) => `throw new AbortError(${error});`)}, { retries: ${ways.attempts - 1}, minTimeout: 200, factor: ${ways.waits === 'constant' ? 1 : 2}, randomize: ${String(ways.waits === 'random')} });`,
    }),
  },
  'async-retry': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} import retry from 'async-retry'; export const load = () => retry(${libraryTask(ways, (error) => `return bail(${error});`, 'async (bail) =>')}, { retries: ${ways.attempts - 1}, minTimeout: 200, factor: ${ways.waits === 'constant' ? 1 : 2}, randomize: ${String(ways.waits === 'random')} });`,
    }),
  },
  'retry.operation': {
    write: (ways) => ({
      code: `${AXIOS} import retry from 'retry'; export function load() { const operation = retry.operation({ retries: ${ways.attempts - 1}, minTimeout: 200, factor: ${ways.waits === 'constant' ? 1 : 2}, randomize: ${String(ways.waits === 'random')} }); return new Promise((resolve, reject) => operation.attempt(async () => { try { resolve(await ${GET}); } catch (error) { ${leave(ways, 'return reject(error);')} if (!operation.retry(error)) reject(operation.mainError()); } })); }`,
    }),
    not: ['obeys'],
  },
  'cockatiel policy': {
    write: (ways) => ({
      code: `${AXIOS} import { retry, handleWhen, ExponentialBackoff, ConstantBackoff, noJitterGenerator } from 'cockatiel'; const policy = retry(handleWhen((error) => ${allows(ways, 'error')}), { maxAttempts: ${ways.attempts - 1}, backoff: ${{ random: 'new ExponentialBackoff()', exponential: 'new ExponentialBackoff({ generator: noJitterGenerator })', constant: 'new ConstantBackoff(1000)' }[ways.waits]} }); export const load = () => policy.execute(() => ${GET});`,
    }),
    not: ['obeys'],
  },
  'policy of another module': {
    write: (ways) => ({
      code: `${AXIOS} import { policy } from './policy.ts'; export const load = () => policy.execute(() => ${GET});`,
      files: {
        '/project/policy.ts': `import { retry, handleWhen, ExponentialBackoff, ConstantBackoff, noJitterGenerator } from 'cockatiel'; export const policy = retry(handleWhen((error) => ${allows(ways, 'error')}), { maxAttempts: ${ways.attempts - 1}, backoff: ${{ random: 'new ExponentialBackoff()', exponential: 'new ExponentialBackoff({ generator: noJitterGenerator })', constant: 'new ConstantBackoff(1000)' }[ways.waits]} });`,
      },
    }),
    not: ['obeys'],
  },
  'a task in a race': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} async function retry(task) { ${body(ways).replace('TASK', 'Promise.race([task(), new Promise((_, reject) => setTimeout(() => reject(new Error("late")), 5000))])')} } export const load = () => retry(() => ${GET});`,
    }),
  },
  'a task with a time limit': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} const within = (sent) => Promise.race([sent, new Promise((_, reject) => setTimeout(reject, 5000))]); async function retry(task) { ${body(ways).replace('TASK', 'within(task())')} } export const load = () => retry(() => ${GET});`,
    }),
  },
  'a task that a second function runs': {
    write: (ways) => ({
      code: `${AXIOS} ${SLEEP} async function within(run) { const control = new AbortController(); const timer = setTimeout(() => control.abort(), 5000); try { return await run(control.signal); } finally { clearTimeout(timer); } } async function retry(task) { ${body(ways).replace('TASK', 'within(task)')} } export const load = () => retry((signal) => ${GET});`,
    }),
  },
  'withRetry of another module': {
    write: (ways) => ({
      code: `${AXIOS} import { withRetry } from './retry.ts'; export const load = () => withRetry(() => ${GET});`,
      files: {
        '/project/retry.ts': `${SLEEP} export async function withRetry(task) { ${body(ways).replace('TASK', 'task()')} }`,
      },
    }),
  },
};

function retryOf({ code, files = {} }: Written): Retry | undefined {
  const file = '/project/main.ts';
  const parserOptions = { range: true, loc: true };
  const { ast, visitorKeys } = tsParser.parseForESLint(code, { ...parserOptions, filePath: file });
  const context = {
    filename: file,
    languageOptions: { parser: tsParser, parserOptions },
    sourceCode: { text: code, ast, visitorKeys },
  } as unknown as Parameters<typeof factsOf>[0];
  const { retry } = factsOf(context, memoryProject({ [file]: code, ...files }));
  return retry[0];
}

/** What of a retry varies, as the facts see it. */
function seen(retry: Retry | undefined, not: readonly (keyof Ways)[]): object | undefined {
  if (!retry) return undefined;
  const { condition, delay, attempts, retryAfter } = retry;
  const all = {
    refusals: condition.statuses[404],
    rateLimit: condition.statuses[429],
    serverErrors: condition.statuses[503],
    ...(not.includes('waits')
      ? {}
      : {
          growth: delay.growth,
          ...(delay.growth === 'constant' ? {} : { jitter: delay.hasJitter }),
        }),
    attempts: attempts.max,
    ...(not.includes('obeys') || condition.statuses[429] === 'not' ? {} : { retryAfter }),
  };
  return all;
}

function wanted(ways: Ways, not: readonly (keyof Ways)[]): object {
  const { retries, waits, attempts, obeys } = ways;
  return {
    refusals: retries === 'refusals too' ? 'retried' : 'not',
    rateLimit: retries === 'without 429' ? 'not' : 'retried',
    serverErrors: 'retried',
    ...(not.includes('waits')
      ? {}
      : {
          growth: waits === 'constant' ? 'constant' : 'exponential',
          ...(waits === 'constant' ? {} : { jitter: waits === 'random' }),
        }),
    attempts,
    ...(not.includes('obeys') || retries === 'without 429'
      ? {}
      : { retryAfter: obeys ? 'obeyed' : 'ignored' }),
  };
}

const CASES: Readonly<Record<string, Partial<Ways>>> = {
  right: {},
  'refusals retried': { retries: 'refusals too' },
  '429 left out': { retries: 'without 429' },
  'constant waits': { waits: 'constant' },
  'no randomness': { waits: 'exponential' },
  'too many': { attempts: 12 },
  'Retry-After ignored': { obeys: false },
};

describe.each(Object.entries(FORMS))('%s', (_name, { write, not = [] }) => {
  it.each(
    Object.entries(CASES).filter(
      ([, changed]) => !Object.keys(changed).some((key) => not.includes(key as keyof Ways)),
    ),
  )('%s', (_case, changed) => {
    const ways = { ...RIGHT, ...changed };
    expect(seen(retryOf(write(ways)), not)).toEqual(wanted(ways, not));
  });
});
