import type { RewriteName } from './rewrite.ts';

/** Cases whose reports change when the same program is written otherwise, and why they do. */
interface KnownLimit {
  readonly cases: number;
  readonly why: string;
}

export const limits: Readonly<Record<RewriteName, Readonly<Record<string, KnownLimit>>>> = {
  'objects that are given have a name': {
    'no-disabled-tls-verification': {
      cases: 1,
      why: 'what a test expects is told by the call around the object',
    },
  },
  'texts that are given have a name': {},
  'names get their value later': {
    'no-sensitive-data-in-logs': {
      cases: 1,
      why: 'a number is told from a token where it is declared',
    },
    'no-unbounded-concurrency': {
      cases: 1,
      why: 'a size of batches is looked up where they are declared',
    },
    'require-trace-id-in-logs': { cases: 1, why: 'an answer is followed from its declaration' },
  },
  'objects that are given have a type': {},
  'answers and errors may be missing': {},
  'comparisons begin with what is written out': {},
  'conditions have a name': {
    'handle-error-codes': {
      cases: 3,
      why: 'a status is looked for in the condition of the branch',
    },
    'no-disabled-tls-verification': {
      cases: 1,
      why: 'that an option decides is read off the branch',
    },
    'no-swallowed-api-error': {
      cases: 3,
      why: 'what is done about an empty result is looked for in the condition',
    },
    'no-unbounded-polling': { cases: 4, why: 'what ends the wait is looked for in the condition' },
    'require-response-check': {
      cases: 2,
      why: 'what a test of the answer decides is looked for in the condition',
    },
    'require-webhook-signature': {
      cases: 1,
      why: 'the path of a webhook is looked for in the condition',
    },
    'stable-idempotency-key': { cases: 1, why: 'where a key is made is told by the condition' },
  },
  'conditions are asked of a function': {
    'handle-error-codes': {
      cases: 1,
      why: 'for which code something goes on is told by the condition',
    },
    'handle-payment-statuses': {
      cases: 2,
      why: 'statuses are looked for in the function that acts',
    },
    'no-credentials-in-url': {
      cases: 1,
      why: 'what a query is compared with is looked for where it is read',
    },
    'no-env-fallback': { cases: 2, why: 'a list of what is missing is followed in its function' },
    'no-sensitive-data-in-logs': {
      cases: 2,
      why: 'what is known of an error or answer is read off the branch',
    },
    'no-shared-environment-credentials': {
      cases: 2,
      why: 'a test of the environment is not followed into functions',
    },
    'no-swallowed-api-error': { cases: 1, why: 'which errors are left out is read off the branch' },
    'no-unbounded-polling': { cases: 3, why: 'what ends the wait is looked for in the condition' },
    'no-unsafe-signature-compare': { cases: 1, why: 'a parameter may be any text' },
    'require-dead-letter': { cases: 1, why: 'what is tried again is read off the branch' },
    'require-pagination': { cases: 1, why: 'that there is more is looked for beside the call' },
    'require-request-timeout': { cases: 1, why: 'a body that is handed on may be a stream' },
    'require-response-check': {
      cases: 7,
      why: 'what a function asks of an answer may be its status',
    },
    'require-webhook-signature': {
      cases: 4,
      why: 'a promise that is handed on, or asked of a function; a path that a function asks for',
    },
    'require-webhook-timestamp-check': {
      cases: 1,
      why: 'units are told by what stands in the comparison',
    },
    'respect-retry-after': {
      cases: 1,
      why: 'the branch of a status is looked for by its condition',
    },
    'structured-error-log': { cases: 3, why: 'which errors are left out is read off the branch' },
  },
  'calls that are awaited are in a helper': {
    'balance-poll-interval': { cases: 1, why: 'a wait is looked for in the loop' },
    'handle-duplicate-reference': {
      cases: 4,
      why: 'what is done about a refusal is looked for around the call',
    },
    'max-request-timeout': { cases: 1, why: 'a time limit is looked for around the call' },
    'no-sensitive-data-in-logs': {
      cases: 2,
      why: 'what comes in is not followed out of functions',
    },
    'no-swallowed-api-error': { cases: 2, why: 'an empty result is followed in its function' },
    'no-unbounded-concurrency': {
      cases: 3,
      why: 'how many there are is looked for in the function that starts them',
    },
    'persist-idempotency-key': {
      cases: 1,
      why: 'that a key is kept is looked for in the function that makes it',
    },
    'prefer-batch-request': {
      cases: 1,
      why: 'what is the same in each turn is looked for in the loop',
    },
    'require-cache': { cases: 1, why: 'reported at the helper and at its call' },
    'require-dead-letter': { cases: 1, why: 'a wait is looked for in the loop' },
    'require-request-timeout': {
      cases: 2,
      why: 'a race is looked for around the call, a stream in the helper',
    },
    'require-response-check': {
      cases: 2,
      why: 'an answer that a helper gives back is for its callers',
    },
    'require-token-refresh': {
      cases: 2,
      why: 'reported at the helper too, or not followed out of it',
    },
    'require-trace-id-in-logs': {
      cases: 1,
      why: 'the request is looked for in the function that logs',
    },
    'respect-retry-after': { cases: 1, why: 'a wait is looked for in the loop' },
    'serialize-per-wallet': { cases: 1, why: 'a list of promises is followed in its function' },
    'structured-error-log': { cases: 1, why: 'the request is looked for in the `try`' },
  },
  'answers come by then': {
    'no-sensitive-data-in-logs': { cases: 1, why: 'what comes in is followed where it is awaited' },
    'no-sequential-requests': { cases: 2, why: 'requests in a row are awaited' },
    'no-slow-webhook-handler': { cases: 2, why: 'work is looked for where it is awaited' },
    'no-swallowed-api-error': {
      cases: 1,
      why: 'a failure that comes on as null is followed where it is awaited',
    },
    'require-response-check': {
      cases: 1,
      why: 'an inverted test is looked for where the answer is awaited',
    },
    'require-token-refresh': { cases: 1, why: 'a token is followed where it is awaited' },
    'require-webhook-deduplication': {
      cases: 1,
      why: 'a chain in a function is not followed to what it gives',
    },
  },
};
