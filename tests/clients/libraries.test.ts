import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Client, RetryLibrary, RetryUse } from '../../src/clients/schema.ts';

const folder = new URL('../../src/clients/', import.meta.url);
const kinds: readonly unknown[] = [
  'http',
  'rpc',
  'retry',
  'limiter',
  'breaker',
  'queue',
  'web',
  'verifier',
  'sdk',
  'logger',
  'scheduler',
  'poller',
];

function isClient(value: unknown): value is Client {
  return (
    typeof value === 'object' && value !== null && 'kind' in value && kinds.includes(value.kind)
  );
}

async function allClients(): Promise<[string, Client][]> {
  const found: [string, Client][] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
    const module: { default?: unknown } = await import(new URL(file, folder).href);
    if (isClient(module.default)) found.push([file, module.default]);
  }
  return found;
}

const clients = await allClients();

function of<K extends Client['kind']>(kind: K): [string, Extract<Client, { kind: K }>][] {
  return clients.filter(
    (entry): entry is [string, Extract<Client, { kind: K }>] => entry[1].kind === kind,
  );
}

/** Everything inside a value that is no plain data. */
function functionsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'function') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => functionsIn(inner, `${path}.${key}`));
}

describe('every library', () => {
  it('is found', () => {
    expect(clients.length).toBeGreaterThan(50);
  });

  it.each(clients)('%s is data, and says what it was read from', (_file, client) => {
    expect(functionsIn(client)).toEqual([]);
    expect(client.modules.length).toBeGreaterThan(0);
    expect(client.readFrom.length).toBeGreaterThan(0);
    for (const source of client.readFrom)
      expect(source).toMatch(/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+|^node/);
  });

  it('has a name of its own within its kind', () => {
    // Two files of HTTP clients may speak of one library: of its own calls and of what stands in for it.
    const others = clients.filter(([, client]) => client.kind !== 'http');
    const names = others.map(([, client]) => `${client.kind} ${client.name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

/** The exports of a retry library for each of its versions that differ. */
function versionsOf(library: RetryLibrary) {
  const base = { exports: library.exports, defaults: library.options.defaults };
  const older = Object.values(library.majors ?? {}).map((version) => ({
    exports: version.exports ?? base.exports,
    defaults: { ...base.defaults, ...version.defaults },
  }));
  return [base, ...older];
}

const STARTS: readonly RetryUse['does'][] = [
  'run',
  'attach',
  'policy',
  'operator',
  'jobs',
  'settings',
];

describe('retry libraries', () => {
  it.each(of('retry'))('%s starts a retry somehow', (_file, library) => {
    for (const { exports } of versionsOf(library)) {
      expect(Object.values(exports).some((use) => STARTS.includes(use.does))).toBe(true);
    }
  });

  it.each(of('retry'))('%s has a default condition among its exports', (_file, library) => {
    for (const { exports, defaults } of versionsOf(library)) {
      if (defaults.condition !== undefined)
        expect(exports[defaults.condition]?.does).toBe('condition');
    }
  });

  it.each(of('retry'))('%s has sane figures and version prefixes', (_file, library) => {
    for (const { defaults } of versionsOf(library)) {
      expect(defaults.retries ?? 0).toBeGreaterThanOrEqual(0);
      expect(defaults.capMs ?? Infinity).toBeGreaterThanOrEqual(defaults.firstMs ?? 0);
    }
    for (const prefix of Object.keys(library.majors ?? {})) expect(prefix).toMatch(/^\d+(\.\d+)?$/);
  });

  it('tells the versions that read Retry-After from those that do not', () => {
    const library = of('retry').find(([file]) => file === 'axios-retry.ts')?.[1];
    const reads = Object.entries(library?.majors ?? {}).map(([v, { defaults }]) => [
      v,
      defaults?.readsRetryAfter,
    ]);
    expect(library?.options.defaults.readsRetryAfter).toBe(true);
    expect(Object.fromEntries(reads)).toEqual({ '3': false, '4.0': false, '4.1': false });
  });
});

describe('limiters', () => {
  it.each(of('limiter'))('%s says how it bounds', (_file, library) => {
    for (const use of Object.values(library.exports)) {
      if (use.does === 'limit') expect(use.concurrency ?? use.interval).toBeDefined();
    }
  });
});

describe('web frameworks', () => {
  it.each(of('web'))('%s reads a payload, headers, and answers', (_file, framework) => {
    const { request, answers } = framework;
    expect(framework.forms.length).toBeGreaterThan(0);
    expect([...request.body, ...request.rawBody].length).toBeGreaterThan(0);
    expect(request.headers.length).toBeGreaterThan(0);
    expect(answers.returns || answers.calls.length > 0).toBe(true);
    expect(request.response).not.toBe(request.parameter);
  });

  it.each(of('web'))('%s looks for exported handlers in files', (_file, framework) => {
    for (const form of framework.forms) {
      if (form.form === 'export') expect(form.files.length * form.names.length).toBeGreaterThan(0);
    }
  });
});

describe('verifiers', () => {
  it.each(of('verifier'))('%s verifies somehow, and only that is awaited', (_file, verifier) => {
    const ways = [
      ...verifier.throwing,
      ...verifier.answering,
      ...Object.keys(verifier.reporting ?? {}),
      ...(verifier.digests ?? []),
      ...(verifier.unsafe ?? []),
      ...(verifier.hashes ?? []),
    ];
    expect(ways.length).toBeGreaterThan(0);
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways).toEqual(expect.arrayContaining([...(verifier.promising ?? [])]));
  });
});

describe('SDKs', () => {
  it.each(of('sdk'))('%s has sane defaults', (_file, sdk) => {
    expect(sdk.exports.length).toBeGreaterThan(0);
    expect(sdk.defaults.retries).toBeGreaterThanOrEqual(0);
    expect(sdk.defaults.timeoutMs ?? 1000).toBeGreaterThanOrEqual(1000);
  });
});
