/** Functions that connect to the address they are given, and are no HTTP client of their own here. */
export interface AddressTaker {
  /** Module specifiers; empty: of the platform, known by the last name of the callee. */
  readonly modules: readonly string[];
  /** Export, or method of it; `default` for what the module is. */
  readonly names: readonly string[];
  /** Index of the argument that is the address, or holds the option. */
  readonly argument: number;
  /** Names of the option that is the address. */
  readonly options?: readonly string[];
  /** The argument before it is the name of an HTTP method. */
  readonly afterMethod?: true;
}

/**
 * Read from socket.io-client 4.8.4, graphql-ws 6.4.2, soap 1.13.0, @apollo/client 3.14.1,
 * apollo-link-http 1.5.17, http-proxy-middleware 4.2.1, http-proxy 1.18.1, needle 3.5.0, bent 7.3.12, mqtt
 * 5.16.0, jquery 4.0.0, and the documentation of the platforms.
 */
export const addressTakers: readonly AddressTaker[] = [
  { modules: [], names: ['open'], argument: 1, afterMethod: true },
  { modules: [], names: ['sendBeacon', 'getJSON'], argument: 0 },
  { modules: ['http2', 'node:http2'], names: ['connect'], argument: 0 },
  { modules: ['socket.io-client'], names: ['default', 'io', 'connect', 'Manager'], argument: 0 },
  { modules: ['graphql-ws'], names: ['createClient'], argument: 0, options: ['url'] },
  { modules: ['soap'], names: ['createClient', 'createClientAsync'], argument: 0 },
  {
    modules: [
      '@apollo/client',
      '@apollo/client/core',
      '@apollo/client/link/http',
      'apollo-link-http',
      'apollo-boost',
    ],
    names: ['HttpLink', 'createHttpLink', 'ApolloClient', 'BatchHttpLink', 'default'],
    argument: 0,
    options: ['uri'],
  },
  {
    modules: ['http-proxy-middleware', 'http-proxy'],
    names: ['createProxyMiddleware', 'createProxyServer', 'createProxy', 'default'],
    argument: 0,
    options: ['target'],
  },
  { modules: ['needle'], names: ['default'], argument: 1, afterMethod: true },
  { modules: ['bent'], names: ['default'], argument: 0 },
  { modules: ['mqtt'], names: ['connect', 'connectAsync'], argument: 0 },
];
