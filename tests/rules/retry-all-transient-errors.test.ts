import rule from '../../rules/retry-all-transient-errors.ts';
import { testRule } from '../rule-tester.ts';

const got = (list: string) =>
  `import got from 'got'; export const api = got.extend({ retry: { limit: 3, statusCodes: ${list} } });`;
const loop = (handle: string, head = 'let n = 0') => `import axios from 'axios';
export async function load() {
  for (${head}; n < 3; n++) {
    try { return await axios.get('https://api.example.com/a', { timeout: 1000 }); } catch (error) { ${handle} }
  }
}`;

testRule(rule, {
  valid: [
    got('[429, 500, 502, 503, 504]'),
    got('[...codes, 500]'),
    { code: got('[500, 502, 503, 504]'), options: { statuses: [500] } },
    loop(''),
    loop(
      'const status = error.response?.status; if (status && status !== 429 && status < 500) throw error;',
    ),
    loop('if (!mayPass(error)) throw error;'),
    "import got from 'got'; export const api = got.extend({ retry: { limit: 3 } });",
    "import pRetry from 'p-retry'; pRetry(() => fetch('https://api.example.com/a'), { retries: 3 });",
    "import axios from 'axios'; import axiosRetry from 'axios-retry'; axiosRetry(axios, { retryCondition: axiosRetry.isNetworkOrIdempotentRequestError });",
  ],
  invalid: [
    {
      code: got('[|[500, 502, 503, 504]|]'),
      output: got('[429, 500, 502, 503, 504]'),
      errors: ['rateLimit'],
    },
    {
      code: got('[|[429, 500, 503]|]'),
      output: got('[429, 500, 502, 503, 504]'),
      errors: [{ messageId: 'serverErrors', data: { statuses: '502, 504' } }],
    },
    {
      code: loop(
        'const status = error.response?.status; if (status && status < 500) throw error;',
        '[|let n = 0|]',
      ),
      errors: ['rateLimit'],
      suggestions: [
        loop(
          'const status = error.response?.status; if (status && (status !== 429 && status < 500)) throw error;',
        ),
      ],
    },
    {
      code: loop('if (error.response?.status !== 429) throw error;', '[|let n = 0|]'),
      errors: ['serverErrors'],
    },
  ],
});
