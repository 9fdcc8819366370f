import { expect, test, describe } from 'vitest';
import angular from '../../src/clients/angular.ts';
import axios from '../../src/clients/axios.ts';
import fetchPonyfills from '../../src/clients/fetch-ponyfills.ts';
import fetchClient from '../../src/clients/fetch.ts';
import got from '../../src/clients/got.ts';
import graphqlRequest from '../../src/clients/graphql-request.ts';
import ky from '../../src/clients/ky.ts';
import needle from '../../src/clients/needle.ts';
import nestAxios from '../../src/clients/nest-axios.ts';
import nodeFetch from '../../src/clients/node-fetch.ts';
import nodeHttp from '../../src/clients/node-http.ts';
import nodeHttps from '../../src/clients/node-https.ts';
import ofetch from '../../src/clients/ofetch.ts';
import openapiFetch from '../../src/clients/openapi-fetch.ts';
import type { HttpClient, OptionNames, Shape, Signature } from '../../src/clients/schema.ts';
import request from '../../src/clients/request.ts';
import requestPromise from '../../src/clients/request-promise.ts';
import superagent from '../../src/clients/superagent.ts';
import undiciRetry from '../../src/clients/undici-retry.ts';
import undici from '../../src/clients/undici.ts';
import wretch from '../../src/clients/wretch.ts';

const clients: Readonly<Record<string, HttpClient>> = {
  angular,
  axios,
  fetchPonyfills,
  fetchClient,
  got,
  graphqlRequest,
  ky,
  needle,
  nestAxios,
  nodeFetch,
  nodeHttp,
  nodeHttps,
  ofetch,
  openapiFetch,
  request,
  requestPromise,
  superagent,
  undici,
  undiciRetry,
  wretch,
};

function signatureShapes(signature: Signature | undefined): readonly string[] {
  if (signature?.does === 'create') return [signature.shape];
  return signature?.chain === undefined ? [] : [signature.chain];
}

function shapeNames(shape: Shape): readonly string[] {
  const members = Object.values(shape.members ?? {}).flatMap((member) =>
    typeof member === 'string' ? [member] : signatureShapes(member),
  );
  return [...members, ...signatureShapes(shape.call), ...signatureShapes(shape.construct)];
}

const optionsOf = (client: HttpClient): readonly OptionNames[] => [
  client.options,
  ...Object.values(client.majors ?? {}).flatMap((major) => major.options ?? []),
];

const duplicates = (names: readonly string[]): readonly string[] =>
  names.filter((name, index) => names.indexOf(name) !== index);

describe.each(Object.entries(clients))('%s', (_, client) => {
  test('every shape that is named exists', () => {
    const named = [
      ...Object.values(client.exports),
      ...Object.values(client.globals ?? {}),
      ...Object.values(client.types ?? {}),
      ...Object.values(client.shapes).flatMap(shapeNames),
    ];
    expect(named.filter((name) => !Object.hasOwn(client.shapes, name))).toEqual([]);
  });

  test('says which versions were read', () => {
    expect(client.readFrom.length).toBeGreaterThan(0);
    for (const source of client.readFrom) expect(source).toMatch(/^@?[\w./-]+@\d+\.\d+\.\d+$/);
  });

  test('names each timeout once, and none as inert too', () => {
    for (const options of optionsOf(client)) {
      const paths = (options.timeouts ?? []).map(({ path }) => path);
      expect(duplicates([...paths, ...(options.inert ?? [])])).toEqual([]);
    }
  });

  test('writes a timeout where one can be read', () => {
    if (!client.timeoutFix) return;
    const { option, text } = client.timeoutFix;
    const known = [
      ...(client.options.signal ?? []),
      ...(client.options.timeouts ?? []).map(({ path }) => path.split('.')[0]),
    ];
    expect(known).toContain(option);
    expect(text).toContain('{ms}');
  });

  test('has a retry option wherever it has retry names', () => {
    expect((client.options.retry ?? []).length > 0).toBe(client.retry !== undefined);
  });
});

test('no two clients claim one export of a module', () => {
  const claims = Object.values(clients).flatMap((client) =>
    client.modules.flatMap((name) => Object.keys(client.exports).map((key) => `${name}#${key}`)),
  );
  expect(duplicates(claims)).toEqual([]);
});

test('no two clients claim one global', () => {
  const globals = Object.values(clients).flatMap((client) => Object.keys(client.globals ?? {}));
  expect(duplicates(globals)).toEqual([]);
});

test('the platform has what the data say of it', () => {
  for (const name of Object.keys(fetchClient.globals)) expect(globalThis).toHaveProperty(name);
  expect(AbortSignal.timeout(1)).toBeInstanceOf(AbortSignal);
});

test("Node's modules have the exports that the data name", async () => {
  for (const client of [nodeHttp, nodeHttps]) {
    const module: object = await import(client.modules[1]);
    for (const name of Object.keys(client.exports)) expect(module).toHaveProperty(name);
  }
});
