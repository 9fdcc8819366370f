import type { RpcLibrary } from './schema.ts';

/** Connect, gRPC and gRPC-web for Node and browsers. Nothing is given up by itself; a `timeoutMs` of zero or less is none. */
const library: RpcLibrary = {
  kind: 'rpc',
  name: 'Connect',
  readFrom: [
    '@connectrpc/connect@2.2.0',
    '@connectrpc/connect-node@2.1.2',
    '@bufbuild/connect@0.13.0',
  ],
  modules: ['@connectrpc/connect', '@bufbuild/connect'],
  clients: {
    makers: ['createClient', 'createPromiseClient'],
    options: {
      argument: 0,
      inside: {
        at: 1,
        modules: [
          '@connectrpc/connect-node',
          '@connectrpc/connect-web',
          '@bufbuild/connect-node',
          '@bufbuild/connect-web',
        ],
        exports: ['createConnectTransport', 'createGrpcTransport', 'createGrpcWebTransport'],
      },
    },
    address: 'baseUrl',
  },
  calls: { answer: 'promise', others: [] },
  options: {
    timeouts: [
      { path: 'timeoutMs', unit: 'ms', covers: 'overall' },
      { path: 'defaultTimeoutMs', unit: 'ms', covers: 'overall' },
    ],
    signal: ['signal'],
    dispatcher: ['interceptors', 'fetch'],
  },
  defaults: { timeoutMs: null },
  timeoutFix: { option: 'timeoutMs', text: '{ms}' },
};

export default library;
