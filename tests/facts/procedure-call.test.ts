import { expect, test } from 'vitest';
import { factsIn } from './facts-in.ts';

const grpc = "import * as grpc from '@grpc/grpc-js';\n";
const client = "const client = new Pay('pay.example.io:443', grpc.credentials.createSsl());\n";

function callsIn(code: string) {
  return factsIn(code).procedureCall.map(({ clientName, timeout, place, ...call }) => ({
    client: clientName,
    state: timeout.state,
    ms: timeout.written.map(({ ms }) => ms),
    place: place && ('index' in place ? place.index : place.kind),
    isLocal: call.isLocal,
    isBoundElsewhere: call.isBoundElsewhere,
  }));
}

test.each([
  ['a callback', 'client.get({}, (e) => e);', 'absent', [], 1],
  ['headers', 'client.get({}, new grpc.Metadata(), (e) => e);', 'absent', [], 2],
  ['headers by name', 'client.get({}, callMetadata(), (e) => e);', 'absent', [], 2],
  ['what may be options', 'client.get({}, more, (e) => e);', 'unknown', [], null],
  ['options', 'client.get({}, { host }, (e) => e);', 'absent', [], 'object'],
  ['a deadline', 'client.get({}, { deadline: Date.now() + 9 }, cb);', 'set', [9], 'object'],
  ['a date', 'client.get({}, { deadline: soon }, cb);', 'set', [null], 'object'],
  ['both', 'client.get({}, meta, { deadline: +new Date() + 9 }, cb);', 'set', [9], 'object'],
  ['no deadline', 'client.get({}, { deadline: undefined }, cb);', 'absent', [], 'object'],
  ['a spread', 'client.get({}, { ...more }, cb);', 'unknown', [], 'object'],
  ['taken out of it', 'const { get } = client;\nget({}, cb);', 'absent', [], 1],
])('%s', (_, call, state, ms, place) => {
  expect(callsIn(grpc + client + call)).toEqual([
    { client: 'gRPC', state, ms, place, isLocal: false, isBoundElsewhere: false },
  ]);
});

test.each([
  ['no callback', 'client.get({});'],
  ['what need not be a callback', 'client.get({}, other);'],
  ['only a callback', 'client.send((e) => e);'],
  ['too many arguments', 'client.get({}, meta, {}, more, cb);'],
  ['a spread', 'client.get({}, ...rest);'],
  ['no procedure', 'client.waitForReady(soon, cb);'],
  ['a member of it', 'client.inner.get({}, cb);'],
])('says nothing of %s', (_, call) => {
  expect(callsIn(grpc + client + call)).toEqual([]);
});

test.each([
  ['credentials of the package', 'new Pay(host, grpc.credentials.createSsl())'],
  [
    'either of two',
    'new Pay(host, on ? grpc.credentials.createSsl() : grpc.credentials.createInsecure())',
  ],
  ['composed', 'new Pay(host, grpc.credentials.createSsl().compose(caller))'],
  ['a loaded package', 'new (grpc.loadPackageDefinition(all).a.b.Pay)(host, secret)'],
  [
    'a class made for a service',
    "new (grpc.makeGenericClientConstructor(all, 'Pay'))(host, secret)",
  ],
  ['a class that extends it', 'new (class extends grpc.Client {})(host, secret)'],
  ['a promise of it', 'await (async () => new Pay(host, grpc.credentials.createSsl()))()'],
])('knows a client by %s', (_, made) => {
  expect(callsIn(`${grpc}(${made}).get({}, cb);`).map(({ state }) => state)).toEqual(['absent']);
});

test.each([
  ['credentials of a server', 'new Pay(host, grpc.ServerCredentials.createInsecure())'],
  ['credentials of something else', 'new Pay(host, credentials.createSsl())'],
  ['no credentials', 'new Pay(host)'],
  ['a class of its own', 'new (class Own { get(a, b) {} })(host, grpc.credentials.createSsl())'],
])('knows no client by %s', (_, made) => {
  expect(callsIn(`${grpc}(${made}).get({}, cb);`)).toEqual([]);
});

test.each([
  ["'localhost:50051'", true],
  ["'dns:///127.0.0.1:50051'", true],
  ["'[::1]:50051'", true],
  ["'unix:/run/pay.sock'", true],
  ["'dns:///pay.example.io:50051'", false],
  ["process.env.ADDRESS ?? 'localhost:50051'", false],
  ['`${host}:50051`', false],
])('an address %s', (address, isLocal) => {
  const [call] = factsIn(
    `${grpc}new Pay(${address}, grpc.credentials.createInsecure()).get({}, cb);`,
  ).procedureCall;
  expect(call?.isLocal).toBe(isLocal);
});

test('shows to which API it belongs', () => {
  const [one, two] = factsIn(
    `${grpc}${client}client.get({}, cb);\nnew Pay(process.env.PAY_ADDRESS, grpc.credentials.createSsl()).get({}, cb);`,
  ).procedureCall;
  expect(one?.evidence).toEqual({ host: 'pay.example.io' });
  expect(two?.evidence).toEqual({ baseUrlVariable: 'PAY_ADDRESS' });
});

test('two clients, of which one has interceptors', () => {
  const code = `${grpc}const client = on ? new Pay(a, grpc.credentials.createSsl()) : new Pay(a, grpc.credentials.createSsl(), { interceptors: [limit] });\nclient.get({}, cb);`;
  expect(callsIn(code)).toMatchObject([{ state: 'unknown' }]);
});

test('is no request of HTTP', () => {
  const { apiCall, apiClient } = factsIn(`${grpc}${client}client.get({}, cb);`);
  expect([...apiCall, ...apiClient]).toEqual([]);
});
