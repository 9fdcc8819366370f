import { describe, expect, it } from 'vitest';
import type { Retry } from '../../src/facts/retry/retry.ts';
import { factsIn } from './facts-in.ts';

const load =
  "const load = async () => { const res = await fetch('https://api.example.com/orders'); if (!res.ok) throw Object.assign(new Error('refused'), { status: res.status }); return res.json(); };";
const query = (settings: string): string =>
  `import { useQuery } from '@tanstack/react-query'; ${load} export const useOrders = () => useQuery({ queryKey: ['orders'], queryFn: load, ${settings} });`;
const mutation = (settings: string): string =>
  `import { useMutation } from '@tanstack/react-query'; ${load} export const useOrder = () => useMutation({ mutationFn: load, ${settings} });`;
const swr = (settings: string): string =>
  `import useSWR from 'swr'; ${load} export const useOrders = () => useSWR('/orders', load, { ${settings} });`;
const sent = (retryOn: string): string =>
  `import fetchRetry from 'fetch-retry'; const send = fetchRetry(fetch, { retryOn: ${retryOn} }); export const load = () => send('https://api.example.com/orders');`;

/** attempts, growth, statuses retried, network errors. */
function briefly(code: string): string {
  const [retry, ...others] = factsIn(code).retry;
  if (!retry || others.length > 0) return retry ? 'several' : 'none';
  const { attempts, delay, condition } = retry;
  return [attempts.max, delay.growth, retried(condition), condition.networkErrors].join(', ');
}

function retried({ statuses }: Retry['condition']): string {
  const names = Object.entries(statuses).flatMap(([status, verdict]) =>
    verdict === 'retried' ? [status] : [],
  );
  return names.length === 13 ? 'all' : names.join(' ') || '-';
}

describe('retries that are settings of what runs tasks by itself', () => {
  it.each([
    ['a number', query('retry: 2'), '3, exponential, all, retried'],
    ['true is without end', query('retry: true'), 'Infinity, exponential, all, retried'],
    ['a delay alone', query('retryDelay: 500'), '4, constant, all, retried'],
    [
      'a delay that grows, counted from 0',
      query('retry: 3, retryDelay: (n) => Math.min(500 * 2 ** n, 8000)'),
      '4, exponential, all, retried',
    ],
    ['a function that counts', query('retry: (n) => n < 4'), '5, exponential, all, retried'],
    [
      'a function that asks for the status, and counts nothing',
      query('retry: (n, error) => error.status >= 500'),
      'Infinity, exponential, 500 502 503 504, not',
    ],
    [
      'a function that leaves one refusal out',
      query(
        'retry: (n, error) => { if (error.status === 404 || error.status === 401) return false; return n < 2; }',
      ),
      '3, exponential, 400 403 408 409 422 425 429 500 502 503 504, retried',
    ],
    [
      'a function that cannot be read',
      `import { shallRetry } from './retry'; ${query('retry: shallRetry')}`,
      ', exponential, -, unknown',
    ],
    ['nothing is written', query('staleTime: 5000'), 'none'],
    [
      'a mutation is tried once unless it says more',
      mutation('retryDelay: 500'),
      '1, constant, all, retried',
    ],
    ['a mutation that says more', mutation('retry: 3'), '4, exponential, all, retried'],
    [
      'what is read is no request',
      "import { useQuery } from '@tanstack/react-query'; export const useTheme = () => useQuery({ queryKey: ['t'], queryFn: () => localStorage.getItem('theme'), retry: 9 });",
      'none',
    ],
    [
      'settings of all queries',
      "import { QueryClient } from '@tanstack/react-query'; export const client = new QueryClient({ defaultOptions: { queries: { retry: 9 } } });",
      '10, exponential, -, retried',
    ],
    ['SWR', swr('errorRetryCount: 8'), '9, exponential, all, retried'],
    [
      'SWR, a predicate',
      swr('shouldRetryOnError: (error) => error.status >= 500, errorRetryCount: 3'),
      '4, exponential, 500 502 503 504, not',
    ],
    ['SWR, a hook in place of all', swr('onErrorRetry: again, errorRetryCount: 3'), 'none'],
    [
      'a base query of RTK',
      "import { fetchBaseQuery, retry } from '@reduxjs/toolkit/query'; export const base = retry(fetchBaseQuery({ baseUrl: 'https://api.example.com' }), { maxRetries: 9 });",
      '10, exponential, -, retried',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});

describe('predicates that count', () => {
  it.each([
    [
      'fetch-retry, whose error is null where there is an answer',
      sent(
        '(attempt, error, response) => attempt < 3 && (error !== null || response.status >= 500)',
      ),
      '4, constant, 500 502 503 504, retried',
    ],
    [
      'fetch-retry, nothing counted',
      sent('(attempt, error, response) => error !== null || response.status === 429'),
      'Infinity, constant, 429, retried',
    ],
    [
      'exponential-backoff, from 1',
      "import { backOff } from 'exponential-backoff'; import axios from 'axios'; export const load = () => backOff(() => axios.get('https://api.example.com/orders'), { numOfAttempts: 5, retry: (error, n) => n < 3 && error.response?.status >= 500 });",
      '5, exponential, 500 502 503 504, not',
    ],
    [
      'ky, which takes nothing given for its own list',
      "import ky from 'ky'; export const api = ky.create({ retry: { limit: 3, shouldRetry: ({ error }) => { if (error.response.status === 409) return false; } } });",
      '4, exponential, -, unknown',
    ],
  ])('%s', (_name, code, expected) => {
    expect(briefly(code)).toBe(expected);
  });
});
