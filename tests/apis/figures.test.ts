import { describe, expect, it } from 'vitest';
import {
  bothAsk,
  bothHave,
  builtInApis,
  eitherHas,
  fallback,
  figureFor,
  namesFor,
  smaller,
  type ApiFigures,
  type ApiProfile,
} from '../../src/apis/index.ts';

const [aelix, octopus, moncreneau] = builtInApis as [ApiProfile, ApiProfile, ApiProfile];
const seconds = 1_000;
const minutes = 60 * seconds;
const none = undefined;

type Row = [string, (figures: ApiFigures) => unknown, unknown, unknown, unknown, unknown];

const writes = ['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ method, path: '*' }));
const orders = [{ method: 'POST', path: '/api/v1/orders' }];
const wallets = { method: 'GET', path: '/api/v1/wallets' };
const charges = { method: 'POST', path: '/api/v1/products/:id/charges' };

/** What; where it stands; then Aelix, Octopus, MONCRENEAU, no known API. */
const figures: Row[] = [
  ['auth', (f) => f.auth?.scheme, 'oauth', 'login', 'bearer', none],
  ['auth header', (f) => f.auth?.header, none, none, 'Authorization', none],
  ['overall', (f) => f.timeouts?.overallMs, 60_000, 60_000, 30_000, 60_000],
  ['read', (f) => f.timeouts?.readMs, 60_000, 30_000, 30_000, 60_000],
  ['connect', (f) => f.timeouts?.connectMs, 30_000, 10_000, 30_000, 60_000],
  ['transient', (f) => f.retry?.transient?.statuses, ...four<unknown>([429, '5xx'])],
  ['network errors', (f) => f.retry?.transient?.networkErrors, none, true, none, none],
  ['timeouts retried', (f) => f.retry?.transient?.timeouts, none, true, true, none],
  [
    '4xx retried',
    (f) => f.retry?.retryableClientErrors,
    [429, 408, 425],
    [429],
    [429, 408, 425],
    [429, 408, 425],
  ],
  ['exponential', (f) => f.retry?.delay?.exponential, ...four(true)],
  ['first delay', (f) => f.retry?.delay?.firstMs, none, 200, 2 * seconds, none],
  ['factor', (f) => f.retry?.delay?.factor, none, 2, 2, none],
  ['cap', (f) => f.retry?.delay?.capMs, none, 10 * seconds, none, none],
  ['jitter', (f) => f.retry?.delay?.jitter, none, true, none, none],
  ['retries', (f) => f.retry?.maxRetries, none, 6, 2, 6],
  ['Retry-After', (f) => f.retry?.readsRetryAfter, 'on-429', 'always', 'on-429', 'on-429'],
  ['idempotency header', (f) => f.idempotency?.header, 'Idempotency-Key', none, none, none],
  ['idempotency field', (f) => f.idempotency?.bodyField, none, 'client_reference', none, none],
  ['idempotent calls', (f) => f.idempotency?.endpoints, writes, orders, none, none],
  [
    'signature',
    (f) => f.webhook?.signatureHeaders,
    ['X-Aelix-Signature'],
    ['X-Signature'],
    ['X-Moncreneau-Signature'],
    ['*signature*', '*hmac*'],
  ],
  ['timestamp', (f) => f.webhook?.timestampHeader, none, 'X-Timestamp', none, none],
  ['tolerance', (f) => f.webhook?.toleranceMs, none, 5 * minutes, none, none],
  ['event id header', (f) => f.webhook?.eventIdHeader, none, 'X-Event-ID', none, none],
  ['event id field', (f) => f.webhook?.eventIdField, none, none, 'event.id', none],
  ['answer', (f) => f.webhook?.answerWithinMs, none, 5 * seconds, 5 * seconds, none],
  ['secret', (f) => f.webhook?.secretLength, none, none, 32, none],
  ['request id', (f) => f.requestIdHeader, none, 'X-Request-Id', 'X-Request-Id', none],
  ['trace context', (f) => f.traceContextHeader, none, 'traceparent', none, none],
  ['trace id', (f) => f.traceIdField, 'trace_id', none, none, none],
  ['envelope', (f) => f.errorEnvelope?.field, none, 'error', none, none],
  ['its fields', (f) => f.errorEnvelope?.fields, none, ['name', 'code', 'message'], none, none],
  ['its code', (f) => f.errorEnvelope?.codeField, none, 'code', none, none],
  ['error codes', (f) => f.errorCodes, none, none, ['INSUFFICIENT_CREDITS'], none],
  ['statuses', (f) => f.paymentStatuses, none, none, ['PENDING', 'SUCCESSFUL', 'FAILED'], none],
  ['payment timeout', (f) => f.paymentTimeoutMs, none, none, 5 * minutes, none],
  ['rate limit', (f) => f.rateLimit, none, none, { requests: 100, perMs: minutes }, none],
  ['in flight', (f) => f.maxConcurrency, none, 10, none, 10],
  ['of which calls', (f) => f.concurrencyEndpoints, none, orders, none, none],
  ['page size', (f) => f.maxPageSize, none, none, 100, 100],
  ['balance poll', (f) => f.balance?.poll?.endpoint, none, wallets, none, none],
  ['at most every', (f) => f.balance?.poll?.minMs, none, minutes, none, none],
  ['at least every', (f) => f.balance?.poll?.maxMs, none, 5 * minutes, none, none],
  [
    'balance calls',
    (f) => f.balance?.endpoints,
    none,
    [wallets, charges],
    [{ method: 'GET', path: '/credits' }],
    none,
  ],
  [
    'spending calls',
    (f) => f.balance?.checkBefore,
    none,
    orders,
    [{ method: 'POST', path: '/appointments' }],
    none,
  ],
  ['cacheable', (f) => f.cacheable, none, none, ['departments', 'services'], none],
  ['error alert', (f) => f.alerts?.errorRatio, 0.01, none, none, none],
  ['its window', (f) => f.alerts?.errorWindowMs, 5 * minutes, none, none, none],
  ['quota alert', (f) => f.alerts?.quotaRatio, 0.8, none, none, none],
  ['5xx alert', (f) => f.alerts?.serverErrorRatio, none, none, 0.05, none],
  ['webhook alert', (f) => f.alerts?.webhookAgeMs, none, none, 60 * minutes, none],
  ['low balance', (f) => f.alerts?.lowBalance, none, { pagerRatio: 0.05 }, { below: 10 }, none],
];

function four<T>(value: T): [T, T, T, T] {
  return [value, value, value, value];
}

describe('the figures of the profiles', () => {
  it.each(figures)('%s', (_what, read, ofAelix, ofOctopus, ofMoncreneau, ofNone) => {
    expect(read(aelix)).toEqual(ofAelix);
    expect(read(octopus)).toEqual(ofOctopus);
    expect(read(moncreneau)).toEqual(ofMoncreneau);
    expect(read(fallback)).toEqual(ofNone);
  });

  it('how each is recognised', () => {
    const signs = builtInApis.map((api) => [
      api.name,
      api.hosts,
      api.sandboxHosts ?? api.sandboxDomains,
      api.baseUrlVariables,
      api.credentialVariables,
    ]);
    expect(signs).toEqual([
      [
        'aelix',
        ['api.aelix.digitalapi.ai'],
        ['sandbox-api.aelix.digitalapi.ai'],
        ['AELIX_*'],
        ['AELIX_*'],
      ],
      [
        'octopus',
        ['api.octopuscards.io'],
        ['octopuscards.io'],
        ['OCTOPUS_*'],
        ['OCTOPUS_*', 'API_KEY_PROD', 'API_KEY_SANDBOX'],
      ],
      [
        'moncreneau',
        ['mc-prd.duckdns.org'],
        ['*'],
        ['MONCRENEAU_*', 'MC_*'],
        ['MONCRENEAU_API_KEY', 'MONCRENEAU_*', 'MC_*'],
      ],
    ]);
  });

  it('are frozen and plain JSON', () => {
    for (const figuresOfOne of [...builtInApis, fallback]) {
      expect(JSON.parse(JSON.stringify(figuresOfOne))).toEqual(figuresOfOne);
      expect(Object.isFrozen(figuresOfOne)).toBe(true);
      expect(Object.isFrozen(figuresOfOne.retry?.transient?.statuses)).toBe(true);
    }
  });
});

describe('figureFor', () => {
  const overall = (f: ApiFigures): number | undefined => f.timeouts?.overallMs;
  const retries = (f: ApiFigures): number | undefined => f.retry?.maxRetries;
  const cap = (f: ApiFigures): number | undefined => f.retry?.delay?.capMs;
  const allowed = (f: ApiFigures): readonly number[] | undefined => f.retry?.retryableClientErrors;

  it('takes the profile of a known API, its silence too', () => {
    expect(figureFor(moncreneau, [octopus, moncreneau], overall)).toBe(30_000);
    expect(figureFor(aelix, [octopus], retries)).toBeUndefined();
  });

  it('takes the most permissive of the profiles in use for no known API', () => {
    expect(figureFor(null, [moncreneau], overall)).toBe(30_000);
    expect(figureFor(null, [octopus, moncreneau], overall)).toBe(60_000);
    expect(figureFor(null, [octopus, moncreneau], retries)).toBe(6);
    expect(figureFor(null, [moncreneau], retries)).toBe(2);
    expect(figureFor(null, [octopus], allowed, eitherHas)).toEqual([429]);
    expect(figureFor(null, [octopus, aelix], allowed, eitherHas)).toEqual([429, 408, 425]);
  });

  it('counts a profile that says nothing with the last column', () => {
    expect(figureFor(null, [moncreneau, aelix], retries)).toBe(6);
    expect(figureFor(null, [octopus], cap)).toBe(10_000);
    expect(figureFor(null, [octopus, moncreneau], cap)).toBeUndefined();
  });

  it('takes the last column where no profile is in use', () => {
    expect(figureFor(null, [], overall)).toBe(60_000);
    expect(figureFor(null, [], cap)).toBeUndefined();
  });

  it('knows what asks for less', () => {
    const first = (f: ApiFigures): number | undefined => f.retry?.delay?.firstMs;
    const jitter = (f: ApiFigures): boolean | undefined => f.retry?.delay?.jitter;
    expect(figureFor(null, [octopus, moncreneau], first, smaller)).toBe(200);
    expect(figureFor(null, [octopus], jitter, bothAsk)).toBe(true);
    expect(bothAsk(true, false)).toBe(false);
    expect(bothHave([429, '5xx'], [429])).toEqual([429]);
  });

  it('takes any name in use where only presence counts', () => {
    expect(namesFor(null, [octopus, moncreneau], (f) => f.requestIdHeader)).toEqual([
      'X-Request-Id',
    ]);
    expect(namesFor(octopus, [moncreneau], (f) => f.webhook?.signatureHeaders)).toEqual([
      'X-Signature',
    ]);
    expect(namesFor(null, [], (f) => f.webhook?.signatureHeaders)).toEqual([
      '*signature*',
      '*hmac*',
    ]);
  });
});
