import type { RpcLibrary } from './schema.ts';

/**
 * gRPC for Node. A call without a deadline has `Infinity` for one, in 1.14 and in the `grpc` before it.
 * What was never handed to a server is sent once more by itself, within the deadline; a `retryPolicy`
 * is needed for more. `parent` takes over the deadline of the call that is being served.
 */
const library: RpcLibrary = {
  kind: 'rpc',
  name: 'gRPC',
  readFrom: ['@grpc/grpc-js@1.14.7', 'grpc@1.24.11'],
  modules: ['@grpc/grpc-js', 'grpc'],
  clients: {
    classes: [
      'loadPackageDefinition',
      'load',
      'loadObject',
      'makeClientConstructor',
      'makeGenericClientConstructor',
    ],
    bases: ['Client'],
    generated: { modules: ['_grpc_pb', '_grpc_pb.js', '_grpc_pb.cjs'], name: 'Client' },
    marks: {
      argument: 1,
      exports: [
        'credentials.createInsecure',
        'credentials.createSsl',
        'credentials.createFromSecureContext',
        'credentials.combineChannelCredentials',
        'ChannelCredentials.createInsecure',
        'ChannelCredentials.createSsl',
        'ChannelCredentials.createFromSecureContext',
      ],
      types: ['ChannelCredentials'],
      members: ['compose'],
    },
    options: { argument: 2 },
    address: 0,
  },
  calls: {
    answer: 'callback',
    headers: { types: ['Metadata'], names: ['metadata', 'meta', 'md'] },
    typedBehindHeaders: true,
    others: ['close', 'getChannel', 'waitForReady'],
    told: { makeUnaryRequest: 3 },
    cancel: 'cancel',
  },
  options: {
    timeouts: [{ path: 'deadline', unit: 'ms', covers: 'overall', absolute: true }],
    dispatcher: [
      'interceptors',
      'interceptor_providers',
      'parent',
      'callInvocationTransformer',
      'channelOverride',
      'channelFactoryOverride',
    ],
  },
  policy: { option: 'grpc.service_config', bound: 'timeout' },
  defaults: { timeoutMs: null },
  timeoutFix: { option: 'deadline', text: 'Date.now() + {ms}' },
};

export default library;
