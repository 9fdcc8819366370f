import { describe, expect, test } from 'vitest';
import connectRpc from '../../src/clients/connect-rpc.ts';
import grpcJs from '../../src/clients/grpc-js.ts';
import niceGrpc from '../../src/clients/nice-grpc.ts';
import type { RpcLibrary } from '../../src/clients/schema.ts';

const libraries: Readonly<Record<string, RpcLibrary>> = { connectRpc, grpcJs, niceGrpc };

describe.each(Object.entries(libraries))('%s', (_, { clients, options, ...library }) => {
  test('its clients are told somehow', () => {
    const ways = [clients.classes, clients.bases, clients.makers, clients.marks?.exports];
    expect(ways.flatMap((names) => names ?? []).length).toBeGreaterThan(0);
  });

  test('the fix writes an option that bounds a call', () => {
    const bounds = [...(options.timeouts ?? []).map(({ path }) => path), ...(options.signal ?? [])];
    expect(bounds).toContain(library.timeoutFix.option);
    expect(library.timeoutFix.text).toContain('{ms}');
  });

  test('a procedure that is told by arguments is none of the other methods', () => {
    const told = Object.keys(library.calls.told ?? {});
    expect(told.filter((name) => library.calls.others.includes(name))).toEqual([]);
  });
});
