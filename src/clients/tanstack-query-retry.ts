import type { RetryLibrary, RetryUse } from './schema.ts';

const query: RetryUse = { does: 'settings', argument: 0, at: [''], task: 'queryFn' };
const mutation: RetryUse = {
  does: 'settings',
  argument: 0,
  at: [''],
  task: 'mutationFn',
  retries: 0,
};

/** Retries of TanStack Query. `retry` is a number, `true` for without end, or a function `(failures, error)` that alone decides, failures counted from 0; so is `retryDelay`, in ms. Without settings queries are tried four times in a browser, mutations once. */
const library: RetryLibrary = {
  kind: 'retry',
  name: 'TanStack Query',
  readFrom: [
    'react-query@3.39.3',
    '@tanstack/query-core@4.44.0',
    '@tanstack/query-core@5.108.0',
    '@tanstack/react-query@5.108.0',
  ],
  modules: [
    '@tanstack/react-query',
    '@tanstack/vue-query',
    '@tanstack/solid-query',
    '@tanstack/svelte-query',
    '@tanstack/angular-query-experimental',
    '@tanstack/query-core',
    'react-query',
  ],
  exports: {
    useQuery: query,
    useSuspenseQuery: query,
    createQuery: query,
    queryOptions: query,
    useInfiniteQuery: query,
    infiniteQueryOptions: query,
    useMutation: mutation,
    createMutation: mutation,
    QueryClient: {
      does: 'settings',
      argument: 0,
      at: ['defaultOptions.queries', 'defaultOptions.mutations'],
    },
  },
  options: {
    retries: ['retry'],
    endless: ['retry'],
    predicates: ['retry'],
    predicateReads: { error: 1, count: { argument: 0, first: 0 } },
    predicateBounds: true,
    constantMs: ['retryDelay'],
    delay: ['retryDelay'],
    delayCountsFrom: 0,
    defaults: {
      retries: 3,
      networkErrors: true,
      timeouts: true,
      firstMs: 1000,
      factor: 2,
      capMs: 30_000,
      jitter: false,
      readsRetryAfter: false,
      everything: true,
    },
  },
};

export default library;
