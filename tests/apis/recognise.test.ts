import { describe, expect, it } from 'vitest';
import {
  apiOf,
  builtInApis,
  defineApi,
  hasSandboxLabel,
  hostNameOf,
  isAtOrBelow,
  isEndpoint,
  isSandboxHost,
  isSandboxOf,
  matchesWildcard,
  registeredNameOf,
  type ApiEvidence,
  type ApiProfile,
} from '../../src/apis/index.ts';

const [, octopus, moncreneau] = builtInApis as [ApiProfile, ApiProfile, ApiProfile];

const recognised: [string, ApiEvidence, string | null][] = [
  ['nothing', {}, null],
  ['host', { host: 'api.octopuscards.io' }, 'octopus'],
  ['host in capitals, with port and dot', { host: 'API.OctopusCards.io.:443' }, 'octopus'],
  ['host in a URL with userinfo', { host: 'https://u:p@mc-prd.duckdns.org/x' }, 'moncreneau'],
  ['sandbox host', { host: 'sandbox-api.aelix.digitalapi.ai' }, 'aelix'],
  ['sandbox label', { host: 'api.sandbox.octopuscards.io' }, 'octopus'],
  ['documentation host', { host: 'docs.octopuscards.io' }, null],
  ['host as a part of another', { host: 'api.octopuscards.io.evil.example' }, null],
  ['host in a query', { host: 'https://x.example/?u=api.octopuscards.io' }, null],
  [
    'host before variable',
    { host: 'api.octopuscards.io', baseUrlVariable: 'AELIX_URL' },
    'octopus',
  ],
  [
    'foreign host before all',
    { host: 'api.other.example', baseUrlVariable: 'AELIX_URL', path: '/appointments' },
    null,
  ],
  ['loopback', { host: 'localhost:3000', path: '/api/v1/orders' }, null],
  [
    'labelled host left open for an API with any sandbox',
    { host: 'mc-test.duckdns.org', credentialVariables: ['MONCRENEAU_API_KEY'] },
    'moncreneau',
  ],
  [
    'labelled host closed to the other APIs',
    { host: 'test.other.example', credentialVariables: ['AELIX_SECRET'] },
    null,
  ],
  ['base URL variable', { baseUrlVariable: 'AELIX_BASE_URL' }, 'aelix'],
  ['bundler prefix', { baseUrlVariable: 'VITE_OCTOPUS_URL' }, 'octopus'],
  ['a variable that only holds the word', { baseUrlVariable: 'MY_OCTOPUS_URL' }, null],
  [
    'base URL variable before credential',
    { baseUrlVariable: 'MC_URL', credentialVariables: ['AELIX_SECRET'] },
    'moncreneau',
  ],
  [
    'unknown base URL variable decides nothing',
    { baseUrlVariable: 'BASE_URL', credentialVariables: ['API_KEY_PROD'] },
    'octopus',
  ],
  ['variables of two APIs', { credentialVariables: ['AELIX_SECRET', 'MC_KEY'] }, null],
  [
    'credential before path',
    { credentialVariables: ['AELIX_SECRET'], path: '/api/v1/orders' },
    'aelix',
  ],
  [
    'one of two hosts, the first one not known',
    { host: 'localhost', otherHosts: ['api.octopuscards.io'], path: '/api/v1/x' },
    'octopus',
  ],
  [
    'one of two hosts, neither known',
    { host: 'eu.shop.example', otherHosts: ['us.shop.example'], path: '/api/v1/orders' },
    null,
  ],
  ['path', { path: '/api/v1/orders?client_reference=1' }, 'octopus'],
  ['path with a parameter', { path: '/api/v1/products/${?}/charges' }, 'octopus'],
  ['path behind an unknown base', { path: '${env:BASE_URL}/api/v1/orders' }, 'octopus'],
  ['path under a version', { path: 'api/v1/appointments/7' }, 'moncreneau'],
  ['a route of one’s own', { path: '/api/appointments' }, null],
  ['another resource', { path: '/api/v1/ordersets' }, null],
];

describe('apiOf', () => {
  it.each(recognised)('%s', (_what, evidence, expected) => {
    expect(apiOf(evidence, builtInApis)?.name ?? null).toBe(expected);
  });

  it('lets a path decide among the profiles in use alone, and only if one has it', () => {
    const rival = defineApi({ name: 'rival', hosts: ['rival.example'], paths: ['/api/v1/orders'] });
    const all = [...builtInApis, rival];
    const path = '/api/v1/orders';
    expect(apiOf({ path }, all, [])).toBeNull();
    expect(apiOf({ path }, all)).toBeNull();
    expect(apiOf({ path }, all, [rival])).toBe(rival);
    expect(apiOf({ path }, all, [octopus])).toBe(octopus);
  });

  it('takes the closest of two patterns for a variable', () => {
    const pay = defineApi({
      name: 'mc-pay',
      hosts: ['*.mcpay.example'],
      baseUrlVariables: ['MC_PAY_*'],
    });
    const all = [...builtInApis, pay];
    expect(apiOf({ baseUrlVariable: 'MC_PAY_URL' }, all)).toBe(pay);
    expect(apiOf({ host: 'eu.mcpay.example' }, all)).toBe(pay);
    expect(apiOf({ host: 'mcpay.example' }, all)).toBeNull();
  });
});

describe('isSandboxHost', () => {
  it.each([
    ['sandbox-api.aelix.digitalapi.ai', 'aelix'],
    ['https://sandbox.octopuscards.io/v1', 'octopus'],
    ['api-uat2.octopuscards.io', 'octopus'],
    ['api.octopuscards.io', null],
    ['docs.octopuscards.io', null],
    ['staging.shop.example', 'labelled'],
    ['mc-test.duckdns.org', 'labelled'],
    ['latest.shop.example', null],
    ['test.com', null],
    ['sandbox.co.uk', null],
    ['localhost', null],
    ['127.0.0.1', null],
    ['', null],
  ])('%s', (host, expected) => {
    const owner = isSandboxHost(host, builtInApis);
    expect(typeof owner === 'string' ? owner : (owner?.name ?? null)).toBe(expected);
  });

  it('counts a label anywhere for an API that takes any sandbox', () => {
    expect(isSandboxOf(moncreneau, 'mc-test.duckdns.org')).toBe(true);
    expect(isSandboxOf(moncreneau, 'mc-prd.duckdns.org')).toBe(false);
    expect(isSandboxOf(octopus, 'sandbox.octopuscards.io')).toBe(true);
    expect(isSandboxOf(octopus, 'test.other.example')).toBe(false);
  });

  it('leaves production hosts alone, whatever their labels', () => {
    const dev = defineApi({ name: 'dev', hosts: ['dev.cloud.example'] });
    expect(isSandboxHost('dev.cloud.example', [dev])).toBeNull();
    expect(hasSandboxLabel('dev.cloud.example')).toBe(true);
  });
});

describe('hosts, names and paths', () => {
  it.each([
    ['https://A.example:8443/x', 'a.example'],
    ['//a.example', 'a.example'],
    ['a.example/x//y', 'a.example'],
    ['http://[::1]:80', '[::1]'],
    ['/api/v1/orders', null],
    ['https://${env:HOST}/x', null],
    ['${?}.a.example', null],
    ['', null],
  ])('host name of %s', (text, expected) => {
    expect(hostNameOf(text)).toBe(expected);
  });

  it('knows what is registered', () => {
    expect(registeredNameOf('a.b.example.com')).toBe('example.com');
    expect(registeredNameOf('api.example.co.uk')).toBe('example.co.uk');
    expect(registeredNameOf('localhost')).toBe('localhost');
  });

  it('matches wildcards', () => {
    expect(matchesWildcard('*signature*', 'X-Hub-Signature-256')).toBe(true);
    expect(matchesWildcard('X-Signature', 'x-signature')).toBe(true);
    expect(matchesWildcard('A_*_Z', 'A_Z')).toBe(false);
    expect(matchesWildcard('A*B*C', 'AxBxC')).toBe(true);
    expect(matchesWildcard('A*B*C', 'AxC')).toBe(false);
    expect(matchesWildcard('ab*ba', 'aba')).toBe(false);
  });

  it('matches endpoints with the version on either side', () => {
    const orders = [{ method: 'POST', path: '/api/v1/orders' }] as const;
    expect(isEndpoint(orders, 'post', '/orders')).toBe(true);
    expect(isEndpoint(orders, null, '/api/v1/orders?x=1')).toBe(true);
    expect(isEndpoint(orders, 'GET', '/api/v1/orders')).toBe(false);
    expect(isEndpoint(orders, 'POST', '/api/v1/orders/7')).toBe(false);
    expect(isEndpoint(orders, 'POST', null)).toBe(false);
    expect(isEndpoint([{ method: 'POST', path: '*' }], 'POST', null)).toBe(true);
    expect(isAtOrBelow('/', '/anything')).toBe(false);
  });

  it('takes time in line with the text', () => {
    const long = '${'.repeat(100_000);
    const start = performance.now();
    isAtOrBelow('/orders', long);
    hostNameOf('a.'.repeat(100_000));
    matchesWildcard('*a*a*a*a*b', 'a'.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
