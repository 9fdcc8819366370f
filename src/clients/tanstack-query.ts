import type { Poller, PollerUse } from './schema.ts';

const query: PollerUse = {
  does: 'query',
  reads: 'queryFn',
  every: 'refetchInterval',
  answer: 'state.data',
};

/** TanStack Query. `refetchInterval` is a number, or a function of the query; before version 5, of the data. */
const library: Poller = {
  kind: 'poller',
  name: 'TanStack Query',
  readFrom: ['@tanstack/query-core@5.108.0', '@tanstack/react-query@5.108.0'],
  modules: [
    '@tanstack/react-query',
    '@tanstack/vue-query',
    '@tanstack/solid-query',
    '@tanstack/svelte-query',
    '@tanstack/angular-query-experimental',
    'react-query',
  ],
  exports: {
    useQuery: query,
    useSuspenseQuery: query,
    createQuery: query,
    injectQuery: query,
    queryOptions: query,
  },
};

export default library;
