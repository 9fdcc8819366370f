import type { RpcLibrary } from './schema.ts';

/**
 * gRPC with promises. Its calls know a signal; a `deadline` is an option of one of its middlewares,
 * which only clients of a factory have. Nothing is given up by itself.
 */
const library: RpcLibrary = {
  kind: 'rpc',
  name: 'nice-grpc',
  readFrom: ['nice-grpc@2.1.18'],
  modules: ['nice-grpc'],
  clients: {
    makers: ['createClient'],
    options: { argument: 2, inside: { at: 1, modules: ['nice-grpc'], exports: ['createChannel'] } },
    address: 0,
    moreOptions: 2,
  },
  calls: { answer: 'promise', others: [] },
  options: { signal: ['signal'] },
  policy: { option: 'grpc.service_config', bound: 'timeout' },
  defaults: { timeoutMs: null },
  timeoutFix: { option: 'signal', text: 'AbortSignal.timeout({ms})' },
};

export default library;
